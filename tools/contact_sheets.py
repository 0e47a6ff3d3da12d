"""Contact sheets of packs and theme guides, and the pictures of slides, guides and cards in the documentation.

`make gallery` makes those of every workshop, `python -m tools.contact_sheets first-steps` those of one. The id of a
theme makes its guide, and `--access large-print` an access edition. Needs LibreOffice and poppler (`make judges`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageOps

from coprod_content import load
from coprod_content.access.access_editions import STANDARD, access_edition_named
from tools.office_fonts import with_office_fonts

ROOT = Path(__file__).parents[1]
OUT, IMAGES = ROOT / "build" / "gallery", ROOT / "docs" / "images"
_RIVERBEND = ROOT / "examples" / "riverbend_trust"
_GROUND = (226, 223, 216)
_GAP, _WIDTH, _COLOURS = 18, 1200, 128
_SHOWN, _TEMPLATED_WORKSHOP = "first-steps", "while-you-wait"
_SLIDES = (("deck", 1), ("deck", 5), ("deck", 7), ("deck", 8), ("deck", 16), ("deck", 23))
_PAGES = (("facilitator-guide", 1), ("facilitator-guide", 5), ("facilitator-guide", 6), ("handouts", 2))
_TEMPLATED = (("deck", 1), ("deck", 3), ("deck", 7), ("deck", 9), ("deck", 10), ("deck", 14))
_CARDS = tuple(("print-shop", page) for page in (1, 9, 17, 25, 33, 41))


def main() -> None:
    """Make packs, turn every page into a picture, and arrange the pictures in rows."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ids", nargs="*", help="workshops and themes; without any, every workshop")
    asked.add_argument("--access", default=STANDARD.name, help="an access edition")
    wanted = asked.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ids = wanted.ids or (*load().workshops, _TEMPLATED_WORKSHOP)
        for lines in pool.map(_write_sheets, ids, [wanted.access] * len(ids)):
            print("\n".join(lines))


def _write_sheets(id_: str, access: str) -> list[str]:
    """Write the contact sheets of a workshop or theme, and return a line about each."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make(id_, access, folder)
        _to_pdf([*folder.glob("pack/*.pptx"), *folder.glob("pack/*.docx")], folder)
        for path in sorted([*folder.glob("*.pdf"), *folder.glob("pack/*.pdf")]):
            pages = _pages(path, folder)
            sheet = OUT / f"{path.stem}.png"
            _contact_sheet(pages).save(sheet)
            lines.append(f"{sheet.relative_to(ROOT)}  {len(pages)} pages")
        if (id_, access) == (_SHOWN, STANDARD.name):
            for picture, pages_, columns in (("slides", _SLIDES, 3), ("guides", _PAGES, 4), ("cards", _CARDS, 3)):
                lines.append(write_picture(picture, [_page(folder, *page) for page in pages_], columns))
        if (id_, access) == (_TEMPLATED_WORKSHOP, STANDARD.name):
            lines.append(write_picture("templates", [_page(folder, *page) for page in _TEMPLATED], 3))
    return lines


def _make(id_: str, access: str, folder: Path) -> None:
    """Write the pack of a workshop, or the guide of a theme, into `pack` in a folder."""
    pack = folder / "pack"
    if id_ in load().themes:
        pack.mkdir()
        name = access_edition_named(access).file_name(f"{id_}-theme-guide")
        words = ["build", "theme-guide", "--to", "guide", "--select", id_, "--out", str(pack / f"{name}.docx")]
    else:
        root = ["--root", str(_RIVERBEND)] if id_ == _TEMPLATED_WORKSHOP else []
        words = ["pack", id_, "--out", str(pack), *root]
    command = [sys.executable, "-m", "coprod_content.cli.app", *words, "--access", access]
    subprocess.run(command, check=True, capture_output=True)


def _to_pdf(paths: list[Path], folder: Path) -> None:
    """Convert Office files to PDF. A separate profile lets several LibreOffices run at a time."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, env=with_office_fonts(folder))


def _pages(path: Path, folder: Path) -> list[Path]:
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(path), str(folder / path.stem)], check=True)
    return sorted(folder.glob(f"{path.stem}-[0-9]*.png"))


def _contact_sheet(pages: list[Path]) -> Image.Image:
    return grid_of([Image.open(page).convert("RGB") for page in pages], 5)


def grid_of(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Return pictures in rows on a background."""
    width, height = max(p.width for p in pictures), max(p.height for p in pictures)
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _GROUND)
    for at, picture in enumerate(pictures):
        sheet.paste(picture, (_GAP + at % columns * (width + _GAP), _GAP + at // columns * (height + _GAP)))
    return sheet


def write_picture(name: str, pages: list[Image.Image], columns: int) -> str:
    """Write a picture for the documentation, in few colours so that it is small, and return a line about it."""
    side = (_WIDTH - (columns + 1) * _GAP) // columns
    small = [ImageOps.contain(page, (side, 2 * side), Image.Resampling.LANCZOS) for page in pages]
    path = IMAGES / f"{name}.png"
    grid_of(small, columns).quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        path, optimize=True
    )
    return f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB"


def _page(folder: Path, name: str, number: int) -> Image.Image:
    pages = sorted(folder.glob(f"*{name}-[0-9]*.png"))
    return Image.open(pages[number - 1]).convert("RGB")


if __name__ == "__main__":
    main()
