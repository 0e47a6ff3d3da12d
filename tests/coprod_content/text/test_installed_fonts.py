"""A broken font package, or any package with broken entry points, hides no other font."""

from pathlib import Path

import pytest
from tests.support.plugins import install

from coprod_content.text.installed_fonts import fontpkg


def test_a_broken_package_hides_no_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fonts are those without it, whether it cannot be read, imported or understood."""
    before = fontpkg.families(refresh=True)
    assert "arimo" in before
    with monkeypatch.context() as patch:
        for name, code in (("ending", "raise SystemExit(0)"), ("missing", "import nowhere"), ("bare", "")):
            install(tmp_path, patch, name, code, {name: name}, group="fontpkg.family")
        assert fontpkg.families(refresh=True) == before
        (tmp_path / "site-bare" / "bare-1.2.3.dist-info" / "entry_points.txt").write_text("[other]\nno equals sign\n")
        assert fontpkg.families(refresh=True) == before
    fontpkg.families(refresh=True)
