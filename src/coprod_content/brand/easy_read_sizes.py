"""Larger type sizes for easy-read texts.

Text is at least 16 points on a page, 14 on a card and 20 on a slide. Public guidance asks for 14 points or more, and
makers of easy-read pictures ask for 16.
"""

from collections.abc import Mapping
from typing import Any

from attrs import asdict, evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.type_sizes import Sizes

_SLIDE, _PAGE, _CARD = 20, 16, 14
_LARGER = {"lead": 2, "heading_3": 2, "heading_2": 4, "heading_1": 8}
"""How many points larger than the minimum for a page these styles must be."""


def with_easy_read_sizes(brand: Brand) -> Brand:
    """Return the brand with small type enlarged to the easy-read minimum.

    The imprint on cards keeps its size.
    """
    return evolve(
        brand,
        slides=_at_least(brand.slides, _SLIDE, {}),
        guide=_at_least(brand.guide, _PAGE, _LARGER),
        cards=evolve(_at_least(brand.cards, _CARD, {}), imprint=brand.cards.imprint),
    )


def _at_least(sizes: Sizes, least: int, larger: Mapping[str, int]) -> Sizes:
    def raised(name: str, own: Any) -> Any:
        if isinstance(own, tuple):
            return tuple(size for size in own if size >= least) or (least,)
        return max(own, least + larger.get(name, 0))

    return evolve(sizes, **{name: raised(name, own) for name, own in asdict(sizes, recurse=False).items()})
