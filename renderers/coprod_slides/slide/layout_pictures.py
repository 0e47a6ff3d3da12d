"""Put a picture that several slides share into their layout."""

from collections import defaultdict
from functools import lru_cache

from attrs import evolve, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.document import Section
from coprod_content.editions.sections.mode_signs import mode_sign
from coprod_office import PackagePart
from coprod_slides.slide.figures import figure
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.section_pictures import picture_box, picture_of
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout
from coprod_slides.template.layouts import ACTIVITY_CHOICES, LAYOUT_DESIGNS
from coprod_slides.template.theme_masters import accent_number
from coprod_slides.theme_colours import BRAND, RoleColours

_FIRST_ID = 500
_MODE_SIGN = Drawing(width=1, height=1, shapes=())
"""Stands for the symbol of a layout's mode, which is drawn once and used for every accent."""
_TREE_END, _PLACEHOLDER, _SHAPE = b"</p:spTree>", b"<p:ph", b"<p:sp>"


@frozen
class LayoutPictures:
    """The pictures that layouts show, by layout and accent.

    If slides with the same layout and accent have different pictures, or if the layout has a mode and the picture is
    not the symbol of that mode, the layout is left out, and the pictures are drawn on the slides.
    """

    shown: tuple[tuple[tuple[str, str], Drawing | None], ...]

    def covers(self, layout: str, section: Section) -> bool:
        """Return whether the layout called `layout` shows a section's picture."""
        return (layout, _accent(section)) in dict(self.shown)


def layout_pictures(sections: tuple[tuple[Section, str], ...]) -> LayoutPictures:
    """Return the pictures that layouts can show, given each section's layout.

    A layout that no slide with a given accent uses shows the symbol of its mode. If it has no mode, and all symbols on
    slides with the accent are the same, it shows that symbol.
    """
    used: dict[tuple[str, str], set[Drawing | None]] = defaultdict(set)
    accents: dict[str, set[Drawing]] = defaultdict(set)
    for section, layout in sections:
        used[layout, _accent(section)].add(section.picture)
        is_symbol = section.picture and not section.mode and not section.picture.has_ground
        accents[_accent(section)] |= {section.picture} if section.picture and is_symbol else set()
    shown: dict[tuple[str, str], Drawing | None] = {}
    for name, design in LAYOUT_DESIGNS.items():
        if design.picture is None:
            continue
        for accent in {"", *accents}:
            of_accent = accents.get(accent, set())
            other = next(iter(of_accent)) if accent and len(of_accent) == 1 else None
            sign = mode_sign(_mode(name), accent or "brand")
            found = used.get((name, accent), {sign or other})
            if len(found) == 1 and (not sign or found == {sign}):
                shown[name, accent] = _MODE_SIGN if sign and found == {sign} else next(iter(found))
    return LayoutPictures(tuple(shown.items()))


def _mode(layout: str) -> str:
    """Return the first mode of a layout, or an empty string."""
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
        if name in layouts and template.has(layouts[name], accent):
            shown_in = "" if picture == _MODE_SIGN else accent  # on every master, the sign is in the main colour
            made = _drawn(layouts[name], shown_in, picture, colours, language, plain=plain)
            drawn[template.part_of(layouts[name], accent)] = made
    return evolve(
        template,
        parts=tuple(
            PackagePart(part.name, part.content_type, _inserted(part.data, drawn[part.name]))
            if part.name in drawn
            else part
            for part in template.parts
        ),
    )


@lru_cache(maxsize=256)
def _drawn(
    layout: TemplateLayout, accent: str, picture: Drawing | None, colours: RoleColours, language: str, *, plain: bool
) -> bytes:
    box = picture_box(layout)
    if box is None:
        return b""
    context = PartContext(language, colours, first_id=_FIRST_ID)
    if picture == _MODE_SIGN:
        picture, context = mode_sign(_mode(layout.name), "brand"), evolve(context, brand=BRAND)
    section = Section(title="-", accent=accent or "brand", picture=picture, mode=_mode(layout.name))
    return figure(picture_of(section, layout.design, plain=plain), "", box, context).encode()


@lru_cache(maxsize=256)
def _inserted(layout: bytes, picture: bytes) -> bytes:
    """Return a layout with a picture between its decorations and placeholders."""
    placeholder = layout.find(_PLACEHOLDER)
    at = layout.rfind(_SHAPE, 0, placeholder) if placeholder >= 0 else layout.find(_TREE_END)
    return layout[:at] + picture + layout[at:] if at >= 0 else layout
