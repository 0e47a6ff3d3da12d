"""Layouts of high contrast: full colours, decoration in lines, and none of it behind words."""

from collections.abc import Iterator
from math import hypot

from attrs import evolve

from coprod_slides.box import SlideBox
from coprod_slides.template.grid import HEIGHT, WIDTH
from coprod_slides.template.layout_model import LayoutDecoration, SlideLayout
from coprod_slides.theme_colours import INK, LINE, PAPER, TINT, ThemeColour

_LINE, _CLEAR = 1.2, 4.0
_LIGHT = (PAPER, TINT, LINE)
_SCALES = tuple(share / 100 for share in range(100, 35, -5))
_SLIDE = SlideBox(0, 0, WIDTH, HEIGHT).grown(-2 * _CLEAR)


def with_contrast(layout: SlideLayout) -> SlideLayout:
    """A layout in full colours. Shapes that one could see through become rings, as large as leaves words and the edge
    of the slide alone; a page has an edge where the ground beside it is as light.
    """
    solid = tuple(mark for mark in layout.marks if not _is_see_through(mark))
    marks = (*_rings(layout), *_solid(solid, light=layout.ground in _LIGHT))
    return evolve(layout, ground=_full(layout.ground), marks=marks)


def _is_see_through(mark: LayoutDecoration) -> bool:
    return mark.shape == "ellipse" and mark.colour.alpha < 100


def _rings(layout: SlideLayout) -> tuple[LayoutDecoration, ...]:
    """The see-through shapes as rings, drawn in to their middle as far as they have to be, or none."""
    words = tuple(slot.box.grown(_CLEAR) for slot in layout.slots if slot.key != "minutes" or slot.anchor != "ctr")
    boxes = tuple(mark.box for mark in layout.marks if _is_see_through(mark))
    tried = (tuple(_drawn_in(boxes, scale)) for scale in _SCALES if boxes)
    fitting = next((rings for rings in tried if all(_is_clear(ring, words) for ring in rings)), ())
    colour = INK if layout.ground in _LIGHT else PAPER
    return tuple(LayoutDecoration("ellipse", box, colour, line=_LINE) for box in fitting)


def _drawn_in(boxes: tuple[SlideBox, ...], scale: float) -> Iterator[SlideBox]:
    """Boxes made smaller towards the middle of all of them."""
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    x, y = (left + right) / 2, (top + bottom) / 2
    for box in boxes:
        yield SlideBox(x + (box.x - x) * scale, y + (box.y - y) * scale, box.width * scale, box.height * scale)


def _is_clear(ring: SlideBox, words: tuple[SlideBox, ...]) -> bool:
    """Whether a ring lies inside the slide and does not touch a box of words."""
    inside = _SLIDE.x <= ring.x and _SLIDE.y <= ring.y and ring.right <= _SLIDE.right and ring.bottom <= _SLIDE.bottom
    return inside and not any(_touches(ring, box) for box in words)


def _touches(ring: SlideBox, box: SlideBox) -> bool:
    x, y, radius = ring.x + ring.width / 2, ring.y + ring.height / 2, ring.width / 2
    nearest = hypot(x - min(max(x, box.x), box.right), y - min(max(y, box.y), box.bottom))
    return nearest < radius


def _solid(marks: tuple[LayoutDecoration, ...], *, light: bool) -> Iterator[LayoutDecoration]:
    for mark in marks:
        yield evolve(mark, colour=INK if mark.colour == LINE else _full(mark.colour))
        if light and mark.shape == "rect" and mark.colour == PAPER:
            yield from _edges(mark.box)


def _edges(page: SlideBox) -> Iterator[LayoutDecoration]:
    """The edges of a page that do not lie on those of the slide."""
    if page.x > 0:
        yield LayoutDecoration("rect", SlideBox(page.x, page.y, _LINE, page.height), INK)
    if page.y > 0:
        yield LayoutDecoration("rect", SlideBox(page.x, page.y, page.width, _LINE), INK)


def _full(colour: ThemeColour) -> ThemeColour:
    return evolve(colour, alpha=100)
