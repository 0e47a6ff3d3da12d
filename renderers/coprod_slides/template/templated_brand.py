"""A brand with the colours of its PowerPoint template."""

from functools import lru_cache

from attrs import evolve, fields

from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.derived_palette import DerivedPalette, palette_of_template
from coprod_content.brand.palette_notes import TemplateColours
from coprod_slides.template.deck_template import AdoptedTemplate
from coprod_slides.template.template_reader import template_of


@lru_cache(maxsize=8)
def templated(brand: Brand) -> Brand:
    """Return a brand with the palette of its PowerPoint template.

    Colours that the brand's own file sets are kept. A brand without an organisation's template is returned unchanged.
    """
    adopted = template_of(brand).adopted
    return evolve(brand, palette=adopted_palette(adopted, brand).palette) if adopted else brand


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
    return palette_of_template(colours, brand.palette, stated)
