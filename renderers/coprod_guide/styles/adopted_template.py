"""A reference document that an organisation made in Word: its page, styles, lists, theme, headers and footers are kept.

Everything else is left behind: text, macros, embedded objects, attached templates, links to files (security.md, 4.2).
"""

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.text.urls import url_fault
from coprod_guide.package_parts import (
    DOCUMENT_RELATIONS,
    FIRST_FOOTER,
    PACKAGE_RELATIONS,
    RUNNING_FOOTER,
    RUNNING_HEADER,
    application,
    font_table,
    own_page,
    relation_type,
    running_part,
    settings,
)
from coprod_guide.styles.list_numbering import STEPS, heading_lists
from coprod_guide.styles.style_index import StyleIndex
from coprod_guide.wordprocessingml import W
from coprod_office import Package, core_properties, packed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RUNNING_KINDS = {"header", "footer"}
_KEPT = {"officeDocument", "styles", "numbering", "theme", *_RUNNING_KINDS}
_KEPT_BELOW = {"image", "hyperlink"}
_RUNNING = (
    (RUNNING_HEADER, "header", "default"),
    (RUNNING_FOOTER, "footer", "default"),
    (FIRST_FOOTER, "footer", "first"),
)
_DAY = "2026-01-01"


def adopted(data: bytes, name: str, brand: Brand) -> bytes:
    """The bytes of a reference document of an organisation, made safe and complete.

    Raises ValueError, in one line with what to do, where it is no Word document or its styles are not enough.
    """
    try:
        word = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise ValueError(f"'{name}' is not a Word document. Save it from Word as .docx, without macros.") from error
    _require_styles(word, name)
    _leave_behind(word, name)
    _complete(word, brand)
    out = io.BytesIO()
    word.save(out)
    return packed(Package.opened(out.getvalue()).parts, _DAY)


def _require_styles(word: WordDocument, name: str) -> None:
    sheet = StyleIndex.of(word.styles.element)
    way_out = "Add them in Word, or take 'reference: guide' out of brand.yaml."
    if sheet.missing:
        raise ValueError(f"'{name}' lacks the styles {', '.join(sheet.missing)}. {way_out}")
    if sheet.without_list:
        raise ValueError(f"'{name}' has no bullets or numbers in the styles {', '.join(sheet.without_list)}. {way_out}")


def _leave_behind(word: WordDocument, name: str) -> None:
    package, part = word.part.package, word.part
    body = word.element.body
    for child in list(body):
        if child.tag != f"{_W}sectPr":
            body.remove(child)
    used = {child.get(f"{_R}id") for child in body.iter(f"{_W}headerReference", f"{_W}footerReference")}
    for relations in (package.rels, part.rels):
        for id_, relation in list(relations.items()):
            kind = relation.reltype.rsplit("/", 1)[1]
            if kind not in _KEPT or (kind in _RUNNING_KINDS and id_ not in used):
                del relations[id_]
    for below in (relation.target_part for relation in part.rels.values()):
        for relation in below.rels.values():
            kind = relation.reltype.rsplit("/", 1)[1]
            if kind not in _KEPT_BELOW or (
                relation.is_external and (kind == "image" or url_fault(relation.target_ref))
            ):
                raise ValueError(
                    f"'{name}' has a {kind} in its header or footer. Only pictures and web links may stand there."
                )


def _complete(word: WordDocument, brand: Brand) -> None:
    """Adds what the library brings itself: settings, fonts, properties, heading lists; and headers where none are."""
    part, package = word.part, word.part.package
    types = {name: (kind, type_) for kind, name, type_ in (*DOCUMENT_RELATIONS, *PACKAGE_RELATIONS)}

    def added(name: str, data: bytes) -> str:
        kind, type_ = types[name]
        inside = name.startswith("docProps")
        new = Part(PackURI(f"/{name}" if inside else f"/word/{name}"), type_, data, package)
        return (package if inside else part).relate_to(new, relation_type(kind))

    added("settings.xml", settings())
    added("fontTable.xml", font_table(brand))
    added("docProps/app.xml", application())
    added("docProps/core.xml", core_properties(Document(title="Reference document", language="en-GB")))
    section = _section(word)
    if not any(child.tag.endswith(("headerReference", "footerReference")) for child in section):
        for at, (name, kind, which) in enumerate(_RUNNING):
            reference = etree.Element(f"{_W}{kind}Reference")
            reference.set(f"{_W}type", which)
            reference.set(f"{_R}id", added(name, running_part("hdr" if kind == "header" else "ftr")))
            section.insert(at, reference)
    _number_headings(part.numbering_part.element)


def _section(word: WordDocument) -> etree._Element:
    """The properties of the last section, with those of our own page where it has none."""
    body = word.element.body
    found: etree._Element | None = body.find(f"{_W}sectPr")
    if found is None:
        body.append(own_page())
        return _section(word)
    for child in list(found):
        if child.tag in {f"{_W}printerSettings", f"{_W}sectPrChange", f"{_W}footnotePr", f"{_W}endnotePr"}:
            found.remove(child)
    return found


def _number_headings(numbering: etree._Element) -> None:
    """Adds the lists that number headings to a `w:numbering` element that lacks them."""
    abstract = numbering.findall(f"{_W}abstractNum")
    if any(name.get(f"{_W}val") == STEPS for each in abstract for name in each.findall(f"{_W}name")):
        return
    first = max((int(each.get(f"{_W}abstractNumId", "0")) for each in abstract), default=0) + 1
    made = parse_xml(f"<w:numbering {W}>{''.join(heading_lists(first))}</w:numbering>")
    place = max((numbering.index(each) for each in abstract), default=-1) + 1
    for at, each in enumerate(list(made)):
        numbering.insert(place + at, each)
