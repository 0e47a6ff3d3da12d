"""The frames of cards: the room that a side has for its text, which depends on its own title and label."""

import re
from functools import lru_cache

from attrs import evolve, frozen

from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.line_breaks import loosened
from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Label
from coprod_content.document.blocks import Block, Fact, Facts, Figure, Table
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.layout.frames import Frame, Frames
from coprod_content.text.spans import Span, Text, plain, verbatim

FACES = frozenset({"card-front", "cover", "divider", "question"})
LABEL_LINES = 2
CODE_SIDE = 23.8
_PICTURE, _LEAST_IDEA = 25.0, 14
_ROUNDING = 0.01
_CELL_LINE = 0.96  # lines in cells stand closer than those of text
_INDENT_EMS, _RULED, _RULED_EMS = 1.77, 8.0, 1.6
_LARGEST_FACE, _LARGEST_HEADING = 0.54, 0.34
_BELOW_LABEL, _BELOW_TITLE = 1.5, 2.0
_BREAK = re.compile(r"[\s-]+")
_COUNT = re.compile(r" \(\d+ of \d+\)$")


@frozen(kw_only=True)
class CardFrame(Frame):
    """A frame in which label, title and blocks share one `area`: the blocks have what the other two leave.

    A title is as wide as the blocks; `title_width` bounds the label, which may take two lines. No words of a drawing
    are under `least_label` points.
    """

    area: float
    least_label: float

    def title_type(self, section: Section) -> TextStyle | None:
        """The largest type in which the title fits, with room for the count that it gets when it is split.

        Where it stands alone it leaves room for a picture, if it can; no word of it is broken, if it can be helped.
        """
        whole = self.title_height if section.blocks else self.area - self.label_height(section)
        words = verbatim(_counted(section.title)) if section.blocks else verbatim(section.title)
        heights = [(type_, self.text_height(words, self.width, type_)) for type_ in self.title]
        rooms = (min(whole, self.title_height), whole)
        fitting = [type_ for room in rooms for type_, height in heights if height <= room]
        return next(
            (type_ for type_ in fitting if self._is_whole(section.title, type_)), fitting[0] if fitting else None
        )

    def _is_whole(self, title: str, type_: TextStyle) -> bool:
        """Whether each word of a title has room on a line."""
        return all(self.metrics.width(word, type_) <= self.width for word in _BREAK.split(title))

    def label_height(self, section: Section) -> float:
        """The height of the label, with the space below it."""
        label = verbatim(section.label)
        return self.text_height(label, self.width, self.label) + _BELOW_LABEL if section.label else 0.0

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """The height of a paragraph, in which words wider than a line are broken after punctuation."""
        return _lines(text, self.metrics, width, type_) * type_.line_mm + type_.after_mm

    def head_height(self, section: Section) -> float:
        """The height of label and title, with the space below them."""
        type_ = self.title_type(section) or self.title[-1]
        title = self.text_height(verbatim(_counted(section.title)), self.width, type_)
        return self.label_height(section) + min(title, self.title_height) + _BELOW_TITLE

    @property
    def tile_width(self) -> float:
        """The width of the tile of a Fact."""
        return (self.width - (self.columns - 1) * self.gap) / self.columns

    def height_of(self, block: Block) -> float:
        """The height of a block; Tables and Facts stand below their caption, Facts in one column on one panel."""
        caption = self.caption_height(block)
        if isinstance(block, Facts) and self.columns == 1:
            return caption + sum(self._fact_height(fact) for fact in block.items) + 2 * self.pad
        if isinstance(block, Figure):
            return caption + self.drawing_height(block)
        return caption + super().height_of(block)

    def is_turned(self, figure: Figure) -> bool:
        """Whether a wide drawing lies on its side, because its words would else be too small."""
        drawing = figure.drawing
        sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Label)]
        scale = self.width / drawing.width
        return drawing.width > drawing.height and bool(sizes) and scale * min(sizes) < self.least_label * MM_PER_PT

    def drawing_height(self, figure: Figure) -> float:
        """The height of a drawing without its caption: as wide as the frame, unless that is too high."""
        drawing = figure.drawing
        ratio = drawing.height / drawing.width
        natural = self.width / ratio if self.is_turned(figure) else self.width * ratio
        return min(natural, max(self.least_figure, self.height - self.caption_height(figure)))

    def column_widths(self, table: Table) -> tuple[float, ...]:
        """The widths of the columns of a table, none narrower than the words above it if all have room."""
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

    def _fact_height(self, fact: Fact) -> float:
        text = (Span(f"{fact.label} ", strong=True), *fact.value)
        return self.text_height(text, self.width - 2 * self.pad, self.table)

    def caption_height(self, block: Block) -> float:
        """The height of the caption above or below a block."""
        if isinstance(block, Figure) and block.caption:
            return self.text_height(block.caption, self.width, self.small)
        if not isinstance(block, Facts | Table):
            return 0.0
        return self.text_height(verbatim(block.caption), self.width, self.label) + self.pad

    def row_height(self, table: Table, row: tuple[Text, ...], widths: tuple[float, ...] = ()) -> float:
        """The height of a table row; the header is strong."""
        strong = tuple(tuple(evolve(span, strong=True) for span in cell) for cell in row)
        return super().row_height(table, strong if row is table.header else row, widths)


@frozen(kw_only=True)
class CardFrames(Frames):
    """The frames of cards, each as high as the title and label of a section leave it: those of sides that ask or name
    something in large type, and of all others.
    """

    face: CardFrame
    plain: CardFrame

    def of(self, section: Section) -> Frame:
        """The frame that a section has to fit."""
        return self.card(section)

    def card(self, section: Section) -> CardFrame:
        """The frame that a section has to fit, as the frame of a card."""
        frame = self.face if section.role in FACES else self.plain
        return evolve(frame, height=frame.area - frame.head_height(section))


def frames_of(brand: Brand, blank: CardGeometry) -> CardFrames:
    """The frames of a brand's cards."""
    sizes = brand.cards
    heading = _frame(
        brand, blank, tuple(TextStyle(size, line=1.15, strong=True) for size in sizes.title), _LARGEST_HEADING
    )
    face = _frame(
        brand, blank, tuple(TextStyle(size, line=1.12, strong=True) for size in sizes.question), _LARGEST_FACE
    )
    return CardFrames(default=heading, face=face, plain=heading)


def _frame(brand: Brand, blank: CardGeometry, title: tuple[TextStyle, ...], share: float) -> CardFrame:
    line = brand.cards.line / 100
    body = TextStyle(brand.cards.body, line=line, after=1.0)
    return CardFrame(
        font=brand.fonts.print,
        width=blank.text_width,
        height=blank.text_height,
        area=blank.text_height,
        title_width=blank.text_width * LABEL_LINES * 0.8,
        title_height=blank.text_height * share,
        title=title,
        label=TextStyle(brand.cards.body, line=1.2, strong=True),
        body=body,
        lead=body,
        say=body,
        small=body,
        table=TextStyle(brand.cards.body, line=_CELL_LINE * line),
        gap=2.6,
        pad=1.4,
        indent=_INDENT_EMS * brand.cards.body * MM_PER_PT,
        columns=blank.columns,
        ruled=max(_RULED, _RULED_EMS * brand.cards.body * MM_PER_PT),
        least_figure=18.0,
        least_label=brand.cards.imprint,
        code=CODE_SIDE,
        picture=max(_PICTURE, min(blank.text_width / 5, blank.text_height / 3)),
        idea=TextStyle(max(brand.cards.body + 2, _LEAST_IDEA), line=1.3),
    )


def _counted(title: str) -> str:
    """A title with a count as wide as any that splitting gives it, so that it takes as much room before and after."""
    return f"{_COUNT.sub('', title)} (00\u00a0of\u00a000)"


@lru_cache(maxsize=65_536)
def _lines(text: Text, face: FontMetrics, width: float, type_: TextStyle) -> int:
    return face.lines(loosened(text, face, width, type_), width, type_)
