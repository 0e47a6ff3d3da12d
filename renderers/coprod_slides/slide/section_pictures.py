"""Decorative pictures for sections, and their positions on layouts."""

from coprod_content.content.drawing import Circle, Drawing, on_background
from coprod_content.content.field_types import Role
from coprod_content.document.document import Section
from coprod_slides.box import SlideBox
from coprod_slides.template.deck_template import TemplateLayout
from coprod_slides.template.layout_model import LayoutDesign

_TONE = 0.42
_CIRCLES = ((36, 40, "theme_2"), (64, 40, "theme_3"), (50, 64, "sun"))
_RADIUS = 34
_FAINT, _STRONG = 45, 85
_BRAND = Section(title="-").accent


def picture_of(section: Section, design: LayoutDesign, *, plain: bool = False) -> Drawing:
    """Return a section's picture, or three circles if it has none.

    On a coloured background, shapes in the colour of the background become paper-coloured and more transparent. If the
    section has a mode, or if `plain` is true because the deck has high contrast, these shapes only become
    paper-coloured. If `plain` is true, the three circles have an outline and no fill.
    """
    on_paper = not design.dark
    if plain and section.picture is None:
        return _circles("paper", 0, outline="ink" if on_paper else "paper")
    circles = _circles() if section.accent == _BRAND else _circles(section.accent, _FAINT)
    drawing = section.picture or circles
    return drawing if on_paper else on_background(drawing, section.accent, 1.0 if plain or section.mode else _TONE)


def picture_box(layout: TemplateLayout) -> SlideBox | None:
    """Return the box for a layout's picture, or None.

    Returns None if the layout has no picture, or if a placeholder overlaps the box.
    """
    box = layout.design.picture
    return None if box and any(each.box.overlaps(box) for _, each in layout.placeholders) else box


def _circles(fill: str = "", opacity: int = _STRONG, outline: Role | None = None) -> Drawing:
    """Return three overlapping circles, in different colours unless `fill` is given."""
    shapes = (
        Circle(
            x=x,
            y=y,
            radius=_RADIUS,
            fill=fill or colour,  # type: ignore[arg-type]  # unknown roles use the brand's colour
            opacity=opacity,
            outline=outline,
        )
        for x, y, colour in _CIRCLES
    )
    return Drawing(width=100, height=100, shapes=tuple(shapes))
