"""Tests of cards on real stocks: unprintable edges, bleed, crop marks, grey printing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cards_reading import MM, Reading
from tests.support.cards_rendered import rendered_pdf
from tests.support.examples import examples

from coprod_cards import for_long_edge, for_printer, for_short_edge, test_sheet, to_read
from coprod_cards.layout.accents import accent_of
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_content import Library
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import contrast
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.brand.stock_problems import stock_problems
from coprod_content.document.blocks import Fact, Facts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import Renderer

Judge = Callable[[str], str]
BRAND = load_brand()
AT_HOME = [stock.id for stock in BRAND.stocks if not stock.bleed]
SAFE = 5.0


def printed_on(stock: Stock, *, marks: bool = True, brand: Brand = BRAND) -> Brand:
    """Return the brand with its cards on a stock."""
    run = evolve(brand.printing.home, stock=stock.id, marks=marks)
    stocks = (stock, *(other for other in brand.stocks if other.id != stock.id))
    return evolve(brand, stocks=stocks, printing=evolve(brand.printing, home=run, printer=run))


def large(brand: Brand) -> Brand:
    """Return the brand in large print."""
    sizes = evolve(brand.cards, question=(60, 48, 36, 30), title=(36, 30, 24), body=18, imprint=16)
    return evolve(brand, cards=sizes)


@pytest.fixture(scope="module")
def postcards(library: Library) -> Document:
    """Return seven postcards, more than fit on a sheet of four."""
    return compose("postcards", library, tuple(library.postcards)[:7])


@pytest.mark.parametrize("id_", AT_HOME)
@pytest.mark.parametrize("renderer", [for_long_edge, for_short_edge], ids=["long edge", "short edge"])
def test_a_home_imposition_is_white_along_its_edges(
    id_: str, renderer: Renderer, postcards: Document, judge: Judge, tmp_path: Path
) -> None:
    """On each stock, no pixel within 7 mm of the edge of the paper has ink, even with crop marks."""
    stock = BRAND.stock(id_)
    reading = Reading(rendered_pdf(renderer, postcards, printed_on(stock)), tmp_path)
    for page in range(len(reading.pdf.pages)):
        picture = reading.picture(judge("pdftoppm"), page, dpi=72)
        width, height = stock.sheet_width, stock.sheet_height
        inner = SHEET_CLEAR - 25.4 / 72  # less the pixel that ink may reach into
        strips = (
            (0, 0, width - 0.4, inner),
            (0, height - inner, width - 0.4, height - 0.4),
            (0, 0, inner, height - 0.4),
            (width - inner, 0, width - 0.4, height - 0.4),
        )
        assert [picture.darkest(*strip) for strip in strips] == [255] * 4, (id_, page)
        assert picture.darkest(SHEET_CLEAR, SHEET_CLEAR, width - SHEET_CLEAR, height - SHEET_CLEAR) < 100


@pytest.mark.parametrize("id_", AT_HOME)
def test_all_words_of_a_stock_are_inside_their_cards(
    id_: str, postcards: Document, judge: Judge, tmp_path: Path
) -> None:
    """On each stock, words are 5 mm inside the cuts, also in large print if they fit."""
    for brand in (printed_on(BRAND.stock(id_)), printed_on(BRAND.stock(id_), brand=large(BRAND))):
        folder = tmp_path / str(brand.cards.body)
        folder.mkdir()
        stock = brand.stock(id_)
        if fit(postcards, frames_of(brand, card_geometry(stock, brand.cards))).findings:
            assert brand.cards.body == 18
            continue
        words = Reading(rendered_pdf(for_short_edge, postcards, brand), folder).words(judge("pdftotext"))
        assert len(words) > 100
        assert [word for word in words if _outside(word.left, word.top, word.right, word.bottom, stock)] == []


def _outside(left: float, top: float, right: float, bottom: float, stock: Stock) -> bool:
    """Return whether a box is outside all safe areas of a sheet and not in the waste below the cards."""
    across, down = stock.pitch
    fronts = [(stock.x0 + c * across, stock.y0 + r * down) for r in range(stock.rows) for c in range(stock.columns)]
    backs = [(x, stock.sheet_height - y - stock.height) for x, y in fronts]
    inside = any(
        x + SAFE <= left
        and right <= x + stock.width - SAFE
        and y + SAFE - 1 <= top
        and bottom <= y + stock.height - SAFE + 1
        for x, y in (*fronts, *backs)
    )
    return not inside and top < stock.bottom


@pytest.mark.parametrize("id_", ["a4-halves", "a4-whole"])
def test_large_print_fits_large_stock(id_: str, library: Library) -> None:
    """On cards of half or a whole A4 the whole library fits at 18 points."""
    brand = printed_on(BRAND.stock(id_), brand=large(BRAND))
    frames = frames_of(brand, card_geometry(brand.stock(id_), brand.cards))
    assert fit(compose("postcards", library), frames).findings == ()
    assert frames.plain.body.size == 18


@pytest.mark.parametrize("id_", ["a6-printer", "a5-printer"])
@pytest.mark.parametrize("marks", [False, True], ids=["plain", "marks"])
def test_the_boxes_of_a_page_for_a_printer(id_: str, marks: bool, postcards: Document, tmp_path: Path) -> None:
    """The trim box is the card, the bleed box 3 mm larger on each side, and the media box 10 mm with marks."""
    stock = BRAND.stock(id_)
    reading = Reading(rendered_pdf(for_printer, postcards, printed_on(stock, marks=marks)), tmp_path)
    beyond = 10.0 if marks else 3.0
    for page in reading.pdf.pages:
        media, bleed, trim = ([float(x) for x in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert media == _box(0, stock, 2 * beyond)
        assert bleed == _box(beyond - 3, stock, beyond + 3)
        assert trim == _box(beyond, stock, beyond)


def _box(start: float, stock: Stock, more: float) -> object:
    edges = (start, start, stock.width + more, stock.height + more)
    return pytest.approx([edge * MM for edge in edges], abs=0.1)


def test_colour_reaches_the_bleed_on_all_sides_and_no_further(judge: Judge, tmp_path: Path) -> None:
    """The band of a front fills the bleed on three sides; only crop marks are beyond it."""
    back = Section(title="T", role="card-back", accent="theme_4")
    front = Section(title="T", role="card-front", accent="theme_4", sections=(back,))
    document = Document(title="T", language="en-GB", sections=(front,))
    reading = Reading(rendered_pdf(for_printer, document, printed_on(BRAND.stock("a6-printer"))), tmp_path)
    picture = reading.picture(judge("pdftoppm"), 0, dpi=150)
    left, right, bottom = 7.0, 118.0, 161.0
    along = [left + 0.3 + at * 5 for at in range(22)]
    down = [bottom - 35.0 + at * 5 for at in range(7)]
    assert all(picture.at(x, bottom - 0.3) < 160 for x in along)
    assert all(picture.at(x, y) < 160 for x in (left + 0.3, right - 0.3) for y in down)
    assert all(picture.at(x, bottom + 0.4) == 255 for x in along[1:-1])
    for x, y in ((10.0, 3.0), (115.0, 3.0), (10.0, 165.0), (3.0, 10.0), (122.0, 158.0)):
        near = picture.darkest(x - 0.4, y - 0.4, x + 0.4, y + 0.4)
        assert near < 200, (x, y)
    assert picture.darkest(0.2, 0.2, 6.0, 6.0) == 255


def test_marks_can_be_turned_off_at_home(postcards: Document, judge: Judge, tmp_path: Path) -> None:
    """Marks can be turned off, and perforated sheets have none."""
    stock = BRAND.stock("a4-four")
    dark = []
    for name, brand in (
        ("with", printed_on(stock)),
        ("without", printed_on(stock, marks=False)),
        ("perforated", printed_on(evolve(stock, perforated=True))),
    ):
        (tmp_path / name).mkdir()
        picture = Reading(rendered_pdf(for_long_edge, postcards, brand), tmp_path / name).picture(judge("pdftoppm"), 0)
        dark.append(picture.darkest(0, 0, 9.5, 296) < 250)
    assert dark == [True, False, False]


def test_round_corners_have_an_outline(postcards: Document, judge: Judge, tmp_path: Path) -> None:
    """On a stock with round corners, each front has an outline to cut along."""
    stock = evolve(BRAND.stock("a4-four"), corner_radius=3.0)
    reading = Reading(rendered_pdf(for_long_edge, postcards, printed_on(stock)), tmp_path)
    front, back = (reading.picture(judge("pdftoppm"), page, dpi=150) for page in (0, 1))
    assert front.darkest(9.8, 50, 10.2, 52) < 200
    assert back.darkest(9.8, 50, 10.2, 52) == 255
    assert front.darkest(10, 12.5, 10.4, 12.9) == 255


HALVES = st.integers(148, 420).map(lambda halves: halves / 2)


@given(HALVES, HALVES, st.integers(0, 24), st.integers(0, 24), st.sampled_from([0.0, 3.0]))
@examples(12)
def test_any_stock_without_faults_is_printed_within_its_limits(
    judge: Judge, tmp_path_factory: pytest.TempPathFactory, width: float, height: float, x0: int, y0: int, bleed: float
) -> None:
    """On a stock of any size, words are inside the safe area, and edges are white unless colour bleeds."""
    waste = max(x0, y0) + 12
    stock = Stock(
        id="any", about="Any", width=width, height=height, x0=x0 + bleed, y0=y0 + bleed, bleed=bleed,
        sheet_width=width + waste + 2 * bleed, sheet_height=height + waste + 2 * bleed,
    )  # fmt: skip
    assert list(stock_problems(stock)) == []
    front = Section(title="What would you keep, and what would you change?", role="card-front", accent="theme_2")
    document = Document(title="Any", language="en-GB", imprint="Imprint", sections=(front, Section(title="Other")))
    reading = Reading(rendered_pdf(for_long_edge, document, printed_on(stock)), tmp_path_factory.mktemp("any"))
    words = [word for word in reading.words(judge("pdftotext")) if word.page == 0]
    assert [word for word in words if _outside(word.left, word.top, word.right, word.bottom, stock)] == []
    picture = reading.picture(judge("pdftoppm"), 0, dpi=50)
    if not bleed:
        assert picture.darkest(0, 0, stock.sheet_width - 0.6, SHEET_CLEAR - 0.5) == 255
        assert picture.darkest(0, 0, SHEET_CLEAR - 0.5, stock.sheet_height - 0.6) == 255


def test_every_pair_keeps_its_contrast_in_grey() -> None:
    """Printed in grey, words keep a contrast of 4.5:1 with paper, panels and accents."""
    for role in Palette.__annotations__:
        accent = accent_of(BRAND, role)
        pairs = [(accent.text, ground) for ground in (accent.colour, accent.panel)]
        pairs += [(accent.word, BRAND.palette.paper), (BRAND.palette.ink, BRAND.palette.tint)]
        for words, ground in pairs:
            assert contrast(_grey(words), _grey(ground)) >= 4.5, (role, words, ground)


def _grey(colour: str) -> str:
    """Return the grey with the luminance of a colour, by bisection."""
    least, most = 0, 255
    while least < most:
        middle = (least + most) // 2
        shade = f"#{middle:02x}{middle:02x}{middle:02x}"
        least, most = (
            (middle + 1, most) if contrast(shade, "#000000") < contrast(colour, "#000000") else (least, middle)
        )
    return f"#{least:02x}{least:02x}{least:02x}"


@pytest.mark.parametrize("role", [f"theme_{at}" for at in range(1, 7)])
def test_a_front_printed_in_grey_can_be_read(role: str, judge: Judge, tmp_path: Path) -> None:
    """In the grey pixels of the band of a front, words and ground have a contrast of 4.5:1 or more."""
    facts = Facts("Facts", (Fact("Stage", "Opening"), Fact("Card", "1 of 96")))
    back = Section(title="Back", role="card-back", accent=role)
    front = Section(title="Which?", label="L", role="card-front", accent=role, blocks=(facts,), sections=(back,))
    document = Document(title="T", language="en-GB", sections=(front,))
    picture = Reading(rendered_pdf(for_printer, document, BRAND), tmp_path).picture(judge("pdftoppm"), 0, dpi=150)
    box = [picture.at(11 + x / 5, 120 + y / 5) for x in range(200) for y in range(125)]
    light, dark = max(box), max(set(box), key=box.count)
    assert contrast(f"#{light:02x}{light:02x}{light:02x}", f"#{dark:02x}{dark:02x}{dark:02x}") >= 4.5


def test_the_pages_to_read_are_in_order_and_large_enough(postcards: Document, judge: Judge, tmp_path: Path) -> None:
    """The pages to read have all words in order, card by card, in one column on A4 and at 12 points or more."""
    reading = Reading(rendered_pdf(to_read, postcards, BRAND), tmp_path)
    said, at = "".join(reading.text(judge("pdftotext")).split()), 0
    for piece in words_of(postcards):
        at = said.index("".join(piece.split()), at)
    assert min(reading.sizes()) >= 12
    assert {tuple(round(float(edge)) for edge in page.mediabox) for page in reading.pdf.pages} == {(0, 0, 595, 842)}
    assert (reading.tags["H1"], reading.tags["H2"], reading.tags["H3"]) == (1, 7, 7)
    assert "/Duplex" not in reading.pdf.Root.ViewerPreferences


def test_the_test_sheet_has_its_pattern_on_both_sides(library: Library, judge: Judge, tmp_path: Path) -> None:
    """Both pages of the test sheet have rulers of 50 mm, crosses in the same places, and an arrow at the top.

    Their text is tagged, and says what to do.
    """
    reading = Reading(rendered_pdf(test_sheet, compose("print-test-sheet", library), BRAND), tmp_path)
    assert len(reading.pdf.pages) == 2
    wishes = reading.pdf.Root.ViewerPreferences
    assert (str(wishes.PrintScaling), str(wishes.Duplex)) == ("/None", "/DuplexFlipLongEdge")
    front, back = (reading.picture(judge("pdftoppm"), page, dpi=150) for page in (0, 1))
    for picture in (front, back):
        for x in (18, 192):
            for y in (18, 279):
                assert picture.darkest(x - 0.3, y - 0.3, x + 0.3, y + 0.3) < 150
        assert picture.darkest(30, 275.7, 80, 276.4) < 150
        assert picture.darkest(104, 12, 106, 20) < 80
        row = [picture.darkest(x / 5, 276.8, x / 5 + 0.2, 277.2) < 200 for x in range(145, 410)]
        length = len(row) - row[::-1].index(True) - row.index(True)
        assert length / 5 == pytest.approx(50, abs=0.5)
    assert front.darkest(SHEET_CLEAR - 0.3, 100, SHEET_CLEAR + 0.3, 101) < 80
    assert {"H1", "H2", "L", "LI"} <= set(reading.tags)
    said = " ".join(reading.text(judge("pdftotext")).split())
    assert "“Actual size” or 100%" in said
    assert "more than 2 mm apart" in said
