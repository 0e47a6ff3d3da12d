"""Table cells on slides, with fills and colours from table styles."""

from collections.abc import Iterator

from attrs import frozen

from coprod_office.reading.colours import ResolvedColour, fill_colours, fill_in, resolved_colour
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.xml import A, Element, is_on


@frozen
class SlideTableCell:
    """A table cell with its fill colours and text colour.

    `fill` is None if the fill colours are unknown. `colour` is None if the text colour is inherited.
    """

    element: Element
    fill: tuple[ResolvedColour, ...] | None
    colour: ResolvedColour | None


def table_cells(table: Element, styles: dict[str, Element], theme: OfficeTheme) -> Iterator[SlideTableCell]:
    """Yield a table's cells, row by row.

    `styles` maps ids to table styles.
    """
    properties = table.find(f"{A}tblPr")
    id_ = table.findtext(f"{A}tblPr/{A}tableStyleId", "")
    style = styles.get(id_)
    rows = list(table.iterfind(f"{A}tr"))
    for at, row in enumerate(rows):
        parts = () if style is None else _parts(style, properties, at, len(rows))
        fill = None if id_ and style is None else _style_fill(parts, theme)
        colour = _style_colour(parts, theme)
        for cell in row.iterfind(f"{A}tc"):
            own = cell.find(f"{A}tcPr")
            own_fill = None if own is None else fill_in(own)
            yield SlideTableCell(cell, fill if own_fill is None else fill_colours(own_fill, theme), colour)


def _parts(style: Element, properties: Element | None, row: int, rows: int) -> tuple[Element, ...]:
    """Return the parts of a table style that apply to a row.

    The part with the highest precedence comes first. `row` is counted from 0, and `rows` is the number of rows. Parts
    for columns are ignored.
    """

    def has(name: str) -> bool:
        return properties is not None and is_on(properties.get(name, "0"))

    if row == 0 and has("firstRow"):
        names = ["firstRow", "wholeTbl"]
    elif row == rows - 1 and has("lastRow"):
        names = ["lastRow", "wholeTbl"]
    elif has("bandRow"):
        names = ["band1H" if (row - has("firstRow")) % 2 == 0 else "band2H", "wholeTbl"]
    else:
        names = ["wholeTbl"]
    found = (style.find(f"{A}{name}") for name in names)
    return tuple(part for part in found if part is not None)


def _style_fill(parts: tuple[Element, ...], theme: OfficeTheme) -> tuple[ResolvedColour, ...] | None:
    fills = (part.find(f"{A}tcStyle/{A}fill") for part in parts)
    return next((fill_colours(fill[0], theme) for fill in fills if fill is not None and len(fill)), ())


def _style_colour(parts: tuple[Element, ...], theme: OfficeTheme) -> ResolvedColour | None:
    for part in parts:
        text_style = part.find(f"{A}tcTxStyle")
        colour = next((c for c in (() if text_style is None else text_style) if str(c.tag).endswith("Clr")), None)
        if colour is not None:
            return resolved_colour(colour, theme)
    return None
