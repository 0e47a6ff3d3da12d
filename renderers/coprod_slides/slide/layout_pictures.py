"""Put pictures that several slides share into their layout."""

from collections import defaultdict

from attrs import evolve, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.document import Section
from coprod_content.editions.sections.mode_signs import mode_sign
from coprod_slides.fitting.layout_frames import SlideFrames
from coprod_slides.slide.figures import figure
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.section_pictures import picture_box, picture_of
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout
from coprod_slides.template.layouts import ACTIVITY_CHOICES, LAYOUT_DESIGNS
from coprod_slides.template.theme_masters import accent_number
from coprod_slides.theme_colours import RoleColours

_FIRST_ID = 500
_TREE_END, _PLACEHOLDER, _SHAPE = b"</p:spTree>", b"<p:ph", b"<p:sp>"


@frozen
class LayoutPictures:
    """The pictures that layouts show, by layout and accent.

    A layout is left out if its slides have different pictures, which are then drawn on the slides.
    """

    shown: tuple[tuple[tuple[str, str], Drawing | None], ...]

    def covers(self, layout: str, section: Section) -> bool:
        """Return whether a section's layout shows the section's picture."""
        return (layout, _accent(section)) in dict(self.shown)


def layout_pictures(sections: tuple[Section, ...], frames: SlideFrames) -> LayoutPictures:
    """Return the pictures that layouts can show.

    A layout that no slide uses shows the sign of its mode, or the only picture of the theme's other slides.
    """
    used: dict[tuple[str, str], set[Drawing | None]] = defaultdict(set)
    accents: dict[str, set[Drawing]] = defaultdict(set)
    for section in sections:
        used[frames.of(section).layout, _accent(section)].add(section.picture)
        accents[_accent(section)] |= {section.picture} if section.picture else set()
    shown: dict[tuple[str, str], Drawing | None] = {}
    for name, design in LAYOUT_DESIGNS.items():
        if design.picture is None:
            continue
        for accent in {"", *accents}:
            of_accent = accents.get(accent, set())
            other = next(iter(of_accent)) if accent and len(of_accent) == 1 else None
            other = mode_sign(_mode(name), accent or "brand") or other
            found = used.get((name, accent), {other})
            if len(found) == 1:
                shown[name, accent] = next(iter(found))
    return LayoutPictures(tuple(shown.items()))


def _mode(layout: str) -> str:
    """Return the mode that a layout is for, or an empty string."""
    return next((choice.modes[0] for choice in ACTIVITY_CHOICES if choice.layout == layout and choice.modes), "")


def _accent(section: Section) -> str:
    return section.accent if accent_number(section.accent) else ""


def with_pictures(
    template: DeckTemplate, pictures: LayoutPictures, colours: RoleColours, language: str, *, plain: bool
) -> DeckTemplate:
    """Return a template whose layouts show pictures behind their text."""
    layouts = {layout.name: layout for layout in template.layouts}
    drawn = {}
    for (name, accent), picture in pictures.shown:
        if name in layouts:
            part = template.part_of(layouts[name], accent)
            drawn[part] = _drawn(layouts[name], accent, picture, template, PartContext(language, colours), plain=plain)
    return evolve(
        template,
        parts=tuple(
            evolve(part, data=_inserted(part.data, drawn[part.name])) if part.name in drawn else part
            for part in template.parts
        ),
    )


def _drawn(  # a picture depends on all of them
    layout: TemplateLayout,
    accent: str,
    picture: Drawing | None,
    template: DeckTemplate,
    context: PartContext,
    *,
    plain: bool,
) -> bytes:
    design = LAYOUT_DESIGNS[layout.name]
    box = picture_box(design, layout, template)
    if box is None:
        return b""
    section = Section(title="-", accent=accent or "brand", picture=picture, mode=_mode(layout.name))
    return figure(picture_of(section, design, plain=plain), "", box, evolve(context, first_id=_FIRST_ID)).encode()


def _inserted(layout: bytes, picture: bytes) -> bytes:
    """Return a layout with a picture between its decorations and placeholders."""
    placeholder = layout.find(_PLACEHOLDER)
    at = layout.rfind(_SHAPE, 0, placeholder) if placeholder >= 0 else layout.find(_TREE_END)
    return layout[:at] + picture + layout[at:] if at >= 0 else layout
