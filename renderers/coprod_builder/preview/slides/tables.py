"""Tables on slides: a cell for each box, on its own ground or on that of its band, with a rule below it."""

from collections.abc import Iterator

from attrs import evolve

from coprod_builder.preview.slides.deck_file import DeckFile, P
from coprod_builder.preview.slides.fills import FillColour, fill_of
from coprod_builder.preview.slides.office_file import EMU_PER_PT, A, Element
from coprod_builder.preview.slides.shapes import DrawnShape, rounded
from coprod_builder.preview.slides.text_layout import TextBox, rows_of
from coprod_builder.preview.slides.text_lines import TextLine

_RULE = 0.7
_MARGINS = ("marL", "marT", "marR", "marB")


def table(shape: Element, levels: tuple[Element, ...], deck: DeckFile) -> Iterator[DrawnShape | TextLine]:
    """A table in a frame. `levels` are the styles that its text has, what counts least first."""
    way, found = shape.find(f"{P}xfrm/{A}off"), shape.find(f".//{A}tbl")
    if way is None or found is None:
        return
    left, y = int(way.get("x", "0")) / EMU_PER_PT, int(way.get("y", "0")) / EMU_PER_PT
    widths = [int(each.get("w", "0")) / EMU_PER_PT for each in found.iter(f"{A}gridCol")]
    for at, row in enumerate(found.findall(f"{A}tr")):
        height = int(row.get("h", "0")) / EMU_PER_PT
        ground = FillColour(deck.colours["bg2" if at % 2 == 0 else "bg1"])
        x = left
        for cell, width in zip(row.findall(f"{A}tc"), widths, strict=True):
            box = DrawnShape(kind="rect", x=rounded(x), y=rounded(y), width=rounded(width), height=rounded(height))
            yield from _cell(cell, evolve(box, fill=ground), levels, deck)
            x += width
        y += height


def _cell(
    cell: Element, box: DrawnShape, levels: tuple[Element, ...], deck: DeckFile
) -> Iterator[DrawnShape | TextLine]:
    properties, body = cell.find(f"{A}tcPr"), cell.find(f"{A}txBody")
    yield evolve(box, fill=fill_of(properties, deck) or box.fill)
    foot = rounded(box.y + box.height)
    ends = ((box.x, foot), (rounded(box.x + box.width), foot))
    yield evolve(box, kind="line", fill=None, points=ends, stroke=FillColour(deck.colours["bg2"]), weight=_RULE)
    if body is not None and properties is not None:
        left, top, right, low = (int(properties.get(side, "91440")) / EMU_PER_PT for side in _MARGINS)
        room = TextBox(x=box.x + left, y=box.y + top, width=box.width - left - right, height=box.height - top - low)
        yield from rows_of(body, levels, room, deck)
