"""Colours and attributes that make a template's text readable and measurable."""

from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import evolve

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_layers import SlideLayer, colours_behind
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.xml import A, P
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.template.deck_template import TemplateLevel, TemplatePlaceholder
from coprod_slides.template.placeholder_reader import list_styles
from coprod_slides.theme_colours import ThemeColour

if TYPE_CHECKING:
    from coprod_slides.adopted.source_layouts import SourceLayout, SourcePlaceholder

_SLOTS = ("dk1", "lt1", "dk2", "lt2")
_STEP, _LEAST_TITLE = 3.0, 14.0
_CAPITALS, _BOLD, _SPACED = "cap", "b", "spc"


def backgrounds(layer: SlideLayer, box: SlideBox) -> tuple[str, ...]:
    """Return the colours behind a box, or an empty tuple if unknown."""
    place = ShapeBox(*(length * EMU_PER_MM for length in (box.x, box.y, box.width, box.height)))
    return colours_behind(layer.background or _plain_background(layer), layer.drawn, place)


def _plain_background(layer: SlideLayer) -> tuple[str, ...]:
    """Return the colour of a background that uses a theme style.

    The tuple is empty if the style is a picture, or if the background uses no theme style. Without any background, the
    colour is white.
    """
    found: SlideLayer | None = layer
    while found is not None:
        background = found.root.find(f"{P}cSld/{P}bg")
        if background is not None:
            reference = background.find(f"{P}bgRef/{A}schemeClr")
            colour = None if reference is None else found.theme.colour(reference.get("val") or "")
            styled = background.find(f"{P}bgRef")
            pictures = [fill.tag == f"{A}blipFill" for fill in found.theme.backgrounds]
            number = 0 if styled is None else int(styled.get("idx") or 0) - 1001
            return (colour,) if colour and not any(pictures[number : number + 1]) else ()
        found = found.below
    return ("#ffffff",)


def least_contrast(colour: str, behind: tuple[str, ...]) -> float:
    """Return a colour's lowest contrast with the colours behind it.

    If `behind` is empty, the result is 21, the highest possible contrast.
    """
    return min((contrast(colour, each) for each in behind), default=21.0)


def readable_colour(wanted: tuple[str, ...], behind: tuple[str, ...]) -> str:
    """Return the first wanted colour that is readable on a background.

    If none is, return black or white, whichever has more contrast. `behind` contains the colours of the background.
    """
    found = (each for each in wanted if least_contrast(each, behind) >= LEAST_FOR_TEXT)
    return next(found, max(("#000000", "#ffffff"), key=lambda each: least_contrast(each, behind)))


def can_be_read(behind: tuple[str, ...]) -> bool:
    """Return whether black or white text is readable on these colours."""
    return least_contrast(readable_colour((), behind), behind) >= LEAST_FOR_TEXT


def readable_part(box: SlideBox, lowest: float, behind: Callable[[SlideBox], tuple[str, ...]]) -> SlideBox:
    """Return a title's box, clear of edges between dark and light parts.

    The result is the highest box as tall as `box`, or else the tallest, in which black or white text can be read. It is
    between the top of `box` and `lowest`. If it is too low for a title, or if text can be read in the whole box, `box`
    is returned. `behind` returns the colours behind a box.
    """
    if can_be_read(behind(box)):
        return box
    tallest = max(_readable_rows(box, lowest, behind), key=lambda each: min(each.height, box.height), default=box)
    return tallest if tallest.height >= _LEAST_TITLE else box


def _readable_rows(box: SlideBox, lowest: float, behind: Callable[[SlideBox], tuple[str, ...]]) -> Iterator[SlideBox]:
    for start in range(int((lowest - box.y) / _STEP)):
        top = box.y + start * _STEP
        heights = (box.rows(top, _STEP * count) for count in range(1, int((lowest - top) / _STEP) + 1))
        yield from takewhile(lambda rows: can_be_read(behind(rows)), heights)


def as_theme_colour(colour: str, slots: tuple[tuple[str, str], ...]) -> ThemeColour:
    """Return a hexadecimal colour as a colour of the theme.

    A colour that the theme does not have is given by its value. `slots` pairs the names of the theme's colours with
    their values.
    """
    return ThemeColour(next((name for name, value in slots if value == colour), colour))


def readable(
    text: TemplatePlaceholder, shape: SlideShape, layout: "SourceLayout", *, filled: bool = True
) -> TemplatePlaceholder:
    """Return a placeholder whose text can be read and measured.

    Only its first list level is kept. The level gets a readable colour if its own is unknown or too faint. If `filled`
    is false, the placeholder is used without any fill that it has in the template.
    """
    behind = layout.behind_text(shape, text.box) if filled else layout.behind(text.box)
    styles = layout.deck.text_styles(layout.layer).of_shape(shape, layout.layer)
    theme = layout.layer.theme
    darks = tuple(theme.colours[name] for name in _SLOTS if name in theme.colours)
    levels = []
    for at, level in enumerate(text.levels[:1]):  # slides use none of the deeper levels, which can look like anything
        colour = styles.text_colour(None, at)
        changed = level
        if behind and (not colour or least_contrast(colour.over(behind[0]), behind) < LEAST_FOR_TEXT):
            better = readable_colour(darks, behind)
            changed = evolve(changed, colour=as_theme_colour(better, tuple(theme.colours.items())))
        levels.append(_measurable(changed, at, shape, layout))
    is_title = shape.role == "title"
    capitals = is_title and _attribute(shape, layout, 0, _CAPITALS) in ("all", "small")
    return evolve(text, levels=tuple(levels), font=_font(shape, layout), capitals=capitals)


def _measurable(level: TemplateLevel, at: int, shape: SlideShape, layout: "SourceLayout") -> TemplateLevel:
    """Return a list level with formatting that can be measured.

    Letter spacing is removed. Bold type and capital letters are kept only in titles. `at` is the index of the level.
    """
    mended, is_title = "", shape.role == "title"
    if level.strong and not is_title:
        mended += ' b="0"'
    if not is_title and _attribute(shape, layout, at, _CAPITALS) in ("all", "small"):
        mended += ' cap="none"'
    if _attribute(shape, layout, at, _SPACED).lstrip("0"):
        mended += ' spc="0"'
    bullet = "•" if level.bullet is not None and level.bullet not in ("", "number") else level.bullet
    return evolve(level, mended=mended, bullet=bullet, strong=level.strong and is_title, margin=None)


def _attribute(shape: SlideShape, layout: "SourceLayout", at: int, name: str) -> str:
    found = (
        value
        for style in list_styles(shape, layout.layer)
        for run in style.iterfind(f"{A}lvl{at + 1}pPr/{A}defRPr")
        if (value := run.get(name)) is not None
    )
    return next(found, "")


def is_centred(place: "SourcePlaceholder", layout: "SourceLayout") -> bool:
    """Return whether a placeholder's text is centred."""
    levels = (level for style in list_styles(place.shape, layout.layer) for level in style.iterfind(f"{A}lvl1pPr"))
    return next((align for level in levels if (align := level.get("algn"))), "l") == "ctr"


def _font(shape: SlideShape, layout: "SourceLayout") -> str:
    """Return the font family of text at a placeholder's first list level."""
    found = (
        latin.get("typeface") or ""
        for style in list_styles(shape, layout.layer)
        for latin in style.iterfind(f"{A}lvl1pPr/{A}defRPr/{A}latin")
    )
    family = next(found, "+mn-lt")
    theme = layout.layer.theme
    return theme.title_font if family.startswith("+mj") else theme.font if family.startswith("+mn") else family
