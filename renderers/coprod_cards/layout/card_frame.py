"""The text frame of a card side, with methods that measure content."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from coprod_cards.layout.broken_words import broken_word
from coprod_cards.layout.text_runs import as_measured
from coprod_content.content.drawing import Label
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Figure, Paragraph, Signpost, Table
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.layout.frames import Frame
from coprod_content.text.spans import Span, Text, plain, verbatim

FACT_SIGN = 4.0
"""The height of a small picture in the band at the bottom of a front, in millimetres."""
_ROUNDING = 0.01
_BELOW_LABEL, BELOW_TITLE, _LABEL_LINES = 1.5, 2.0, 3
_SPACES = re.compile(r"[ \t\n]+")
_COUNT = re.compile(r" \(\d+ of \d+\)$")


@frozen(kw_only=True)
class CardFrame(Frame):
    """The text frame of a card side.

    `area` is the height of the whole frame, which contains the label, the title and the blocks. `height` is the height
    available for the blocks alone. Both are in millimetres. The title is as wide as the blocks. Wide drawings are
    rotated if their text would otherwise be smaller than `min_label` points. If `whole` is true, sections are never
    split. If `band_width` is not 0, facts are printed one below the other in a band, and `band_width` is the width of
    their text in millimetres.
    """

    area: float
    min_label: float
    whole: bool = False
    band_width: float = 0.0

    def title_type(self, section: Section) -> TextStyle | None:
        """Return the largest style in which a section's title fits, or None.

        Styles that break no word and leave no word alone on the last line are preferred. If the section has blocks, or
        if `whole` is true, the title can be at most `title_height` millimetres tall. Otherwise, it can fill the height
        below the label. Styles in which it is at most `title_height` tall are then preferred, because they leave room
        for a picture. `title_height_in` measures the title.
        """
        most = self.title_height if section.blocks or self.whole else self.area - self.label_height(section)
        heights = [(style, self.title_height_in(section, style)) for style in self.title]
        limits = (min(most, self.title_height), most)
        fitting = [style for limit in limits for style, height in heights if height <= limit]
        well_set = (style for style in fitting if self.sets_well(section.title, style))
        return next(well_set, fitting[0] if fitting else None)

    def title_height_in(self, section: Section, style: TextStyle) -> float:
        """Return the height of a section's title in one style, in millimetres.

        If the section has blocks and can be split, this includes room for a count such as `(1 of 2)`, which is added to
        the title when a section is split.
        """
        return self._title_height(section.title, style, with_count=bool(section.blocks))

    def _title_height(self, title: str, style: TextStyle, *, with_count: bool) -> float:
        """Return the height of a title in millimetres.

        When a section is split, a count such as `(1 of 2)` is added to the title. If `with_count` is true, the height
        includes room for the longest count, so splitting the section does not change the height. Sections that are
        kept whole need no such room.
        """
        counted = with_count and not self.whole
        whole = _COUNT.sub("", title) if counted else title
        count = " (00\u00a0of\u00a000)" if counted else ""
        return self.text_height(verbatim(f"{whole}{count}"), self.width, style)

    def sets_well(self, title: str, style: TextStyle) -> bool:
        """Return whether a title has good line breaks in one style.

        A title has bad line breaks if a word is broken, or if the last word is alone on the last line.
        """
        words = title.split()
        lasts = " ".join(words[-2:]) if self.metrics.width(title, style) > self.width else ""
        return all(self.metrics.width(each, style) <= self.width for each in (*words, lasts))

    def broken_word(self, section: Section) -> str:
        """Return the first word that is wider than its line, or "".

        The title is checked, and the text of paragraphs, lists, facts, callouts and signposts. Words that
        `broken_words.broken_word` ignores are ignored here too.
        """
        title = (verbatim(section.title), self.width, self.title_type(section) or self.title[-1])
        lines = (title, *(line for block in section.blocks for line in self._lines_of(block)))
        found = (broken_word(text, self.metrics, width, style) for text, width, style in lines)
        return next(filter(None, found), "")

    def _lines_of(self, block: Block) -> Iterator[tuple[Text, float, TextStyle]]:
        """Yield a block's texts to check, with their line widths and styles."""
        match block:
            case Bullets(items):
                yield from ((item, self.width - self.indent, self.body) for item in items)
            case Facts(_, items):
                width = self.band_width or self.tile_width - 2 * self.pad
                yield from ((fact.value, width, self.table) for fact in items)
            case Paragraph(text):
                yield text, self.width, self.type_of(block)
            case Callout(_, _, paragraphs):
                yield from ((text, self.width - 4 * self.pad, self.body) for text in paragraphs)
            case Signpost():
                yield verbatim(block.shown), self.width - self.code - self.gap, self.small

    def widest_word(self, title: str, style: TextStyle) -> float:
        """Return the width of a title's widest word, in millimetres."""
        return max(self.metrics.width(word, style) for word in _SPACES.split(title))

    def label_share(self, section: Section) -> float:
        """Return the fraction of a section's label that fits on three lines.

        1 means that the whole label fits.
        """
        return min(
            1.0,
            _LABEL_LINES
            * self.label.line_mm
            / max(1.0, self.text_height(verbatim(section.label), self.width, self.label)),
        )

    def label_height(self, section: Section) -> float:
        """Return the height of a section's label, in millimetres.

        This includes the space below the label. It is 0 if the section has no label.
        """
        label = verbatim(section.label)
        return self.text_height(label, self.width, self.label) + _BELOW_LABEL if section.label else 0.0

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """Return a paragraph's height in millimetres, including the space after it."""
        return _lines(text, self.metrics, width, type_) * type_.line_mm + type_.after_mm

    def head_height(self, section: Section) -> float:
        """Return the height of a section's label and title, in millimetres.

        The height includes the space below the label and below the title and, unless `whole` is true, room for a count
        such as `(1 of 2)`. At most `title_height` is counted for the title.
        """
        style = self.title_type(section) or self.title[-1]
        title = self._title_height(section.title, style, with_count=True)
        return self.label_height(section) + min(title, self.title_height) + BELOW_TITLE

    def used_by(self, section: Section) -> float:
        """Return the height of a section's blocks and gaps, in millimetres."""
        return sum(map(self.height_of, section.blocks)) + max(0, len(section.blocks) - 1) * self.gap

    @property
    def tile_width(self) -> float:
        """The width of a tile for one fact, in millimetres."""
        return (self.width - (self.columns - 1) * self.gap) / self.columns

    def height_of(self, block: Block) -> float:
        """Return a block's height in millimetres, including its caption."""
        caption = self.caption_height(block)
        if isinstance(block, Facts) and self.band_width:
            return sum(map(self._band_fact_height, block.items))
        if isinstance(block, Facts) and self.columns == 1:
            return caption + sum(self._fact_height(fact) for fact in block.items) + 2 * self.pad
        if isinstance(block, Figure):
            return caption + self.drawing_height(block)
        return caption + super().height_of(block)

    def is_turned(self, figure: Figure) -> bool:
        """Return whether a drawing is rotated to keep its labels legible.

        Only a drawing that is wider than it is tall can be rotated.
        """
        drawing = figure.drawing
        sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Label)]
        scale = self.width / drawing.width
        return drawing.width > drawing.height and bool(sizes) and scale * min(sizes) < self.min_label * MM_PER_PT

    def drawing_height(self, figure: Figure) -> float:
        """Return a drawing's height in millimetres, excluding its caption."""
        drawing = figure.drawing
        ratio = drawing.height / drawing.width
        natural = self.width / ratio if self.is_turned(figure) else self.width * ratio
        return min(natural, max(self.least_figure, self.height - self.caption_height(figure)))

    def column_widths(self, table: Table) -> tuple[float, ...]:
        """Return the column widths of a table, in millimetres.

        A column that is narrower than a word in its header takes width from the other columns. If the other columns
        cannot spare enough width, all columns keep the widths that the table sets.
        """
        given = super().column_widths(table)
        words = (max((self._word_width(word) for word in plain(cell).split()), default=0.0) for cell in table.header)
        least = tuple(word + 2 * self.pad for word in words)
        short = sum(max(0.0, low - width) for low, width in zip(least, given, strict=True))
        spare = sum(max(0.0, width - low) for low, width in zip(least, given, strict=True))
        if not short or short > spare:
            return given
        return tuple(
            max(low, width) - (max(0.0, width - low) * short / spare) for low, width in zip(least, given, strict=True)
        )

    def _word_width(self, word: str) -> float:
        return self.metrics.width(word, self.table, strong=True) + _ROUNDING

    def _band_fact_height(self, fact: Fact) -> float:
        text = (Span(f"{fact.label} ", strong=True), *fact.value)
        return self.text_height(text, self.band_width, self.table) + (FACT_SIGN + self.pad if fact.sign else 0.0)

    def _fact_height(self, fact: Fact) -> float:
        text = (Span(f"{fact.label} ", strong=True), *fact.value)
        return self.text_height(text, self.width - 2 * self.pad, self.table)

    def caption_height(self, block: Block) -> float:
        """Return the height of a block's caption, if any, in millimetres."""
        if isinstance(block, Facts) and self.band_width:
            return 0.0
        if isinstance(block, Figure) and block.caption:
            return self.text_height(block.caption, self.width, self.small)
        if not isinstance(block, Facts | Table):
            return 0.0
        return self.text_height(verbatim(block.caption), self.width, self.label) + self.pad

    def row_height(self, table: Table, row: tuple[Text, ...], widths: tuple[float, ...] = ()) -> float:
        """Return a table row's height in millimetres, with header cells in bold."""
        bold = tuple(tuple(evolve(span, strong=True) for span in cell) for cell in row)
        return super().row_height(table, bold if row is table.header else row, widths)


@lru_cache(maxsize=65_536)
def _lines(text: Text, metrics: FontMetrics, width: float, style: TextStyle) -> int:
    return metrics.lines(as_measured(text, metrics, width, style), width, style, break_hyphens=False)
