"""Where the parts of our layouts go in a template's grid."""

from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from coprod_content.files.cache.yaml_tables import yaml_table
from coprod_slides.adopted.slide_grid import SlideGrid
from coprod_slides.box import SlideBox
from coprod_slides.template.layout_model import LayoutDecoration, LayoutDesign, SlideLayout

_TITLE_SHARE, _PICTURE_SHARE, _GAP, _WIDE = 0.58, 0.3, 4.0, 1.15
_FOOTER_KEYS = ("number", "imprint", "logo")
_LEAST_PICTURE = 28.0


@frozen
class Arrangement:
    """A layout's boxes by key, its decorations and its design."""

    boxes: tuple[tuple[str, SlideBox], ...]
    decorations: tuple[LayoutDecoration, ...]
    design: LayoutDesign


def is_statement(name: str) -> bool:
    """Return whether the layout called `name` is for a large title."""
    return "statement" in _table().get(name, {})


def arranged(layout: SlideLayout, design: LayoutDesign, grid: SlideGrid) -> Arrangement:
    """Return one of our layouts, with boxes placed in a template's grid."""
    entry = _table().get(layout.name, {})
    boxes = {"title": grid.title, "label": grid.label, "minutes": grid.minutes, "body": grid.body}
    decorations: tuple[LayoutDecoration, ...] = ()
    figure, picture = None, None
    if "statement" in entry:
        boxes["title"], boxes["body"], picture = _statement(grid)
    elif "scaled" in entry or (design.figure and "boxes" not in entry):
        area = SlideBox(*entry["scaled"]) if entry else _around(layout, design)
        figure = design.figure and _scaled(design.figure, area, grid.body)
        inside = [each for each in layout.placeholders if each.key not in boxes and each.box.y >= area.y]
        boxes |= {each.key: _scaled(each.box, area, grid.body) for each in inside if each.key not in _FOOTER_KEYS}
        body = next((each.box for each in layout.placeholders if each.key == "body"), None)
        if body:
            boxes["body"] = _scaled(body, area, grid.body)
        shapes = (each for each in layout.decorations if each.box.y > area.y and each.box.x > area.x - 1)
        decorations = tuple(evolve(each, box=_scaled(each.box, area, grid.body)) for each in shapes)
    elif "boxes" in entry:
        tall = "tall" in entry and grid.body.width < grid.body.height * _WIDE
        shares = {key: _share(numbers, grid.body) for key, numbers in entry["tall" if tall else "boxes"].items()}
        figure = shares.pop("figure", None) or (shares.get("picture") if design.figure else None)
        boxes |= shares
    keys = {each.key for each in layout.placeholders}
    kept = tuple((key, box) for key, box in boxes.items() if key in keys)
    design = evolve(design, figure=figure, picture=picture, panel=False, dark=False)
    return Arrangement(kept, decorations, design)


def _statement(grid: SlideGrid) -> tuple[SlideBox, SlideBox, SlideBox | None]:
    """Return boxes for a large title, text and a picture.

    The box for the picture is None if there is no room for one.
    """
    area = grid.statement
    high = area.height * _TITLE_SHARE
    side = min(high, area.width * _PICTURE_SHARE)
    body = area.rows(area.y + high + _GAP, area.height - high - _GAP)
    if side < _LEAST_PICTURE or area.width < area.height * _WIDE:
        return area.rows(area.y, high), body, None
    picture = SlideBox(area.right - side, area.y + (high - side) / 2, side, side)
    return evolve(area, width=area.width - side - _GAP, height=high), body, picture


def _around(layout: SlideLayout, design: LayoutDesign) -> SlideBox:
    """Return the box around a layout's text and its figure."""
    boxes = [each.box for each in layout.placeholders if each.key in ("body", "caption")]
    boxes += [design.figure] if design.figure else []
    left, top = min(each.x for each in boxes), min(each.y for each in boxes)
    return SlideBox(left, top, max(each.right for each in boxes) - left, max(each.bottom for each in boxes) - top)


def _scaled(box: SlideBox, area: SlideBox, to: SlideBox) -> SlideBox:
    across, down = to.width / area.width, to.height / area.height
    left, top = to.x + (box.x - area.x) * across, to.y + (box.y - area.y) * down
    return SlideBox(left, top, box.width * across, max(box.height * down, min(box.height, 2.4)))


def _share(numbers: list[float], of: SlideBox) -> SlideBox:
    left, top, width, height = (number / 100 for number in numbers)
    return SlideBox(of.x + left * of.width, of.y + top * of.height, width * of.width, height * of.height)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml_table(Path(__file__).with_name("arrangements.yaml"))
    return table
