"""Tests of the check for characters that no font has."""

from pathlib import Path

from tests.support.command_line import coprod
from tests.support.roots import SMALL, changed, small_root

from coprod_content.brand.load_brand import load_brand
from coprod_content.editions.composition import compose
from coprod_content.loading import load
from coprod_content.packs.build import render
from coprod_content.packs.glyphs import glyph_findings


def test_characters_without_a_font(tmp_path: Path) -> None:
    """A text with characters that no installed font has is reported at its place, and no other text is."""
    tool = SMALL["tools/pairs.yaml"].replace("Listen in pairs", "聞く")
    library = load(small_root(tmp_path, {"tools/pairs.yaml": tool}))
    (finding,) = glyph_findings(tuple(library), load_brand())
    assert (finding.code, finding.level, finding.field) == ("no-glyph", "error", "title")
    assert finding.where is not None
    assert finding.where.line == 1


def test_welsh_has_a_font(tmp_path: Path) -> None:
    """Letters that only a fallback font has are not reported."""
    tool = SMALL["tools/pairs.yaml"].replace("Listen in pairs", "Gwrando ar ŵr yn y tŷ")
    library = load(small_root(tmp_path, {"tools/pairs.yaml": tool}))
    assert not tuple(glyph_findings(tuple(library), load_brand()))


def test_the_imprint_needs_a_font_too(tmp_path: Path) -> None:
    """A character of the imprint without a font is reported by `check`, and no file is made."""
    root = small_root(tmp_path, changed("about.yaml", "imprint: small", "imprint: 聞く"))
    assert (
        "about.yaml:8:10: imprint: no available font has 'く' (U+304F), '聞' (U+805E)." in coprod("check", root).output
    )
    library = load(root)
    built = render(compose("postcards", library), "cards", load_brand(), library)
    assert [finding.code for finding in built.findings] == ["no-glyph"]
    assert built.data is None


def test_a_single_file_is_checked_for_fonts(tmp_path: Path) -> None:
    """The fonts are also checked for a single file."""
    root = small_root(tmp_path, changed("tools/pairs.yaml", "Listen in pairs", "聞く"))
    assert coprod("check", root / "tools" / "pairs.yaml").output.count("no available font has") == 1
