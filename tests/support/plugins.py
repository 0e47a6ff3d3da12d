"""Small distributions installed for one test, and packs with only some of their files."""

import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from attrs import evolve

from coprod_content.plugins.renderers import InstalledRenderers, OfferedFile, installed_renderers

GROUP = "coprod_content.renderers"


def install(
    folder: Path, patch: pytest.MonkeyPatch, package: str, code: str, entries: dict[str, str], group: str = GROUP
) -> None:
    """Put a package with its code and entry points, usually of renderers, on the import path for one test."""
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


def install_example(patch: pytest.MonkeyPatch) -> None:
    """Install the Markdown example for one test.

    It is not part of the development environment, so that packs are the same everywhere else.
    """
    patch.syspath_prepend(_example_folder())


@lru_cache(maxsize=1)
def _example_folder() -> str:
    """Return a folder with the example in it, as pip installs it."""
    example = Path(__file__).parents[2] / "examples" / "coprod_markdown"
    folder = mkdtemp(prefix="coprod-markdown-")
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--target", folder)
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(example)], check=True)
    return folder


def only_in_pack(patch: pytest.MonkeyPatch, offers: Mapping[str, tuple[str, ...]]) -> None:
    """Let packs have only these files: editions by the name of their renderer."""

    def some() -> InstalledRenderers:
        found = installed_renderers()
        files = {
            name: tuple(OfferedFile(edition, edition) for edition in editions) for name, editions in offers.items()
        }
        usable = tuple((name, evolve(each, in_pack=files.get(name, ()))) for name, each in found.usable)
        return evolve(found, usable=usable)

    patch.setattr("coprod_content.packs.pack_files.installed_renderers", some)
