"""Layouts of high contrast: full colours, decoration in lines, and none of it behind words."""

from collections.abc import Iterator
from math import hypot

from attrs import evolve

from coprod_slides.box import Box, around
from coprod_slides.colours import INK, LINE, PAPER, TINT, Colour
from coprod_slides.grid import HEIGHT, WIDTH
from coprod_slides.slots import Layout, Mark

_LINE, _CLEAR, _MARGIN, _RING = 1.2, 4.0, 6.0, 44.0
_LIGHT = (PAPER, TINT, LINE)
_SCALES = tuple(share / 100 for share in range(100, 35, -5))
_FRAME = Box(_MARGIN, _MARGIN, WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN)


def with_contrast(layout: Layout) -> Layout:
    """A layout in full colours. A slide of one dark colour has a frame; shapes that one could see through become rings,
    as large as leaves words and frame alone; a page has an edge where the ground beside it is as light.
    """
    light = layout.ground in _LIGHT
    solid = tuple(mark for mark in layout.marks if not _is_see_through(mark))
    rings = _rings(layout)
    if not light and not any(mark.shape == "rect" for mark in solid):
        rings = (Mark("rect", _FRAME, PAPER, line=_LINE), *rings)
    return evolve(layout, ground=_full(layout.ground), marks=(*rings, *_solid(solid, light=light)))


def _is_see_through(mark: Mark) -> bool:
    return mark.shape == "ellipse" and mark.colour.alpha < 100


def _rings(layout: Layout) -> tuple[Mark, ...]:
    """The see-through shapes as rings, drawn in to their middle as far as they have to be, or none; and a ring round a
    large number."""
    words = tuple(slot.box.grown(_CLEAR) for slot in layout.slots if slot.key != "minutes" or slot.anchor != "ctr")
    boxes = tuple(mark.box for mark in layout.marks if _is_see_through(mark))
    tried = (tuple(_drawn_in(boxes, scale)) for scale in _SCALES if boxes)
    fitting = next((rings for rings in tried if all(_is_clear(ring, words) for ring in rings)), ())
    numbers = (slot.box for slot in layout.slots if slot.key == "numeral")
    round_numbers = tuple(around(box.x + box.width / 2, box.y + box.height / 2, _RING) for box in numbers)
    colour = INK if layout.ground in _LIGHT else PAPER
    return tuple(Mark("ellipse", box, colour, line=_LINE) for box in (*fitting, *round_numbers))


def _drawn_in(boxes: tuple[Box, ...], scale: float) -> Iterator[Box]:
    """Boxes made smaller towards the middle of all of them."""
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    x, y = (left + right) / 2, (top + bottom) / 2
    for box in boxes:
        yield Box(x + (box.x - x) * scale, y + (box.y - y) * scale, box.width * scale, box.height * scale)


def _is_clear(ring: Box, words: tuple[Box, ...]) -> bool:
    """Whether a ring lies inside the frame and does not touch a box of words."""
    frame = _FRAME.grown(-_CLEAR)
    inside = frame.x <= ring.x and frame.y <= ring.y and ring.right <= frame.right and ring.bottom <= frame.bottom
    return inside and not any(_touches(ring, box) for box in words)


def _touches(ring: Box, box: Box) -> bool:
    x, y, radius = ring.x + ring.width / 2, ring.y + ring.height / 2, ring.width / 2
    nearest = hypot(x - min(max(x, box.x), box.right), y - min(max(y, box.y), box.bottom))
    return nearest < radius


def _solid(marks: tuple[Mark, ...], *, light: bool) -> Iterator[Mark]:
    for mark in marks:
        yield evolve(mark, colour=INK if mark.colour == LINE else _full(mark.colour))
        if light and mark.shape == "rect" and mark.colour == PAPER:
            yield from _edges(mark.box)


def _edges(page: Box) -> Iterator[Mark]:
    """The edges of a page that do not lie on those of the slide."""
    if page.x > 0:
        yield Mark("rect", Box(page.x, page.y, _LINE, page.height), INK)
    if page.y > 0:
        yield Mark("rect", Box(page.x, page.y, page.width, _LINE), INK)


def _full(colour: Colour) -> Colour:
    return evolve(colour, alpha=100)
