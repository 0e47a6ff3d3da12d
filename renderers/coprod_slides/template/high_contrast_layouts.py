"""High-contrast layouts, with opaque colours and no decoration behind text."""

from collections.abc import Iterator
from math import hypot

from attrs import evolve

from coprod_slides.box import SLIDE_HEIGHT, SLIDE_WIDTH, SlideBox
from coprod_slides.template.layout_model import LayoutDecoration, SlideLayout
from coprod_slides.theme_colours import INK, PAPER, RoleColours, ThemeColour

_LINE, _CLEARANCE = 1.2, 4.0
_SCALES = tuple(percent / 100 for percent in range(100, 35, -5))
_INNER_SLIDE = SlideBox(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT).grown(-2 * _CLEARANCE)


def in_high_contrast(layout: SlideLayout, colours: RoleColours) -> SlideLayout:
    """Return a high-contrast version of a layout, in opaque colours.

    Translucent circles are replaced with rings that do not touch text or the slide's edges, or are removed if no rings
    fit. On a light background, a paper-coloured panel gets lines along its left and top edges. A filled badge for the
    minutes gets an outline.
    """
    light = layout.background in (PAPER, colours.tint, colours.line)
    opaque = tuple(each for each in layout.decorations if not _is_translucent(each))
    decorations = (*_rings(layout, light=light), *_in_full_colour(opaque, colours.line, light=light))
    placeholders = tuple(
        evolve(each, edge=INK) if each.key == "minutes" and each.fill else each for each in layout.placeholders
    )
    return evolve(layout, background=_full(layout.background), decorations=decorations, placeholders=placeholders)


def _is_translucent(decoration: LayoutDecoration) -> bool:
    return decoration.shape == "ellipse" and decoration.colour.alpha < 100


def _rings(layout: SlideLayout, *, light: bool) -> tuple[LayoutDecoration, ...]:
    """Return rings for translucent circles, or an empty tuple if none fit."""
    texts = tuple(
        each.box.grown(_CLEARANCE)
        for each in layout.placeholders
        if each.key != "minutes" or each.anchor != "ctr"  # a badge can be inside rings
    )
    boxes = tuple(each.box for each in layout.decorations if _is_translucent(each))
    scaled = (tuple(_scaled(boxes, scale)) for scale in _SCALES if boxes)
    fitting = next((rings for rings in scaled if all(_is_clear(ring, texts) for ring in rings)), ())
    colour = INK if light else PAPER
    return tuple(LayoutDecoration("ellipse", box, colour, line=_LINE) for box in fitting)


def _scaled(boxes: tuple[SlideBox, ...], scale: float) -> Iterator[SlideBox]:
    """Yield boxes scaled about the centre of the rectangle around them."""
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    x, y = (left + right) / 2, (top + bottom) / 2
    for box in boxes:
        yield SlideBox(x + (box.x - x) * scale, y + (box.y - y) * scale, box.width * scale, box.height * scale)


def _is_clear(ring: SlideBox, texts: tuple[SlideBox, ...]) -> bool:
    """Return whether a ring is inside the slide and touches no text."""
    slide = _INNER_SLIDE
    inside = slide.x <= ring.x and slide.y <= ring.y and ring.right <= slide.right and ring.bottom <= slide.bottom
    return inside and not any(_touches(ring, box) for box in texts)


def _touches(ring: SlideBox, box: SlideBox) -> bool:
    x, y, radius = ring.x + ring.width / 2, ring.y + ring.height / 2, ring.width / 2
    distance = hypot(x - min(max(x, box.x), box.right), y - min(max(y, box.y), box.bottom))
    return distance < radius


def _in_full_colour(
    decorations: tuple[LayoutDecoration, ...], line: ThemeColour, *, light: bool
) -> Iterator[LayoutDecoration]:
    for each in decorations:
        yield evolve(each, colour=INK if each.colour == line else _full(each.colour))
        if light and each.shape == "rect" and each.colour == PAPER:
            yield from _edges(each.box)


def _edges(page: SlideBox) -> Iterator[LayoutDecoration]:
    """Yield lines along a panel's left and top edges.

    An edge that is also an edge of the slide gets no line.
    """
    if page.x > 0:
        yield LayoutDecoration("rect", SlideBox(page.x, page.y, _LINE, page.height), INK)
    if page.y > 0:
        yield LayoutDecoration("rect", SlideBox(page.x, page.y, page.width, _LINE), INK)


def _full(colour: ThemeColour) -> ThemeColour:
    return evolve(colour, alpha=100)
