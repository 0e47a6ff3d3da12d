"""A template's headers and footers, cleaned for use in other documents.

Pictures, watermarks, page numbers and links to the web are kept. Comments are removed, tracked changes are accepted,
and content controls are replaced with what they contain. Fields that only Word could fill in become the words that they
show.
"""

from copy import deepcopy

from attrs import define, field
from lxml import etree

from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_content.text.urls import url_fault
from coprod_guide.template.word_fields import AUTHOR, SUBTITLE, TITLE, fill_fields, remove, set_words, unwrap
from coprod_office.reading.package import Relationship
from coprod_office.reading.xml import MC, WP, A, Element, R, W, first_child, is_decorative, is_on

_REMOVED = (
    *("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd", "altChunk"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "control"),
    *("numberingChange", "cellIns", "cellDel", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
    *("moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "subDoc"),
    *("customXmlDelRangeEnd",),
)
_RUNS_OF_NOTES = ("commentReference", "footnoteReference", "endnoteReference", "annotationRef")
_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml")
_OBJECTS = ("drawing", "pict", "object")
_BOUND = (("title", TITLE), ("subject", SUBTITLE), ("creator", AUTHOR))
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext '
    'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_SHAPES = tuple(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("shape", "rect", "group", "oval", "line"))


@define
class RunningText:
    """A header or footer that is being cleaned.

    `dropped` contains descriptions of what was removed, and `unnamed` counts the pictures without alternative text.
    `related` contains the relationships that are still used.
    """

    root: Element
    relationships: dict[str, Relationship]
    organisation: str
    dropped: list[str] = field(factory=list)
    unnamed: int = 0
    related: list[Relationship] = field(factory=list)

    @classmethod
    def of(cls, root: Element, relationships: tuple[Relationship, ...], organisation: str) -> "RunningText":
        """Return a cleaned copy of a header or footer.

        A drawing in Word's old VML format that has no alternative text gets its own words as alternative text or, if it
        has none, the name `organisation`.
        """
        made = cls(deepcopy(root), {each.id: each for each in relationships}, organisation)
        made._accept_changes()
        made._open_controls()
        made.dropped += fill_fields(made.root)
        made._check_objects()
        made._name_pictures()
        if next(made.root.iterchildren(f"{W}p"), None) is None:
            etree.SubElement(made.root, f"{W}p")
        return made

    @property
    def has_content(self) -> bool:
        """Whether there is any text, picture or line to show."""
        words = "".join(each.text or "" for each in self.root.iter(f"{W}t")).strip()
        shown = (f"{W}{name}" for name in ("drawing", "pict", "fldSimple", "instrText", "pBdr", "tbl", "sym"))
        return bool(words) or next(self.root.iter(*shown), None) is not None

    def _accept_changes(self) -> None:
        for element in self._all(*_REMOVED):
            if element.tag == f"{W}control":
                self.dropped.append("an ActiveX control")
            remove(element)
        for name in _RUNS_OF_NOTES:
            for element in self._all(name):
                remove(_ancestor(element, f"{W}r"))
        for element in self._all(*_UNWRAPPED):
            unwrap(element)

    def _open_controls(self) -> None:
        """Replace content controls with what they contain.

        A control bound to the title, subject or author becomes a placeholder, and sample text is removed.
        """
        for control in reversed(list(self._all("sdt"))):
            properties, content = first_child(control, f"{W}sdtPr"), first_child(control, f"{W}sdtContent")
            if content is None:
                remove(control)
                continue
            binding = None if properties is None else first_child(properties, f"{W}dataBinding")
            path = "" if binding is None else (binding.get(f"{W}xpath") or "").casefold()
            bound = next((words for name, words in _BOUND if f":{name}" in path), "")
            sample = None if properties is None else first_child(properties, f"{W}showingPlcHdr")
            if bound or (sample is not None and is_on(sample.get(f"{W}val"))):
                set_words(content, bound)
                self.dropped += [] if bound else ["sample text"]
            _remove_all(content, f"{W}sdtEndPr")
            control.addprevious(content)
            remove(control)
            unwrap(content)

    def _check_objects(self) -> None:
        """Drop links and objects that are unsafe or would not work."""
        for element in self._all("object"):
            for embedded in list(element.iter("{urn:schemas-microsoft-com:office:office}OLEObject")):
                remove(embedded)
                self.dropped.append("an embedded object")
            element.tag = f"{W}pict"
        for element in list(self.root.iter()):
            ids = [(str(name), str(value)) for name, value in element.attrib.items() if str(name).startswith(R)]
            for name, id_ in ids:
                self._check(element, name, self.relationships.get(id_))

    def _check(self, element: Element, name: str, found: Relationship | None) -> None:
        if (found is not None and found.kind == "hyperlink" and found.external and not url_fault(found.target)) or (
            found is not None and found.kind == "image" and not found.external
        ):
            self.related.append(found)
        elif element.tag == f"{W}hyperlink":
            if found is not None:
                self.dropped.append(f"a link to {found.target[:60]}")
            unwrap(element)
        elif found is not None and found.kind == "hyperlink":  # of a picture
            self.dropped.append(f"a link to {found.target[:60]}")
            remove(element)
        else:
            shown = next(element.iterancestors(*(f"{W}{each}" for each in _OBJECTS)), None)
            if shown is None:
                del element.attrib[name]
                return
            is_picture = found is not None and found.kind == "image"
            self.dropped.append("a linked picture" if is_picture else "an embedded object")
            remove(_ancestor(shown, f"{MC}AlternateContent"))

    def _name_pictures(self) -> None:
        for non_visual in self.root.iter(f"{WP}docPr"):
            alt = (non_visual.get("descr") or "").strip()
            if (not alt or alt_text_fault(alt, "") or alt == non_visual.get("name")) and not is_decorative(non_visual):
                self.unnamed += 1
                for child in list(non_visual):
                    if child.tag == f"{A}extLst":
                        remove(child)
                non_visual.set("descr", "")
                non_visual.append(etree.fromstring(_DECORATIVE))
        for shape in self.root.iter(*_SHAPES):
            if not shape.get("alt"):
                text = next((each.get("string") for each in shape.iter("{*}textpath") if each.get("string")), "")
                self.unnamed += not text
                shape.set("alt", text or self.organisation)

    def _all(self, *names: str) -> list[Element]:
        return list(self.root.iter(*(f"{W}{name}" for name in names)))


def _ancestor(element: Element, tag: str) -> Element:
    """Return the nearest ancestor with this tag, or the element itself."""
    return next(element.iterancestors(tag), element)


def _remove_all(element: Element, tag: str) -> None:
    for each in list(element.iter(tag)):
        remove(each)
