"""Larger type sizes for easy-read texts.

Text is at least 16 points on a page, 14 on a card and 20 on a slide. Public guidance asks for 14 points or more, and
makers of easy-read pictures ask for 16.
"""

from typing import Any, TypeVar

from attrs import evolve, fields

from coprod_content.brand.brand import Brand, CardSizes, GuideSizes, SlideSizes

Sizes = TypeVar("Sizes", SlideSizes, GuideSizes, CardSizes)
_SLIDE, _PAGE, _CARD = 20, 16, 14
_LARGER: dict[str, int] = {"lead": 2, "heading_3": 2, "heading_2": 4, "heading_1": 8}
"""How many points larger than body text each of these styles must be on a page."""


def with_easy_read_sizes(brand: Brand) -> Brand:
    """Return the brand with small type enlarged to the easy-read minimum."""
    return evolve(
        brand,
        slides=_at_least(brand.slides, _SLIDE),
        guide=_at_least(brand.guide, _PAGE, _LARGER),
        cards=evolve(_at_least(brand.cards, _CARD), imprint=brand.cards.imprint),
    )


def _at_least(sizes: Sizes, least: int, larger: dict[str, int] | None = None) -> Sizes:
    """Raise each size to a minimum, and drop alternatives below it."""
    changed: dict[str, Any] = {}
    for name in (attribute.name for attribute in fields(type(sizes))):
        own: Any = getattr(sizes, name)
        if isinstance(own, tuple):
            changed[name] = tuple(size for size in own if size >= least) or (least,)
        else:
            changed[name] = max(own, least + (larger or {}).get(name, 0))
    return evolve(sizes, **changed)
