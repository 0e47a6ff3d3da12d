"""Installing a small distribution into a folder, so that its entry points are found as anybody's would be."""

from pathlib import Path

import pytest

GROUP = "coprod_content.renderers"


def install(
    folder: Path, patch: pytest.MonkeyPatch, package: str, code: str, entries: dict[str, str], group: str = GROUP
) -> None:
    """Put a package with its code and its entry points, of renderers unless said, on the import path for one test."""
    site = folder / f"site-{package}"
    info = site / f"{package}-1.2.3.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2.3\n")
    lines = "\n".join(f"{name} = {value}" for name, value in entries.items())
    (info / "entry_points.txt").write_text(f"[{group}]\n{lines}\n")
    (site / f"{package}.py").write_text(code)
    patch.syspath_prepend(str(site))


WORKING = """
from coprod_content.plugins.renderers import Renderer
renderer = Renderer(suffix=".txt", media_type="text/plain", render=lambda document, brand: document.title.encode())
"""
