"""Tests of the check for characters that no font has."""

from pathlib import Path

from tests.support.roots import SMALL, small_root

from coprod_content.brand.load_brand import load_brand
from coprod_content.loading import load
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
