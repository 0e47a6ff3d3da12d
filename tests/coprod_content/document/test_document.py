"""Documents: what cannot be written is refused by their types, and every text is known."""

import pytest

from coprod_content.content.drawing import Drawing, Label, Stroke
from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
    block_texts,
)
from coprod_content.document.document import ROLES, Document, Section, words_of
from coprod_content.text.spans import plain, text_of, verbatim

A, B, C = (verbatim(letter) for letter in "ABC")
DRAWING = Drawing(
    width=10,
    height=5,
    shapes=(
        Label(x=0, y=0, width=5, height=2, text="Us", size=1),
        Stroke(x=0, y=0, to_x=1, to_y=1, colour="ink"),
        Label(x=0, y=3, width=5, height=2, text="Them", size=1),
    ),
)

BLOCKS: list[tuple[Block, list[str]]] = [
    (Paragraph(A), ["A"]),
    (Bullets((A, B)), ["A", "B"]),
    (Facts("Facts", (Fact("Time", A), Fact("People", B))), ["Time", "A", "People", "B"]),
    (Table("Table", (A, B), ((B, C),), (1, 1)), ["Table", "A", "B", "B", "C"]),
    (Callout("say", "Say", (A, B)), ["Say", "A", "B"]),
    (Figure(DRAWING, "Alt"), ["Alt"]),
    (Figure(DRAWING, "Alt", C), ["Alt", "C"]),
    (Illustrated(DRAWING, A), ["A"]),
    (Writing(A, 3), ["A"]),
    (Signpost("Where", "https://www.example.org"), ["Where", "https://www.example.org"]),
]


@pytest.mark.parametrize(("block", "texts"), BLOCKS, ids=[type(block).__name__ for block, _ in BLOCKS])
def test_every_text_of_a_block_is_known_in_reading_order(block: Block, texts: list[str]) -> None:
    """A renderer's work can be held against this list."""
    assert [plain(text) for text in block_texts(block)] == texts


def test_the_list_of_blocks_leaves_none_out() -> None:
    """Blocks are a closed union."""
    assert {type(block) for block, _ in BLOCKS} == set(Block.__args__)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_what_a_reader_needs_cannot_be_left_blank(blank: str) -> None:
    """No figure without alternative text, no table, callout or link without words, no section without a title, no
    document without a title and a language."""
    for made in (
        lambda: Figure(DRAWING, blank),
        lambda: Table(blank, (A,), (), (1,)),
        lambda: Facts(blank, ()),
        lambda: Callout("say", blank, ()),
        lambda: Signpost(blank, "https://www.example.org"),
        lambda: Section(title=blank),
        lambda: Document(title=blank, language="en"),
        lambda: Document(title="D", language=blank),
    ):
        with pytest.raises(ValueError, match="must not be empty"):
            made()


@pytest.mark.parametrize(
    ("header", "rows", "widths"),
    [
        ((), (), ()),
        ((A, B), ((A,),), (1, 1)),
        ((A, B), (), (1,)),
        ((A,), ((A, B),), (1,)),
        ((A,), (), (0,)),
        ((A, B), (), (1, -1)),
    ],
)
def test_a_table_is_a_rectangle_under_a_header(
    header: tuple[object, ...], rows: tuple[tuple[object, ...], ...], widths: tuple[int, ...]
) -> None:
    """Rows have as many cells as the header, which has one at least, and no column is without width."""
    with pytest.raises(ValueError, match="of a table"):
        Table("T", header, rows, widths)


def test_depth_is_the_level_of_a_heading() -> None:
    """Walking gives each section with its depth, in reading order, so that no level can be skipped."""
    tree = Section(title="1", sections=(Section(title="1.1", sections=(Section(title="1.1.1"),)), Section(title="1.2")))
    document = Document(title="D", language="en", sections=(tree, Section(title="2")))
    assert [(depth, section.title) for depth, section in document.walk()] == [
        (1, "1"), (2, "1.1"), (3, "1.1.1"), (2, "1.2"), (1, "2"),
    ]  # fmt: skip


def test_the_words_of_a_document_are_titles_labels_blocks_and_notes() -> None:
    """Notes can be left out; blank texts are."""
    section = Section(
        title="Title",
        label="Label",
        blocks=(Paragraph(text_of("It **helps** [@a].")), Paragraph(())),
        notes=(Paragraph(A),),
        sections=(Section(title="Below"),),
    )
    document = Document(title="D", language="en", sections=(section,))
    assert words_of(document) == ("Label", "Title", "It helps [a].", "A", "Below")
    assert words_of(document, notes=False) == ("Label", "Title", "It helps [a].", "Below")


def test_a_drawing_knows_the_words_in_it() -> None:
    """A screen reader can be told what stands in a picture."""
    assert DRAWING.words == ("Us", "Them")


def test_every_role_is_explained() -> None:
    """A hint for layout says what it hints at."""
    assert "plain" in ROLES
    assert all(about.endswith(".") for about in ROLES.values())
