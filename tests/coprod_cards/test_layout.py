"""Tests of card layout: page boxes, bleed, duplex, safe areas and long text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.support.cards_reading import MM, Reading, Word
from tests.support.cards_rendered import rendered_pdf
from tests.support.examples import examples

from coprod_cards import for_long_edge, for_printer, for_short_edge
from coprod_cards.layout.accents import accent_of
from coprod_cards.layout.card_division import Card, cards_of
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import CardGeometry, card_geometry
from coprod_cards.rendering import home_imposition, print_shop_imposition
from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content import Library
from coprod_content.brand.brand import Palette
from coprod_content.brand.contrast import contrast
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.stock import Order
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Paragraph, Table, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.packs.build import render
from coprod_content.plugins.renderers import Renderer
from coprod_content.text.spans import Span, verbatim

Judge = Callable[[str], str]
BRAND = load_brand()
EDGE, SAFE = 7.0, 5.0
LONG_EDGE, SHORT_EDGE = (home_imposition(BRAND, flip) for flip in Flip)
A6 = card_geometry(print_shop_imposition(BRAND).stock, BRAND.cards)
QUARTER = card_geometry(LONG_EDGE.stock, BRAND.cards)
SHEETS = {"long edge": (for_long_edge, LONG_EDGE), "short edge": (for_short_edge, SHORT_EDGE)}
every_sheet = pytest.mark.parametrize(("renderer", "sheet"), SHEETS.values(), ids=SHEETS.keys())

CHARACTERS = "abcdeWMil .,;:!?()[]/\"'“”–—-15\xa0éß"
WORDS, SHORT = (
    st.text(CHARACTERS, min_size=1, max_size=most).filter(lambda words: bool(words.strip())) for most in (200, 40)
)
TEXT = st.lists(st.builds(Span, WORDS, strong=st.booleans(), emphasis=st.booleans()), max_size=3).map(tuple)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, TEXT, st.sampled_from(["body", "say"])),
    st.builds(Bullets, st.lists(TEXT, max_size=4).map(tuple), st.sampled_from(["bullet", "number", "check"])),
    st.builds(Facts, WORDS, st.lists(st.builds(Fact, WORDS, TEXT), max_size=4).map(tuple)),
    st.builds(
        Table, WORDS, st.tuples(TEXT, TEXT), st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple), st.just((1, 2))
    ),
    st.builds(Callout, st.just("advice"), WORDS, st.lists(TEXT, max_size=2).map(tuple)),
    st.builds(Writing, TEXT, st.integers(0, 20)),
)
SECTION = st.builds(
    Section,
    title=SHORT,
    label=st.one_of(st.just(""), SHORT),
    role=st.sampled_from(["card-front", "plain"]),
    blocks=st.lists(BLOCK, max_size=3).map(tuple),
)


def cards(count: int) -> Document:
    """Return cards whose fronts and backs have numbered titles."""
    fronts = (
        Section(
            title=f"Front{at}",
            role="card-front",
            accent="theme_2",
            sections=(Section(title=f"Back{at}", role="card-back", accent="theme_2"),),
        )
        for at in range(count)
    )
    return Document(title="Cards", language="en-GB", sections=tuple(fronts))


def test_the_boxes_of_a_card_for_a_printer(tmp_path: Path) -> None:
    """Each page trims to A6, with 3 mm of bleed on every edge, to a tenth of a point."""
    reading = Reading(rendered_pdf(for_printer, cards(2), BRAND), tmp_path)
    assert len(reading.pdf.pages) == 4
    for page in reading.pdf.pages:
        media, bleed, trim = ([float(x) for x in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert media == bleed == pytest.approx([0, 0, 111 * MM, 154 * MM], abs=0.1)
        assert trim == pytest.approx([3 * MM, 3 * MM, 108 * MM, 151 * MM], abs=0.1)


def test_colour_reaches_the_bleed(judge: Judge, tmp_path: Path) -> None:
    """The band of a front reaches three edges of the page, and the strip of a back the upper edge."""
    reading = Reading(rendered_pdf(for_printer, cards(1), BRAND), tmp_path)
    front, back = (reading.picture(judge("pdftoppm"), page) for page in (0, 1))
    assert all(front.at(x, y) < 200 for x, y in ((0.5, 153.2), (110.2, 153.2), (55, 153.2), (0.5, 130), (110.2, 130)))
    assert front.at(55, 0.5) == 255
    assert all(back.at(x, 0.5) < 200 for x in (0.5, 55, 110.2))
    assert back.at(55, 150) == 255


@every_sheet
def test_nothing_near_the_edge_of_a_sheet(renderer: Renderer, sheet: Imposition, judge: Judge, tmp_path: Path) -> None:
    """A4 sheets are white within 7 mm of their edges, front and back."""
    reading = Reading(rendered_pdf(renderer, cards(4), BRAND), tmp_path)
    for page in (0, 1):
        picture = reading.picture(judge("pdftoppm"), page)
        assert (picture.width / picture.scale, picture.height / picture.scale) == pytest.approx((210, 297), abs=0.5)
        strips = ((0, 0, 210, EDGE), (0, 290, 210, 296.5), (0, 0, EDGE, 296.5), (203, 0, 209.5, 296.5))
        assert [picture.darkest(*strip) for strip in strips] == [255] * 4
        assert picture.darkest(EDGE, EDGE, 203, 290) < 60


@every_sheet
@pytest.mark.parametrize(("count", "order"), [(1, "reading"), (5, "reading"), (7, "cut-and-stack")])
def test_the_file_is_imposed_like_its_imposition(
    renderer: Renderer, sheet: Imposition, count: int, order: Order, judge: Judge, tmp_path: Path
) -> None:
    """In the file, each title is at the position of its card, even on a back that is turned."""
    sheet, run = evolve(sheet, order=order), evolve(BRAND.printing.home, order=order)
    brand = evolve(BRAND, printing=evolve(BRAND.printing, home=run))
    reading = Reading(rendered_pdf(renderer, cards(count), brand), tmp_path)
    words = {word.text: word for word in reading.words(judge("pdftotext"))}
    assert len(reading.pdf.pages) == sheet.pages(count)
    for at in range(count):
        for name, place in (("Front", sheet.front(at, count)), ("Back", sheet.back(at, count))):
            word = words[f"{name}{at}"]
            across = place.x + QUARTER.width - word.right if place.turned else word.left - place.x
            down = place.y + QUARTER.height - word.bottom if place.turned else word.top - place.y
            assert word.page == place.page
            assert across == pytest.approx(QUARTER.margin, abs=1.5)
            assert down == pytest.approx(QUARTER.top, abs=1.5)


def test_a_sheet_says_how_to_print_it(judge: Judge, tmp_path: Path) -> None:
    """A note in the waste says which sheet it is, at what scale to print it and which edge to flip."""
    for renderer, edge in ((for_long_edge, "long"), (for_short_edge, "short")):
        folder = tmp_path / edge
        folder.mkdir()
        said = " ".join(Reading(rendered_pdf(renderer, cards(5), BRAND), folder).text(judge("pdftotext")).split())
        assert f"Sheet 1 of 2, front · Print at 100%, flip on {edge} edge" in said
        assert f"Sheet 2 of 2, back · Print at 100%, flip on {edge} edge" in said


def _cards(document: Document) -> tuple[Card, ...]:
    frames = frames_of(BRAND, A6)
    return cards_of(fit(document, frames).document, frames)


def test_sections_become_sides() -> None:
    """Each top section starts a card, subsections and parts follow, and an odd number leaves a back blank."""
    long = tuple(Paragraph(verbatim("Some sentence that fills lines. " * 12)) for _ in range(5))
    made = Document(
        title="Sides",
        language="en-GB",
        sections=(
            Section(title="One", sections=(Section(title="Two", sections=(Section(title="Three"),)),)),
            Section(title="Four", number=2, minutes=5, label="Label", notes=(Paragraph(verbatim("Noted")),)),
            Section(title="Long", blocks=long),
        ),
    )
    found = _cards(made)
    titles = [(card.front.section.title, card.back.section.title if card.back else None) for card in found]
    assert titles[:3] == [("One", "Two"), ("Three", None), ("Four", "Four")]
    assert titles[3] == ("Long (1 of 2)", "Long (2 of 2)")
    assert found[2].front.section.label == "2 · Label · 5 minutes"
    assert found[2].back
    assert found[2].back.section.label == "Notes"
    assert [side.level for card in found[:2] for side in (card.front, card.back) if side] == [1, 2, 3]


def test_contents_are_listed() -> None:
    """An empty contents section lists the other sections, each once even if it was split."""
    parts = tuple(Section(title=title) for title in ("Contents", "A (1 of 2)", "A (2 of 2)", "B"))
    made = Document(title="Contents", language="en-GB", sections=(evolve(parts[0], role="contents"), *parts[1:]))
    blocks = _cards(made)[0].front.section.blocks
    assert blocks == (Bullets((verbatim("A"), verbatim("B"))),)


@pytest.mark.parametrize("renderer", [for_printer, for_long_edge], ids=["printer", "sheet"])
@pytest.mark.parametrize("edition", ["postcards", "tool-cards"])
def test_the_library_fits(renderer: Renderer, edition: str, library: Library) -> None:
    """All text of the library's cards fits, and fitting twice changes nothing."""
    assert renderer.frames
    fitted = fit(compose(edition, library), renderer.frames(BRAND))
    assert not fitted.findings
    assert fit(fitted.document, renderer.frames(BRAND)).document == fitted.document


def test_no_title_breaks_a_word_that_a_smaller_type_keeps_whole() -> None:
    """A title has the largest type that breaks no word, or the largest that fits if all would."""
    frame = frames_of(BRAND, QUARTER).face
    long = frame.title_type(Section(title="Everybody's responsibilities-for-all", role="question"))
    endless = frame.title_type(Section(title="w" * 60, role="question"))
    assert long
    assert endless
    assert frame.metrics.width("responsibilities-for-all", long) <= frame.width
    assert frame.metrics.width("responsibilities-for-all", frame.title[0]) > frame.width
    assert frame.text_height(verbatim("w" * 60), frame.width, endless) <= frame.area


@pytest.mark.parametrize("geometry", [A6, QUARTER], ids=["printer", "sheet"])
@pytest.mark.parametrize("edition", ["postcards", "tool-cards"])
def test_joining_a_lonely_last_word_breaks_no_word(geometry: CardGeometry, edition: str, library: Library) -> None:
    """A last word is joined to the one before it only where both fit on a line: "something new?" stays whole."""
    frames = frames_of(BRAND, geometry)
    cards = cards_of(fit(compose(edition, library), frames).document, frames)
    for side in (side for card in cards for side in (card.front, card.back) if side):
        width = max(side.frame.metrics.width(words, side.title) for words in re.split("[ -]", side.section.title))
        assert width <= side.frame.width, side.section.title


def _outside_a6(word: Word) -> bool:
    safe = A6.bleed + SAFE
    across = safe <= word.left and word.right <= 111 - safe
    return not (across and safe <= word.top and word.bottom <= 154 - safe + 1)


def _outside_quarter(word: Word) -> bool:
    stock = LONG_EDGE.stock
    if word.top > stock.bottom:
        return False
    left, top = (word.left - stock.x0) % QUARTER.width, (word.top - stock.y0) % QUARTER.height
    right, bottom = left + word.right - word.left, top + word.bottom - word.top
    across = left >= SAFE and right <= QUARTER.width - SAFE
    return not (across and top >= SAFE and bottom <= QUARTER.height - SAFE + 1)


OUTSIDE = {"printer": (for_printer, _outside_a6), "sheet": (for_long_edge, _outside_quarter)}


@pytest.mark.parametrize(("renderer", "outside"), OUTSIDE.values(), ids=OUTSIDE.keys())
@pytest.mark.parametrize("edition", ["postcards", "tool-cards"])
def test_no_word_of_the_library_is_outside_the_safe_area(
    renderer: Renderer, outside: Callable[[Word], bool], edition: str, library: Library, judge: Judge, tmp_path: Path
) -> None:
    """All words of the library's cards are at least 5 mm inside the cut."""
    words = Reading(rendered_pdf(renderer, compose(edition, library), BRAND), tmp_path).words(judge("pdftotext"))
    assert len(words) > 500
    assert [word for word in words if outside(word)] == []


@given(st.lists(SECTION, min_size=1, max_size=3), st.sampled_from(sorted(OUTSIDE)))
@examples(60)
def test_text_that_fits_stays_inside(
    judge: Judge, tmp_path_factory: pytest.TempPathFactory, sections: list[Section], name: str
) -> None:
    """No word of a document without findings leaves the safe area or runs into the imprint at the foot."""
    renderer, outside = OUTSIDE[name]
    made = Document(title="Any", language="en-GB", sections=tuple(sections))
    assert renderer.frames
    fitted = fit(made, renderer.frames(BRAND))
    assume(not fitted.findings)
    words = Reading(renderer.render(fitted.document, BRAND), tmp_path_factory.mktemp("any")).words(judge("pdftotext"))
    assert [word for word in words if outside(word) or _at_foot(word, name)] == []


def _at_foot(word: Word, name: str) -> bool:
    if name == "printer":
        return word.bottom - A6.bleed > A6.bottom + 1
    stock = LONG_EDGE.stock
    return word.top <= stock.bottom and (word.bottom - stock.y0) % QUARTER.height > QUARTER.bottom + 1


def test_text_that_cannot_be_split_is_reported(library: Library) -> None:
    """A title, a label and a sentence of hundreds of words, also in notes, are findings. A label becomes text."""
    words = " ".join(f"w{at}" for at in range(400))
    long = (Paragraph(verbatim(words)),)
    sections = (Section(title=words, label=words, blocks=long), Section(title="Short", notes=long))
    made = render(Document(title="Long", language="en-GB", sections=sections), "cards", BRAND, library)
    assert made.data is None
    assert [finding.what.split(" is ")[0] for finding in made.findings] == [
        "the title",
        "the text",
        "the text",
        "the text",
    ]


def test_text_keeps_its_contrast_on_every_shape() -> None:
    """On every accent and its panels, text keeps a contrast of 4.5:1."""
    for role in (*Palette.__annotations__, "a role of tomorrow"):
        accent = accent_of(BRAND, role)
        for ground in (accent.colour, accent.panel):
            assert contrast(accent.text, ground) >= 4.5, (role, ground)
        assert contrast(accent.word, "#ffffff") >= 4.5, role


def test_a_long_imprint_leaves_the_publisher_on_cards() -> None:
    """If only the website does not fit, the name is on every card."""
    brand = load_brand()
    frames = frames_of(brand, card_geometry(brand.stock("a4-four"), brand.cards))
    name = 'Ymddiriedolaeth Gofal Iechyd & Cymdeithasol "Llanfairpwllgwyngyll" a Gogledd Cymru Unedig'
    made = Document(title="T", language="cy", publisher=name, imprint=f"{name} · {'very-long-address.' * 5}example")
    assert frames.arranged(made).imprint == name
    assert frames.imprint_parts(name) == (name,)
