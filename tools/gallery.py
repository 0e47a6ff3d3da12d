"""Contact sheets of the pack of a workshop, to look at page by page, and the picture in the README.

Needs LibreOffice and poppler (`make judges`). Run it with `make gallery`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "gallery"
_GROUND = (226, 223, 216)
_GAP = 18
_SHOWN = (("deck", 1), ("deck", 5), ("deck", 14), ("deck", 10), ("deck", 8), ("deck", 19))
_PAGES = (("facilitator-guide", 1), ("facilitator-guide", 5), ("facilitator-guide", 9), ("handouts", 2))
_CARDS = (("print-shop", 9), ("print-shop", 10))


def main() -> None:
    """Make a pack, turn every page into a picture, and lay the pictures out."""
    workshop = sys.argv[1] if len(sys.argv) > 1 else "first-steps"
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "coprod_content.cli", "pack", workshop, "--out", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        for path in sorted([*folder.glob("*.pptx"), *folder.glob("*.docx")]):
            _to_pdf(path, folder)
        for path in sorted(folder.glob("*.pdf")):
            pages = _pages(path, folder)
            sheet = OUT / f"{path.stem}.png"
            _contact_sheet(pages).save(sheet, optimize=True)
            print(f"{sheet.relative_to(ROOT)}  {len(pages)} pages")
        if workshop == "first-steps":
            _readme_picture(folder).save(ROOT / "docs" / "images" / "first-steps.png", optimize=True)


def _to_pdf(path: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)


def _pages(path: Path, folder: Path) -> list[Path]:
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(path), str(folder / path.stem)], check=True)
    return sorted(folder.glob(f"{path.stem}-[0-9]*.png"))


def _contact_sheet(pages: list[Path], columns: int = 5) -> Image.Image:
    pictures = [Image.open(page).convert("RGB") for page in pages]
    width, height = max(p.width for p in pictures), max(p.height for p in pictures)
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _GROUND)
    for at, picture in enumerate(pictures):
        sheet.paste(picture, (_GAP + at % columns * (width + _GAP), _GAP + at // columns * (height + _GAP)))
    return sheet


def _readme_picture(folder: Path) -> Image.Image:
    """Six slides above a row of guide pages, a handout and a card, 1200 pixels wide."""
    slide = (1200 - 4 * _GAP) // 3
    tall = 316
    picture = Image.new("RGB", (1200, 3 * _GAP + 2 * (slide * 9 // 16) + tall + _GAP), _GROUND)
    for at, (name, page) in enumerate(_SHOWN):
        small = ImageOps.contain(_page(folder, name, page), (slide, slide))
        picture.paste(small, (_GAP + at % 3 * (slide + _GAP), _GAP + at // 3 * (slide * 9 // 16 + _GAP)))
    left, top = _GAP, 3 * _GAP + 2 * (slide * 9 // 16)
    for name, page in _PAGES:
        small = ImageOps.contain(_page(folder, name, page), (1200, tall))
        picture.paste(small, (left, top))
        left += small.width + _GAP
    card = (tall - _GAP) // 2
    for at, (name, page) in enumerate(_CARDS):
        small = ImageOps.contain(_page(folder, name, page), (1200 - _GAP - left, card))
        picture.paste(small, (left, top + at * (card + _GAP)))
    return picture


def _page(folder: Path, name: str, number: int) -> Image.Image:
    pages = sorted(folder.glob(f"*{name}-[0-9]*.png"))
    return Image.open(pages[number - 1]).convert("RGB")


if __name__ == "__main__":
    main()
