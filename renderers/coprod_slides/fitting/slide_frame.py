"""Measure text and blocks against the space available on a slide."""

import re
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Photograph,
    Signpost,
    Table,
)
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.layout.frames import Frame
from coprod_content.layout.office_metrics import office_metrics
from coprod_content.text.spans import Span, Text, verbatim
from coprod_slides.box import SlideBox
from coprod_slides.fitting.block_texts import bold, labelled, part_texts
from coprod_slides.fitting.line_counts import SAFE_WIDTH, line_count
from coprod_slides.slide_words import with_no_break_spaces
from coprod_slides.template.deck_template import TemplateLevel, TemplatePlaceholder
from coprod_slides.template.layout_model import NUMBER_INDENT, TIGHT
from coprod_slides.template.type_sizes import TypeScale

_WORD = re.compile("[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*")
_NUMBER_SPACE, _ROUNDING = 2.0, 0.01
WIDER_FONT = 1.2
"""The largest width of a replacement font, such as DejaVu Sans, as a multiple of that of the template's font."""
LABEL_GAP = 1.5
"""The gap between a label of several lines and the title below it, in millimetres."""


@frozen(kw_only=True)
class SlideFrame(Frame):
    """The space for text, in millimetres, on slides with a given layout.

    `natural` is the height of a single-spaced line as a multiple of the type size. `label_width` and `label_height` are
    the size of the label's box. A longer label can take up to `label_growth` from the top of the title's box.
    `imprint_width` and `imprint_height` are the size of the box for the document's imprint, or 0 if the layout has no
    such box. `figure` is the box for a figure or photo beside the text, if any. `parts` contains the placeholders for
    facts, or for the words beside pictures.

    `larger_scales` contains larger type sizes for the layout, largest first. The frame takes the first of them in which
    the blocks fill at most the fraction `share` of the height. `smaller_scales` contains smaller sizes, for blocks that
    cannot be split. `title_font` is the font of the title, or an empty string if it is `font`. Titles are in capital
    letters if `title_capitals` is true. `own` is true for a layout of an organisation's template.
    """

    layout: str
    natural: float
    label_width: float
    label_height: float
    label_growth: float = 0.0
    imprint_width: float = 0.0
    imprint_height: float = 0.0
    only_text: bool = False
    figure: SlideBox | None = None
    parts: tuple[TemplatePlaceholder, ...] = ()
    larger_scales: tuple[TypeScale, ...] = ()
    smaller_scales: tuple[TypeScale, ...] = ()
    title_font: str = ""
    title_capitals: bool = False
    own: bool = False
    share: float = 1.0

    @property
    def metrics(self) -> FontMetrics:
        """The metrics of the frame's font in Office files."""
        return office_metrics(self.font)

    @cached_property
    def larger(self) -> tuple["SlideFrame", ...]:
        """The frames of the same layout in its larger type sizes."""
        return tuple(self._in_scale(scale) for scale in self.larger_scales)

    @cached_property
    def smaller(self) -> tuple["SlideFrame", ...]:
        """The frames of the same layout in its smaller type sizes.

        Captions and text beside pictures are as small as other text.
        """
        frames = (self._in_scale(scale) for scale in self.smaller_scales)
        return tuple(evolve(frame, caption=frame.body, idea=frame.body) for frame in frames)

    def _in_scale(self, scale: TypeScale) -> "SlideFrame":
        sizes = {"lead": scale.lead, "say": scale.say, "body": scale.body, "table": scale.table}
        styles = {name: evolve(getattr(self, name), size=size) for name, size in sizes.items()}
        return evolve(self, **styles, larger_scales=(), smaller_scales=())

    def title_type(self, section: Section) -> TextStyle | None:
        """Return the largest style in which a title fits, or None.

        If a word would be broken in that style, a smaller style in which none is broken is preferred.
        """
        title = section.title.upper() if self.title_capitals else section.title
        words = verbatim(with_no_break_spaces(title))
        room, height = self.title_width, self.title_height - self.extra_label_height(section)
        metrics = office_metrics(self.title_font or self.font)
        fitting = [style for style in self.title if _height(words, room, style, metrics) <= height]
        whole = (style for style in fitting if _widest(title, metrics, style) <= room * SAFE_WIDTH)
        return next(whole, fitting[0] if fitting else None)

    def label_share(self, section: Section) -> float:
        """Return the fraction of a section's label that fits above the title."""
        extra = self.extra_label_height(section)
        room = 0.0 if extra and not self.title_type(section) else self.label_growth
        return 1 - max(0.0, extra - room) / max(1.0, self._height_of_label(section))

    def extra_label_height(self, section: Section) -> float:
        """Return how far a label extends into its title's box.

        The length is in millimetres, and includes the gap below the label.
        """
        extra = self._height_of_label(section) - max(self.label.line_mm, self.label_height)
        return extra + LABEL_GAP if extra > 0 else 0.0

    def height_of_title(self, section: Section, *, widened: float = 1.0) -> float:
        """Return the height of a section's title, in millimetres.

        `widened` is how many times as wide as the title's font its replacement might be.
        """
        title = section.title.upper() if self.title_capitals else section.title
        style, metrics = self.title_type(section) or self.title[-1], office_metrics(self.title_font or self.font)
        return _height(verbatim(title), self.title_width / widened, style, metrics)

    def _height_of_label(self, section: Section) -> float:
        return self.lines(verbatim(section.label), self.label_width, self.label) * self.label.line_mm

    def imprint_style(self, imprint: str) -> TextStyle:
        """Return an imprint's style, with less line spacing if it wraps."""
        style = evolve(self.label, strong=False)
        several = self.lines(verbatim(imprint), self.imprint_width, style) > 1
        return evolve(style, line=style.line * TIGHT / 100) if several else style

    def needed_imprint_height(self, imprint: str) -> float:
        """Return the height that an imprint needs, in millimetres."""
        return self.text_height(verbatim(imprint), self.imprint_width, self.imprint_style(imprint))

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """Return a paragraph's height in millimetres, including the space after it."""
        return _height(text, width, type_, self.metrics)

    def lines(self, text: Text, width: float, style: TextStyle) -> int:
        """Return how many lines a text takes up within `width` millimetres."""
        return line_count(text, self.metrics, width, style)[0]

    def height_of(self, block: Block) -> float:
        """Return a block's height in millimetres, excluding the gap before it."""
        match block:
            case Figure() | Photograph() if self.figure:
                return 0.0
            case Facts() | Illustrated() if self.parts:
                return 0.0
            case Bullets(items):
                room = self.width - self.indent_of(block)
                return sum(self.text_height(item, room, self.body) for item in items)
            case Facts(_, items):
                return sum(self.text_height(labelled(fact), self.width, self.body) for fact in items)
            case Callout(_, title, paragraphs):
                head = self.text_height(verbatim(title), self.width, self.label)
                return head + sum(self.text_height(text, self.width, self.body) for text in paragraphs)
            case Signpost(label, url):
                label_height = self.text_height((Span(label, url=url),), self.width, self.body)
                # Some programs also break addresses after a slash.
                addresses = (verbatim(words) for words in (url, url.replace("/", "-")))
                return label_height + max(self.text_height(each, self.width, self.small) for each in addresses)
            case _:
                return super().height_of(block)

    def stacked_height(self, blocks: tuple[Block, ...]) -> float:
        """Return the total height of stacked blocks in millimetres, including gaps."""
        return sum(self.height_of(block) for block in blocks) + max(0, len(blocks) - 1) * self.gap

    def part_style(self, level: TemplateLevel) -> TextStyle:
        """Return the style that a layout sets for a part's paragraph."""
        line, size = self.natural * (level.line or 100) / 100, level.size or self.body.size
        return TextStyle(size, line=line, after=level.after or 0, strong=level.strong)

    def holds_parts(self, blocks: tuple[Block, ...]) -> bool:
        """Return whether each part fits its placeholder, without breaking a word."""
        for place, texts in zip(self.parts, part_texts(blocks), strict=True):
            styled = [(text, self.part_style(place.level(level))) for level, text in texts]
            height = sum(self.text_height(text, place.box.width, style) for text, style in styled)
            words = ((span.text, style) for text, style in styled for span in text)
            widest = max((_widest(said, self.metrics, style, strong=True) for said, style in words), default=0.0)
            if height > place.box.height or widest > place.box.width * SAFE_WIDTH:
                return False
        return True

    def indent_of(self, bullets: Bullets) -> float:
        """Return a list's indent in millimetres, wide enough for its numbers."""
        if bullets.style != "number":
            return self.indent
        widest = self.metrics.width(f"{bullets.start + len(bullets.items) - 1}.", self.body)
        return max(NUMBER_INDENT, widest + _NUMBER_SPACE)

    def column_widths(self, table: Table) -> tuple[float, ...]:
        """Return a table's column widths in millimetres, avoiding broken words if possible.

        On a template's own layout, there is also room for words in a wider font, if possible.
        """
        shares = super().column_widths(table)
        columns = tuple(zip(table.header, *table.rows, strict=True))
        least = [self._widest_word(column, WIDER_FONT if self.own else 1.0) for column in columns]
        if sum(least) > self.width:
            least = [self._widest_word(column) for column in columns]
        if sum(least) > self.width or all(width >= word for width, word in zip(shares, least, strict=True)):
            return shares
        spare = [max(0.0, width - word) for width, word in zip(shares, least, strict=True)]
        scale = (self.width - sum(least)) / sum(spare)
        return tuple(word + extra * scale for word, extra in zip(least, spare, strict=True))

    def _widest_word(self, cells: tuple[Text, ...], widened: float = 1.0) -> float:
        words = (span.text for cell in cells for span in cell)
        widest = max((_widest(text, self.metrics, self.table, strong=True) for text in words), default=0.0)
        return widened * widest / SAFE_WIDTH + 2 * self.pad + _ROUNDING

    def row_height(self, table: Table, row: tuple[Text, ...], widths: tuple[float, ...] = ()) -> float:
        """Return a row's height in millimetres, with header cells in bold."""
        return super().row_height(table, tuple(bold(cell) for cell in row) if row is table.header else row, widths)


def _height(text: Text, width: float, type_: TextStyle, metrics: FontMetrics) -> float:
    lines, height = line_count(text, metrics, width, type_)
    return lines * type_.line_mm * height + type_.after_mm


@lru_cache(maxsize=16_384)
def _widest(words: str, metrics: FontMetrics, style: TextStyle, *, strong: bool = False) -> float:
    return max((metrics.width(part, style, strong=strong) for part in _WORD.findall(words)), default=0.0)
