"""Layouts for the default reference deck, read from `layouts.yaml`."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from attrs import asdict, evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Block, Bullets, Facts, Figure, Illustrated, Photograph
from coprod_content.document.document import Section
from coprod_content.files.cache.yaml_tables import yaml_table
from coprod_slides.box import SLIDE_WIDTH, SlideBox
from coprod_slides.template.layout_model import (
    LayoutDecoration,
    LayoutDesign,
    LayoutPlaceholder,
    ListStyleLevel,
    SlideLayout,
)
from coprod_slides.template.type_sizes import line_spacing, main_size, title_sizes
from coprod_slides.theme_colours import RoleColours, ThemeColour, role_colours

_ORDINARY = LayoutDesign(varied="text")
PLAIN, LIST, WIDE, BARE = "Title and text", "Title and list", "Figure", "Theme divider"
_SIZED = frozenset({"size", "after"})
_LARGEST_ORDINARY_SIZE = 18
"""Largest size in points of a brand's small text for which placeholders use their ordinary box.

For larger text, a placeholder with a `box_of_large_type` uses that box.
"""
_FOOTER_LEFT, _FOOTER_GAP, _NARROWEST_FOOTER = 132, 4, 60  # millimetres
_TABLE: dict[str, Any] = yaml_table(Path(__file__).with_name("layouts.yaml"))


@lru_cache(maxsize=8)
def layouts(brand: Brand, colours: RoleColours | None = None) -> tuple[SlideLayout, ...]:
    """Return the default deck's layouts in the order PowerPoint shows them.

    The layouts have the given `colours` or, if None, those of the brand's palette.
    """
    colours = colours or role_colours(brand.palette, brand.palette.sun)
    return tuple(_layout(name, entry, brand, colours) for name, entry in _TABLE["layouts"].items())


def master_layout(brand: Brand) -> SlideLayout:
    """Return the background and placeholders of the slide master."""
    return _layout("Master", _TABLE["master"], brand, role_colours(brand.palette, brand.palette.sun))


def _layout(name: str, entry: dict[str, Any], brand: Brand, colours: RoleColours) -> SlideLayout:
    sizes = _sizes(brand, LAYOUT_DESIGNS.get(name, _ORDINARY))
    placeholders = entry["placeholders"] if not brand.organisation else _with_footer(entry)
    return SlideLayout(
        name=name,
        kind=entry.get("kind", ""),
        background=_colour(entry["background"], colours),
        decorations=tuple(LayoutDecoration(**_made(each, colours)) for each in entry.get("decorations", ())),
        placeholders=tuple(
            LayoutPlaceholder(**_made(_placeholder(key, own, brand, sizes), colours))
            for key, own in placeholders.items()
        ),
    )


def _made(values: dict[str, Any], colours: RoleColours) -> dict[str, Any]:
    """Return values from `layouts.yaml` as arguments of the layout classes.

    Colours, boxes and list levels become objects.
    """
    made = values | {name: _colour(values[name], colours) for name in ("colour", "fill", "edge") if name in values}
    made |= {name: _box(*values[name]) for name in ("box", "picture", "figure") if name in values}
    if "levels" in values:
        made["levels"] = tuple(ListStyleLevel(**_made(level, colours)) for level in values["levels"])
    return made


def _colour(words: str, colours: RoleColours) -> ThemeColour:
    role, _, opacity = words.partition(" ")
    found = colours.of(role)
    return found.with_alpha(int(opacity.rstrip("%"))) if opacity else found


def _with_footer(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a layout's placeholders with one for an organisation's name.

    The added placeholder is where the layout's `footer` says or, without one, beside the slide number. If there is no
    slide number, no room beside it, or already a placeholder for the imprint, the placeholders are returned unchanged.
    """
    placeholders: dict[str, Any] = entry["placeholders"]
    number = placeholders.get("number")
    if number is None or "imprint" in placeholders:
        return placeholders
    left, top, _, height = number.get("box") or _TABLE["placeholders"]["number"]["box"]
    width = left - _FOOTER_GAP - _FOOTER_LEFT
    own = entry.get("footer")
    if own is None and width < _NARROWEST_FOOTER:
        return placeholders
    beside = {"box": [_FOOTER_LEFT, top, width, height], "levels": [{"align": "r"}], "colour": number["colour"]}
    others = {key: placed for key, placed in placeholders.items() if key != "number"}
    return {**others, "imprint": own or beside, "number": number}


def _sizes(brand: Brand, design: LayoutDesign) -> dict[object, int]:
    """Return the sizes and spaces that layouts can refer to by name."""
    named: dict[object, int] = {
        name: size if isinstance(size, int) else size[0] for name, size in asdict(brand.slides).items()
    }
    named |= {"main": main_size(brand, design), "heading": title_sizes(brand, design)[0]}
    return named | {"spacing": design.after, "half": design.after // 2}


def _placeholder(key: str, own: dict[str, Any], brand: Brand, sizes: dict[object, int]) -> dict[str, Any]:
    """Return the values of one placeholder of a layout, with defaults added.

    `own` contains the values that the layout gives for the placeholder `key`. They override the values that
    `layouts.yaml` gives for `key` in all layouts. A list style level takes any missing values from its placeholder.
    """
    values = {"key": key, "levels": [{}], **_TABLE["placeholders"][key], **own}
    large_box = values.pop("box_of_large_type", None)
    if large_box and brand.slides.small > _LARGEST_ORDINARY_SIZE:
        values["box"] = large_box
    style = {"line": brand.slides.line} | {
        name: values.pop(name) for name in ("size", "colour", "after") if name in values
    }
    levels = values["levels"] if isinstance(values["levels"], list) else _TABLE["levels"][values["levels"]]
    levels = [style | level for level in levels if style.keys() >= {"size", "colour"}]
    sized = [
        {name: sizes.get(value, value) if name in _SIZED else value for name, value in level.items()}
        | {"line": line_spacing(brand, level["line"])}
        for level in levels
    ]
    return {**values, "levels": sized}


def _box(left: float, top: float, width: float, height: float) -> SlideBox:
    return SlideBox(left + SLIDE_WIDTH if left < 0 else left, top, width, height)


def _with_lists(values: dict[str, Any], made: Callable[[list[Any]], object]) -> dict[str, Any]:
    """Return values, with each list replaced by what `made` returns."""
    return {name: made(value) if isinstance(value, list) else value for name, value in values.items()}


LAYOUT_DESIGNS = {
    name: LayoutDesign(**_with_lists(entry["design"], lambda numbers: _box(*numbers)))
    for name, entry in _TABLE["layouts"].items()
    if "design" in entry
}
ROLE_LAYOUTS = {role: name for name, entry in _TABLE["layouts"].items() for role in entry["roles"]}
REPLACEMENTS = {name: entry["instead"] for name, entry in _TABLE["layouts"].items() if "instead" in entry}
"""For each layout that a reference deck can leave out, the one to use instead."""


@frozen(kw_only=True)
class LayoutChoice:
    """When a layout is used for a section.

    If `figure` is true, the section must have a figure and other blocks. If `figure` is false, it must have no figure,
    except where `parts`, `pictures`, `scene` or `photo` decides instead. `modes` lists the modes that suit the layout,
    and is empty if all of them do. `most_lines` is the maximum number of list entries. `parts` is the number of facts
    that must follow other text. If `pictures` is given, the section must have that number of pictures with words and
    nothing else, and can have any role. If `scene` is true, the section must have one figure with a caption and nothing
    else. If `photo` is given, the section can have any role, and must have exactly one photo that is not a film.
    `alone` means a section without a list whose photo is not taller than it is wide, and `with text` means any other.
    `variety` sets whether the layout can replace one that three slides in a row have had, and whether this is its only
    use.
    """

    layout: str
    role: str = "activity"
    figure: bool = False
    parts: int = 0
    pictures: int = 0
    scene: bool = False
    photo: Literal["", "alone", "with text"] = ""
    modes: tuple[str, ...] = ()
    most_lines: int = 99
    variety: Literal["no", "also", "only"] = "no"

    def suits(self, section: Section) -> bool:
        """Return whether the layout suits a section."""
        if self.role != section.role and not (self.photo or self.pictures):
            return False
        if self.scene:
            return is_scene(section.blocks)
        photos = [block for block in section.blocks if isinstance(block, Photograph) and not block.clip]
        if photos or self.photo:
            return len(photos) == 1 and self.photo == _photo_use(photos[0], section)
        if self.pictures:
            return len(section.blocks) == self.pictures and all(
                isinstance(each, Illustrated) for each in section.blocks
            )
        if self.parts:
            last = section.blocks[-1] if len(section.blocks) > 1 else None
            above = any(isinstance(block, Facts | Illustrated) for block in section.blocks[:-1])
            facts = len(last.items) if isinstance(last, Facts) and not above else 0
            return facts == self.parts
        figures = {isinstance(block, Figure) for block in section.blocks}
        lines = sum(len(block.items) for block in section.blocks if isinstance(block, Bullets))
        by_mode = not self.modes or section.mode in self.modes
        by_blocks = figures == {True, False} if self.figure else True not in figures
        return by_blocks and by_mode and lines <= self.most_lines


def is_scene(blocks: tuple[Block, ...]) -> bool:
    """Return whether the blocks are one figure with a caption."""
    return len(blocks) == 1 and isinstance(blocks[0], Figure) and bool(blocks[0].caption)


def _photo_use(photo: Photograph, section: Section) -> str:
    width, height = photo.size
    with_text = width < height or any(isinstance(block, Bullets) for block in section.blocks)
    return "with text" if with_text else "alone"


ACTIVITY_CHOICES = tuple(
    LayoutChoice(layout=name, **_with_lists(entry["chosen"], tuple))
    for name, entry in _TABLE["layouts"].items()
    if "chosen" in entry
)
"""Layouts for activities, parts, scenes and photos, in order of preference. A reference deck can leave them out."""
VARIETY = tuple(
    evolve(choice, modes=(), most_lines=LayoutChoice(layout="").most_lines)
    for choice in ACTIVITY_CHOICES
    if choice.variety != "no"
)
"""Layouts that can replace one that several slides in a row share, for any mode and number of list entries."""
SCENES = tuple(choice.layout for choice in ACTIVITY_CHOICES if choice.scene)
"""Layouts with the words of a scene beside its picture, which take turns with the layout for figures."""
