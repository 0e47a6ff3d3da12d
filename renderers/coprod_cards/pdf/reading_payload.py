"""Flow: a document as pages that are read from top to bottom, for whoever does not print and cut."""

from attrs import evolve, frozen

from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_cards.layout.card_frames import CardFrame, frames_of
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.card_sides import DEEPEST_HEADING, prepared
from coprod_cards.layout.text_runs import TextRun, TextSetter
from coprod_cards.pdf.fonts import families
from coprod_cards.pdf.payload import PdfProperties, as_json, edge_of, properties_of
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.document.blocks import Block, Table
from coprod_content.document.document import Document, Section, is_run_sheet
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

_SIDE, _ABOVE, _BELOW = 30.0, 28.0, 28.0
_A4 = (210.0, 297.0)
_CLOSE_SIDE, _CLOSE_ABOVE, _CLOSE_BELOW = 12.0, 10.0, 17.0
_TEST_BODY = 14
_TOGETHER = 0.8


@frozen(kw_only=True)
class SectionData:
    """A section as the template takes it, without those below it."""

    level: int
    accent: Accent
    label: tuple[TextRun, ...]
    title: tuple[TextRun, ...]
    title_type: TextStyle
    pieces: tuple[BlockData, ...]


@frozen(kw_only=True)
class SectionGroup:
    """A top section with those below it; `together` keeps all of it on one page."""

    together: bool
    parts: tuple[SectionData, ...]


@frozen(kw_only=True)
class AlignmentPattern:
    """What a test sheet is read by: the outlines of cards, the ring that a cross has to hit, and what stock it is."""

    cards: tuple[tuple[float, float], ...]
    card: tuple[float, float]
    clear: float
    ring: float
    note: tuple[TextRun, ...]


@frozen(kw_only=True)
class ReadingPayload:
    """All of a file. With a pattern, each top section begins a page; `compact` is the page of a run sheet, which has no
    heading but those of its sections.
    """

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    edge: float
    blank: CardGeometry
    frame: CardFrame
    heading: tuple[TextRun, ...]
    heading_type: TextStyle
    groups: tuple[SectionGroup, ...]
    imprint: tuple[TextRun, ...]
    compact: bool = False
    pattern: AlignmentPattern | None = None


def flow(document: Document, brand: Brand, stock: Stock | None = None) -> str:
    """A document in one column as JSON: on A4, or as the test sheet of a stock."""
    names = families(brand)
    compact = stock is None and is_run_sheet(document)
    blank = (
        _compact_page(upright=document.upright)
        if compact
        else _page(*(stock.sheet_width, stock.sheet_height) if stock else _A4)
    )
    frame = _frame(brand, blank, _TEST_BODY if stock else max(brand.cards.body, brand.guide.body))
    frame = _close(frame) if compact else frame
    words = TextSetter(frame.metrics, names)
    heading = TextStyle(brand.guide.heading_1, line=1.15, strong=True)
    made = ReadingPayload(
        properties=properties_of(document, names),
        fonts=names,
        palette=brand.palette,
        edge=edge_of(brand),
        blank=blank,
        frame=frame,
        heading=() if compact else words.runs(verbatim(document.title), frame.width, heading),
        heading_type=heading,
        groups=tuple(_group(section, brand, frame, words, 0 if compact else 1) for section in prepared(document)),
        imprint=words.runs(verbatim(document.imprint), frame.width, frame.body) if document.imprint.strip() else (),
        compact=compact,
        pattern=_pattern(stock, frame, words) if stock else None,
    )
    return as_json(made)


def _page(width: float, height: float) -> CardGeometry:
    bottom = height - _BELOW
    return CardGeometry(width=width, height=height, margin=_SIDE, top=_ABOVE, bottom=bottom, foot=bottom)


def _compact_page(*, upright: bool) -> CardGeometry:
    width, height = _A4 if upright else reversed(_A4)
    bottom = height - _CLOSE_BELOW
    return CardGeometry(width=width, height=height, margin=_CLOSE_SIDE, top=_CLOSE_ABOVE, bottom=bottom, foot=bottom)


def _close(frame: CardFrame) -> CardFrame:
    """The frame of a run sheet: lines stand closer, so that a page holds all of a session."""
    body = evolve(frame.body, line=1.12, after=1.0)
    return evolve(frame, body=body, small=body, table=evolve(frame.table, line=1.08), gap=1.2, pad=1.1)


def _frame(brand: Brand, blank: CardGeometry, body: int) -> CardFrame:
    """The frame of a page: as that of a card, with entries of lists apart and without QR codes."""
    frame = frames_of(evolve(brand, cards=evolve(brand.cards, body=body)), blank).plain
    return evolve(frame, code=0.0, body=evolve(frame.body, after=body / 4))


def _group(section: Section, brand: Brand, frame: CardFrame, words: TextSetter, above: int) -> SectionGroup:
    """A group whose headings are so many levels below the title of the file."""
    setter = BlockSetter(frame, words)
    parts = tuple(_part(part, depth + above, brand, setter) for depth, part in section.walk())
    height = sum(_height(part, frame) for _, part in section.walk())
    return SectionGroup(together=height < _TOGETHER * frame.area, parts=parts)


def _part(section: Section, level: int, brand: Brand, setter: BlockSetter) -> SectionData:
    frame, words = setter.frame, setter.words
    type_ = TextStyle(brand.guide.heading_2 if level < 3 else brand.guide.heading_3, line=1.15, strong=True)
    return SectionData(
        level=min(level, DEEPEST_HEADING),
        accent=accent_of(brand, section.accent),
        label=words.runs(verbatim(section.label), frame.width, frame.label) if section.label else (),
        title=words.runs(verbatim(section.title), frame.width, type_),
        title_type=type_,
        pieces=tuple(_piece(block, section.role, setter) for block in section.blocks),
    )


def _piece(block: Block, role: str, setter: BlockSetter) -> BlockData:
    piece = setter.piece(block)
    return evolve(piece, kind="schedule") if role == "run-sheet" and isinstance(block, Table) else piece


def _height(section: Section, frame: CardFrame) -> float:
    return frame.head_height(section) + sum(frame.height_of(block) + frame.gap for block in section.blocks)


def _pattern(stock: Stock, frame: CardFrame, words: TextSetter) -> AlignmentPattern:
    across, down = stock.pitch
    return AlignmentPattern(
        cards=tuple(
            (stock.x0 + column * across, stock.y0 + row * down)
            for row in range(stock.rows)
            for column in range(stock.columns)
        ),
        card=(stock.width, stock.height),
        clear=SHEET_CLEAR,
        ring=2.0,
        note=words.runs(verbatim(f"Grey lines: {stock.about}"), frame.width, frame.body),
    )
