"""Files have the brand's paper size."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from tests.support.roots import written

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.packs.build import make
from coprod_content.packs.pack import make_pack

LETTER = {(216, 279), (279, 216)}


@pytest.fixture
def letter(tmp_path: Path) -> Brand:
    """Return our brand with Letter as its paper."""
    return load_brand(written(tmp_path, {"brand.yaml": "paper: Letter\n"}))


@pytest.mark.parametrize("access", ["standard", pytest.param("large-print", marks=pytest.mark.thorough)])
def test_every_printed_file_is_on_letter(access: str, letter: Brand, library: Library) -> None:
    """Word files, PDFs, run sheets, cards for office printers and web pages have Letter pages, and all text fits.

    Posters of canvases have a size of their own.
    """
    pack = make_pack(library.workshops["around-one-place"], library, letter, (access,))
    assert pack.failures == ()
    assert pack.findings == ()
    for name, built in pack.built:
        data = built.data or b""
        if built.suffix == ".docx":
            body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
            assert {tuple(sorted(size)) for size in re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', body)} == {
                ("12240", "15840")
            }
        elif built.suffix == ".pdf" and "print-shop" not in name and "canvases" not in name:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                boxes = [[round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] for page in pdf.pages]
            assert {(width, height) for width, height in boxes} <= LETTER
        elif built.suffix == ".html":
            assert b"size: Letter" in data


@pytest.mark.thorough
def test_every_card_fits_on_letter(letter: Brand, library: Library) -> None:
    """All our postcards fit on the cards of a Letter sheet."""
    assert make("postcards", "cards-a4-long-edge", library, letter).findings == ()


def test_a_chosen_stock_is_kept(tmp_path: Path) -> None:
    """A brand with Letter paper that chooses a stock prints on that stock."""
    brand = load_brand(written(tmp_path, {"brand.yaml": "paper: Letter\nprinting: {home: {stock: a4-halves}}\n"}))
    assert brand.printing.home.stock == "a4-halves"
