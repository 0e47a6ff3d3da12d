"""Where the title, label, text and number go on a template's slides."""

from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve, frozen

from coprod_content.brand.type_sizes import SlideSizes
from coprod_content.layout.known_fonts import measured_font
from coprod_slides.adopted.layout_roles import bodies_of, title_of
from coprod_slides.adopted.readable_text import can_be_read, readable_part
from coprod_slides.adopted.safe_area import contains, inner_slide, is_clear, safe_area
from coprod_slides.adopted.source_layouts import SourceLayout, SourcePlaceholder, off_edges
from coprod_slides.box import SlideBox
from coprod_slides.template.type_sizes import LONG_TITLE, title_height

_LABEL, _GAP, _EDGE = 8.6, 2.0, 5.2
_LEAST_TITLE, _LEAST_BODY = 17.0, 0.25
_NARROW, _SHORT, _ROOMIER, _COVER_TEXT, _COVER_TITLE, _IMPRINT = 0.6, 0.5, 1.2, 38.0, 40.0, 12.0
_SHARE_OF_LABEL, _MINUTES, _LEAST_TEXT = 0.72, 38.0, 72.0
_TITLE_SHARE, _CLEAR_SHARE, _STEP = 0.18, 0.5, 4.0
_LeastHeight = Callable[[float], float]
"""A function that returns the height that titles of a given width need, in millimetres."""


@frozen
class SlideGrid:
    """The boxes of a slide with a title and text, in millimetres.

    `title_source` and `body_source` are the template's own placeholders, or None if it has no usable one. `number` is
    its placeholder for the slide number, if any. `statement` is the box for a large title and the text below it.
    """

    title: SlideBox
    label: SlideBox
    minutes: SlideBox
    body: SlideBox
    statement: SlideBox
    number: SourcePlaceholder | None
    title_source: SourcePlaceholder | None
    body_source: SourcePlaceholder | None

    @property
    def for_statement(self) -> "SlideGrid":
        """This grid, with the label and minutes above the large title."""
        if self.label.y < self.title.bottom or self.statement.y > self.title.y:
            return self
        top = self.statement.y
        area = self.statement.rows(top + _LABEL, self.statement.height - _LABEL)
        label, minutes = (each.rows(top, _LABEL) for each in (self.label, self.minutes))
        return evolve(self, label=label, minutes=minutes, statement=area)


def slide_grid(layout: SourceLayout, sizes: SlideSizes, *, is_cover: bool = False) -> SlideGrid:
    """Return the grid of a layout or master.

    On a cover, the box for text can be small, and can be above the title. `sizes` contains the brand's type sizes for
    slides.
    """
    title, body = title_of(layout), next(iter(bodies_of(layout)), None)
    fonts = tuple(measured_font(each.text.font if each else layout.layer.theme.font) for each in (title, body))
    longest = LONG_TITLE.upper() if title and title.text.capitals else LONG_TITLE
    least = partial(title_height, longest, fonts, (sizes.cover if is_cover else sizes.title)[-1], sizes)
    head, text = _title_and_body(layout, title, body, 0.0 if is_cover else _LEAST_BODY)
    if is_cover:
        head, text = _with_room(head, text, layout, least)
    else:
        head, text = _tall_enough(head, _roomier(head, text, layout), layout, least)
        head = readable_part(head, text.y + _LEAST_TITLE, layout.behind)
        text = text if text.y < head.y or head.bottom <= text.y else _below(text, head)
        if text.height < _LEAST_TEXT < layout.slide.height / 2:
            page = safe_area(inner_slide(layout.slide), layout.obstacles)
            head = page.rows(page.y, page.height * _TITLE_SHARE)
            text = page.rows(head.bottom + _GAP, page.bottom - head.bottom - _GAP)
    free = tuple(_label_spots(head, _above_footer(text, layout), layout))
    label, head, text = next((each for each in free if can_be_read(layout.behind(each[0]))), free[0])
    head, text = (head, text) if is_cover else _tall_enough(head, text, layout, least)
    right = min(_MINUTES, label.width * (1 - _SHARE_OF_LABEL))
    words = evolve(label, width=label.width - right - _GAP)
    minutes = evolve(label, x=label.right - right, width=right)
    shown = (each for each in layout.of("sldNum") if contains(layout.slide.grown(3), each.outer))
    number = next((each for each in shown if each.upright), None)
    return SlideGrid(head, words, minutes, text, _statement(head, text, layout), number, title, body)


def _title_and_body(
    layout: SourceLayout, title: SourcePlaceholder | None, body: SourcePlaceholder | None, least: float
) -> tuple[SlideBox, SlideBox]:
    """Return boxes for the title and text, if possible the template's.

    `least` is the smallest usable height of the box for text, as a fraction of the height of the slide.
    """
    head, text = off_edges(title, layout.slide) if title else None, body.text.box if body else None
    if head and not (contains(layout.slide, head) and head.width > layout.slide.width / 4):
        head = None
    if text and (not contains(layout.slide, text) or text.height < layout.slide.height * least):
        text = None
    head, text = (box and _clear_part(box, layout) for box in (head, text))
    if head and text and head.overlaps(text):
        text = _below(text, head)
    page = inner_slide(layout.slide)
    if head is None and text is None:
        page = safe_area(page, layout.obstacles)
        head = page.rows(page.y, page.height * _TITLE_SHARE)
    elif head is None and text:
        above = page.rows(page.y, text.y - page.y - _GAP)
        head = evolve(safe_area(above, layout.obstacles), x=text.x, width=text.width)
        if above.height < _LEAST_TITLE:
            head, text = text.rows(text.y, _LEAST_TITLE), _below(text, text.rows(text.y, _LEAST_TITLE))
    assert head
    if text is None:
        below = page.rows(head.bottom + _GAP, page.bottom - head.bottom - _GAP)
        text = safe_area(below, layout.obstacles)
    return head, text


def _clear_part(box: SlideBox, layout: SourceLayout) -> SlideBox:
    """Return the part of a box that is free of shapes.

    If that part is half the box or less, the whole box is returned.
    """
    free = safe_area(box, layout.obstacles)
    return free if free.width * free.height > _CLEAR_SHARE * box.width * box.height else box


def _below(text: SlideBox, head: SlideBox) -> SlideBox:
    top = head.bottom + _GAP
    return text.rows(top, text.bottom - top) if head.bottom < text.bottom - 20 else text


def _roomier(head: SlideBox, text: SlideBox, layout: SourceLayout) -> SlideBox:
    """Return the box for text, widened and lengthened if it is small."""
    if text.width >= layout.slide.width * _NARROW and text.height >= layout.slide.height * _SHORT:
        return text
    taken = (*layout.obstacles, *(each.outer for each in layout.placeholders if each.role not in ("title", "body")))
    page = inner_slide(layout.slide)
    left, right = min(text.x, max(head.x, page.x)), max(text.right, min(head.right, page.right))
    roomy = safe_area(SlideBox(left, text.y, right - left, max(text.bottom, page.bottom) - text.y), taken)
    return roomy if roomy.width * roomy.height > _ROOMIER * text.width * text.height else longer_box(text, layout)


def longer_box(text: SlideBox, layout: SourceLayout, above: float = 0.0) -> SlideBox:
    """Return a box, extended as far down as possible.

    It ends above any footer or shape below it, and at least `above` millimetres above the slide's bottom margin. If
    there are already shapes behind the box, it ends where the colours behind it change.
    """
    footers = (each.outer.y for role in ("sldNum", "ftr", "dt") for each in layout.of(role))
    below = (each.y - _GAP for each in layout.obstacles if each.x < text.right and text.x < each.right)
    most = min((inner_slide(layout.slide).bottom - above, *(y for y in (*footers, *below) if y > text.bottom)))
    longer = text.rows(text.y, max(most - text.y, text.height))
    ground, bottom = layout.behind(text), text.bottom
    if not ground or not any(each.overlaps(longer) for each in layout.obstacles):
        return longer if is_clear(longer, layout.obstacles) else text
    while bottom + _STEP <= longer.bottom and layout.is_on(ground, text.rows(bottom, _STEP)):
        bottom += _STEP
    return text.rows(text.y, bottom - text.y)


def tallest_box(grid: SlideGrid, layout: SourceLayout) -> SlideBox:
    """Return the box for pictures and tables, below the title."""
    longer = longer_box(grid.body, layout)
    top = max(grid.title.bottom, grid.label.bottom) + _GAP / 2
    taller = longer.rows(top, longer.bottom - top)
    return taller if top < longer.y and is_clear(taller, layout.obstacles) else longer


def _with_room(head: SlideBox, text: SlideBox, layout: SourceLayout, least: _LeastHeight) -> tuple[SlideBox, SlideBox]:
    """Return a cover's boxes for the title and text, enlarged if necessary."""
    if head.height < _COVER_TITLE and text.y > head.bottom:
        taller = head.rows(head.y, max(head.height, min(_COVER_TITLE, text.y - _GAP - head.y)))
        head = taller if is_clear(taller, layout.obstacles) else _tall_enough(head, text, layout, least)[0]
    if text.height > _COVER_TEXT:
        most = head.height + (text.height if text.height > 2 * _COVER_TEXT else text.height - _COVER_TEXT)
        head, text = _tall_enough(head, text, layout, lambda width: min(least(width), most))
    if text.y >= head.bottom and text.height < 1.5 * _COVER_TEXT:
        text = longer_box(text, layout, _IMPRINT)
    if text.height >= _COVER_TEXT:
        return head, text
    missing = _COVER_TEXT - text.height
    if head.height - missing < 2 * _LEAST_TITLE:
        return head, text
    if text.y >= head.bottom - _GAP:
        return head.rows(head.y, head.height - missing), text.rows(text.y - missing, _COVER_TEXT)
    return head.rows(head.y + missing, head.height - missing), text.rows(text.y, _COVER_TEXT)


def _tall_enough(
    head: SlideBox, text: SlideBox, layout: SourceLayout, least: _LeastHeight
) -> tuple[SlideBox, SlideBox]:
    """Return boxes for title and text, with room for a long title.

    The title grows upwards if a shape, such as a line under it, is in the way.
    """
    missing = least(head.width) - head.height
    if missing <= 0 or text.y < head.bottom:
        return head, text
    taller = head.rows(head.y, head.height + missing)
    below = [each.y for each in layout.obstacles if each.overlaps(taller) and each.y >= head.bottom]
    if below:
        bottom = min(below) - _GAP / 2
        top = max(_EDGE, bottom - taller.height)
        raised = head.rows(top, bottom - top)
        if raised.height >= _LEAST_TITLE and is_clear(raised, layout.obstacles):
            return raised, text
    return taller, text if text.y >= taller.bottom else _below(text, taller)


def _above_footer(text: SlideBox, layout: SourceLayout) -> SlideBox:
    """Return the box for text, ending above any footer.

    The footer consists of the slide number, footer text and date.
    """
    footers = [each.outer for role in ("sldNum", "ftr", "dt") for each in layout.of(role)]
    tops = [each.y for each in footers if each.overlaps(text) and each.y > text.y + text.height / 2]
    return text.rows(text.y, min((text.bottom, *tops)) - text.y)


def _label_spots(head: SlideBox, text: SlideBox, layout: SourceLayout) -> Iterator[tuple[SlideBox, SlideBox, SlideBox]]:
    """Yield possible boxes for the label, title and text, best first."""
    if text.y < head.y:
        over = text.rows(text.y - _GAP / 2 - _LABEL, _LABEL)
        if over.y >= _EDGE and is_clear(over, layout.obstacles):
            yield over, head, text
    for top in (head.y - _GAP / 2 - _LABEL, max(_EDGE, head.y - _GAP / 2 - _LABEL), max(_EDGE, head.y)):
        above = head.rows(top, _LABEL)
        taken = max(0.0, above.bottom + _GAP / 2 - head.y)
        roomy = taken == 0 or head.height - taken >= _LEAST_TITLE
        if top >= _EDGE and roomy and is_clear(above, layout.obstacles) and not above.overlaps(text):
            yield above, head.rows(head.y + taken, head.height - taken) if taken else head, text
    between = SlideBox(text.x, text.y - _GAP / 2 - _LABEL, text.width, _LABEL)
    if between.y >= head.bottom and is_clear(between, layout.obstacles):
        yield between, head, text
    yield text.rows(text.y, _LABEL), head, text.rows(text.y + _LABEL + _GAP, text.height - _LABEL - _GAP)


def _statement(head: SlideBox, text: SlideBox, layout: SourceLayout) -> SlideBox:
    """Return the box for a large title and the text below it.

    If the two cannot share a box, this is the box for the text.
    """
    left, right = max(head.x, text.x), min(head.right, text.right)
    whole = SlideBox(left, head.y, right - left, text.bottom - head.y)
    suits = head.bottom <= text.y + _GAP and whole.width > text.width * 0.6
    return whole if suits and is_clear(whole, layout.obstacles) and not _has_band(head, text, layout) else text


def _has_band(head: SlideBox, text: SlideBox, layout: SourceLayout) -> bool:
    """Return whether a shape is behind the title but not the text."""
    return any(contains(each, head) and not contains(each, text) for each in layout.obstacles)
