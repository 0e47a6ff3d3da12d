"""Frames that sections must fit into, and the heights of blocks."""

from typing import assert_never

from attrs import Factory, field, frozen

from coprod_content.document import blocks
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.layout.font_metrics import FontMetrics, TextStyle, font_metrics
from coprod_content.text.spans import Text, verbatim


@frozen(kw_only=True)
class Frame:
    """The space for one section, in millimetres, and its text styles.

    `width` and `height` are the size of the box for the section's blocks. The title has a separate box, and is set in
    the largest style in `title` that fits. `label` is the style of the section's label, of fact labels and of callout
    titles. `body`, `lead`, `say` and `small` are the styles of paragraphs, and `table` is the style of table cells and
    fact values. `idea` is the style of text beside a picture, and `caption` of text below a figure.

    `gap` is the space between blocks. `pad` is the padding in table cells, fact tiles and callouts. `indent` is the
    space before list entries. `columns` is the number of facts in a row. `ruled` is the space for each line of writing.
    A figure that is too tall is scaled down, but never to less than the height `least_figure`. `code` is the side
    length of a QR code, or 0 for no code. `picture` is the side length of a picture beside an idea.
    """

    font: str
    width: float
    height: float
    title_width: float
    title_height: float
    title: tuple[TextStyle, ...]
    label: TextStyle
    body: TextStyle
    lead: TextStyle
    say: TextStyle
    small: TextStyle
    table: TextStyle
    gap: float = 5.0
    pad: float = 2.0
    indent: float = 8.0
    columns: int = 1
    ruled: float = 9.0
    least_figure: float = 60.0
    code: float = 0.0
    picture: float = 28.0
    idea: TextStyle = field(default=Factory(lambda self: self.body, takes_self=True))
    caption: TextStyle = field(default=Factory(lambda self: self.small, takes_self=True))

    @property
    def metrics(self) -> FontMetrics:
        """The metrics of the frame's font."""
        return font_metrics(self.font)

    def title_type(self, section: Section) -> TextStyle | None:
        """Return the largest style in which a section's title fits, or None."""
        words = verbatim(section.title)
        return next((t for t in self.title if self.text_height(words, self.title_width, t) <= self.title_height), None)

    def broken_word(self, section: Section) -> str:  # noqa: ARG002  # used by subclasses
        """Return a word that is wider than its line, or "".

        This class always returns "". The subclass for a format can look for such words.
        """
        return ""

    def label_share(self, section: Section) -> float:
        """Return the fraction of a section's label that fits its box."""
        return min(1.0, self.title_width / max(1.0, self.metrics.width(section.label, self.label)))

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """Return a paragraph's height in millimetres, including the space after it."""
        return self.metrics.lines(text, width, type_) * type_.line_mm + type_.after_mm

    def type_of(self, paragraph: blocks.Paragraph) -> TextStyle:
        """Return the text style for a paragraph."""
        types = {"body": self.body, "lead": self.lead, "say": self.say, "small": self.small}
        return types[paragraph.style]

    def column_widths(self, table: blocks.Table) -> tuple[float, ...]:
        """Return the column widths of a table, in millimetres."""
        return tuple(self.width * share / sum(table.widths) for share in table.widths)

    def row_height(self, table: blocks.Table, row: tuple[Text, ...], widths: tuple[float, ...] = ()) -> float:
        """Return the height of a table row in millimetres.

        `widths` are the column widths, which are calculated if they are not given.
        """
        widths = widths or self.column_widths(table)
        return max(
            self.text_height(cell, width - 2 * self.pad, self.table) for cell, width in zip(row, widths, strict=True)
        ) + (2 * self.pad)

    def facts_rows(self, facts: blocks.Facts) -> tuple[float, ...]:
        """Return the height in millimetres of each row of fact tiles."""
        tile = (self.width - (self.columns - 1) * self.gap) / self.columns - 2 * self.pad
        heights = [
            self.text_height(verbatim(fact.label), tile, self.label) + self.text_height(fact.value, tile, self.table)
            for fact in facts.items
        ]
        rows = (heights[at : at + self.columns] for at in range(0, len(heights), self.columns))
        return tuple(max(row) + 2 * self.pad for row in rows)

    def height_of(self, block: blocks.Block) -> float:  # noqa: C901  # one case for each block
        """Return a block's height in millimetres, without the gap before it."""
        match block:
            case blocks.Paragraph(text):
                return self.text_height(text, self.width, self.type_of(block))
            case blocks.Bullets(items):
                return sum(self.text_height(item, self.width - self.indent, self.body) for item in items)
            case blocks.Facts():
                rows = self.facts_rows(block)
                return sum(rows) + max(0, len(rows) - 1) * self.gap
            case blocks.Table(_, header, rows):
                widths = self.column_widths(block)
                return sum(self.row_height(block, row, widths) for row in (header, *rows))
            case blocks.Callout(_, title, paragraphs):
                inner = self.width - 4 * self.pad
                head = self.text_height(verbatim(title), inner, self.label)
                return head + sum(self.text_height(text, inner, self.body) for text in paragraphs) + 4 * self.pad
            case blocks.Figure() | blocks.Photograph():
                return self._picture_height(block)
            case blocks.Illustrated(_, text):
                return max(self.picture, self.text_height(text, self.beside_picture, self.idea))
            case blocks.Writing(prompt, lines):
                return self.text_height(prompt, self.width, self.body) + lines * self.ruled
            case FillIn():
                return sum(map(self.height_of, paper_blocks((block,))))
            case blocks.Signpost(label):
                room = self.width - (self.code + self.gap if self.code else 0.0)
                words = sum(self.text_height(verbatim(each), room, self.small) for each in (label, block.shown))
                return max(words, self.code)
            case _ as unreachable:
                assert_never(unreachable)

    @property
    def beside_picture(self) -> float:
        """The width in millimetres that is left for text beside a picture."""
        return self.width - self.picture - 2 * self.gap

    def _picture_height(self, block: blocks.Figure | blocks.Photograph) -> float:
        if isinstance(block, blocks.Figure):
            below, style = block.caption, self.caption
            ratio = block.drawing.height / block.drawing.width
        else:
            below, style = block.credit, self.small
            ratio = block.size[1] / block.size[0]
        words = self.text_height(below, self.width, style) if below else 0.0
        return min(self.width * ratio, max(self.least_figure, self.height - words)) + words


@frozen
class Frames:
    """The frames of a file format, such as slides or cards.

    `by_role` pairs roles of sections with their frames. Sections with any other role have the default frame. Sections
    with a role in `whole` are never split. `templated` says whether the frames are those of an organisation's template.
    """

    default: Frame
    by_role: tuple[tuple[str, Frame], ...] = ()
    whole: frozenset[str] = frozenset()
    templated: bool = False

    def of(self, section: Section) -> Frame:
        """Return the frame that a section must fit into."""
        return dict(self.by_role).get(section.role, self.default)

    def for_document(self, document: Document) -> "Frames":  # noqa: ARG002  # used by subclasses
        """Return the frames, adapted to the document.

        This class returns them unchanged. The subclass for a format can set sizes that depend on the whole document.
        """
        return self

    def arranged(self, document: Document) -> Document:
        """Return the document to be fitted into these frames.

        This class returns it unchanged. The subclass for a format can change sections or titles before they are fitted.
        """
        return document
