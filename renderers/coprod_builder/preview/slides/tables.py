"""Tables on slides, drawn as cells with a rule below each."""

from collections.abc import Iterator

from attrs import evolve

from coprod_builder.preview.slides.shapes import EMU_PER_PT, DrawnShape, rounded
from coprod_builder.preview.slides.text_lines import TextBox, TextLine, text_lines
from coprod_office.reading.colours import ResolvedColour
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.slide_tables import SlideTableCell, table_cells
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.xml import A, Element, first_child

_RULE = 0.7
_MARGINS = ("marL", "marT", "marR", "marB")
_DEFAULT_MARGIN = "91440"


def drawn_table(
    frame: SlideShape, table_styles: dict[str, Element], text_styles: MasterTextStyles, theme: OfficeTheme
) -> Iterator[DrawnShape | TextLine]:
    """Yield a table's shapes and lines. `table_styles` maps ids to styles."""
    table = next(frame.element.iter(f"{A}tbl"), None)
    if table is None or frame.box is None:
        return
    left, y = frame.box.x / EMU_PER_PT, frame.box.y / EMU_PER_PT
    widths = [int(each.get("w", "0")) / EMU_PER_PT for each in table.iter(f"{A}gridCol")]
    cells = table_cells(table, table_styles, theme)
    for row in table.iterfind(f"{A}tr"):
        x, height = left, int(row.get("h", "0")) / EMU_PER_PT
        for width in widths:
            box = DrawnShape(kind="rect", x=rounded(x), y=rounded(y), width=rounded(width), height=rounded(height))
            yield from _cell(next(cells), box, text_styles, theme)
            x += width
        y += height


def _cell(
    cell: SlideTableCell, box: DrawnShape, text_styles: MasterTextStyles, theme: OfficeTheme
) -> Iterator[DrawnShape | TextLine]:
    yield evolve(box, fill=cell.fill[0] if cell.fill else None)
    bottom = rounded(box.y + box.height)
    ends = ((box.x, bottom), (rounded(box.x + box.width), bottom))
    rule = ResolvedColour(theme.colour("bg2") or "#cccccc")
    yield evolve(box, kind="line", points=ends, stroke=rule, weight=_RULE)
    properties, body = first_child(cell.element, f"{A}tcPr"), first_child(cell.element, f"{A}txBody")
    if body is not None and properties is not None:
        margins = (int(properties.get(side, _DEFAULT_MARGIN)) / EMU_PER_PT for side in _MARGINS)
        left, top, right, below = margins
        inside = TextBox(x=box.x + left, y=box.y + top, width=box.width - left - right, height=box.height - top - below)
        yield from text_lines(body, text_styles.of_table(theme, cell.colour), inside)
