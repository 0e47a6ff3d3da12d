"""Measurements of fonts are kept between runs, and never trusted."""

from pathlib import Path

import pytest

from coprod_content.layout.font_file import FontFile, font_file
from coprod_content.text.installed_fonts import fontpkg

SAMPLE = "AWimo 12é–中"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path))
    return tmp_path


def told(font: FontFile) -> tuple[object, ...]:
    return font.natural, font.descent, font.covered, [font.width(character) for character in SAMPLE]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", ["arimo", "Atkinson Hyperlegible"])
def test_a_font_has_the_same_measurements_when_they_were_kept(cache: Path, family: str, bold: bool) -> None:
    path = fontpkg.path(family, 700 if bold else 400, nearest=True)
    read = told(font_file(path, bold=bold))
    assert len(list(cache.glob("font-*.bin"))) == 1
    assert told(font_file(path, bold=bold)) == read


def test_a_damaged_entry_is_made_again(cache: Path) -> None:
    path = fontpkg.path("arimo", 400, nearest=True)
    read = told(font_file(path, bold=False))
    (entry,) = cache.glob("font-*.bin")
    kept = entry.read_bytes()
    entry.write_bytes(kept[:-9] + b"7777777]]")
    assert told(font_file(path, bold=False)) == read
    assert entry.read_bytes() == kept


def test_a_bold_variable_font_is_wider_than_a_regular_one() -> None:
    path = fontpkg.path("arimo", 400, nearest=True)
    thin, thick = (font_file(path, bold=bold).width("i") for bold in (False, True))
    assert thin is not None
    assert thick is not None
    assert thin < thick
