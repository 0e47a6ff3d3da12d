"""Tests of the layouts in layouts.yaml."""

from pathlib import Path

import yaml
from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_slides.box import SLIDE_HEIGHT, SLIDE_WIDTH
from coprod_slides.template import layouts as layouts_module
from coprod_slides.template.layouts import LAYOUT_DESIGNS, ROLE_LAYOUTS, layouts


def test_each_role_has_one_layout() -> None:
    """No role is listed in two layouts."""
    table = yaml.safe_load(Path(layouts_module.__file__).with_name("layouts.yaml").read_text(encoding="utf-8"))
    roles = [role for layout in table["layouts"].values() for role in layout["roles"]]
    assert sorted(roles) == sorted(ROLE_LAYOUTS)


def test_placeholders_and_pictures_are_on_the_slide(brand: Brand) -> None:
    """Every box is inside the slide, even with large type."""
    large = evolve(brand, slides=evolve(brand.slides, small=24))
    boxes = [each.box for which in (brand, large) for layout in layouts(which) for each in layout.placeholders]
    boxes += [design.picture for design in LAYOUT_DESIGNS.values() if design.picture]
    assert all(box.x >= 0 and box.y >= 0 for box in boxes)
    assert all(box.right <= SLIDE_WIDTH + 0.001 and box.bottom <= SLIDE_HEIGHT for box in boxes)


def test_large_type_has_a_larger_box(brand: Brand) -> None:
    """The imprint on the cover has a second line for large type."""
    large = evolve(brand, slides=evolve(brand.slides, small=24))
    heights = [
        next(each.box.height for each in layouts(which)[0].placeholders if each.key == "imprint")
        for which in (brand, large)
    ]
    assert heights == [10, 20]
