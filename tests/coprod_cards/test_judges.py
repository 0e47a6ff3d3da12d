"""Tests of every PDF in the packs, and of hostile text, with outside validators."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from attrs import evolve, frozen
from tests.support.cards_reading import Reading
from tests.support.cards_rendered import rendered_pdf

from coprod_cards import for_long_edge, for_printer, for_short_edge, test_sheet, to_read
from coprod_cards.fonts import REPLACEMENT, drawable, families
from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.packs.build import make_file, render
from coprod_content.packs.pack_files import pack_files
from coprod_content.testing import specimen
from coprod_content.text.missing_glyphs import glyph_advice
from coprod_content.text.spans import strong, verbatim

Judge = Callable[[str], str]
SCALE = 100 / 25.4
BRAND = load_brand()
MARKED = evolve(BRAND, printing=evolve(BRAND.printing, printer=evolve(BRAND.printing.printer, marks=True)))
RENDERERS = {
    "printer": for_printer,
    "long-edge": for_long_edge,
    "short-edge": for_short_edge,
    "to-read": to_read,
    "test-sheet": test_sheet,
}
HOSTILE = {
    "compounds": "Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "one-word": "Pneumonoultramicroscopicsilicovolcanoconiosis" + "abcdefghijklmno",
    "long": "A question that goes on and on " * 9 + "and ends after all?",
    "combining": "e\u0301 a\u0308\u0323 o\u0302\u0301 q\u0307\u0323 \u0301alone n\u0303",
    "arabic": "مرحبا بكم في هذه الورشة",
    "hebrew": "שלום לכולם וברוכים הבאים",
    "han": "共同生产意味着平等地一起工作",
    "emoji": "Thanks 🙂 👩‍⚕️ 🇬🇧 ✅ 1️⃣",
    "mixed": "Łódź, Ἑλλάς, Привет, ไทย, हिन्दी, ℝ → ∑ ½ ﬁ \u200b\u00ad\ufeff",
    "controls": "tab\there \x07 bell \ue000 private",
}


@frozen
class Made:
    """A PDF, its path and its reading."""

    path: Path
    reading: Reading


def hostile(*several: str) -> Document:
    """Return a document with every block, and a card for each of several texts."""
    made = specimen(several[0])
    return evolve(made, title=several[0], sections=(*map(_card, several), *made.sections))


def _card(words: str) -> Section:
    blocks = (Paragraph(verbatim(words)), Bullets((verbatim(words), strong(words)), "number"))
    back = Section(title=words, role="card-back", accent="theme_3", blocks=blocks)
    return Section(title=words, label=words, role="card-front", accent="theme_3", sections=(back,))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the files."""
    return tmp_path_factory.mktemp("judged")


@pytest.fixture(scope="module")
def packed(library: Library, folder: Path) -> tuple[Made, ...]:
    """Return each PDF of each pack of the library, identical files once."""
    files = tuple({made.reading.data: made for made in _each_pdf(library, folder)}.values())
    assert len(files) >= 25
    return files


def _each_pdf(library: Library, folder: Path) -> Iterator[Made]:
    for shop in library.workshops.values():
        for spec in pack_files(shop, library):
            if spec.renderer.startswith("cards"):
                made = make_file(spec, library, BRAND)
                assert made.data is not None
                yield _written(folder / f"{spec.name}.pdf", made.data)


@pytest.fixture(scope="module")
def specimens(folder: Path) -> tuple[Made, ...]:
    """Return hostile text in every block by every renderer, and a file with crop marks."""
    made = [
        _written(folder / f"hostile-{kind}.pdf", rendered_pdf(renderer, hostile(*HOSTILE.values()), BRAND))
        for kind, renderer in RENDERERS.items()
    ]
    marked = _written(folder / "marked.pdf", rendered_pdf(for_printer, specimen("Some words"), MARKED))
    return (*made, marked)


def _written(path: Path, data: bytes) -> Made:
    path.write_bytes(data)
    folder = path.with_suffix("")
    folder.mkdir()
    return Made(path, Reading(data, folder))


@pytest.mark.judged
def test_page_validation_finds_nothing(specimens: tuple[Made, ...], folder: Path) -> None:
    """Hostile text conforms to PDF/UA-1 and PDF/A-2a; a file without tags conforms to neither.

    Another test validates every file of every pack. The veraPDF engine checks files at the end of the run (see
    judging.py).
    """
    with pikepdf.open(specimens[0].path) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.Lang
        out = io.BytesIO()
        pdf.save(out)
    broken = Reading(out.getvalue(), folder)
    assert [made.path.name for made in specimens if made.reading.faults("ua1") or made.reading.faults("2a")] == []
    assert broken.faults("ua1")
    assert broken.faults("2a")


@pytest.mark.thorough
def test_what_the_validators_miss(packed: tuple[Made, ...], specimens: tuple[Made, ...]) -> None:
    """Every file has a language, a title, header cells and embedded fonts, and no actions or attachments."""
    for made in (*packed, *specimens):
        pdf, name = made.reading.pdf, made.path.name
        assert str(pdf.Root.Lang) == "en-GB", name
        assert str(pdf.docinfo.Title).strip(), name
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), name
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys()), name
        assert not {"/EmbeddedFiles", "/JavaScript"} & set(pdf.Root.get("/Names", {}).keys()), name
        assert not pdf.is_encrypted
        assert made.reading.tags["TH"] >= made.reading.tags["Table"], name
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in made.reading.fonts()), name
        for page in pdf.pages:
            assert _within(page.trimbox, page.obj.get("/BleedBox", page.mediabox)), name
            assert _within(page.obj.get("/BleedBox", page.mediabox), page.mediabox), name
            assert page.mediabox == pdf.pages[0].mediabox, name


def _within(inner: pikepdf.Array, outer: pikepdf.Array) -> bool:
    (left, low, right, high), (least_x, least_y, most_x, most_y) = map(float, inner), map(float, outer)
    return least_x <= left < right <= most_x and least_y <= low < high <= most_y


@pytest.mark.thorough
def test_no_missing_glyph_is_ever_drawn(packed: tuple[Made, ...], specimens: tuple[Made, ...]) -> None:
    """No file draws glyph 0, the box for a missing character; a planted one is found."""
    for made in (*packed, *specimens):
        shown = list(made.reading.glyphs())
        assert shown, made.path.name
        assert 0 not in shown, made.path.name
    pdf = pikepdf.open(io.BytesIO(packed[0].path.read_bytes()))
    pdf.pages[0].contents_add(b"BT <0000> Tj ET")
    out = io.BytesIO()
    pdf.save(out)
    assert 0 in Reading(out.getvalue(), packed[0].path.with_suffix("")).glyphs()


@pytest.mark.parametrize(
    ("name", "lost", "way"),
    [
        ("han", "共", "No font package that coprod can use has"),
        ("emoji", "✅", "Install a font package"),
        ("controls", "\ue000", "Install a font package"),
    ],
)
def test_a_script_that_no_font_has_is_a_finding(name: str, lost: str, way: str, library: Library) -> None:
    """With every renderer, characters that no font has are reported with advice, and no file is made."""
    for to in ("cards", "cards-a4-long-edge", "cards-reading", "cards-test-sheet"):
        made = render(hostile(HOSTILE[name]), to, BRAND, library)
        found = [finding for finding in made.findings if finding.code == "no-glyph"]
        assert made.data is None
        assert any(f"U+{ord(lost):04X}" in finding.what for finding in found)
        assert found[0].fix.startswith(way)


@pytest.mark.parametrize("name", ["arabic", "hebrew", "combining", "compounds", "one-word", "long"])
def test_a_script_that_a_font_has_is_drawn(name: str) -> None:
    """Text that a font covers is neither replaced nor reported."""
    assert for_printer.uncovered
    assert REPLACEMENT not in drawable(HOSTILE[name], families(BRAND))
    assert for_printer.uncovered(hostile(HOSTILE[name]), BRAND) == ""


def test_the_package_of_a_missing_script_is_named() -> None:
    """The advice names the command that installs a font package with the script, if there is one."""
    assert glyph_advice("क") == "Install the font: pip install fontpkg-noto-sans-devanagari"
    assert glyph_advice("ไห") == "Install the font: pip install fontpkg-noto-sans-thai"
    assert glyph_advice("বم") == "Install the fonts: pip install fontpkg-hind-siliguri fontpkg-noto-sans-arabic"
    assert glyph_advice("漢").startswith("No font package that coprod can use has Chinese, Japanese or Korean")


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_right_to_left_comes_out_right_to_left(name: str, judge: Judge, tmp_path: Path) -> None:
    """A right-to-left title starts at the right margin: its first word is where it is on its own."""
    first, *others = HOSTILE[name].split()
    alone, whole = (_title_row(words, judge, tmp_path) for words in (first, f"{first} {others[0]}"))
    edge, margin = min(at for at, ink in enumerate(alone) if ink), 111 - 3 - 8
    right = max(at for at, ink in enumerate(alone) if ink)
    assert right / SCALE == pytest.approx(margin, abs=2)
    assert whole[edge:] == alone[edge:]
    assert min(at for at, ink in enumerate(whole) if ink) < edge - SCALE * 5


def _title_row(words: str, judge: Judge, folder: Path) -> list[int]:
    """Return the amount of ink in each column of pixels of a title."""
    document = Document(title="T", language="en-GB", sections=(Section(title=words),))
    own = folder / words
    own.mkdir()
    picture = Reading(rendered_pdf(for_printer, document, BRAND), own).picture(judge("pdftoppm"), 0, dpi=100)
    rows = range(int(11 * SCALE), int(24 * SCALE))
    return [sum(255 - picture.pixels[row * picture.width + x] for row in rows) for x in range(picture.width)]
