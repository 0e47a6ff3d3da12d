"""A brand with the colours of its PowerPoint template."""

from functools import lru_cache

from attrs import evolve, fields

from coprod_content.brand.brand import THEME_ROLES, Brand, Palette
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, luminance
from coprod_content.brand.derived_palette import DerivedPalette, palette_of_template
from coprod_content.brand.palette_notes import TemplateColours
from coprod_slides.template.deck_template import AdoptedTemplate
from coprod_slides.template.template_reader import look_of_template
from coprod_slides.theme_colours import RoleColours, template_colours


@lru_cache(maxsize=16)
def templated(brand: Brand) -> Brand:
    """Return a brand with the palette of its PowerPoint template.

    Colours that the brand's own file sets are kept, except `paper`. A brand without an organisation's template is
    returned unchanged.
    """
    adopted = look_of_template(brand)
    return evolve(brand, palette=adopted_palette(adopted, brand).palette) if adopted else brand


@lru_cache(maxsize=8)
def colours_of_people(adopted: AdoptedTemplate, palette: Palette) -> RoleColours | None:
    """Return the colours for pictures of people on a dark template.

    Returns None for a light template.
    """
    if contrast("#ffffff", adopted.paper) < contrast("#000000", adopted.paper):
        return None
    slots = dict(adopted.slots)
    accents = tuple(str(getattr(palette, role)) for role in THEME_ROLES)
    light = TemplateColours(paper="#ffffff", ink=min(slots.values(), key=luminance), accents=accents)
    return template_colours(palette_of_template(light, palette).palette, adopted.slots)


def adopted_palette(adopted: AdoptedTemplate, brand: Brand) -> DerivedPalette:
    """Return a palette in a template's colours, with notes about them."""
    slots = dict(adopted.slots)
    accents = tuple(slots[f"accent{number}"] for number in range(1, 7) if f"accent{number}" in slots)
    main = (each for each in (*accents[:1], slots.get("dk2", "")) if each)
    colours = TemplateColours(
        paper=adopted.paper,
        ink=adopted.ink,
        accents=accents,
        brand=next((each for each in main if contrast(each, adopted.paper) >= LEAST_FOR_TEXT), ""),
        tint=slots.get("lt2", ""),
    )
    stated = frozenset(each.name for each in fields(Palette) if brand.sets(f"palette.{each.name}"))
    return palette_of_template(colours, brand.palette, stated - {"paper"})  # a slide's background is the template's
