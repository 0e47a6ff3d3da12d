"""Pictures: the decoration that goes with a slide, where it lies over no words."""

from coprod_content.content.drawing import Circle, Drawing, on_background
from coprod_content.content.field_types import Role
from coprod_content.document.document import Section
from coprod_slides.box import SlideBox
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout
from coprod_slides.template.grid import HEIGHT, WIDTH
from coprod_slides.template.role_layouts import LayoutDesign

_TONE = 0.42
_EMU = 36_000
_TOGETHER = ((36, 40, "theme_2"), (64, 40, "theme_3"), (50, 64, "sun"))
_RADIUS = 34
_QUIET, _LOUD = 45, 85
_BRAND = Section(title="-").accent


def picture_of(section: Section, look: LayoutDesign, *, plain: bool = False) -> Drawing:
    """The picture of a section as its layout takes it; of one without, the three circles of the library.

    A `plain` picture stands out from its ground: in full colours, the circles as rings.
    """
    paper_ground = look.accent == "never"
    if plain and section.picture is None:
        return _rings("ink" if paper_ground else "paper")
    drawing = section.picture or _circles(section.accent)
    return drawing if paper_ground else on_background(drawing, section.accent, 1.0 if plain else _TONE)


def room_of(look: LayoutDesign, stage: TemplateLayout, template: DeckTemplate) -> SlideBox | None:
    """Where a layout has room for a picture; nothing where its reference deck has put words there."""
    if look.picture is None:
        return None
    across, down = template.width / _EMU / WIDTH, template.height / _EMU / HEIGHT
    box = look.picture
    room = SlideBox(box.x * across, box.y * down, box.width * across, box.height * down)
    return None if any(place.box.overlaps(room) for _, place in stage.places) else room


def _rings(colour: Role) -> Drawing:
    """The three circles as lines."""
    shapes = (Circle(x=x, y=y, radius=_RADIUS, fill="paper", opacity=0, outline=colour) for x, y, _ in _TOGETHER)
    return Drawing(width=100, height=100, shapes=tuple(shapes))


def _circles(accent: str) -> Drawing:
    """Three circles: the more they overlap, the more is done together. Those of the brand have a colour each."""
    loud = accent == _BRAND
    shapes = (
        Circle(
            x=x,
            y=y,
            radius=_RADIUS,
            fill=colour if loud else accent,  # type: ignore[arg-type]  # a colour that is no role is the brand's
            opacity=_LOUD if loud else _QUIET,
        )
        for x, y, colour in _TOGETHER
    )
    return Drawing(width=100, height=100, shapes=tuple(shapes))
