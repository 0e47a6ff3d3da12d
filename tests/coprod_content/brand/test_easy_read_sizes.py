"""Easy-read type is large enough, and never smaller than the brand has it."""

from attrs import evolve, fields

from coprod_content.brand.brand import Brand
from coprod_content.brand.easy_read_sizes import with_easy_read_sizes


def test_no_text_is_small(brand: Brand) -> None:
    """Text has 16 points on a page, 14 on a card and 20 on a slide. Only the imprint of a card is smaller."""
    made = with_easy_read_sizes(brand)
    for sizes, least, spared in ((made.guide, 16, ""), (made.cards, 14, "imprint"), (made.slides, 18, "notes")):
        for name in (attribute.name for attribute in fields(type(sizes))):
            size = getattr(sizes, name)
            assert name == spared or min(size if isinstance(size, tuple) else (size,)) >= least, name


def test_headings_are_larger_than_what_is_under_them(brand: Brand) -> None:
    """The styles of a page keep their order."""
    guide = with_easy_read_sizes(brand).guide
    assert guide.cover > guide.heading_1 > guide.heading_2 > guide.heading_3 > guide.body


def test_a_brand_with_large_type_keeps_it(brand: Brand) -> None:
    """No type gets smaller, and nothing but type changes."""
    large = evolve(brand, guide=evolve(brand.guide, body=30, small=28), cards=evolve(brand.cards, body=20))
    made = with_easy_read_sizes(large)
    assert (made.guide.body, made.guide.small, made.cards.body) == (30, 28, 20)
    assert evolve(made, slides=large.slides, guide=large.guide, cards=large.cards) == large
