"""Tests of the card renderers: words, tags, properties, links and repeatable bytes."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import bidirectional

import fontpkg
import pytest
import segno
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cards_reading import Reading
from tests.support.cards_rendered import rendered_pdf
from tests.support.examples import examples

from coprod_cards import for_long_edge, for_printer, for_short_edge, test_sheet, to_read, tuck_box, uncovered
from coprod_cards.layout.card_frames import QR_CODE_SIDE
from coprod_cards.layout.qr_code import qr_code
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Block, Bullets, Paragraph, Signpost, block_texts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import Renderer
from coprod_content.testing import HOSTILE, check_renderer, specimen
from coprod_content.text.spans import Span, plain, verbatim

Judge = Callable[[str], str]
RENDERERS = {"printer": for_printer, "long edge": for_long_edge, "short edge": for_short_edge}
ANY = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40).filter(lambda words: bool(words.strip()))
BRAND = load_brand()
CONTRAST = evolve(BRAND, contrast="high")
with_pages_to_read = pytest.mark.parametrize(
    "renderer",
    [*RENDERERS.values(), to_read, test_sheet, pytest.param(tuck_box, marks=pytest.mark.thorough)],
    ids=[*RENDERERS, "to read", "test sheet", "tuck box"],
)
every_renderer = pytest.mark.parametrize("renderer", RENDERERS.values(), ids=RENDERERS.keys())


def one_card(*blocks: Block, title: str = "A title", role: str = "plain") -> Document:
    return Document(title="One card", language="en-GB", sections=(Section(title=title, role=role, blocks=blocks),))


@pytest.fixture(scope="module")
def postcards(library: Library) -> Document:
    return compose("postcards", library, ("who-speaks-first", "share-one-decision", "what-we-count"))


@with_pages_to_read
@pytest.mark.parametrize(
    "brand", [BRAND, pytest.param(CONTRAST, marks=pytest.mark.thorough)], ids=["usual", "high contrast"]
)
def test_every_file_is_accessible_and_archival(renderer: Renderer, brand: Brand, tmp_path: Path) -> None:
    """A file with every block and every role conforms to PDF/UA-1 and PDF/A-2a."""
    reading = Reading(rendered_pdf(renderer, specimen("Some words"), brand), tmp_path)
    assert reading.faults("ua1") == []
    assert reading.faults("2a") == []


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    """The validator of the test above rejects a file without tags and metadata."""
    pdf = Reading(rendered_pdf(for_printer, one_card(), BRAND), tmp_path).pdf
    del pdf.Root.StructTreeRoot, pdf.Root.Metadata
    out = io.BytesIO()
    pdf.save(out)
    assert Reading(out.getvalue(), tmp_path).faults("ua1")
    assert Reading(out.getvalue(), tmp_path).faults("2a")


OTHERS = {
    **{name: each for name, each in RENDERERS.items() if name != "printer"},
    "test sheet": test_sheet,
    "tuck box": tuck_box,
}
"""Renderers that draw as `for_printer` and `to_read` do, on other sheets."""


@pytest.mark.parametrize(
    "renderer",
    [for_printer, to_read, *(pytest.param(each, marks=pytest.mark.thorough) for each in OTHERS.values())],
    ids=["printer", "to read", *OTHERS],
)
def test_no_block_or_hostile_text_breaks_it(renderer: Renderer, judge: Judge, tmp_path: Path) -> None:
    """Every word of every block is in the file, even text that is markup elsewhere, with the same bytes twice."""
    program = judge("pdftotext")

    def said(data: bytes) -> str:
        reading = Reading(data, tmp_path)
        reading.path.write_bytes(data)
        alternatives = (str(element.Alt) for element in reading.elements() if "/Alt" in element)
        drawn = reading.text(program)
        return f"{drawn} {' '.join(alternatives)} {' '.join(from_right(drawn))}"

    check_renderer(renderer, BRAND, read_text=said)


@pytest.mark.parametrize("renderer", [RENDERERS["long edge"], RENDERERS["short edge"], test_sheet])
def test_hostile_text_is_on_every_sheet(renderer: Renderer, judge: Judge, tmp_path: Path) -> None:
    """The words of all blocks, and of a card for each hostile string, are on other sheets too."""
    cards = (Section(title=f"Card {at}", blocks=(Paragraph(verbatim(words)),)) for at, words in enumerate(HOSTILE))
    document = specimen()
    document = evolve(document, sections=(*document.sections[:1], *cards))
    reading = Reading(rendered_pdf(renderer, document, BRAND), tmp_path)
    alternatives = (str(element.Alt) for element in reading.elements() if "/Alt" in element)
    drawn = squeezed(" ".join((reading.text(judge("pdftotext")), *alternatives)))
    texts = (text for _, section in document.walk() for block in section.blocks for text in block_texts(block))
    words = {word for text in texts for word in plain(text).split() if word.isascii()}
    assert len(words) > 40
    assert {word for word in words if squeezed(word) not in drawn} == set()


def squeezed(words: str) -> str:
    """Return words without spaces and hyphens, where lines can end."""
    return re.sub(r"[\s\u00ad\u200b-]", "", words)


def from_right(drawn: str) -> Iterator[str]:
    """Yield the right-to-left words of the hostile text whose letters are all drawn.

    pdftotext reverses such words, and repeats a letter whose dots are a separate glyph, so their words cannot be
    compared. test_judges measures that they are in the right order.
    """
    for word in " ".join(HOSTILE).split():
        if bidirectional(word[0]) in ("R", "AL") and set(word.strip(",")) <= set(drawn):
            yield word


@every_renderer
def test_the_properties_are_the_documents(renderer: Renderer, postcards: Document, tmp_path: Path) -> None:
    """The title, author, language and date are those of the document, and viewers show the title."""
    reading = Reading(rendered_pdf(renderer, postcards, BRAND), tmp_path)
    info = reading.pdf.docinfo
    assert (str(info.Title), str(info.Author)) == (postcards.title, postcards.author)
    assert str(info.CreationDate).startswith("D:" + postcards.date.replace("-", ""))
    assert str(reading.pdf.Root.Lang) == "en-GB"
    assert bool(reading.pdf.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.parametrize(
    ("renderer", "flip"),
    [(for_printer, "Long"), (for_long_edge, "Long"), (for_short_edge, "Short")],
    ids=["printer", "long edge", "short edge"],
)
def test_the_file_sets_scaling_and_duplex(renderer: Renderer, flip: str, tmp_path: Path) -> None:
    """The file asks for no scaling and for the flip it is imposed for."""
    reading = Reading(rendered_pdf(renderer, one_card(), BRAND), tmp_path)
    wishes = reading.pdf.Root.ViewerPreferences
    assert (str(wishes.PrintScaling), str(wishes.Duplex)) == ("/None", f"/DuplexFlip{flip}Edge")


def test_all_fonts_are_embedded(postcards: Document, tmp_path: Path) -> None:
    """Every font is embedded."""
    reading = Reading(rendered_pdf(for_printer, postcards, BRAND), tmp_path)
    fonts = reading.fonts()
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_cards_are_read_in_order(postcards: Document, judge: Judge, tmp_path: Path) -> None:
    """In the file for a print shop all words are in order: card by card, the front before the back."""
    assert for_printer.frames
    said = _squeezed(Reading(rendered_pdf(for_printer, postcards, BRAND), tmp_path).text(judge("pdftotext")))
    at = 0
    for piece in words_of(fit(postcards, for_printer.frames(BRAND)).document):
        at = said.index(_squeezed(piece), at) + len(_squeezed(piece))


def test_text_can_be_found_and_copied(postcards: Document, judge: Judge, tmp_path: Path) -> None:
    """The text of the cards has no characters but those of the library, so it can be found and copied."""
    said = Reading(rendered_pdf(for_printer, postcards, BRAND), tmp_path).text(judge("pdftotext"))
    assert set(said) - set("".join((*words_of(postcards), postcards.imprint))) <= set("\n\f •0123456789()of")


def test_headings_lists_tables_and_figures_are_tagged(tmp_path: Path) -> None:
    """A front is a heading 1, a back a heading 2; lists, tables, header cells and figures are tagged."""
    reading = Reading(rendered_pdf(for_printer, specimen("Some words"), BRAND), tmp_path)
    assert {"H1", "H2", "L", "LI", "LBody", "Table", "TH", "Figure", "Link", "Caption"} <= set(reading.tags)
    assert all(str(figure.Alt) for figure in reading.elements() if figure.S == "/Figure")
    card = Document(title="Card", language="en-GB", sections=(_front(1),))
    assert Reading(rendered_pdf(for_printer, card, BRAND), tmp_path).tags["H1"] == 1
    assert Reading(rendered_pdf(for_printer, card, BRAND), tmp_path).tags["H2"] == 1


def _front(at: int) -> Section:
    back = Section(title=f"Back{at}", role="card-back")
    return Section(title=f"Front{at}", role="card-front", accent="theme_1", sections=(back,))


def test_a_first_section_with_the_title_of_the_document_is_its_heading(tmp_path: Path) -> None:
    """The title is printed once, and the levels of the headings below it follow on."""
    parts = (Section(title="Who", sections=(Section(title="Where"),)),)
    first = Section(title="Agree", sections=(Section(title="Why"),))
    form = Document(title="Agree", language="en-GB", sections=(first, *parts))
    tags = Reading(rendered_pdf(to_read, form, BRAND), tmp_path).tags
    assert (tags["H1"], tags["H2"], tags["H3"]) == (1, 2, 1)
    large = evolve(form, title="Agree, large print", access="large-print")
    assert Reading(rendered_pdf(to_read, large, BRAND), tmp_path).tags == tags


def test_the_imprint_is_read_aloud_once(judge: Judge, tmp_path: Path) -> None:
    """The imprint is on every card, and a screen reader reads it on the first only."""
    made = Document(title="Cards", language="en-GB", imprint="Imprinted", sections=tuple(map(_front, range(3))))
    reading = Reading(rendered_pdf(for_printer, made, BRAND), tmp_path)
    assert [word.page for word in reading.words(judge("pdftotext")) if word.text == "Imprinted"] == [1, 3, 5]
    artifacts = [sheet.Contents.read_bytes().count(b"/Artifact") for sheet in reading.pdf.pages]
    assert artifacts[1] < artifacts[3] == artifacts[5]


def test_an_imprint_without_room_becomes_a_card(judge: Judge, tmp_path: Path) -> None:
    """An imprint too long for the foot of a card goes on a separate card."""
    imprint = "A very long imprint indeed. " * 20
    made = evolve(one_card(), imprint=imprint)
    reading = Reading(rendered_pdf(for_printer, made, BRAND), tmp_path)
    assert len(reading.pdf.pages) == 4
    assert _squeezed(imprint) in _squeezed(reading.text(judge("pdftotext")))


@every_renderer
def test_no_type_is_too_small(renderer: Renderer, postcards: Document, tmp_path: Path) -> None:
    """No type is under 12 points except the imprint, which has its own size."""
    sizes = Reading(rendered_pdf(renderer, postcards, BRAND), tmp_path).sizes()
    assert sizes <= {9.0, 12.0, 13.0, 14.0, *map(float, (*BRAND.cards.question, *BRAND.cards.title))}
    assert min(sizes - {9.0}) >= 12
    bare = evolve(postcards, imprint="")
    assert min(Reading(rendered_pdf(for_printer, bare, BRAND), tmp_path).sizes()) >= 12


@given(st.from_regex(r"https://www\.example\.org/[a-z0-9/-]{0,90}", fullmatch=True))
@examples(15)
def test_a_qr_code_encodes_the_address(url: str) -> None:
    """The modules are those of the address's QR code at level M, and large enough to scan."""
    rows = qr_code(url, QR_CODE_SIDE)
    matrix = segno.make(url, error="m", boost_error=False, micro=False).matrix
    assert [[int(module) for module in row] for row in rows] == [[int(module) for module in row] for row in matrix]
    assert QR_CODE_SIDE >= 18


def test_a_qr_code_is_drawn_exactly(judge: Judge, tmp_path: Path) -> None:
    """Each module drawn on the card has the colour it has in the matrix."""
    url = "https://www.example.org/where-to-read-on"
    reading = Reading(rendered_pdf(for_printer, one_card(Signpost("Read on", url), title="T"), BRAND), tmp_path)
    picture, rows = reading.picture(judge("pdftoppm"), 0, dpi=200), qr_code(url, QR_CODE_SIDE)
    module, left = QR_CODE_SIDE / len(rows), 11
    top = next(y / 10 for y in range(170, 500) if picture.darkest(left, y / 10, left + 0.5, y / 10 + 0.2) < 60)
    drawn = [
        [
            "1" if picture.at(left + (x + 0.5) * module, top + (y + 0.5) * module) < 128 else "0"
            for x in range(len(rows))
        ]
        for y in range(len(rows))
    ]
    assert ["".join(row) for row in drawn] == list(rows)


def test_an_address_too_long_for_a_qr_code_is_printed_as_text(judge: Judge, tmp_path: Path) -> None:
    """An address whose modules would be too small has no QR code and is printed as text."""
    url = "https://www.example.org/" + "long-path/" * 60
    assert qr_code(url, QR_CODE_SIDE) == ()
    assert qr_code("x" * 5000, QR_CODE_SIDE) == ()
    reading = Reading(rendered_pdf(for_printer, one_card(Signpost("Read on", url)), BRAND), tmp_path)
    assert _squeezed(url) in _squeezed(reading.text(judge("pdftotext")))


def test_links_that_content_may_not_hold_are_plain_words(tmp_path: Path) -> None:
    """A link that is not a web, mail or telephone address is plain text in the file."""
    block = Paragraph((Span("good", url="https://www.example.org/"), Span("bad", url="javascript:alert(1)")))
    reading = Reading(rendered_pdf(for_printer, one_card(block), BRAND), tmp_path)
    links = [str(note.A.URI) for page in reading.pdf.pages for note in page.get("/Annots", ())]
    assert links == ["https://www.example.org/"]


def test_uncovered_characters_are_named_and_shown() -> None:
    """Characters that no font has are reported; those that a font has, or that are not drawn, are not."""
    document = one_card(Paragraph(verbatim("Ünï Ω ж 漢 🙂 \ue000 \x07 a\u0301 tab\t")), title="語")
    assert uncovered(document, BRAND) == "\x07漢語\ue000🙂"
    assert rendered_pdf(for_printer, document, BRAND)


@given(st.lists(ANY, min_size=1, max_size=6), st.sampled_from(sorted(RENDERERS)))
@examples(40)
def test_any_unicode_survives(
    judge: Judge, tmp_path_factory: pytest.TempPathFactory, words: list[str], name: str
) -> None:
    """No text raises an error, and every character that a font has is in the file."""
    title, *others = words
    document = evolve(one_card(Bullets(tuple(map(verbatim, others))), title=title), title=title, imprint=title)
    data = rendered_pdf(RENDERERS[name], document, BRAND)
    assert data == rendered_pdf(RENDERERS[name], document, BRAND)
    lost = uncovered(document, BRAND)
    letters = {c for piece in words for c in piece if c.isalnum() and c.isascii() and c not in lost}
    text = Reading(data, tmp_path_factory.mktemp("any")).text(judge("pdftotext"))
    assert letters <= set(text)


@pytest.mark.thorough
def test_the_same_bytes_whatever_the_machine(tmp_path: Path, postcards: Document) -> None:
    """Another time zone, hash seed and folder give the same bytes."""
    script = (
        "import sys, hashlib; from coprod_cards import *; from coprod_content.brand.load_brand import load_brand;"
        "from coprod_content.testing import specimen; b = load_brand();"
        "print(*(hashlib.sha256(r.render(specimen('w'), b)).hexdigest() for r in (for_printer, for_short_edge)))"
    )
    sums = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=folder, env=environment, capture_output=True, check=True
        )
        sums.add(done.stdout)
    assert len(sums) == 1


def test_nothing_of_the_machine_is_left(tmp_path: Path) -> None:
    """No folder, user name or font path is in the file, even in compressed streams."""
    reading = Reading(rendered_pdf(for_printer, specimen("w"), BRAND), tmp_path)
    folder = str(fontpkg.path("Arimo", 400).parent).encode()
    for trace in (folder, b"site-packages", b"/tmp", b"/home", b"/root"):
        assert trace not in reading.data + reading.content()


def _squeezed(words: str) -> str:
    return re.sub(r"[\s\u200b\u00ad]+", "", words)
