"""Check the drawings, tables and content controls in a Word file."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_inspect.alt_text import alt_text_faults
from coprod_inspect.quotes import quoted
from coprod_inspect.word.paragraphs import text_of_element
from coprod_inspect.word.part import WordPart
from coprod_office.reading.xml import WP, A, Element, W, first_child, is_on

_PARAGRAPH, _DRAWING, _OLD_PICTURE, _TABLE, _CONTROL = (f"{W}{name}" for name in ("p", "drawing", "pict", "tbl", "sdt"))


def object_faults(part: WordPart) -> Iterator[Fault]:
    """Yield the faults in each drawing, table and content control, in order."""
    headings = {paragraph.element: paragraph.heading for paragraph in part.paragraphs}
    heading = ""
    for element in part.root.iter(_PARAGRAPH, _DRAWING, _OLD_PICTURE, _TABLE, _CONTROL):
        spot = part.spot(heading)
        if element.tag == _PARAGRAPH:
            heading = headings.get(element, heading)
        elif element.tag == _DRAWING:
            yield from _drawing(element, spot, heading)
        elif element.tag == _OLD_PICTURE:
            yield from _old_picture(element, spot, heading)
        elif element.tag == _TABLE:
            yield from _table(element, spot, heading)
        else:
            yield from _control(element, spot, heading)


def _drawing(drawing: Element, spot: str, heading: str) -> Iterator[Fault]:
    if drawing.find(f"{WP}anchor") is not None:
        yield Fault(code="floating-object", spot=spot, what="a drawing floats over the page.", heading=heading)
    for non_visual in drawing.iterfind(f"*/{WP}docPr"):
        yield from alt_text_faults(non_visual, "picture", spot, heading, title=heading)
    if next(drawing.iter("{*}webVideoPr"), None) is not None:
        yield Fault(code="media-no-captions", spot=spot, what="an embedded video has no captions.", heading=heading)
    if any(warp.get("prst") != "textNoShape" for warp in drawing.iter(f"{A}prstTxWarp")):
        yield Fault(code="word-art", spot=spot, what="text is bent into a shape.", heading=heading)


def _old_picture(picture: Element, spot: str, heading: str) -> Iterator[Fault]:
    """Check a picture in VML, the markup used before 2007."""
    for shape in picture:
        if str(shape.tag).rsplit("}", 1)[-1] in ("shape", "rect", "group", "oval") and not shape.get("alt"):
            yield Fault(code="alt-missing", spot=spot, what="a drawing has no alternative text.", heading=heading)


def _table(table: Element, spot: str, heading: str) -> Iterator[Fault]:
    first_row = table.find(f"{W}tr")
    cells = [] if first_row is None else [_words(cell) for cell in first_row.iterfind(f"{W}tc")]
    words = next((cell for cell in cells if cell), "")

    def fault(code: str, what: str) -> Fault:
        what = f"the table that starts {quoted(words)} {what}"
        return Fault(code=code, spot=spot, what=what, words=words, heading=heading)

    header = None if first_row is None else first_row.find(f"{W}trPr/{W}tblHeader")
    if header is None or not is_on(header.get(f"{W}val")):
        yield fault("table-no-header", "has no header row.")
    elif not all(cells):
        yield fault("table-header-empty", "has an empty header cell.")
    named = any(table.find(f"{W}tblPr/{W}{name}") is not None for name in ("tblCaption", "tblDescription"))
    if not named and not _has_caption(table):
        yield fault("table-no-name", "has neither a caption nor alternative text.")
    if any(_is_merged(cell) for row in table.iterfind(f"{W}tr") for cell in row.iterfind(f"{W}tc")):
        yield fault("table-merged-cells", "has merged cells.")
    if next(table.iterancestors(_TABLE), None) is not None:
        yield fault("table-nested", "is inside another table.")


def _words(cell: Element) -> str:
    """Return a cell's text, or `picture` if it contains only a drawing."""
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


def _control(control: Element, spot: str, heading: str) -> Iterator[Fault]:
    alias = control.find(f"{W}sdtPr/{W}alias")
    if alias is None or not (alias.get(f"{W}val") or "").strip():
        words = " ".join(text_of_element(control).split())
        what = f"the content control {quoted(words)} has no title."
        yield Fault(code="control-no-title", spot=spot, what=what, words=words, heading=heading)
