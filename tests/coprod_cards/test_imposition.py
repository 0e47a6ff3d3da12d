"""Tests of imposition on any stock: positions of cards, flips, order and crop marks."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coprod_cards.sheets.crop_marks import crop_marks, outlines
from coprod_cards.sheets.imposition import CardPosition, Flip, Imposition, upright_flip
from coprod_content.brand.stock import SHEET_CLEAR, Order, Stock
from coprod_content.brand.stock_problems import stock_problems

CARDS = st.integers(1, 97)
HALVES = st.integers(148, 400).map(lambda halves: halves / 2)
GAPS = st.integers(0, 24).map(lambda halves: halves / 2)


@st.composite
def stocks(draw: st.DrawFn) -> Stock:
    """Draw any stock, with gutters and unequal waste."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    width, height = draw(HALVES), draw(HALVES)
    across, down = draw(GAPS), draw(GAPS)
    x0, y0, right, below = (draw(GAPS) for _ in range(4))
    return Stock(
        about="Any",
        columns=columns,
        rows=rows,
        width=width,
        height=height,
        x0=x0,
        y0=y0,
        dx=width + across,
        dy=height + down,
        sheet_width=x0 + columns * width + (columns - 1) * across + right,
        sheet_height=y0 + rows * height + (rows - 1) * down + below,
    )


ORDERS: st.SearchStrategy[Order] = st.sampled_from(["reading", "cut-and-stack"])
SHEETS = st.builds(Imposition, stock=stocks(), flip=st.sampled_from(Flip), order=ORDERS, marks=st.booleans())


@given(SHEETS)
def test_the_stocks_of_these_tests_can_be_printed(sheet: Imposition) -> None:
    """The stocks drawn for the tests below have no faults."""
    assert list(stock_problems(sheet.stock)) == []


def turned_over(place: CardPosition, sheet: Imposition) -> CardPosition:
    """Return a back's position seen from the front of the sheet, turning each corner about the flipped edge.

    `turned` says whether it is then upside down for someone who turns the cut card like a page.
    """
    stock = sheet.stock
    corners = [(place.x, place.y), (place.x + stock.width, place.y + stock.height)]
    long_is_upright = stock.sheet_height >= stock.sheet_width
    about_upright = (sheet.flip is Flip.LONG_EDGE) == long_is_upright
    if about_upright:
        mirrored = [(stock.sheet_width - x, y) for x, y in corners]
    else:
        mirrored = [(x, stock.sheet_height - y) for x, y in corners]
    x, y = min(x for x, _ in mirrored), min(y for _, y in mirrored)
    return CardPosition(place.page - 1, round(x, 6), round(y, 6), place.turned == about_upright)


@given(CARDS, SHEETS)
def test_every_back_lands_on_its_front(cards: int, sheet: Imposition) -> None:
    """Each back is behind its front and upright, no position is used twice, and none is off the sheet."""
    taken = set()
    for at in range(cards):
        front, back = sheet.front(at, cards), sheet.back(at, cards)
        assert (front.page % 2, front.turned, back.page) == (0, False, front.page + 1)
        assert turned_over(back, sheet) == evolve(front, x=round(front.x, 6), y=round(front.y, 6))
        taken |= {(place.page, round(place.x, 3), round(place.y, 3)) for place in (front, back)}
        assert all(0 <= place.x <= sheet.stock.sheet_width - sheet.stock.width + 1e-6 for place in (front, back))
        assert all(0 <= place.y <= sheet.stock.sheet_height - sheet.stock.height + 1e-6 for place in (front, back))
    assert len(taken) == 2 * cards
    assert max(page for page, _, _ in taken) < sheet.pages(cards) <= 2 * (cards // sheet.cards_per_sheet + 1)


@given(CARDS, SHEETS)
def test_stacked_piles_are_in_order(cards: int, sheet: Imposition) -> None:
    """When a stack of sheets is cut and the piles are stacked on one another, the cards are in order."""
    stacked = evolve(sheet, order="cut-and-stack")
    fronts = [stacked.front(at, cards) for at in range(cards)]
    piles = sorted({(place.y, place.x) for place in fronts})
    laid = sorted(range(cards), key=lambda at: (piles.index((fronts[at].y, fronts[at].x)), fronts[at].page))
    assert laid == list(range(cards))


@given(CARDS, SHEETS)
def test_reading_order_fills_one_sheet_after_the_other(cards: int, sheet: Imposition) -> None:
    """In reading order cards go from left to right, then down, then to the next sheet."""
    places = [evolve(sheet, order="reading").front(at, cards) for at in range(cards)]
    keys = [(place.page, place.y, place.x) for place in places]
    assert keys == sorted(keys)


@given(stocks())
def test_an_upright_flip_turns_no_back(stock: Stock) -> None:
    """The upright flip of a stock turns no back upside down."""
    sheet = Imposition(stock=stock, flip=upright_flip(stock))
    assert not any(sheet.back(at, 9).turned for at in range(9))


@given(SHEETS.map(lambda sheet: evolve(sheet, marks=True)))
def test_marks_are_in_line_with_the_cuts_and_in_the_waste(sheet: Imposition) -> None:
    """Each crop mark is in line with the edge of a card and at least 7 mm inside the edge of the paper.

    Every edge of a card has a mark unless it is too near the edge of the paper.
    """
    stock = sheet.stock
    fronts = [sheet.front(at, sheet.cards_per_sheet) for at in range(sheet.cards_per_sheet)]
    xs = {round(x, 3) for place in fronts for x in (place.x, place.x + stock.width)}
    ys = {round(y, 3) for place in fronts for y in (place.y, place.y + stock.height)}
    made = crop_marks(sheet, back=False)
    for stroke in made:
        assert (stroke.x == stroke.to_x and stroke.x in xs) or (stroke.y == stroke.to_y and stroke.y in ys)
        for at, edge in ((stroke.x, stock.sheet_width), (stroke.y, stock.sheet_height)):
            assert SHEET_CLEAR <= at <= edge - SHEET_CLEAR
        assert stroke.to_x - stroke.x + stroke.to_y - stroke.y >= 1.5
    inside = [x for x in xs if SHEET_CLEAR + 0.5 <= x <= stock.sheet_width - SHEET_CLEAR - 0.5]
    assert {stroke.x for stroke in made if stroke.x == stroke.to_x} == set(inside)
    assert crop_marks(sheet, back=True) == ()


@given(SHEETS)
def test_marks_can_be_left_out_and_perforation_needs_none(sheet: Imposition) -> None:
    """There are no marks if they are turned off or the sheet is perforated; round corners have outlines instead."""
    plain = evolve(sheet, marks=False)
    perforated = evolve(sheet, marks=True, stock=evolve(sheet.stock, perforated=True, corner_radius=3.0))
    rounded = evolve(sheet, marks=True, stock=evolve(sheet.stock, corner_radius=3.0))
    assert [crop_marks(plain, back=False), crop_marks(perforated, back=False), crop_marks(rounded, back=False)] == [
        ()
    ] * 3
    assert [outlines(plain, back=False), outlines(perforated, back=False)] == [()] * 2
    fronts = [sheet.front(at, sheet.cards_per_sheet) for at in range(sheet.cards_per_sheet)]
    assert set(outlines(rounded, back=False)) == {(place.x, place.y) for place in fronts}
