"""Check links, fields, drawings, tables and content controls in Word files."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.office_file import alt_text_faults, header_row_faults
from coprod_inspect.shared_checks import Spot, quoted, shortened
from coprod_inspect.word.part import (
    FIELD_CODE,
    FIELD_MARK,
    LINK,
    SIMPLE_FIELD,
    WordParagraph,
    WordPart,
    text_of_element,
)
from coprod_office.reading.xml import WP, A, Element, R, W, first_child, is_decorative, is_on

_HARMLESS_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "REF", "PAGEREF", "STYLEREF", "SEQ", "HYPERLINK", "NOTEREF")
)
_PARAGRAPH, _DRAWING, _OLD_PICTURE, _TABLE, _CONTROL = (f"{W}{name}" for name in ("p", "drawing", "pict", "tbl", "sdt"))


def object_faults(part: WordPart) -> Iterator[Fault]:
    """Yield the faults in drawings, tables and content controls, in document order."""
    headings = {paragraph.element: paragraph.heading for paragraph in part.paragraphs}
    checks = {_DRAWING: _drawing, _OLD_PICTURE: _old_picture, _TABLE: _table, _CONTROL: _control}
    heading = ""
    for element in part.root.iter(_PARAGRAPH, *checks):
        if element.tag == _PARAGRAPH:
            heading = headings.get(element, heading)
        else:
            yield from checks[str(element.tag)](element, part.spot(heading))


def _drawing(drawing: Element, spot: Spot) -> Iterator[Fault]:
    properties = drawing.find(f"{WP}anchor/{WP}docPr")
    if drawing.find(f"{WP}anchor") is not None and (properties is None or not is_decorative(properties)):
        yield spot.fault("floating-object", "a drawing is not in line with the text.")
    for non_visual in drawing.iterfind(f"*/{WP}docPr"):
        yield from alt_text_faults(non_visual, "picture", spot)
    if next(drawing.iter("{*}webVideoPr"), None) is not None:
        yield spot.fault("media-no-captions", "an embedded video has no captions.")
    if any(warp.get("prst") != "textNoShape" for warp in drawing.iter(f"{A}prstTxWarp")):
        yield spot.fault("word-art", "text is bent into a shape.")


def _old_picture(picture: Element, spot: Spot) -> Iterator[Fault]:
    """Check a picture in VML, the markup used before 2007."""
    for shape in picture.iterchildren("{*}shape", "{*}rect", "{*}group", "{*}oval"):
        if not shape.get("alt"):
            yield spot.fault("alt-missing", "a drawing has no alternative text.")


def _table(table: Element, spot: Spot) -> Iterator[Fault]:
    first_row = table.find(f"{W}tr")
    cells = [] if first_row is None else [_words(cell) for cell in first_row.iterfind(f"{W}tc")]
    words = next(filter(None, cells), "")
    subject = f"the table that starts with {quoted(words)}"
    header = None if first_row is None else first_row.find(f"{W}trPr/{W}tblHeader")
    yield from header_row_faults(cells, spot, marked=header is not None and is_on(header.get(f"{W}val")))
    named = any(table.find(f"{W}tblPr/{W}{name}") is not None for name in ("tblCaption", "tblDescription"))
    if not named and not _has_caption(table):
        yield spot.fault("table-no-name", f"{subject} has neither a caption nor alternative text.", words)
    if any(_is_merged(cell) for cell in table.iterfind(f"{W}tr/{W}tc")):
        yield spot.fault("table-merged-cells", f"{subject} has merged cells.", words)
    if next(table.iterancestors(_TABLE), None) is not None:
        yield spot.fault("table-nested", f"{subject} is inside another table.", words)


def _words(cell: Element) -> str:
    words = " ".join(text_of_element(cell).split())
    return words or ("picture" if next(cell.iter(_DRAWING), None) is not None else "")


def _has_caption(table: Element) -> bool:
    before = table.getprevious()
    style = None if before is None else before.find(f"{W}pPr/{W}pStyle")
    return style is not None and (style.get(f"{W}val") or "").lower() == "caption"


def _is_merged(cell: Element) -> bool:
    properties = first_child(cell, f"{W}tcPr")
    if properties is None:
        return False
    span = first_child(properties, f"{W}gridSpan")
    merged_across = span is not None and span.get(f"{W}val") not in (None, "1")
    return merged_across or first_child(properties, f"{W}vMerge") is not None


def _control(control: Element, spot: Spot) -> Iterator[Fault]:
    alias = control.find(f"{W}sdtPr/{W}alias")
    if alias is None or not (alias.get(f"{W}val") or "").strip():
        words = " ".join(text_of_element(control).split())
        yield spot.fault("control-no-title", f"the content control {quoted(words)} has no title.", words)


def link_faults(part: WordPart) -> Iterator[Fault]:
    """Yield the faults in each link's text."""
    for paragraph in part.paragraphs:
        for link in part.inline.get(paragraph.element, ()):
            if link.tag != LINK:
                continue
            relationship = part.relationships.get(link.get(f"{R}id") or "")
            alts = (picture.get("descr") or "" for picture in link.iter("{*}docPr"))
            words = text_of_element(link) or next(filter(None, alts), "")
            if relationship is not None:
                yield from part.links.faults(words, relationship.target, part.spot(paragraph.heading))
            elif not words.strip():
                yield part.fault("link-no-words", "a link has no text.", paragraph)


def field_faults(part: WordPart) -> Iterator[Fault]:
    """Yield faults for active fields and for unsafe links in fields.

    A field code can be split across runs and paragraphs.
    """
    split_code = ""
    for paragraph in part.paragraphs:
        inline = part.inline.get(paragraph.element, ())
        codes = [element.get(f"{W}instr") or "" for element in inline if element.tag == SIMPLE_FIELD]
        for element in inline:
            if element.tag == FIELD_CODE:
                split_code += element.text or ""
            elif element.tag == FIELD_MARK:
                codes.append(split_code)
                split_code = ""
        for code in codes:
            yield from _field_faults(code.strip(), paragraph, part)


def _field_faults(code: str, paragraph: WordParagraph, part: WordPart) -> Iterator[Fault]:
    name = code.split(maxsplit=1)[0].upper() if code else ""
    if name and name not in _HARMLESS_FIELDS:
        yield part.fault("active-content", f"the text contains the active field {shortened(name)}.", paragraph)
    target = re.match(r'HYPERLINK\s+"?([^"\s]+)', code)
    if target and not target[1].startswith("\\") and url_fault(target[1]):
        what = f"the link {quoted(target[1])} {url_fault(target[1])}."
        yield part.fault("unsafe-link", what, paragraph, target[1])
