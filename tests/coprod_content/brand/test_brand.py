"""Brands: overlays give only what differs, and unreadable colours are refused."""

from pathlib import Path

import pytest
from tests.support.pictures import picture
from tests.support.platforms import POSIX
from tests.support.roots import written

from coprod_content import ContentError, Finding
from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.brand.load_brand import load_brand


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)


def overlay(text: str | bytes, **files: bytes) -> Path:
    """Write a content root with a brand, and files beside it."""
    content = text if isinstance(text, bytes) else text.encode()
    return written(
        Path("ours"), {"brand.yaml": content, **{name.replace("_", "."): data for name, data in files.items()}}
    )


def findings(*roots: Path | str) -> tuple[Finding, ...]:
    with pytest.raises(ContentError) as caught:
        load_brand(*roots)
    return caught.value.findings


def messages(text: str | bytes) -> list[str]:
    return [str(finding) for finding in findings(overlay(text))]


def test_the_canonical_brand_is_readable(brand: Brand) -> None:
    """Every text colour has a contrast of 4.5:1 on paper and tint, and no type is too small."""
    for role in ("ink", "muted", "brand", "dark", *(f"theme_{n}" for n in range(1, 7))):
        assert contrast(brand.colour(role), brand.colour("paper")) >= 4.5
        assert contrast(brand.colour(role), brand.colour("tint")) >= 4.5
    slides = (*brand.slides.cover, *brand.slides.title, *brand.slides.question, *brand.slides.statement)
    assert min(*slides, brand.slides.lead, brand.slides.body, brand.slides.small) >= 18
    assert min(brand.guide.body, brand.guide.small, brand.cards.body, *brand.cards.question, *brand.cards.title) >= 12


def test_sizes_to_choose_from_get_smaller(brand: Brand) -> None:
    """Sizes are listed from the largest, because the first that fits is used."""
    for sizes in (brand.slides.cover, brand.slides.title, brand.slides.question, brand.slides.statement,
                  brand.cards.question, brand.cards.title):  # fmt: skip
        assert list(sizes) == sorted(sizes, reverse=True)


def test_a_brand_knows_which_fields_its_owner_set(brand: Brand) -> None:
    """A template's colours and fonts can then give way to those that someone chose."""
    ours = load_brand(overlay('palette:\n  brand: "#005eb8"\nfonts: {print: Atkinson Hyperlegible}\n'))
    assert (ours.sets("palette.brand"), ours.sets("palette.ink")) == (True, False)
    assert (ours.sets("fonts.print"), ours.sets("fonts.office")) == (True, False)
    assert brand.own_fields == ()


def test_an_overlay_gives_only_what_differs(brand: Brand) -> None:
    """Keys that an overlay leaves out keep their values, at every depth."""
    ours = load_brand(overlay('name: Our Trust\npalette:\n  brand: "#005eb8"\nslides: {title: [40, 20]}\n'))
    assert ours.name == "Our Trust"
    assert ours.colour("brand") == "#005eb8"
    assert ours.colour("ink") == brand.colour("ink")
    assert ours.slides.title == (40, 20)
    assert ours.slides.body == brand.slides.body
    assert ours.fonts == brand.fonts


def test_the_last_root_wins() -> None:
    """Of several brands, later ones overlay earlier ones."""
    first = written(Path("one"), {"brand.yaml": "name: One\npaper: Letter\n"})
    second = written(Path("two"), {"brand.yaml": "name: Two\n"})
    brand = load_brand(first, second)
    assert (brand.name, brand.paper) == ("Two", "Letter")


def test_a_root_without_a_brand_changes_nothing(brand: Brand) -> None:
    """Most overlays have content only, and keep the canonical brand."""
    assert load_brand(written(Path("ours"), {"about.yaml": ""})) == brand


def test_a_role_that_the_palette_lacks_has_the_brand_colour(brand: Brand) -> None:
    """A role that is not known yet gets the brand colour."""
    assert brand.colour("theme_9") == brand.colour("brand") == brand.palette.brand


def test_a_colour_that_is_too_faint_is_refused_with_its_place_and_ratio() -> None:
    """The finding is at the colour that the overlay gives."""
    assert messages('palette:\n  theme_2: "#ff9fb8"\n') == [
        "ours/brand.yaml:2:12: palette.theme_2: the contrast of theme_2 (#ff9fb8) on paper is 1.93:1. Text needs "
        "4.5:1. Choose a darker colour.",
        "ours/brand.yaml:2:12: palette.theme_2: the contrast of theme_2 (#ff9fb8) on tint is 1.72:1. Text needs 4.5:1. "
        "Choose a darker colour.",
    ]


def test_a_background_that_is_too_dark_is_refused_where_it_is_given() -> None:
    """The finding is at the overlay's dark background, not at the canonical ink."""
    (finding,) = findings(overlay('palette:\n  sun: "#333333"\n'))
    assert (str(finding.where), finding.field) == ("ours/brand.yaml:2:8", "palette.sun")
    assert finding.fix == "Choose colours that differ more."
    assert {str(f.where) for f in findings(overlay('palette: {paper: "#777777"}'))} == {"ours/brand.yaml:1:18"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('palette: {ink: "#ff"}', "ours/brand.yaml:1:16: palette.ink: expected a colour such as #005eb8 or #05b, "
         "found '#ff'. Write it in quotes, for example \"#005eb8\"."),
        ("palette: {ink: 005EB8}", "ours/brand.yaml:1:16: palette.ink: expected a colour such as #005eb8 or #05b, "
         "found '005EB8'. Write it in quotes, for example \"#005eb8\"."),
        ("paper: letter", "ours/brand.yaml:1:8: paper: expected one of A4, Letter, found 'letter'. "
         "Did you mean 'Letter'?"),
        ("paper: A5", "ours/brand.yaml:1:8: paper: expected one of A4, Letter, found 'A5'."),
        ("palette: {inc: x}", "ours/brand.yaml:1:11: palette.inc: there is no such key here. Did you mean 'ink'?"),
        ("palett: {}", "ours/brand.yaml:1:1: palett: there is no such key here. Did you mean 'palette'?"),
        ("slides: {body: 17}", "ours/brand.yaml:1:16: slides.body: expected a whole number from 18 to 96 points, "
         "found 17. Write digits, for example 24."),
        ("guide: {small: 11}", "ours/brand.yaml:1:16: guide.small: expected a whole number from 12"),
        ("cards: {title: [14, 8]}", "ours/brand.yaml:1:21: cards.title[2]: expected a whole number from 12"),
        ("- a list", "ours/brand.yaml:1:1: expected keys and values, found a list."),
        ("name: &a A\n", "ours/brand.yaml:1:7: the anchor '&a' is not allowed. Delete it."),
        ("name: [", "ours/brand.yaml:2:1: this is not YAML"),
        (b"name: \xff", "ours/brand.yaml:1:7: is not UTF-8 text."),
        ("files: [[a, b]]", "ours/brand.yaml:1:1: files: there is no such key here."),
        ("logo: {file: logo.png, alt: Us}", "ours/brand.yaml:1:14: logo.file: there is no file"),
        ("reference: {slides: ../x.potx}", "ours/brand.yaml:1:21: reference.slides: there is no file '../x.potx'"),
        ("reference: {guide: /etc/passwd}", "ours/brand.yaml:1:20: reference.guide: there is no file '/etc/passwd'"),
    ],
)  # fmt: skip
def test_a_fault_in_a_brand_has_its_place_and_a_fix(text: str | bytes, expected: str) -> None:
    """A brand is read as strictly as content."""
    assert [line[: len(expected)] for line in messages(text)] == [expected]


@pytest.mark.parametrize("written_as", ['"#FFF"', "'#ffffff'", '"#FfFfFf"'])
def test_a_colour_can_be_written_as_in_a_style_sheet(written_as: str) -> None:
    """A colour has three or six digits in any case, and is read as six in lower case."""
    assert load_brand(overlay(f"palette: {{paper: {written_as}}}")).palette.paper == "#ffffff"


@pytest.mark.parametrize("ink", ["#005eb8", "#005EB8 # the blue of the NHS", ""])
def test_a_colour_without_quotes_is_refused_with_what_to_do(ink: str) -> None:
    """YAML reads an unquoted colour as a comment. The message says to put it in quotes."""
    (line,) = messages(f"palette:\n  ink: {ink}\n")
    assert line.startswith("ours/brand.yaml:2:")
    assert 'quotes, for example "#005eb8"' in line.lower()


def test_every_problem_of_a_brand_is_reported_at_once() -> None:
    """Wrong fields, faint colours and missing files are reported together."""
    assert {f.field for f in findings(overlay("palette: {ink: red, sun: 5}\nslides: {body: 1}\n"))} == {
        "palette.ink", "palette.sun", "slides.body",
    }  # fmt: skip
    root = overlay('palette: {ink: "#eeeeee"}\nlogo: {file: a.png, alt: A}\nname: !x B\n')
    assert {f.code for f in findings(root)} == {"contrast", "no-file", "tag"}


def test_files_come_from_the_last_root_that_has_them() -> None:
    """A logo can be in one root and be named in another. Its bytes are read with the brand."""
    first = written(
        Path("one"), {"brand.yaml": "reference: {guide: g.docx}\n", "g.docx": b"one", "logo.png": picture()}
    )
    second = written(Path("two"), {"brand.yaml": "logo: {file: logo.png, alt: Us}\n", "g.docx": b"two"})
    brand = load_brand(first, second)
    assert brand.file("g.docx") == b"two"
    assert brand.file("logo.png") == picture()
    assert brand.file("other.png") is None
    assert brand.file(None) is None
    assert brand.logo is not None
    assert brand.logo.alt == "Us"


@POSIX
def test_a_link_cannot_bring_in_a_file_from_outside_the_root() -> None:
    """A brand shows only files in its own root."""
    written(Path("secret"), {"a.png": b"secret"})
    root = overlay("logo: {file: a.png, alt: A}")
    (root / "a.png").symlink_to(Path("secret/a.png").absolute())
    assert [f.code for f in findings(root)] == ["no-file"]
    (root / "brand.yaml").unlink()
    (root / "brand.yaml").symlink_to(Path("secret/a.png").absolute())
    assert [f.code for f in findings(root)] == ["file-name"]


def test_a_file_that_is_too_large_is_refused() -> None:
    """A file over 25 MiB is refused, which is plenty for a template."""
    root = overlay("logo: {file: a.png, alt: A}", a_png=picture())
    with (root / "a.png").open("ab") as file:
        file.truncate(25 * 2**20)
    assert len(load_brand(root).file("a.png") or b"") == 25 * 2**20
    with (root / "a.png").open("ab") as file:
        file.write(b"x")
    assert [f.code for f in findings(root)] == ["too-large"]


def test_a_root_that_is_not_a_folder_is_reported() -> None:
    """A mistyped folder does not silently give the canonical brand."""
    assert [f.code for f in findings("nothing", overlay("name: ["))] == ["no-root", "not-yaml"]


@pytest.mark.parametrize(
    ("yaml", "code"), [("name: *other", "alias"), ("[a, b]: c", "key"), ("<<: {name: Ours}", "merge-key")]
)
def test_what_is_refused_is_reported_once(yaml: str, code: str) -> None:
    """The placeholder of an alias, a merge key or a key that is not plain text is not a second fault."""
    assert [f.code for f in findings(overlay(yaml))] == [code]


def test_the_bytes_of_files_are_not_printed() -> None:
    """A brand with a logo prints in a few lines."""
    brand = load_brand(overlay("logo: {file: a.png, alt: A}", a_png=picture()))
    assert brand.files == (("a.png", picture()),)
    assert "PNG" not in repr(brand)
    assert hash(brand) == hash(load_brand(Path("ours")))
