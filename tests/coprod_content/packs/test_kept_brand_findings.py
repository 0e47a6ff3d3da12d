"""Findings about a brand are kept until anything that they depend on changes."""

from pathlib import Path

import pytest
from tests.support.pictures import picture
from tests.support.roots import written

from coprod_content import Library
from coprod_content.brand.load_brand import ExaminedBrand
from coprod_content.findings.finding import Finding, Place
from coprod_content.packs import kept_brand_findings as kept

BRAND = "name: Ours\nlogo: {file: logo.png, alt: Ours}\n"


def test_findings_are_kept_until_the_brand_changes(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new word, a word in another line and a new logo are each examined once, and the findings are the same."""
    examined = list[ExaminedBrand]()

    def findings(brand: ExaminedBrand, _: Library | None = None) -> tuple[Finding, ...]:
        examined.append(brand)
        return (Finding(code="brand", level="warning", where=Place("brand.yaml", len(examined), 1), what="Long."),)

    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "brand_findings", findings)
    for brand, logo in ((BRAND, 30), (BRAND.replace("Ours", "Theirs"), 30), (f"# Ours\n{BRAND}", 30), (BRAND, 31)):
        files = {"brand.yaml": brand.encode(), "logo.png": picture(width=logo, height=30)}
        root, before = written(tmp_path / "ours", files), len(examined)
        first, second = (kept.kept_brand_findings((root,), lambda: library) for _ in range(2))
        assert first == second
        assert len(examined) == before + 1
