"""Card stock: overlays can add sheets, and sheets that cannot be printed are refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.roots import written
from typer.testing import CliRunner

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.stock import Stock
from coprod_content.brand.stock_problems import stock_problems
from coprod_content.cli.app import app
from coprod_content.cli.options import CardPrinting
from coprod_content.findings.finding import ContentError

HALVES = st.integers(148, 700).map(lambda halves: halves / 2)
NEAR = st.integers(0, 60).map(lambda halves: halves / 2)
ANY = st.builds(
    Stock,
    about=st.just("Any"),
    sheet_width=HALVES,
    sheet_height=HALVES,
    width=HALVES,
    height=HALVES,
    columns=st.integers(1, 3),
    rows=st.integers(1, 3),
    x0=NEAR,
    y0=NEAR,
    dx=st.none() | HALVES,
    dy=st.none() | HALVES,
    bleed=st.integers(0, 10).map(float),
)
LABELS = """\
stocks:
  our-labels:
    about: Perforated cards
    sheet_width: 210
    sheet_height: 297
    columns: 2
    rows: 2
    width: 98
    height: 144
    x0: 5
    y0: 4.5
    dx: 102
    perforated: yes
    source: The packet
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, so that the paths in messages are short."""
    monkeypatch.chdir(tmp_path)


def overlay(text: str) -> Path:
    return written(Path("ours"), {"brand.yaml": text})


def messages(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_brand(overlay(text))
    return [str(finding) for finding in caught.value.findings]


def boxes(stock: Stock, bleed: float = 0.0) -> Iterator[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom edges of each card with its bleed."""
    across, down = stock.pitch
    for row in range(stock.rows):
        for column in range(stock.columns):
            x, y = stock.x0 + column * across, stock.y0 + row * down
            yield x - bleed, y - bleed, x + stock.width + bleed, y + stock.height + bleed


def apart(stock: Stock, bleed: float) -> bool:
    """Whether no two cards share more than an edge, compared pair by pair."""
    all_ = list(boxes(stock, bleed))
    pairs = ((a, b) for at, a in enumerate(all_) for b in all_[at + 1 :])
    return all(a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in pairs)


@given(ANY)
def test_a_stock_without_faults_has_its_cards_on_the_sheet_and_apart(stock: Stock) -> None:
    """There are faults exactly if cards overlap, leave the sheet, or have bleeds that meet."""
    inside = all(right <= stock.sheet_width and low <= stock.sheet_height for _, _, right, low in boxes(stock))
    codes = {fault.code for fault in stock_problems(stock)}
    assert ("overlap" in codes) == (not apart(stock, 0))
    assert ("off-sheet" in codes) == (not inside)
    if not codes - {"bleed"} and not stock.is_one_card:
        edges = (
            min(x, y, stock.sheet_width - right, stock.sheet_height - low)
            for x, y, right, low in boxes(stock, stock.bleed)
        )
        assert ("bleed" in codes) == (not apart(stock, stock.bleed) or min(edges) < 0)


def test_the_stocks_of_the_library_can_be_printed(brand: Brand) -> None:
    """The canonical stocks have no faults, and both print runs name one of them."""
    assert {fault for stock in brand.stocks for fault in stock_problems(stock)} == set()
    assert {brand.printing.home.stock, brand.printing.printer.stock} < {stock.id for stock in brand.stocks}
    assert brand.stock("a4-quarters").pitch == (105, 148.5)


def test_an_overlay_adds_a_stock_and_changes_one() -> None:
    """A new name is a new stock. A known one keeps the keys that are not given."""
    changed = f"{LABELS}  a4-quarters: {{corner_radius: 3}}\nprinting: {{home: {{stock: our-labels, marks: no}}}}\n"
    brand = load_brand(overlay(changed))
    assert brand.stock("our-labels").pitch == (102, 144)
    assert brand.stock("our-labels").perforated
    assert (brand.stock("a4-quarters").corner_radius, brand.stock("a4-quarters").width) == (3, 105)
    assert (brand.printing.home.stock, brand.printing.home.marks) == ("our-labels", False)
    assert brand.printing.printer == load_brand().printing.printer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LABELS.replace("dx: 102", "dx: 97"), "ours/brand.yaml:12:9: stocks.our-labels.dx: cards of 98 mm overlap if"),
        (LABELS.replace("height: 144", "height: 150"), "ours/brand.yaml:5:19: stocks.our-labels.sheet_height: the "
         "cards extend to 304.5 mm, beyond a sheet of 297 mm."),
        (LABELS.replace("x0: 5", "bleed: 3"), "ours/brand.yaml:10:12: stocks.our-labels.bleed: a bleed of 3 mm on "
         "both sides does not fit in the 0 mm between cards. Set it to 0 or less"),
        (LABELS.replace("x0: 5", "x: 5"), "ours/brand.yaml:10:5: stocks.our-labels.x: there is no such key here. Did"),
        (LABELS.replace("width: 98", "width: 50"), "ours/brand.yaml:8:12: stocks.our-labels.width: expected a number"),
        ("stocks: {a4-four: {height: none}}", "ours/brand.yaml:1:28: stocks.a4-four.height: expected a number"),
        ("stocks: {a4-four: {dx: 90}}", "ours/brand.yaml:1:24: stocks.a4-four.dx: cards of 95 mm overlap if they"),
        ("stocks: {a4-four: {width: 110}}", "ours/brand.yaml:1:10: stocks.a4-four.sheet_width: the cards extend"),
        ("stocks: {Ours: {width: 99}}", "ours/brand.yaml:1:16: stocks.Ours: expected an id of lower-case"),
        ("stocks: {a4-four: {id: x}}", "ours/brand.yaml:1:24: stocks.a4-four.id: the id is already given by the key"),
        ("stocks: [a]", "ours/brand.yaml:1:9: stocks: expected ids, each with keys and values below it, found a list."),
        ("stocks: {ours: 5}", "ours/brand.yaml:1:16: stocks.ours: expected keys and values"),
        ("printing: {home: {stock: a4-for}}", "ours/brand.yaml:1:26: printing.home.stock: there is no stock 'a4-for'. "
         "Did you mean 'a4-four'?"),
        ("printing: {home: {order: any}}", "ours/brand.yaml:1:26: printing.home.order: expected one of reading"),
    ],
)  # fmt: skip
def test_a_fault_in_a_stock_has_its_place_and_a_fix(text: str, expected: str) -> None:
    """A stock is read as strictly as the rest of a brand."""
    assert expected in [line[: len(expected)] for line in messages(text)]


def test_a_pack_takes_a_stock_for_each_way_to_print(brand: Brand) -> None:
    """Stock with bleed is for the print shop, and other stock for home. Marks and order apply to both."""
    made = CardPrinting(stocks=("a4-halves", "a5-printer"), marks=True, cut_and_stack=True).pack_brand(brand).printing
    assert (made.home.stock, made.printer.stock) == ("a4-halves", "a5-printer")
    assert {made.home.marks, made.printer.marks} == {True}
    assert {made.home.order, made.printer.order} == {"cut-and-stack"}


def test_a_file_is_printed_on_the_stock_asked_for(brand: Brand) -> None:
    """One file uses the chosen stock, whichever renderer makes it. Without options the brand is unchanged."""
    made = CardPrinting(stocks=("a5-printer",)).file_brand(brand).printing
    assert made.home.stock == made.printer.stock == "a5-printer"
    assert CardPrinting().file_brand(brand) == CardPrinting().pack_brand(brand) == brand
    quiet = CardPrinting(marks=False).file_brand(brand)
    assert quiet.printing.home == evolve(brand.printing.home, marks=False)


def test_the_stocks_are_listed_and_an_unknown_one_has_a_fix(tmp_path: Path) -> None:
    """`coprod stocks` lists them with those of a root. A mistyped name gets the nearest."""
    root = overlay(LABELS)
    listed = CliRunner().invoke(app, ["stocks", "--root", str(root)])
    assert "our-labels        Perforated cards" in listed.stdout
    assert listed.stdout.endswith("11 stocks\n")
    out = str(tmp_path / "cards.pdf")
    command = ["build", "postcards", "--to", "cards", "--out", out, "--stock", "a6-prnter"]
    refused = CliRunner().invoke(app, command)
    assert refused.exit_code == 2
    assert refused.stderr == "There is no stock 'a6-prnter'. Did you mean 'a6-printer'? `coprod stocks` lists them.\n"
