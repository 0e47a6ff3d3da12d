"""Access editions as files: type sizes, colours, slant and spacing, measured in the bytes."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.cards_reading import Reading
from tests.support.libreoffice import printed
from tests.support.office import faults
from tests.support.slides_rendered import Deck, pages_of
from tests.support.type_sizes import smallest

from coprod_cards.layout.accents import accent_of
from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import font_metrics
from coprod_content.packs.build import BuiltFile, make
from coprod_content.text.spans import text_of
from coprod_slides import renderer as slides

SINGLE = font_metrics("Atkinson Hyperlegible").natural / font_metrics("Arial").natural
FILES = (
    ("deck", "slides", ("board-session",)),
    ("facilitator-guide", "guide", ("board-session",)),
    ("handouts", "guide", ("half-day",)),
    ("glossary", "guide", ()),
    ("postcards", "cards", ("first-steps",)),
    ("tool-cards", "cards-a4-long-edge", ("sharing-power",)),
)
File = tuple[str, str, tuple[str, ...]]
SLANTED = r'<w:(i|caps|smallCaps|autoHyphenation)\b|\bi="1"|cap="(all|small)"|w:jc w:val="both"|algn="just"'
DECORATIONS = (
    r'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="\d+" name="Figure \d+" descr="">.*?</p:grpSp>|'
    r'<w:drawing>(?:(?!</w:drawing>).)*?<wp:docPr [^>]*descr="">.*?</w:drawing>'
)
NAMES = [f"{edition} in {to}" for edition, to, _ in FILES]
ACCESS = ("large-print", "high-contrast")


@pytest.fixture(scope="module")
def made(library: Library, brand: Brand) -> Callable[[str, str, tuple[str, ...], str], BuiltFile]:
    """Return a function that makes each file once."""
    done: dict[tuple[str, str, tuple[str, ...], str], BuiltFile] = {}

    def file(edition: str, to: str, ids: tuple[str, ...], access: str) -> BuiltFile:
        key = (edition, to, ids, access)
        done[key] = done.get(key) or make(edition, to, library, brand, ids, access=access)
        return done[key]

    return file


def bytes_of(made: BuiltFile) -> bytes:
    assert made.findings == ()
    assert made.data is not None
    return made.data


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_nothing_in_large_print_is_under_16_points(file: File, made: Callable[..., BuiltFile]) -> None:
    """Every size in the file is at least 16 pt: page numbers, captions, footers, labels of drawings, notes, styles."""
    assert smallest(bytes_of(made(*file, "large-print"))) >= 16 - 0.01


@pytest.mark.parametrize("file", [FILES[0], FILES[1], FILES[4]], ids=[NAMES[0], NAMES[1], NAMES[4]])
def test_the_measure_finds_smaller_type(file: File, made: Callable[..., BuiltFile]) -> None:
    """The same measure finds the smallest type of the standard edition."""
    least = {"slides": 12, "guide": 12}.get(file[1], 9)
    assert smallest(bytes_of(made(*file, "standard"))) == pytest.approx(least, abs=0.01)


@pytest.mark.parametrize("access", ["large-print", pytest.param("high-contrast", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_each_edition_passes_the_judges_of_its_format(
    file: File, access: str, made: Callable[..., BuiltFile], tmp_path: Path
) -> None:
    """PDFs are PDF/UA-1 and PDF/A-2a. Office files are valid for Microsoft 365, strictly."""
    done = made(*file, access)
    data = bytes_of(done)
    if done.suffix == ".pdf":
        for profile in ("ua1", "2a"):
            assert Reading(data, tmp_path).faults(profile) == []
        return
    assert faults(data, done.suffix) == []


@pytest.mark.parametrize("file", FILES[:4], ids=NAMES[:4])
def test_large_print_is_upright_and_never_in_capitals(file: File, made: Callable[..., BuiltFile]) -> None:
    """Large print has no italics, capitals, justified lines or hyphenation."""
    xml = "".join(parts(bytes_of(made(*file, "large-print"))).values())
    assert not re.search(SLANTED, xml)


def test_emphasis_is_slanted_on_slides_but_not_in_large_print(brand: Brand) -> None:
    """The measure above finds italics in a standard deck, and none in the same deck in large print."""
    words = Paragraph(text_of("Words in *italics* here."))
    document = Document(title="T", language="en", sections=(Section(title="S", blocks=(words,)),))
    found = {}
    for access in ("standard", "large-print"):
        wanted = access_edition_named(access)
        own = wanted.brand(brand)
        data = slides.render(wanted.apply(document, own, slides.frames(own)), own)
        found[access] = re.findall(SLANTED, "".join(parts(data).values())) != []
    assert found == {"standard": True, "large-print": False}


@pytest.mark.parametrize("file", [file for file in FILES if file[1] == "guide"], ids=lambda file: file[0])
def test_lines_of_large_print_are_spaced_out(file: File, made: Callable[..., BuiltFile]) -> None:
    """Text, also in tables, has at least 1.25 times the single spacing of Arial."""
    styles = parts(bytes_of(made(*file, "large-print")))["word/styles.xml"]
    default = re.search(r'<w:pPrDefault>.*?w:line="(\d+)" w:lineRule="auto"', styles)
    assert default
    assert int(default[1]) * SINGLE >= 300
    text = re.search(r'w:styleId="TableText">.*?w:line="(\d+)"', styles)
    assert text
    assert int(text[1]) * SINGLE >= 300


@pytest.mark.parametrize("file", FILES[:4], ids=NAMES[:4])
def test_every_colour_of_a_high_contrast_office_file_is_white_or_as_dark_as_can_be(
    file: File, made: Callable[..., BuiltFile]
) -> None:
    """Every colour is at 15:1 or more from white or from black.

    Only decorative pictures, which are never over words, are transparent.
    """
    found = parts(bytes_of(made(*file, "high-contrast")))
    xml = "".join(text for name, text in found.items() if not name.startswith("docProps"))
    colours = set(re.findall(r'(?:w:val|w:fill|w:color|srgbClr val)="([0-9A-Fa-f]{6})"', xml))
    assert len(colours) > 5
    for colour in colours:
        light, dark = contrast(f"#{colour}", "#ffffff"), contrast(f"#{colour}", "#000000")
        assert dark >= 15 or light >= 15, colour
    undecorated = re.sub(DECORATIONS, "", xml)
    assert set(re.findall(r'<a:alpha val="(\d+)"', undecorated)) <= {"0"}


def test_high_contrast_cards_have_no_words_on_a_tint(brand: Brand) -> None:
    """Panels have the colour of the card, and words on it have a contrast of 15:1."""
    high = access_edition_named("high-contrast").brand(brand)
    for at in range(1, 7):
        accent = accent_of(high, f"theme_{at}")
        assert accent.panel == accent.colour
        assert contrast(accent.text, accent.panel) >= 15
        assert contrast(accent.word, "#ffffff") >= 15


@pytest.mark.parametrize("access", ACCESS)
def test_words_of_a_deck_are_inside_their_boxes(
    access: str, made: Callable[..., BuiltFile], judge: Callable[[str], str], tmp_path: Path
) -> None:
    """LibreOffice draws all words, each inside its box and well inside the slide."""
    data = bytes_of(made("deck", "slides", ("half-day",), access))
    (pdf,) = printed([("deck.pptx", data)], judge, tmp_path).values()
    deck = Deck(name=access, data=data, pages=pages_of(pdf, judge("pdftotext")))
    faults = [fault for slide in deck.slides() for fault in slide.faults()]
    assert faults == [], "\n".join(faults)
