"""Agenda items in two columns.

The first column is for what to do and say, and the second for what to keep in mind. Each row of the table is a step,
with the words to say, and is kept on one page if it fits. The headings of items are above the tables, because Word's
navigation pane leaves out headings in tables.
"""

from collections.abc import Iterator

from attrs import define, evolve, frozen

from coprod_content.document.blocks import Block, Callout, Paragraph
from coprod_guide.body.sections import body_xml, head_xml, section_xml
from coprod_guide.body.tables import END, table_start
from coprod_guide.fixed_text import DO_AND_SAY, KEEP_IN_MIND
from coprod_guide.outline import OutlineEntry
from coprod_guide.pagination.body_heights import elements_of
from coprod_guide.pagination.paragraph_changes import keep_words_whole, release, tighten_all
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import as_xml, run
from coprod_office.reading.xml import W

LARGEST_BESIDE = 14
"""The largest body text, in points, for which two columns are wide enough."""
_SHARES = (0.62, 0.56, 0.5)  # of the width, for the column of what to do and say; the shortest table is chosen
_PADDING, _GAP, _ABOVE = 3.0, 5.0, 1.5  # millimetres
_TALLEST_KEPT = 0.95  # of the text height; a taller row can break across pages


_SLACKS = (0.0, 5.0, 10.0, 20.0, 30.0)  # millimetres
_TITLES = (DO_AND_SAY, KEEP_IN_MIND)


@frozen
class _Piece:
    """Paragraphs that are kept together, and their height in millimetres."""

    xml: str
    height: float


def is_spread(entries: tuple[OutlineEntry, ...]) -> bool:
    """Return whether `entries` are those of an agenda item with asides."""
    return entries[0].section.role == "spread" and any(entry.section.role == "aside" for entry in entries)


def spread_xml(entries: tuple[OutlineEntry, ...], writer: WordWriter) -> str:
    """Return an agenda item, with its asides in a second column.

    Any subsections after the last aside go below the columns. `entries` contains the entry of the item, followed by the
    entries of its subsections.
    """
    item, *parts = entries
    top = min(entry.level for entry in parts)
    last = max(at for at, entry in enumerate(parts) if entry.section.role == "aside")
    end = next((at for at, entry in enumerate(parts) if at > last and entry.level == top), len(parts))
    below = "".join(section_xml(entry, writer, beside=True) for entry in parts[end:])
    lead = tuple(block for block in item.section.blocks if _is_lead(block))
    others = tuple(block for block in item.section.blocks if block not in lead)
    head = head_xml(item, writer) + body_xml(evolve(item.section, blocks=lead), writer, beside=True)
    with writer.column(round(writer.spread_width * min(_SHARES)) - twips(_GAP)):
        own = body_xml(evolve(item.section, blocks=others), writer, beside=True)
        cells = [("", _tightened(own, writer))] if own else []
        cells += _parts(parts[:end], writer)
    columns = (_Columns(cells, round(writer.spread_width * share), writer) for share in _SHARES)
    return head + min(columns, key=lambda each: round(each.height)).table(item.words) + below


@define
class _Columns:
    """The two columns of an agenda item.

    `left` is the width of the left column with its padding, in twips. `cells` contains the role of each part of the
    item, and the XML of its paragraphs.
    """

    cells: list[tuple[str, str]]
    left: int
    writer: WordWriter

    @property
    def widths(self) -> tuple[int, int]:
        return self.left, self.writer.spread_width - self.left

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The XML of the left and right cells in each row."""
        left, right = self.left - twips(_GAP), self.widths[1] - 2 * twips(_PADDING)
        steps = [_Piece(xml, _height(xml, left, self.writer)) for role, xml in self.cells if role != "aside"]
        asides = (xml for role, xml in self.cells if role == "aside")
        pieces = [piece for xml in asides for piece in _pieces(xml, right, self.writer)]
        tried = (_distributed(pieces, steps, slack) for slack in _SLACKS)
        beside = min(tried, key=lambda found: _total(found, steps))
        return [(step.xml, "".join(piece.xml for piece in found)) for step, found in zip(steps, beside, strict=True)]

    @property
    def height(self) -> float:
        """The total height of the rows, in millimetres."""
        left, right = self.left - twips(_GAP), self.widths[1] - 2 * twips(_PADDING)
        return sum(max(_height(a, left, self.writer), _height(b, right, self.writer)) for a, b in self.rows)

    def table(self, title: str) -> str:
        """Return the columns as a table with a header row."""
        described = f"{DO_AND_SAY}; {KEEP_IN_MIND[0].lower()}{KEEP_IN_MIND[1:]}."
        start = table_start(self.writer.style_id(WordStyle.WRITING_TABLE), title, described, self.widths)
        first, second = (self.writer.paragraph(WordStyle.TABLE_HEADING, run(words)) for words in _TITLES)
        header = _row((first, second), self.widths, self.writer, header=True)
        return start + header + "".join(_row(cells, self.widths, self.writer) for cells in self.rows) + END


def _is_lead(block: Block) -> bool:
    """Return whether a block belongs above the two columns."""
    kind = block.kind if isinstance(block, Callout) else block.style if isinstance(block, Paragraph) else ""
    return kind in ("advice", "lead")


def _parts(entries: list[OutlineEntry], writer: WordWriter) -> Iterator[tuple[str, str]]:
    """Yield the role and the XML of each part of an item.

    A subsection with only a heading is in the same part as the next one.
    """
    pieces, role, top = list[str](), "", min((entry.level for entry in entries), default=0)
    for entry in entries:
        role = entry.section.role if entry.level == top else role
        pieces.append(section_xml(evolve(entry, at_top=not pieces), writer, beside=True))
        if entry.section.blocks:
            yield role, _tightened("".join(pieces), writer)
            pieces = []
    if pieces:
        yield role, _tightened("".join(pieces), writer)


def _pieces(xml: str, width: int, writer: WordWriter) -> Iterator[_Piece]:
    """Yield the pieces into which an aside can be divided.

    A heading, or a paragraph before a box, is in the same piece as the paragraph after it.
    """
    together: list[str] = []
    elements = elements_of(xml)
    for element, after in zip(elements, (*elements[1:], None), strict=True):
        together.append(as_xml(element))
        is_before_box = after is not None and bool(writer.heights.borders(after))
        if not (writer.is_title(element) or is_before_box):
            yield _Piece("".join(together), _height("".join(together), width, writer))
            together = []
    if together:
        yield _Piece("".join(together), _height("".join(together), width, writer))


def _tightened(xml: str, writer: WordWriter) -> str:
    """Return a cell's paragraphs with less space between them.

    They are not kept with the next paragraph, because Word would then keep the whole row with the next row.
    """
    elements = elements_of(xml)
    tighten_all(elements, writer.heights, writer.brand)
    for paragraph in (paragraph for element in elements for paragraph in element.iter(f"{W}p")):
        release(paragraph)
    return "".join(map(as_xml, elements))


def _distributed(pieces: list[_Piece], rows: list[_Piece], slack: float) -> list[list[_Piece]]:
    """Return the pieces that go beside each row.

    Together, the pieces beside a row are at most `slack` millimetres taller than the row. All remaining pieces go
    beside the last row.
    """
    beside, at = list[list[_Piece]](), 0
    for row in rows:
        end, room = at, row.height + slack
        while end < len(pieces) and (row is rows[-1] or pieces[end].height <= room):
            room -= pieces[end].height
            end += 1
        beside.append(pieces[at:end])
        at = end
    return beside


def _total(beside: list[list[_Piece]], rows: list[_Piece]) -> float:
    return sum(max(row.height, sum(each.height for each in found)) for row, found in zip(rows, beside, strict=True))


def _row(cells: tuple[str, ...], widths: tuple[int, int], writer: WordWriter, *, header: bool = False) -> str:
    empty = writer.paragraph(WordStyle.TABLE_TEXT, "", ParagraphFormat(before=0, after=0))
    sides = ((0.0, _GAP, ""), (_PADDING, _PADDING, writer.direct_colour("tint").shading))
    inner = (widths[0] - twips(_GAP), widths[1] - 2 * twips(_PADDING))
    height = max(_height(cell, width, writer) for cell, width in zip(cells, widths, strict=True) if cell)
    kept = "<w:cantSplit/>" if height <= _TALLEST_KEPT * writer.page.text_height else ""
    cells = tuple(_with_whole_words(cell, width, writer) for cell, width in zip(cells, inner, strict=True))
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}<w:tcMar><w:top w:w="{twips(_ABOVE)}" '
        f'w:type="dxa"/><w:left w:w="{twips(before)}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{twips(after)}" w:type="dxa"/></w:tcMar></w:tcPr>{cell or empty}</w:tc>'
        for cell, width, (before, after, shading) in zip(cells, widths, sides, strict=True)
    )
    return f"<w:tr><w:trPr>{kept}{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"


def _with_whole_words(xml: str, width: int, writer: WordWriter) -> str:
    elements = elements_of(xml)
    for paragraph in filter(writer.is_title, elements):
        keep_words_whole(paragraph, writer.heights_in_fonts, width * MM_PER_TWIP)
    return "".join(map(as_xml, elements))


def _height(xml: str, width: int, writer: WordWriter) -> float:
    return writer.heights.of_xml(xml, width * MM_PER_TWIP)
