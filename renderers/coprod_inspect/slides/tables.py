"""Check the header and cells of a table on a slide."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_inspect.quotes import quoted
from coprod_inspect.slides.slide import InspectedSlide
from coprod_office.reading.slide_shapes import text_in
from coprod_office.reading.xml import A, Element, is_on


def table_faults(table: Element, slide: InspectedSlide) -> Iterator[Fault]:
    """Yield faults for missing or empty headers and merged cells."""
    properties = table.find(f"{A}tblPr")
    first_row = table.find(f"{A}tr")
    header = [] if first_row is None else [_words(cell) for cell in first_row.iterfind(f"{A}tc")]
    words = next((cell for cell in header if cell), "")
    if properties is None or not is_on(properties.get("firstRow", "0")):
        yield slide.fault("table-no-header", f"the table that starts {quoted(words)} has no header row.", words)
    elif header and not all(header):
        what = f"the table that starts {quoted(words)} has an empty header cell."
        yield slide.fault("table-header-empty", what, words)
    for cell in table.iter(f"{A}tc"):
        if any(cell.get(name) not in (None, "1", "0") for name in ("gridSpan", "rowSpan")):
            words = _words(cell)
            yield slide.fault("table-merged-cells", f"the cell {quoted(words)} is merged with others.", words)
            return


def _words(cell: Element) -> str:
    return " ".join(filter(None, (text_in(paragraph).strip() for paragraph in cell.iter(f"{A}p"))))
