"""Read a brand's reference deck, which can be any PowerPoint template."""

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_office import PackagePart, escaped
from coprod_office.parts import THEME_TYPE
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import OfficePackage
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import P, parse_xml
from coprod_slides.adopted.safe_parts import SafeParts
from coprod_slides.box import EMU_PER_MM, SLIDE_HEIGHT, SLIDE_WIDTH, SlideBox
from coprod_slides.template.deck_template import AdoptedTemplate, DeckTemplate, TemplateLayout
from coprod_slides.template.layout_model import LayoutDesign, SlideLayout
from coprod_slides.template.layouts import ACTIVITY_CHOICES, LAYOUT_DESIGNS, REPLACEMENTS, layouts
from coprod_slides.template.placeholder_reader import outer_box, read_placeholder
from coprod_slides.template.placeholder_types import key_of
from coprod_slides.template.reference_deck import PRESENTATION, reference_parts

T = TypeVar("T")
_THEME_FONT = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin\b[^>]*?\btypeface=")[^"]*')
_OF_TEMPLATE = tuple(f"ppt/{folder}/" for folder in ("slideMasters", "slideLayouts", "notesMasters", "theme"))
_OPTIONAL = frozenset({"logo", "imprint", "caption", "picture"})
_NOTES, _NOTES_THEME = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/theme2.xml"
_OWN_NOTES, _OWN_NOTES_THEME = "ppt/notesMasters/notesMaster901.xml", "ppt/theme/theme901.xml"


@lru_cache(maxsize=16)
def template_of(brand: Brand) -> DeckTemplate:
    """Return the deck template for a brand.

    The template is read from the brand's reference deck or, if the brand has none, from the default reference deck. In
    high contrast, the brand's deck is used only if it is a restyled copy of the default deck, because no other template
    is known to be readable. Raises ValueError, with a one-line message, if the brand's deck cannot be used, and
    ContentError if its template map is not valid.
    """
    name = brand.reference.slides
    if name is None:
        return _ours(brand)
    from coprod_slides.adopted.adopted_deck import adopted_deck  # most decks need none of it

    found = _read(brand, name, lambda deck, data: adopted_deck(deck, data, brand, _our_notes))
    return found or _ours(brand)


@lru_cache(maxsize=16)
def look_of_template(brand: Brand) -> AdoptedTemplate | None:
    """Return the colours, fonts and layout roles of an organisation's template.

    Returns None in high contrast, if the brand has no reference deck, or if its deck is a restyled copy of ours. Raises
    ValueError, with a one-line message, if the brand's deck cannot be used, and ContentError if its template map is not
    valid.
    """
    name = brand.reference.slides
    if name is None:
        return None
    from coprod_slides.adopted.adopted_deck import adopted_look

    found = _read(brand, name, lambda deck, data: adopted_look(deck, data, brand))
    return found if isinstance(found, AdoptedTemplate) else None


def _read(brand: Brand, name: str, adopt: Callable[[Deck, bytes], T]) -> DeckTemplate | T | None:
    """Return a restyled copy of our deck, or what `adopt` returns.

    `adopt` is called if the deck is not a restyled copy of ours. In high contrast, it is not called, and None is
    returned instead. Raises ValueError if the deck cannot be used.
    """
    data = brand.file(name)
    if data is None:
        raise ValueError(f"The reference deck '{name}' is not among the brand's files. Put it next to brand.yaml.")
    try:
        deck = open_deck(data, template=True)
        found = _restyled(deck, data, brand)
        if found is None and brand.contrast == "high":
            return None
        if found is None and brand.sets("fonts.office"):
            _set_fonts(deck, brand.fonts.office)
        return found or adopt(deck, data)
    except FileRefused as error:
        part = f"its part {error.fault.spot}" if error.fault.spot else "it"
        raise ValueError(
            f"The reference deck '{name}' cannot be used: {part} {error.fault.what} "
            f"{error.fix('PowerPoint', 'Save it again in PowerPoint.')}"
        ) from error
    except KeyError as error:
        raise ValueError(
            f"The reference deck '{name}' cannot be used: its part {error} is missing. Save it again in PowerPoint."
        ) from error


def _ours(brand: Brand) -> DeckTemplate:
    """Return our own template, read from its parts."""
    parts = reference_parts(brand)
    package = OfficePackage({each.name: each.data for each in parts}, {each.name: each.content_type for each in parts})
    deck = Deck(package, PRESENTATION, parse_xml(package.parts[PRESENTATION], PRESENTATION))
    found = _restyled(deck, b"", brand, tuple(each for each in parts if each.name.startswith(_OF_TEMPLATE)))
    assert found
    return evolve(found, ours=True)


def _restyled(deck: Deck, data: bytes, brand: Brand, safe: tuple[PackagePart, ...] = ()) -> DeckTemplate | None:
    """Return the template of a restyled copy of our default deck.

    Returns None if the deck lacks one of our required layouts, or if a layout lacks a required placeholder. If the deck
    is our own, `safe` contains its parts, which need no cleaning.
    """
    masters = deck.masters()
    found = {_layout_name(deck.layout(part)): part for _, master in masters for _, part in deck.layouts(master)}
    if not found.keys() & LAYOUT_DESIGNS.keys():
        return None
    optional = {*REPLACEMENTS, *(choice.layout for choice in ACTIVITY_CHOICES)}
    wanted = [each for each in layouts(brand) if each.name in LAYOUT_DESIGNS]
    wanted = [each for each in wanted if each.name in found or each.name not in optional]
    width, height = deck.slide_size
    made = [_layout(deck, found[each.name], each, (width, height)) for each in wanted if each.name in found]
    read = tuple(each for each in made if each)
    if len(read) < len(wanted):
        return None
    notes = deck.package.related(deck.name, "notesMaster")
    theme = deck.master(masters[0][1]).theme
    heads = [*(part for _, part in masters), *([notes] if notes else [])]
    written = safe or tuple(SafeParts(deck, data).written(heads))
    other_notes = ("", ()) if notes else _our_notes(brand)
    return DeckTemplate(
        width=width,
        height=height,
        layouts=read,
        parts=(*written, *other_notes[1]),
        masters=masters,
        notes_master=notes or other_notes[0],
        theme=deck.package.related(masters[0][1], "theme"),
        light_2=theme.colour("lt2") or brand.palette.tint,
        font=theme.font,
    )


def _set_fonts(deck: Deck, family: str) -> None:
    """Replace the fonts in a deck's themes with `family`."""
    parts = deck.package.parts
    for name in (name for name in parts if deck.package.types[name] == THEME_TYPE):
        parts[name] = _THEME_FONT.sub(rf"\g<1>{escaped(family)}".encode(), parts[name])


def _layout_name(layout: SlideLayer) -> str:
    common = layout.root.find(f"{P}cSld")
    return "" if common is None else common.get("name") or ""


def _layout(deck: Deck, part: str, ours: SlideLayout, size: tuple[int, int]) -> TemplateLayout | None:
    """Return one of our layouts as found in a deck.

    Returns None if the layout lacks a required placeholder. `size` is the size of slides in English Metric Units.
    """
    layout = deck.layout(part)
    found = {}
    for shape in layout.shapes:
        key = key_of(*shape.placeholder) if shape.placeholder else None
        outer = outer_box(shape, layout) if key else None
        if key and outer:
            found[key] = read_placeholder(shape, layout, outer)
    if any(each.key not in found and each.key not in _OPTIONAL for each in ours.placeholders):
        return None
    return TemplateLayout(ours.name, part, tuple(found.items()), _scaled(LAYOUT_DESIGNS[ours.name], size))


def _scaled(design: LayoutDesign, size: tuple[int, int]) -> LayoutDesign:
    """Return a design with its boxes scaled to slides of `size`.

    `size` is in English Metric Units.
    """
    across, down = (
        length / EMU_PER_MM / usual for length, usual in zip(size, (SLIDE_WIDTH, SLIDE_HEIGHT), strict=True)
    )

    def scaled(box: SlideBox | None) -> SlideBox | None:
        return box and SlideBox(box.x * across, box.y * down, box.width * across, box.height * down)

    return evolve(design, picture=scaled(design.picture), figure=scaled(design.figure))


def _our_notes(brand: Brand) -> tuple[str, tuple[PackagePart, ...]]:
    """Return the part name of our notes master, and its parts.

    The files are numbered 901, so that their names differ from those of a template's parts.
    """
    parts = {part.name: part for part in reference_parts(brand)}
    notes, theme = evolve(parts[_NOTES], name=_OWN_NOTES), evolve(parts[_NOTES_THEME], name=_OWN_NOTES_THEME)
    folder, _, file = _NOTES.rpartition("/")
    linked = parts[f"{folder}/_rels/{file}.rels"].data.replace(b"theme2.xml", b"theme901.xml")
    relationships = PackagePart(f"{folder}/_rels/{posixpath.basename(_OWN_NOTES)}.rels", "", linked)
    return _OWN_NOTES, (notes, relationships, theme)
