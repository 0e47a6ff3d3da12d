"""Layouts of high contrast: full colours, decoration in lines, and none of it behind words."""

from collections.abc import Iterator

from attrs import evolve

from coprod_slides.box import Box
from coprod_slides.colours import INK, LINE, PAPER, TINT, Colour
from coprod_slides.slots import HEIGHT, WIDTH, Layout, Mark

_LINE, _CLEAR = 1.2, 3.0
_LIGHT = (PAPER, TINT, LINE)


def with_contrast(layout: Layout) -> Layout:
    """A layout in full colours. Shapes that one could see through become outlines, where no words stand on them; a page
    gets an edge where the ground beside it is as light.
    """
    words = tuple(slot.box.grown(_CLEAR) for slot in layout.slots)
    return evolve(
        layout, ground=_full(layout.ground), marks=tuple(_marks(layout.marks, words, light=layout.ground in _LIGHT))
    )


def _marks(marks: tuple[Mark, ...], words: tuple[Box, ...], *, light: bool) -> Iterator[Mark]:
    for mark in marks:
        if mark.shape == "ellipse" and mark.colour.alpha < 100:
            if not any(_meet(mark.box, box) for box in words):
                yield evolve(mark, colour=INK if light else PAPER, line=_LINE)
            continue
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


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom and one.x < WIDTH and one.y < HEIGHT
