"""The organisation of a brand, and where its logo is shown."""

from pathlib import Path

import pytest

from coprod_content import ContentError, load_brand
from coprod_content.brand.logo import logo_of

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#005eb8"/></svg>'


def root(tmp_path: Path, brand: str) -> Path:
    (tmp_path / "brand.yaml").write_text(brand)
    (tmp_path / "logo.svg").write_text(LOGO)
    return tmp_path


def test_a_logo_has_the_place_and_size_of_its_kind_of_file(tmp_path: Path) -> None:
    """Its alternative text is the organisation's name. With a height of 0, it is left out."""
    logo = "{file: logo.svg, clear_space: 5}"
    places = "logo_on: {slides: {height: 12, width: 33, place: right}, box: {height: 0}}"
    brand = load_brand(root(tmp_path, f"organisation: {{name: Us & them, logo: {logo}}}\n{places}\n"))
    slides, guide = logo_of(brand, "slides"), logo_of(brand, "guide")
    assert slides is not None
    assert guide is not None
    assert (slides.alt, slides.clear_space) == ("Us & them", 5)
    assert (slides.on_right, guide.on_right) == (True, False)
    assert slides.size(70) == pytest.approx((33, 11), rel=0.01)
    assert slides.size(30) == pytest.approx((30, 10), rel=0.01)
    assert slides.size(70, tallest=6) == pytest.approx((18, 6), rel=0.01)
    assert guide.size(600) == pytest.approx((60, 20), rel=0.01)
    assert logo_of(brand, "box") is None


def test_a_logo_at_the_top_level_still_works(tmp_path: Path) -> None:
    """Older brands have one there. Two logos are refused."""
    old = "logo: {file: logo.svg, alt: Old}\n"
    logo = logo_of(load_brand(root(tmp_path, old)))
    assert logo is not None
    assert logo.alt == "Old"
    with pytest.raises(ContentError) as error:
        load_brand(root(tmp_path, f"{old}organisation: {{name: Us, logo: {{file: logo.svg}}}}\n"))
    assert [finding.what for finding in error.value.findings] == ["the organisation already has a logo."]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ("name: " + "x" * 101, "organisation.name"),
        ("strapline: No name", "organisation"),
        ("{name: X, address: example}", "organisation.address"),
        ("{name: X, logo: {file: nope.svg}}", "organisation.logo.file"),
    ],
)
def test_a_field_that_cannot_be_used_is_refused_at_its_place(tmp_path: Path, fields: str, field: str) -> None:
    """The finding names the field."""
    words = fields if fields.startswith("{") else f"{{{fields}}}"
    with pytest.raises(ContentError) as error:
        load_brand(root(tmp_path, f"organisation: {words}\n"))
    assert error.value.findings[0].field.startswith(field)


def test_a_named_organisation_replaces_another(tmp_path: Path) -> None:
    """The contact of one organisation is never given for another."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first = root(tmp_path / "one", "organisation: {name: One, contact: one@example.org}\n")
    second = root(tmp_path / "two", "organisation: {name: Two}\n")
    organisation = load_brand(first, second).organisation
    assert organisation is not None
    assert (organisation.name, organisation.contact) == ("Two", None)
