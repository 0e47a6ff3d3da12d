"""Tests of tuck boxes: their size, their nets, and the words on them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cards_reading import Reading
from tests.support.examples import examples

from coprod_cards.sheets.tuck_box import TuckBox, nets_of, tuck_box
from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.paper_sizes import PAPERS, POSTERS
from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.document.document import words_of
from coprod_content.packs.build import make

Judge = Callable[[str], str]
BRAND = load_brand()
A4, LETTER = (PAPERS["A4"], POSTERS["A3"]), (PAPERS["Letter"], POSTERS["A3"])


def box_for(cards: int, stock: str, papers: tuple[tuple[float, float], ...] = A4, thickness: float = 0.3) -> TuckBox:
    run = evolve(BRAND.printing.home, stock=stock, thickness=thickness)
    return tuck_box(cards, run, BRAND.stock(stock), papers)


@pytest.mark.parametrize(
    ("cards", "stock", "papers", "thickness", "nets", "boxes", "depth"),
    [
        (24, "a4-four", A4, 0.3, 1, 1, 9),
        (102, "a4-four", A4, 0.3, 2, 1, 34),
        (102, "a6-printer", A4, 0.45, 2, 1, 50),
        (102, "letter-four", LETTER, 0.3, 2, 1, 34),
        (102, "a6-printer", LETTER, 0.45, 2, 2, 26),
        (102, "a4-halves", A4, 0.3, 2, 2, 18),
    ],
)
def test_a_box_has_as_few_sheets_as_its_cards_need(
    cards: int,
    stock: str,
    papers: tuple[tuple[float, float], ...],
    thickness: float,
    nets: int,
    boxes: int,
    depth: float,
) -> None:
    """One net if it fits the paper, else two. If even two are too large, the cards are in several boxes."""
    made = box_for(cards, stock, papers, thickness)
    assert (made.nets, made.boxes, made.depth) == (nets, boxes, depth)
    assert made.sheet in (papers[0], papers[0][::-1])
    assert made.depth >= made.cards * thickness
    assert made.boxes * made.cards >= cards


@given(st.integers(1, 400), st.floats(0.05, 2), st.floats(74, 1000), st.floats(74, 1000), st.sampled_from([A4, LETTER]))
@examples(60)
def test_every_net_is_inside_its_sheet_and_as_large_as_its_cards(
    cards: int, thickness: float, width: float, height: float, papers: tuple[tuple[float, float], ...]
) -> None:
    """All ink stays 7 mm from the edge of the sheet, whatever the cards, and each panel is as large as a card."""
    stock = Stock(about="-", sheet_width=width, sheet_height=height, width=width, height=height)
    made = tuck_box(cards, evolve(BRAND.printing.home, thickness=thickness), stock, papers)
    nets = nets_of(made)
    assert len(nets) == made.nets
    for net in nets:
        for x, y in net.outline:
            assert SHEET_CLEAR < x < made.sheet[0] - SHEET_CLEAR
            assert SHEET_CLEAR < y < made.sheet[1] - SHEET_CLEAR
        for panel in filter(None, (net.front, net.back)):
            assert panel[2] > min(width, height)
            assert panel[3] > max(width, height)
    assert sum(len(net.sides) for net in nets) == 2
    assert [bool(net.front) for net in nets].count(True) == [bool(net.lid) for net in nets].count(True) == 1


def test_postcards_in_the_format_of_a_box_are_a_box(library: Library, judge: Judge, tmp_path: Path) -> None:
    """`build postcards --to tuck-box` makes the box of the same cards, with every word of it as text."""
    built = make("postcards", "tuck-box", library, BRAND, ("first-steps",))
    assert built.document.edition == "postcard-box"
    assert built.data
    reading = Reading(built.data, tmp_path)
    said = " ".join(reading.text(judge("pdftotext")).split())
    assert "24 cards, each with a question" in said
    lost = [word for words in words_of(built.document) for word in words.split() if word not in said]
    assert lost == []
    assert (reading.faults("ua1"), reading.faults("2a")) == ([], [])
    assert str(reading.pdf.Root.ViewerPreferences.PrintScaling) == "/None"
    assert make("tool-cards", "tuck-box-print-shop", library, BRAND).document.edition == "tool-box"
