"""Blocks: what they take, what they refuse, and their texts in reading order."""

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.brand.load_brand import load_brand
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
    Photograph,
    Signpost,
    Table,
    Writing,
    block_texts,
)
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_content.plugins.renderers import renderer
from coprod_content.text.spans import Span, Text, plain, verbatim

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
    (Photograph(b"", "Alt", C), ["Alt", "C"]),
    (Illustrated(DRAWING, A), ["A"]),
    (Writing(A, 3), ["A"]),
    (FillIn("A", "choice", B, ("C",)), ["A (tick one)", "B", "C"]),
    (FillIn("A", "table", B, ("C",)), ["B", "A", "C"]),
    (FillIn("A", "text", answer="C"), ["A", "C"]),
    (Signpost("Where", "https://www.example.org"), ["Where", "https://www.example.org"]),
]


@pytest.mark.parametrize(("block", "texts"), BLOCKS, ids=[type(block).__name__ for block, _ in BLOCKS])
def test_every_text_of_a_block_is_known_in_reading_order(block: Block, texts: list[str]) -> None:
    """`block_texts` lists everything that a renderer must show."""
    assert [plain(text) for text in block_texts(block)] == texts


def test_the_list_of_blocks_leaves_none_out() -> None:
    """These tests cover the whole union of blocks."""
    assert {type(block) for block, _ in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_what_a_reader_needs_cannot_be_left_blank(blank: str) -> None:
    """Alternative texts, captions, titles, labels and languages must have words."""
    for made in (
        lambda: Figure(DRAWING, blank),
        lambda: Photograph(b"", blank),
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
    """The header has at least one cell, every row has as many, and every column has a width."""
    with pytest.raises(ValueError, match="a table"):
        Table("T", header, rows, widths)


MADE: dict[str, Callable[[Any], Block]] = {
    "paragraph": Paragraph,
    "bullets": lambda words: Bullets((words, words)),
    "facts": lambda words: Facts("Facts", (Fact("Time", words),)),
    "table": lambda words: Table("Table", (words, words), ((words, words),), (1, 1)),
    "callout": lambda words: Callout("say", "Say", (words,)),
    "figure": lambda words: Figure(DRAWING, "Alt", words),
    "illustrated": lambda words: Illustrated(DRAWING, words),
    "writing": lambda words: Writing(words, 3),
}
"""Each block that takes Text, with the same words in every field that takes it."""


@pytest.mark.parametrize("name", MADE)
@given(words=st.text(min_size=1))
def test_a_string_is_the_same_as_one_span_of_it(name: str, words: str) -> None:
    """Plain words need no Text, are not read as Markdown, and every field that takes Text takes them."""
    assert MADE[name](words) == MADE[name](verbatim(words))


@pytest.mark.parametrize("name", MADE)
def test_an_empty_string_is_an_empty_text(name: str) -> None:
    """An empty string becomes an empty tuple."""
    assert MADE[name]("") == MADE[name](())


NOT_TEXT = st.one_of(
    st.none(), st.integers(), st.booleans(), st.binary(), st.floats(), st.just(Span("a")),
    st.lists(st.text(), min_size=1), st.tuples(st.text()), st.tuples(st.just(Span("a")), st.integers()),
)  # fmt: skip


@pytest.mark.parametrize("name", MADE)
@given(words=NOT_TEXT)
def test_anything_else_is_a_type_error_that_shows_it(name: str, words: object) -> None:
    """A wrong value is refused when the block is made, not when it is rendered."""
    with pytest.raises(TypeError, match="expected a string or a tuple of spans, not "):
        MADE[name](words)


@pytest.mark.parametrize(
    "made",
    [
        lambda: Bullets("ab"),
        lambda: Bullets(5),
        lambda: Callout("say", "Say", "ab"),
        lambda: Table("Table", "ab", (), (1, 1)),
        lambda: Table("Table", ("a", "b"), "ab", (1, 1)),
        lambda: Table("Table", ("a", "b"), ("ab",), (1, 1)),
    ],
)
def test_one_string_is_not_taken_for_a_list_of_letters(made: Callable[[], Block]) -> None:
    """Lists of texts are tuples or lists."""
    with pytest.raises(TypeError, match="expected a tuple of "):
        made()


def test_lists_become_tuples() -> None:
    """Blocks stay hashable values, whatever they are made from."""
    assert Bullets(["a", "b"]) == Bullets((verbatim("a"), verbatim("b")))
    table = Table("Table", ["a"], [["b"]], (1,))
    assert table == Table("Table", (verbatim("a"),), ((verbatim("b"),),), (1,))
    assert hash(table)


@pytest.mark.parametrize("value", [5, None, verbatim("A")])
def test_a_title_is_a_string(value: object) -> None:
    """Titles, captions and labels are plain strings, and anything else is a TypeError that names the field."""
    with pytest.raises(TypeError, match="title must be a string, not "):
        Section(title=value)
    with pytest.raises(TypeError, match="alt must be a string, not "):
        Figure(DRAWING, value)


@pytest.mark.parametrize("name", ["plain", "web", "slides", "guide"])
def test_renderers_write_plain_words(name: str) -> None:
    """A document of plain strings gives the same bytes as one of spans."""
    data = [_rendered(name, words) for words in ("Hello", verbatim("Hello"))]
    assert data[0] == data[1]


def _rendered(name: str, words: str | Text) -> bytes:
    blocks = tuple(make(words) for make in MADE.values())
    document = Document(title="D", language="en-GB", sections=(Section(title="S", blocks=blocks),))
    return renderer(name).render(document, load_brand())
