"""Frames: the height of each block in the box of its section."""

import pytest
from attrs import evolve
from tests.support.pictures import picture

from coprod_content.content.drawing import Drawing, Label
from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Photograph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.document.document import Section
from coprod_content.document.fill_in import FillIn
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle
from coprod_content.layout.frames import Frame, Frames
from coprod_content.text.spans import verbatim

LINE = 10 * MM_PER_PT
TEN = TextStyle(10, line=1.0)
FRAME = Frame(
    font="Arial",
    width=100,
    height=60,
    title_width=100,
    title_height=30 * MM_PER_PT,
    title=(TextStyle(30, line=1.0), TextStyle(20, line=1.0), TextStyle(10, line=1.0)),
    label=TEN,
    body=TEN,
    lead=TextStyle(20, line=1.0),
    say=TextStyle(15, line=1.0),
    small=TextStyle(5, line=1.0),
    table=TEN,
    gap=5,
    pad=2,
    indent=8,
)
WORDS = verbatim("Some words")
LONG = verbatim("word " * 60)
SQUARE = Drawing(width=10, height=10, shapes=(Label(x=0, y=0, width=5, height=5, text="A", size=2),))
WIDE = Drawing(width=100, height=10, shapes=SQUARE.shapes)

HEIGHTS: list[tuple[Block, float]] = [
    (Paragraph(WORDS), LINE),
    (Paragraph(WORDS, "lead"), 2 * LINE),
    (Paragraph(WORDS, "say"), 1.5 * LINE),
    (Paragraph(WORDS, "small"), 0.5 * LINE),
    (Paragraph(()), LINE),
    (Bullets((WORDS, WORDS, WORDS)), 3 * LINE),
    (Bullets(()), 0),
    (Facts("F", (Fact("Time", WORDS), Fact("People", WORDS))), 2 * (2 * LINE + 4) + 5),
    (Facts("F", ()), 0),
    (Table("T", (WORDS, WORDS), ((WORDS, WORDS), (WORDS, WORDS)), (1, 2)), 3 * (LINE + 4)),
    (Callout("say", "Say", (WORDS, WORDS)), 3 * LINE + 8),
    (Figure(WIDE, "A", WORDS), 10 + 0.5 * LINE),
    (Figure(WIDE, "A"), 10),
    (Photograph(picture("JPEG", 300, 120), "A"), 40),
    (Illustrated(SQUARE, WORDS), 28),
    (Writing(WORDS, 3), LINE + 27),
    (FillIn("A word", lines=3), LINE + 27),
    (Signpost("Where", "https://www.example.org"), LINE),
]


@pytest.mark.parametrize(("block", "height"), HEIGHTS, ids=[type(block).__name__ for block, _ in HEIGHTS])
def test_each_block_has_the_height_of_its_content(block: Block, height: float) -> None:
    """One line of text is one line high, plus padding, gaps and ruled lines."""
    assert FRAME.height_of(block) == pytest.approx(height)


def test_every_kind_of_block_is_measured() -> None:
    """These tests cover the whole union of blocks."""
    assert {type(block) for block, _ in HEIGHTS} == set(Block.__args__)


@pytest.mark.parametrize(
    "block",
    [Paragraph(LONG), Bullets((LONG,)), Callout("say", "Say", (LONG,)), Writing(LONG, 1),
     Facts("F", (Fact("T", LONG),)), Table("T", (WORDS,), ((LONG,),), (1,))],
    ids=lambda block: type(block).__name__,
)  # fmt: skip
def test_a_narrower_frame_makes_text_higher(block: Block) -> None:
    """Words that do not fit side by side take more lines."""
    assert evolve(FRAME, width=50).height_of(block) > 1.5 * FRAME.height_of(block)


def test_space_after_paragraphs_is_counted() -> None:
    """Each entry of a list has its space after it."""
    frame = evolve(FRAME, body=TextStyle(10, line=1.0, after=10))
    assert frame.height_of(Bullets((WORDS, WORDS))) == pytest.approx(4 * LINE)


def test_facts_are_side_by_side_in_columns() -> None:
    """Three facts in two columns make two rows, each as high as its highest tile."""
    frame = evolve(FRAME, columns=2)
    facts = Facts("F", (Fact("A", WORDS), Fact("B", LONG), Fact("C", WORDS)))
    first, second = frame.facts_rows(facts)
    assert second == pytest.approx(2 * LINE + 4)
    assert first > second
    assert frame.height_of(facts) == pytest.approx(first + second + 5)


def test_columns_share_the_width() -> None:
    """The widths of columns are relative, and add up to the frame."""
    table = Table("T", (WORDS,) * 3, (), (1, 3, 6))
    assert FRAME.column_widths(table) == pytest.approx((10, 30, 60))
    assert FRAME.row_height(table, (WORDS, WORDS, LONG)) > FRAME.row_height(table, (WORDS, WORDS, WORDS))


def test_a_table_with_more_columns_than_room_has_a_height() -> None:
    """Columns narrower than their padding are high, but finite."""
    row = (WORDS,) * 40
    assert FRAME.height_of(Table("T", row, (row,), (1,) * 40)) > FRAME.height


@pytest.mark.parametrize(("room", "height"), [(200, 100), (90, 90), (60, 60), (40, 60)])
def test_a_figure_takes_the_space_left_but_at_least_its_minimum(room: float, height: float) -> None:
    """A square as wide as the frame shrinks to the height of the frame, down to 60 mm."""
    assert evolve(FRAME, height=room).height_of(Figure(SQUARE, "A")) == pytest.approx(height)


def test_a_code_is_beside_the_words_of_a_signpost() -> None:
    """A signpost is as high as its code or its words, and its words have less space."""
    signpost = Signpost("Where to read on about this " * 3, "https://www.example.org")
    with_code = evolve(FRAME, code=20.0)
    assert with_code.height_of(Signpost("Where", "https://www.example.org")) == 20.0
    line = FRAME.metrics.width("Where to read on", FRAME.small)
    short = Signpost("Where to read on", "https://a.uk")
    assert evolve(FRAME, width=line + 0.1).height_of(short) == LINE
    assert evolve(FRAME, width=line + FRAME.gap, code=0.1).height_of(short) == 1.5 * LINE
    assert evolve(FRAME, code=0.1, width=40).height_of(signpost) >= evolve(FRAME, width=40).height_of(signpost)


def test_words_beside_a_picture_have_less_space() -> None:
    """An idea is as high as its picture or its words, in the type for ideas."""
    large = evolve(FRAME, picture=20.0, idea=TextStyle(20, line=1.0))
    assert large.height_of(Illustrated(SQUARE, WORDS)) == 20.0
    lines = large.metrics.lines(LONG, 100 - 20 - 2 * 5, large.idea)
    assert large.height_of(Illustrated(SQUARE, LONG)) == pytest.approx(lines * 2 * LINE)
    assert FRAME.idea == FRAME.body


@pytest.mark.parametrize(("title", "size"), [("Hi", 30), ("Words for twenty points", 20), ("word " * 28, 10)])
def test_a_title_is_set_in_the_largest_type_that_fits(title: str, size: float) -> None:
    """Of the sizes in the brand, the first that fits is used."""
    chosen = FRAME.title_type(Section(title=title))
    assert chosen is not None
    assert chosen.size == size


def test_a_title_that_fits_in_no_size_has_no_type() -> None:
    """Titles are not made smaller than the smallest size."""
    assert FRAME.title_type(Section(title="word " * 100)) is None


def test_a_role_has_its_own_frame_or_the_default() -> None:
    """An unknown role uses the frame of a plain section."""
    card = evolve(FRAME, height=40)
    frames = Frames(FRAME, (("card-front", card),))
    assert frames.of(Section(title="A", role="card-front")) is card
    assert frames.of(Section(title="A", role="a role of tomorrow")) is FRAME


WIDTH = FRAME.metrics.width("Some words", TEN)


@pytest.mark.parametrize(
    ("block", "around", "height"),
    [
        (Bullets((WORDS,)), 8, LINE),
        (Callout("say", "S", (WORDS,)), 4 * 2, 2 * LINE + 4 * 2),
        (Facts("F", (Fact("T", WORDS),)), 2 * 2, 2 * LINE + 2 * 2),
        (Table("T", (verbatim("T"),), ((WORDS,),), (1,)), 2 * 2, 2 * (LINE + 2 * 2)),
    ],
    ids=lambda each: type(each).__name__,
)
def test_padding_and_indents_leave_less_width(block: Block, around: float, height: float) -> None:
    """Text that just fits beside its padding is one line high, and two lines if the frame is narrower."""
    assert evolve(FRAME, width=WIDTH + around + 0.01).height_of(block) == pytest.approx(height)
    assert evolve(FRAME, width=WIDTH + around - 0.01).height_of(block) == pytest.approx(height + LINE)


def test_a_tile_of_facts_is_narrower_than_its_share_of_the_width() -> None:
    """Two columns have one gap between them, and padding on both sides of each tile."""
    facts = Facts("F", (Fact("A", WORDS), Fact("B", WORDS)))
    whole = 2 * (WIDTH + 2 * 2) + 5
    fits, narrow = (evolve(FRAME, width=whole + more, columns=2).facts_rows(facts) for more in (0.1, -0.1))
    assert fits == pytest.approx((2 * LINE + 4,))
    assert narrow == pytest.approx((3 * LINE + 4,))


def test_the_words_beside_a_code_have_less_width() -> None:
    """A code takes its side and a gap."""
    signpost = Signpost("Some words", "https://a.uk")
    small = FRAME.metrics.width("Some words", FRAME.small)
    fits, narrow = (evolve(FRAME, width=small + 3 + 5 + more, code=3.0).height_of(signpost) for more in (0.01, -0.01))
    assert narrow - fits == pytest.approx(0.5 * LINE)


def test_a_label_is_shared_out_by_its_width() -> None:
    """A label twice as wide as the box has half of its words in it, and a short one all."""
    wide = evolve(FRAME, title_width=WIDTH / 2)
    assert wide.label_share(Section(title="A", label="Some words")) == pytest.approx(0.5)
    assert wide.label_share(Section(title="A", label="So")) == 1.0
    assert wide.label_share(Section(title="A")) == 1.0
