"""Tables on slides: headers, merged cells, and the colours that their style gives."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.findings.fault import Fault
from coprod_office.reading.colours import OfficeTheme, ResolvedColour, paint
from coprod_office.reading.slide_layers import paints
from coprod_office.reading.slide_shapes import words_of
from coprod_office.reading.xml import A, Element, on, short


@frozen
class SlideTableCell:
    """A cell: its element, and the paints that its table's style gives it and its text; nothing if not known."""

    element: Element
    fill: tuple[ResolvedColour, ...] | None
    colour: ResolvedColour | None


def table_faults(table: Element, spot: str, heading: str) -> Iterator[Fault]:
    """What is wrong with the grid of a table."""
    properties = table.find(f"{A}tblPr")
    first = table.find(f"{A}tr")
    said = [] if first is None else [_words(cell) for cell in first.iterfind(f"{A}tc")]
    words = next((cell for cell in said if cell), "")
    if properties is None or not on(properties.get("firstRow", "0")):
        what = f"the table that starts '{short(words)}' has no header row."
        yield Fault(code="table-no-header", spot=spot, what=what, words=words, heading=heading)
    elif said and not all(said):
        what = f"the table that starts '{short(words)}' has an empty header cell."
        yield Fault(code="table-header-empty", spot=spot, what=what, words=words, heading=heading)
    for cell in table.iter(f"{A}tc"):
        if any(cell.get(name) not in (None, "1", "0") for name in ("gridSpan", "rowSpan")):
            what = f"the cell '{short(_words(cell))}' is merged with others."
            yield Fault(code="table-merged-cells", spot=spot, what=what, words=_words(cell), heading=heading)
            return


def _words(cell: Element) -> str:
    return " ".join(filter(None, (words_of(paragraph).strip() for paragraph in cell.iter(f"{A}p"))))


def cells(table: Element, styles: dict[str, Element], theme: OfficeTheme) -> Iterator[SlideTableCell]:
    """The cells of a table with what its style says of each."""
    properties = table.find(f"{A}tblPr")
    id_ = table.findtext(f"{A}tblPr/{A}tableStyleId", "")
    style = styles.get(id_)
    rows = list(table.iterfind(f"{A}tr"))
    for at, row in enumerate(rows):
        parts = [] if style is None else [style.find(f"{A}{name}") for name in _parts(properties, at, len(rows))]
        known = [part for part in parts if part is not None]
        for cell in row.iterfind(f"{A}tc"):
            yield SlideTableCell(cell, _fill(cell, known, theme, bool(id_ and style is None)), _colour(known, theme))


def _parts(properties: Element | None, row: int, rows: int) -> list[str]:
    """The parts of a table style that a row takes after, the strongest first. Columns are left out."""

    def set_(name: str) -> bool:
        return properties is not None and on(properties.get(name, "0"))

    names = []
    if row == 0 and set_("firstRow"):
        names.append("firstRow")
    elif row == rows - 1 and set_("lastRow"):
        names.append("lastRow")
    elif set_("bandRow"):
        names.append("band1H" if (row - set_("firstRow")) % 2 == 0 else "band2H")
    return [*names, "wholeTbl"]


def _fill(cell: Element, parts: list[Element], theme: OfficeTheme, foreign: bool) -> tuple[ResolvedColour, ...] | None:
    own = cell.find(f"{A}tcPr")
    kinds = {f"{A}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill")}
    found = None if own is None else next((child for child in own if child.tag in kinds), None)
    if found is not None:
        return paints(found, theme)
    if foreign:
        return None
    for part in parts:
        fill = part.find(f"{A}tcStyle/{A}fill")
        if fill is not None and len(fill):
            return paints(fill[0], theme)
    return ()


def _colour(parts: list[Element], theme: OfficeTheme) -> ResolvedColour | None:
    for part in parts:
        said = part.find(f"{A}tcTxStyle")
        colour = None if said is None else next((c for c in said if str(c.tag).endswith("Clr")), None)
        if colour is not None:
            return paint(colour, theme)
    return None
