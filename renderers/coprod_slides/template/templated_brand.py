"""A brand with the fonts and colours of its PowerPoint template."""

from functools import lru_cache

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast, luminance, mixed
from coprod_slides.template.template_reader import template_of

_LEAST = 4.6


@lru_cache(maxsize=8)
def templated(brand: Brand) -> Brand:
    """Return a brand as its template makes it for slides."""
    adopted = template_of(brand).adopted
    if adopted is None:
        return brand
    slots, paper, ink = dict(adopted.slots), adopted.paper, adopted.ink

    def readable(colour: str) -> str:
        towards = "#000000" if luminance(paper) > 0.18 else "#ffffff"
        shades = (mixed(colour, towards, share / 20) for share in range(21))
        return next(shade for shade in shades if contrast(shade, paper) >= _LEAST or shade == towards)

    themes = {f"theme_{n}": readable(slots[f"accent{n}"]) for n in range(1, 7)}
    brand_colour = readable(slots["dk2"] if contrast(slots["dk2"], paper) > 3 else slots["accent1"])
    palette = evolve(
        brand.palette,
        paper=paper,
        ink=ink,
        muted=readable(mixed(ink, paper, 0.3)),
        tint=mixed(paper, brand_colour, 0.07),
        line=mixed(paper, ink, 0.25),
        brand=brand_colour,
        dark=brand_colour,
        sun=slots["accent1"],
        **themes,
    )
    return evolve(brand, palette=palette)
