"""Edits of PowerPoint and Word files, made in their XML."""

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_EDITED = ("sldNum", "ftr", "dt")
Element = etree._Element


class OfficeEdits:
    """A file whose slides and paragraphs can be edited."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self._trees: dict[str, Element] = {}
        self.is_deck = "ppt/presentation.xml" in self.parts

    def tree(self, name: str) -> Element:
        """Return the XML of a part, which can be changed."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    @property
    def data(self) -> bytes:
        """The bytes of the edited file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                tree = self._trees.get(name)
                package.writestr(
                    name, data if tree is None else etree.tostring(tree, encoding="UTF-8", standalone=True)
                )
        return stream.getvalue()

    @property
    def slides(self) -> list[str]:
        """The names of the slides' parts, in the order of the deck."""
        links = {each.get("Id"): each.get("Target") or "" for each in self.tree("ppt/_rels/presentation.xml.rels")}
        listed = self.tree("ppt/presentation.xml").iter(f"{P}sldId")
        return ["ppt/" + (links[each.get(f"{R}id")] or "").removeprefix("/ppt/") for each in listed]

    def paragraphs(self, slide: int = 0) -> list[Element]:
        """Return the visible paragraphs of a slide or a document."""
        if not self.is_deck:
            return [each for each in self._body_paragraphs(self.tree("word/document.xml")[0]) if words(each)]
        shapes = self.tree(self.slides[slide]).iter(f"{P}sp", f"{P}graphicFrame")
        kinds = ((shape, shape.find(f".//{P}ph")) for shape in shapes)
        shown = (shape for shape, kind in kinds if kind is None or kind.get("type") not in _NOT_EDITED)
        return [each for shape in shown for each in shape.iter(f"{A}p") if words(each)]

    def _body_paragraphs(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == f"{W}p":
                yield child
            elif child.tag in {f"{W}tbl", f"{W}tr", f"{W}tc"}:
                yield from self._body_paragraphs(child)

    def move_slide(self, at: int, to: int) -> None:
        """Move a slide to another place."""
        listed = self.tree("ppt/presentation.xml").find(f"{P}sldIdLst")
        assert listed is not None
        listed.insert(to, listed[at])

    def remove_slide(self, at: int) -> None:
        """Remove a slide."""
        listed = self.tree("ppt/presentation.xml").find(f"{P}sldIdLst")
        assert listed is not None
        id_ = listed[at].get("id")
        for each in list(self.tree("ppt/presentation.xml").iter()):
            if each.get("id") == id_ and str(each.tag).endswith("}sldId"):
                parent = each.getparent()
                assert parent is not None
                parent.remove(each)

    def copy_slide(self, at: int) -> None:
        """Put a duplicate behind a slide, without its notes."""
        source, new = self.slides[at], f"ppt/slides/slide{900 + len(self.parts)}.xml"
        self.parts[new] = etree.tostring(self.tree(source))
        links = etree.fromstring(self.parts[source.replace("slides/", "slides/_rels/") + ".rels"])
        for each in [each for each in links if (each.get("Type") or "").endswith("notesSlide")]:
            links.remove(each)
        self.parts[new.replace("slides/", "slides/_rels/") + ".rels"] = etree.tostring(links)
        types, related = self.tree("[Content_Types].xml"), self.tree("ppt/_rels/presentation.xml.rels")
        type_ = next(each for each in types if each.get("PartName") == f"/{source}")
        types.append(copy.deepcopy(type_))
        types[-1].set("PartName", f"/{new}")
        number = len(self.parts)
        kind = next(each.get("Type") for each in related if (each.get("Type") or "").endswith("/slide"))
        etree.SubElement(related, related[0].tag, {"Id": f"rIdC{number}", "Type": kind or "", "Target": f"/{new}"})
        listed = self.tree("ppt/presentation.xml").find(f"{P}sldIdLst")
        assert listed is not None
        made = copy.deepcopy(listed[at])
        made.set("id", str(9000 + number))
        made.set(f"{R}id", f"rIdC{number}")
        listed.insert(at + 1, made)


def words(paragraph: Element) -> str:
    """Return a paragraph's text, without fields."""
    return " ".join("".join(each.text or "" for each in _texts(paragraph)).split())


def _texts(paragraph: Element) -> list[Element]:
    return [each for each in paragraph.iter(f"{A}t", f"{W}t") if f"{A}fld" != _parent(each).tag]


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def reword(paragraph: Element, new: str) -> None:
    """Give a paragraph new words, in the look of its first."""
    first, *others = _texts(paragraph)
    first.text = new
    for each in others:
        each.text = ""


def remove(paragraph: Element) -> None:
    """Remove a paragraph."""
    _parent(paragraph).remove(paragraph)


def add_after(paragraph: Element, new: str) -> None:
    """Type a new paragraph below another, in the same look."""
    made = copy.deepcopy(paragraph)
    for mark in [each for each in made.iter() if str(each.tag).startswith(f"{W}bookmark")]:
        _parent(mark).remove(mark)
    reword(made, new)
    paragraph.addnext(made)


def swap(one: Element, other: Element) -> None:
    """Exchange two paragraphs."""
    held = one.makeelement("held", {})
    one.addprevious(held)
    other.addprevious(one)
    held.addnext(other)
    _parent(held).remove(held)
