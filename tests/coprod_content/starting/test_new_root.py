"""Starting a content root from a name, a colour, a logo or a `_brand.yml` file."""

import os
from pathlib import Path

import pytest
from attrs import asdict
from pptx import Presentation
from tests.support.command_line import coprod

from coprod_content import ContentError, UnusableChoice, load_brand, new_root
from coprod_content.brand.brand import THEME_ROLES
from coprod_content.files.pictures.picture_files import opened_picture
from coprod_content.starting.brand_yml import read_brand_yml

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#005eb8"/></svg>'
BRAND_YML = """\
meta:
  name: {full: "Riverbend NHS & Care", short: Riverbend}
  link: {home: https://riverbend.example}
logo:
  images: {wide: {path: /logo.svg, alt: Riverbend}}
  medium: wide
color:
  palette: {sea: deep, deep: "#007c89", plum: "#5b2a86", gold: "#fc3", white: "#fff"}
  primary: sea
  secondary: plum
  background: {light: white, dark: black}
typography:
  base: {family: "'Arial', sans-serif", size: 16px}
  monospace: Fira Code
defaults: {quarto: {x: "1"}}
"""


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(LOGO)
    return path


def brand_yml(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "_brand.yml"
    path.write_text(words)
    return path


def test_a_root_from_a_name_a_colour_and_a_logo(tmp_path: Path, logo: Path) -> None:
    """The brand has the name, the logo and a palette with the colour. A picture shows the palette."""
    name = 'Bwrdd Iechyd "Pen-y-bont" & مؤسسة'
    made = new_root(tmp_path / "mine", name=name, colour="#005EB8", logo=logo)
    brand = load_brand(tmp_path / "mine")
    assert brand == made.brand
    assert brand.organisation is not None
    assert (brand.organisation.name, brand.palette.brand) == (name, "#005eb8")
    assert brand.file("logo.svg") == LOGO.encode()
    assert opened_picture((tmp_path / "mine" / "colours.png").read_bytes()).width == 1200


def test_a_root_from_a_brand_yml_file(tmp_path: Path, logo: Path) -> None:
    """Names of colours are followed, and what has no place in a brand is listed."""
    made = new_root(tmp_path / "mine", brand_yml=brand_yml(tmp_path, BRAND_YML))
    organisation, palette = made.brand.organisation, asdict(made.brand.palette)
    assert organisation is not None
    assert (organisation.name, organisation.address) == ("Riverbend NHS & Care", "https://riverbend.example")
    assert organisation.logo is not None
    assert (organisation.logo.alt, made.brand.fonts.office) == ("Riverbend", "Arial")
    assert palette["brand"] == "#007c89"
    assert {"#007c89", "#5b2a86"} <= {palette[f"theme_{number}"] for number in range(1, 7)}
    assert [note.removesuffix(" is not used.") for note in made.notes] == [
        "meta.name.short",
        "color.background.dark",
        "typography.base.size",
        "typography.monospace",
        "defaults",
    ]


@pytest.mark.parametrize(
    ("color", "what"),
    [
        ("{palette: {a: b, b: a}, primary: a}", "these colours refer to each other: a → b → a."),
        ("{primary: bluish}", "'bluish' is neither a colour nor the name of one in color.palette."),
        (
            "{palette: {" + "".join(f"c{at}: c{at + 1}, " for at in range(3000)) + "c3000: red}, primary: c0}",
            "a name leads to its colour through more than 10 other names.",
        ),
        ("{primary: &x red}", "the anchor '&x' is not allowed."),
    ],
)
def test_a_brand_yml_file_that_cannot_be_used(tmp_path: Path, color: str, what: str) -> None:
    """The message gives the file, line and column, and nothing is written."""
    path = brand_yml(tmp_path, f"color: {color}\n")
    with pytest.raises(ContentError) as error:
        read_brand_yml(path)
    (finding,) = error.value.findings
    assert finding.what == what
    assert finding.where is not None
    assert finding.where.line == 1
    with pytest.raises(ContentError):
        new_root(tmp_path / "mine", brand_yml=path)
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--colour", "bluish", "'bluish' is not a colour. Write it with six digits, such as \"#005EB8\"."),
        ("--logo", "nope.png", "nope.png cannot be read: No such file or directory."),
        ("--name", "x" * 101, "name: "),
        ("--template", "notes.txt", "notes.txt is not a template that can be used. Give a file that ends in"),
    ],
)
def test_a_choice_that_cannot_be_used(tmp_path: Path, option: str, value: str, message: str) -> None:
    """It is refused at once, in one line, and nothing is written."""
    result = coprod("new", "root", tmp_path / "mine", option, value)
    assert result.exit_code == 2
    assert message in result.stderr
    assert os.listdir(tmp_path) == []


def test_a_missing_logo_of_a_brand_yml_file_is_refused_in_one_line(tmp_path: Path) -> None:
    """The message names the file, and another logo can be given."""
    words = brand_yml(tmp_path, "logo: {small: img/logo.png}\n")
    with pytest.raises(UnusableChoice, match=r"'img/logo.png', but there is no such file .* --logo\.$"):
        new_root(tmp_path / "mine", brand_yml=words)
    assert not (tmp_path / "mine").exists()


def test_a_damaged_logo_is_refused_by_its_name(tmp_path: Path) -> None:
    """Nothing is half-written."""
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with pytest.raises(UnusableChoice, match=r"'logo\.png' is not a picture"):
        new_root(tmp_path / "mine", name="X", logo=tmp_path / "logo.png")
    assert os.listdir(tmp_path) == ["logo.png"]


@pytest.mark.thorough
def test_a_new_root_checks_clean_at_once(tmp_path: Path, logo: Path) -> None:
    """A root with a name, a colour and a logo passes the strict check."""
    coprod("new", "root", tmp_path / "mine", "--name", "Ours", "--colour", "navy", "--logo", logo)
    result = coprod("check", tmp_path / "mine", "--strict")
    assert result.exit_code == 0, result.output


def test_a_root_with_a_template_has_its_colours(tmp_path: Path) -> None:
    """Cards and web pages then match the slides. A colour that is given is the main one, beside those of the themes."""
    Presentation().save(str(tmp_path / "trust.pptx"))
    (tmp_path / "trust.pptx").rename(tmp_path / "trust.potx")
    usual = load_brand().palette
    made = new_root(tmp_path / "one", name="X", templates=(tmp_path / "trust.potx",)).brand
    assert made.reference.slides == "trust.potx"
    assert made.file("trust.potx") == (tmp_path / "trust.potx").read_bytes()
    assert made.palette.paper == "#ffffff"
    assert made.palette.brand not in (usual.brand, "#005eb8")
    both = new_root(tmp_path / "two", colour="#005eb8", templates=(tmp_path / "trust.potx",)).brand
    assert both.palette.brand == "#005eb8"
    assert [getattr(both.palette, role) for role in THEME_ROLES] == [
        getattr(made.palette, role) for role in THEME_ROLES
    ]
