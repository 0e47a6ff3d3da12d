"""Placeholders for a template's layouts: its own, and ours in its colours."""

from collections.abc import Iterator
from math import ceil

from attrs import evolve, frozen
from lxml import etree

from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.known_fonts import measured_font
from coprod_content.layout.office_metrics import office_metrics
from coprod_office.reading.xml import A
from coprod_slides.adopted.layout_parts import PlacedBox
from coprod_slides.adopted.readable_text import as_theme_colour, readable, readable_colour
from coprod_slides.adopted.safe_area import inner_slide, is_clear
from coprod_slides.adopted.slide_grid import SlideGrid
from coprod_slides.adopted.source_layouts import SourceLayout, SourcePlaceholder
from coprod_slides.box import SlideBox
from coprod_slides.template.deck_template import TemplateLevel, TemplatePlaceholder
from coprod_slides.template.layout_model import TIGHT, LayoutPlaceholder, ListStyleLevel
from coprod_slides.template.placeholder_reader import read_placeholder
from coprod_slides.template.placeholder_types import placeholder
from coprod_slides.template.type_sizes import natural_line
from coprod_slides.theme_colours import RoleColours, ThemeColour

_BULLETS = {"": "", "dot": "•", "dash": "–", "number": "number", "box": "□"}
_ADDED = 'idx="9'
_NUMBER_WIDTH, _NUMBER_HEIGHT, _STRIP, _LOGO = 14.0, 8.0, 9.0, (60.0, 14.0)
_LEAST_COVER_TEXT, _LEAST_STRIP, _IMPRINT_WIDTH, _FULL_LINE = 44.0, 80.0, 0.62, 0.9
_FIRST_ADDED, _SAME = 900, 0.01
NamedBox = tuple[str, TemplatePlaceholder, PlacedBox | None]
"""A placeholder's key, the placeholder as slides use it, and what to add to the layout, or None."""


@frozen
class LayoutColours:
    """The colours in which text is written on a template's layouts.

    `slots` pairs the names of the theme's colours with their values. `ink` is the colour of ordinary text.
    """

    roles: RoleColours
    slots: tuple[tuple[str, str], ...]
    ink: str

    def readable(self, wanted: ThemeColour, layout: SourceLayout, box: SlideBox) -> ThemeColour:
        """Return a readable text colour for a box, `wanted` if possible."""
        value = dict(self.slots).get(wanted.name, wanted.name)
        behind = layout.behind(box)
        found = readable_colour((value, self.ink, *(colour for _, colour in self.slots[:4])), behind)
        return wanted if found == value else as_theme_colour(found, self.slots)


def written_box(
    each: LayoutPlaceholder, layout: SourceLayout, colours: LayoutColours, *, added: bool = False
) -> NamedBox:
    """Return one of our placeholders, in colours readable on a layout.

    A placeholder that has a fill keeps its own colours.

    If `added` is true, the placeholder gets an index that none of the layout's own placeholders is likely to have.
    """
    if each.fill is None:
        written = (evolve(level, colour=colours.readable(level.colour, layout, each.box)) for level in each.levels)
        each = evolve(each, levels=tuple(written))
    kind = placeholder(each.key)
    if added:
        start, _, end = kind.partition('idx="')
        number, _, rest = end.partition('"')
        kind = f'{start}idx="{_FIRST_ADDED + int(number)}"{rest}'
    levels = tuple(_level(level) for level in each.levels)
    if each.key == "imprint":  # LibreOffice takes the colour of a footer from the master
        levels = tuple(evolve(made, colour=level.colour) for made, level in zip(levels, each.levels, strict=True))
    return each.key, TemplatePlaceholder(each.box, levels, each.anchor, kind=kind), PlacedBox(each, kind)


def _level(level: ListStyleLevel) -> TemplateLevel:
    return TemplateLevel(
        level.size, level.line, level.after, level.margin, _BULLETS[level.bullet], level.strong, 0.0, -level.indent
    )


def inherited_box(key: str, source: SourcePlaceholder, box: SlideBox, anchor: str, layout: SourceLayout) -> NamedBox:
    """Return one of our placeholders in the text styles of `source`.

    The fill of `source` is left out. If `anchor` is empty, the vertical alignment of `source` is kept.
    """
    raw = evolve(
        read_placeholder(source.shape, layout.layer, source.outer), box=box, anchor=anchor or source.text.anchor
    )
    text = evolve(readable(raw, source.shape, layout, filled=False), inset=False, kind=placeholder(key), shrinks=True)
    body = source.shape.body
    style = None if body is None else body.find(f"{A}lstStyle")
    styles = "" if style is None else "".join(etree.tostring(level, encoding="unicode") for level in style)
    shown = LayoutPlaceholder(key=key, box=box, levels=(), anchor=text.anchor)  # type: ignore[arg-type]  # from the file
    return key, text, PlacedBox(shown, text.kind, styles)


def own_box(key: str, source: SourcePlaceholder, box: SlideBox, layout: SourceLayout) -> NamedBox:
    """Return one of the template's placeholders, moved to `box` on slides.

    Its position on the layout does not change. Its text can be read in the new place.
    """
    own = source.text.box
    if max(abs(box.x - own.x), abs(box.y - own.y), abs(box.width - own.width), abs(box.height - own.height)) < _SAME:
        return key, source.text, None
    anchor = "t" if key == "body" else source.text.anchor
    text = readable(evolve(source.text, box=box), source.shape, layout)
    return key, evolve(text, moved=True, anchor=anchor), None


def number_boxes(
    grid: SlideGrid, layout: SourceLayout, level: ListStyleLevel, colours: LayoutColours, *, own: bool
) -> Iterator[NamedBox]:
    """Yield the layout's placeholder for the slide number, or a new one.

    A new one is yielded only if there is room for it.

    `own` is true if the layout is the template's own, and false if it is composed. `level` is the text style to use if
    the layout lacks the placeholder.
    """
    if grid.number is None:
        page = inner_slide(layout.slide)
        box = SlideBox(
            page.right - 2 * _NUMBER_WIDTH, layout.slide.height - _NUMBER_HEIGHT - 2, 2 * _NUMBER_WIDTH, _NUMBER_HEIGHT
        )
        if is_clear(box, layout.obstacles) and not box.overlaps(grid.body):
            yield written_box(
                LayoutPlaceholder(key="number", box=box, levels=(level,), anchor="ctr"), layout, colours, added=own
            )
        return
    box = _large_enough(grid.number.text.box, grid.body, layout.slide)
    if own:
        yield own_box("number", grid.number, box, layout)
    else:
        yield inherited_box("number", grid.number, box, "", layout)


def _large_enough(box: SlideBox, body: SlideBox, slide: SlideBox) -> SlideBox:
    """Return `box`, enlarged if it is too small for a slide number."""
    if box.height < _NUMBER_HEIGHT:
        top = max(min(box.y + (box.height - _NUMBER_HEIGHT) / 2, slide.height - _NUMBER_HEIGHT), body.bottom)
        box = box.rows(top, _NUMBER_HEIGHT)
    if box.width < _NUMBER_WIDTH:
        box = SlideBox(max(0.0, box.right - _NUMBER_WIDTH), box.y, _NUMBER_WIDTH, box.height)
    return box


def above_imprint(body: SlideBox, layout: SourceLayout, name: str, small: int) -> SlideBox:
    """Return a cover's box for text, ending above the imprint.

    The imprint is `name`, the organisation's name, in type of `small` points. If that leaves too little of the box,
    there is room below it for only one line of the imprint. If too little is still left, or if the box already ends
    above the imprint, the box is returned unchanged.
    """
    page, font = inner_slide(layout.slide), measured_font(layout.layer.theme.font)
    style = TextStyle(small, line=natural_line(font) * TIGHT / 100)
    lines = ceil(office_metrics(font).width(name, style) / (page.width * _IMPRINT_WIDTH * _FULL_LINE))
    for strip in (max(_STRIP, lines * style.line_mm), _STRIP):
        top = page.bottom - strip - 1
        if top - body.y > _LEAST_COVER_TEXT and body.bottom > top:
            return body.rows(body.y, top - body.y)
    return body


def cover_spots(grid: SlideGrid, layout: SourceLayout, body: SlideBox) -> Iterator[tuple[str, SlideBox]]:
    """Yield the keys and boxes of a cover's imprint and logo.

    Either is left out if there is no room for it. A layout with its own picture gets no logo. `body` is the box for
    text.
    """
    page = inner_slide(layout.slide)
    taken = [grid.title, grid.label, body]
    number = [grid.number.outer] if grid.number else []
    left, wide = (
        max(page.x, min(grid.title.x, body.x)),
        min(page.width * _IMPRINT_WIDTH, page.right - max(page.x, grid.title.x)),
    )
    beside = min((each.x - left - 2 for each in number), default=wide)
    spots = {
        "imprint": [
            SlideBox(left, page.bottom - _STRIP, width, _STRIP) for width in (wide, beside) if width >= _LEAST_STRIP
        ],
        "logo": [
            SlideBox(page.right - _LOGO[0], page.bottom - _LOGO[1], *_LOGO),
            SlideBox(page.x, page.y, *_LOGO),
            SlideBox(page.right - _LOGO[0], page.y, *_LOGO),
        ],
    }
    if layout.has_picture:
        del spots["logo"]
    for key, boxes in spots.items():
        free = (each for each in boxes if is_clear(each, layout.obstacles))
        found = next((each for each in free if not any(each.overlaps(other) for other in (*taken, *number))), None)
        if found:
            taken.append(found)
            yield key, found
