"""Office fonts can be used without being installed, and messages only name packages that exist."""

import re

import pytest
from attrs import evolve

from coprod_content.brand.brand import Brand, Fonts
from coprod_content.layout import known_fonts
from coprod_content.layout.font_metrics import TextStyle, font_metrics
from coprod_content.layout.font_problems import embedded_font, font_problems
from coprod_content.layout.known_fonts import WIDE_FONT, UnknownFont, advice_on_font, measured_font, stand_in

TABLE = known_fonts._table()
PACKAGES = TABLE["packages"].split()
WORDS = "Ten people who use services, 24 carers and The Wider Team of NHS staff"


def test_the_list_of_packages_is_in_order() -> None:
    """Every package name has only lower-case letters, digits and hyphens, is listed once, and is in order."""
    assert sorted(set(PACKAGES)) == PACKAGES
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in PACKAGES)
    assert {"arimo", "atkinson-hyperlegible", "noto-sans-arabic", "open-sans"} <= set(PACKAGES)


@pytest.mark.parametrize("family", ["Frutiger", "Gotham", "carlito", "../x", "", "Open  Sans", "字体"])
def test_a_package_that_does_not_exist_is_never_named(family: str) -> None:
    """No message suggests a package name that a stranger could register."""
    assert "pip install" not in advice_on_font(family)
    assert advice_on_font(family) == (
        "No package contains it. Choose a different font, such as Arial for Office files or Atkinson Hyperlegible for "
        "PDF files."
    )
    assert advice_on_font("Open Sans") == "Install it: pip install fontpkg-open-sans"


@pytest.mark.parametrize("family", TABLE["stand_ins"])
def test_a_font_without_a_package_is_measured_generously(family: str) -> None:
    """Its letters are as wide as Arimo's, or wider, unless all have the same width or the font is narrow."""
    found, arimo, own = stand_in(family.upper()), font_metrics("Arimo"), font_metrics(family)
    assert found is not None
    assert found.scale >= (0.83 if "narrow" in family else 1)
    assert found.exact == (own.width(WORDS, TextStyle(12)) == arimo.width(WORDS, TextStyle(12)) and not found.line)
    assert bool(found.fixed) == (own.width("iiii", TextStyle(12)) == own.width("WWWW", TextStyle(12)))
    assert own.natural >= 1.1


def test_an_office_font_is_named_with_a_note(brand: Brand) -> None:
    """Calibri is not refused. The note says how it is measured."""
    (problem,) = font_problems(evolve(brand, fonts=Fonts(office="Calibri")))
    assert (problem.level, problem.path) == ("warning", ("fonts", "office"))
    assert "measured in Arimo" in problem.what
    assert list(font_problems(brand)) == []
    for measured_exactly in ("Arial", "Arimo"):
        assert list(font_problems(evolve(brand, fonts=Fonts(office=measured_exactly)))) == []


@pytest.mark.parametrize("family", ["Calibri", "Frutiger", "Lato", "No Such Font"])
def test_a_font_that_cannot_be_put_into_a_pdf_is_refused(family: str, brand: Brand) -> None:
    """No PDF silently uses another font."""
    (problem,) = font_problems(evolve(brand, fonts=Fonts(print=family)))
    assert (problem.level, problem.path) == ("error", ("fonts", "print"))
    with pytest.raises(UnknownFont):
        embedded_font(family)


def test_arial_in_a_pdf_is_arimo(brand: Brand) -> None:
    """PDFs contain Arimo instead of Arial, because it has the same widths. A note says so."""
    (problem,) = font_problems(evolve(brand, fonts=Fonts(print="Arial")))
    assert (problem.path, problem.code, problem.level) == (("fonts", "print"), "font-measured", "warning")
    assert problem.what == (
        "'Arial' cannot be embedded in PDF files. They use Arimo, whose letters have the same widths."
    )
    assert problem.fix == "Choose Arimo to avoid this warning."
    assert embedded_font("Arial") == "Arimo"


@pytest.mark.parametrize(
    ("office", "measured"),
    [("Verdana", r"in Arimo, \d+% wider"), ("Calibri", "in Arimo"), ("Consolas", "as letters of equal width in Arimo")],
)
def test_the_note_says_how_a_font_is_measured(office: str, measured: str, brand: Brand) -> None:
    """The note names the font, the way it is measured and what to do."""
    (problem,) = font_problems(evolve(brand, fonts=Fonts(office=office)))
    assert re.fullmatch(f"'{office}' is not installed here, so text is measured {measured}.", problem.what)
    assert (
        problem.fix
        == "Files look right on computers that have the font. Check a file on such a computer before you share it."
    )
    assert problem.code == "font-measured"


def test_a_missing_font_is_named_with_advice(brand: Brand) -> None:
    """The same words are used for Office files and for PDFs."""
    for name in ("office", "print"):
        (problem,) = font_problems(evolve(brand, fonts=Fonts(**{name: "Lato"})))
        assert (problem.code, problem.path) == ("font", ("fonts", name))
        assert problem.what == "the font 'Lato' is not installed."
        assert problem.fix == "Install it: pip install fontpkg-lato"
    with pytest.raises(UnknownFont, match=r"^The font 'Lato' is not installed\. Install it: pip install fontpkg-lato$"):
        embedded_font("Lato")


def test_text_in_a_font_of_unknown_widths_is_measured_in_a_wide_one() -> None:
    """Fonts that are installed and fonts of Office are measured as they are."""
    assert [measured_font(family) for family in ("Arimo", "Calibri")] == ["Arimo", "Calibri"]
    assert {measured_font(family) for family in ("No Such Font", "")} == {WIDE_FONT}
