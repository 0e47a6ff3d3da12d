"""A brand is tried on every access edition, and what does not fit is reported once, at the field to change."""

from pathlib import Path

import pytest
from tests.support.roots import written

from coprod_content import Library
from coprod_content.brand.load_brand import examine_brand
from coprod_content.findings.finding import Finding
from coprod_content.packs import brand_check
from coprod_content.packs.build import FileSpec
from coprod_content.packs.downloads import DownloadSpec

CARDS = [
    FileSpec(edition="postcards", renderer=to, select=("around-one-place",), name="cards")
    for to in ("cards", "cards-a4-long-edge", "cards-a4-short-edge")
]
DECK = [FileSpec(edition="deck", renderer="slides", select=("first-steps",), name="deck")]


def _findings(
    yaml: str, files: list[FileSpec], library: Library, folder: Path, patch: pytest.MonkeyPatch
) -> tuple[Finding, ...]:
    """Return the findings about a brand that is tried on some files only, to save time."""
    patch.setattr(brand_check, "pack_files", lambda *_: ())
    patch.setattr(brand_check, "download_specs", lambda _: [DownloadSpec(item="x", file=file) for file in files])
    return brand_check.brand_findings(examine_brand(written(folder, {"brand.yaml": yaml})), library)


def test_text_that_is_too_long_in_several_formats_is_reported_once(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With this imprint, one postcard does not fit. Its formats and access editions are one finding."""
    (finding,) = _findings("name: Ours\ncards:\n  imprint: 20\n", CARDS, library, tmp_path, monkeypatch)
    assert str(finding.where).endswith("brand.yaml:3:3")
    assert finding.field == "cards"
    assert finding.what.startswith("with this brand, some text is too long: in ")
    assert "the text is about 1 word too long: 'Listen for: " in finding.what
    assert " more" not in finding.what


@pytest.mark.parametrize(
    ("yaml", "files", "field"),
    [
        ("cards: {question: [40], title: [40], body: 30, imprint: 24}", CARDS, "cards"),
        ("fonts: {office: Courier New}\nslides: {cover: [96], title: [96], body: 60, small: 50}", DECK, "slides"),
    ],
)
def test_type_that_leaves_no_room_at_all_is_reported(
    yaml: str, files: list[FileSpec], field: str, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if a title takes up its whole side or slide, the finding gives the texts and the field."""
    (finding,) = [each for each in _findings(yaml, files, library, tmp_path, monkeypatch) if each.level == "error"]
    assert (finding.code, finding.field) == ("brand", field)
    assert finding.what.startswith("with this brand, some text is too long: in ")


def test_a_character_without_a_font_is_reported_at_the_field_of_the_organisation(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No PDF can show the strapline, so the finding is at the strapline."""
    monkeypatch.setattr(brand_check, "pack_files", lambda _, __, access: CARDS[:1] if access == "standard" else ())
    monkeypatch.setattr(brand_check, "download_specs", lambda _: ())
    root = written(tmp_path, {"brand.yaml": "organisation:\n  name: Ours\n  strapline: 健\n"})
    found = brand_check.brand_findings(examine_brand(root), library)
    assert [(each.field, str(each.where).rpartition(":")[0][-1]) for each in found] == [("organisation.strapline", "3")]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "yaml",
    [
        "organisation: {name: Ours}",
        f"organisation: {{name: {'Long Words ' * 18}, strapline: {'Very long strapline ' * 20}}}",
        f"organisation: {{name: {'W' * 200}}}",
        "cards: {imprint: 20}\norganisation: {name: Ours, strapline: Together}",
        "slides: {body: 60, small: 50}\norganisation: {name: Ours}",
    ],
)
def test_trying_only_what_a_brand_affects_misses_nothing(
    yaml: str, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The brands that are refused are the same as if every file were tried as a whole."""
    quick = _findings(yaml, CARDS + DECK, library, tmp_path, monkeypatch)
    monkeypatch.setattr("coprod_content.packs.brand_check._FramesOfBrands.differ", lambda *_: True)
    slow = _findings(yaml, CARDS + DECK, library, tmp_path, monkeypatch)
    assert [(each.code, each.field) for each in quick] == [(each.code, each.field) for each in slow]
