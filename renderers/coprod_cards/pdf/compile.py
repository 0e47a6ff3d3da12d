"""Compile PDF files and pictures, and add settings that Typst omits."""

import io
import re
from pathlib import Path
from typing import Literal

import typst
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from coprod_cards.fonts import font_files
from coprod_cards.pdf.glyph_text import corrected_contents
from coprod_cards.pdf.packed_objects import Changes, packed
from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content.layout.font_metrics import MM_PER_PT

_TEMPLATES = Path(__file__).parents[1] / "template"
_STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]
_PIXELS_PER_INCH = 144  # 1,920 by 1,080 pixels
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_DUPLEX = {Flip.LONG_EDGE: "/DuplexFlipLongEdge", Flip.SHORT_EDGE: "/DuplexFlipShortEdge"}


def compiled_pdf(payload: str, font_names: tuple[str, ...], template: str = "cards.typ") -> bytes:
    """Return a PDF compiled from a JSON payload.

    The PDF conforms to both PDF/A-2a and PDF/UA-1. `font_names` contains the families that Typst can use, and
    `template` is the file name of the Typst template. Raises typst.TypstError if Typst cannot compile the PDF.
    """
    pdf = typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=font_files(font_names),
        ignore_system_fonts=True,
        sys_inputs={"payload": payload},
        pdf_standards=_STANDARDS,
        format="pdf",
    )
    assert isinstance(pdf, bytes)
    return pdf


def compiled_pages(payload: str, font_names: tuple[str, ...], format_: Literal["png", "svg"]) -> tuple[bytes, ...]:
    """Return the pages of posters, each as a PNG or SVG picture.

    `payload` is the JSON data for the posters, and `font_names` contains the families that Typst can use. Raises
    typst.TypstError if Typst cannot compile the posters.
    """
    pages = typst.compile(
        _TEMPLATES / "poster.typ",
        root=_TEMPLATES,
        font_paths=font_files(font_names),
        ignore_system_fonts=True,
        sys_inputs={"payload": payload},
        format=format_,
        ppi=_PIXELS_PER_INCH,
    )
    return tuple(pages) if isinstance(pages, list) else (pages,) if isinstance(pages, bytes) else ()


def with_print_settings(
    data: bytes, language: str, imposition: Imposition | None = None, *, actual_size: bool = False
) -> bytes:
    """Return a PDF with its language and print settings added.

    A malformed `language` tag is ignored. If `actual_size` is true or an `imposition` is given, PDF readers are asked
    to print at actual size. If an `imposition` is given, they are also asked to flip the paper on the edge that the
    imposition sets, and pages that are larger than the trimmed card get a bleed box. The text of glyphs is also
    corrected (see `corrected_contents`).
    """
    reader = PdfReader(io.BytesIO(data))
    changes = Changes()
    root = reader.root_object
    if _LANGUAGE_TAG.fullmatch(language):
        root[NameObject("/Lang")] = TextStringObject(language)
    if imposition or actual_size:
        preferences = DictionaryObject(root.get("/ViewerPreferences", DictionaryObject()).get_object())
        preferences[NameObject("/PrintScaling")] = NameObject("/None")
        if imposition:
            preferences[NameObject("/Duplex")] = NameObject(_DUPLEX[imposition.flip])
        root[NameObject("/ViewerPreferences")] = preferences
    changes.add(root)
    for page, content in corrected_contents(reader):
        changes.add_content(page, content)
    if imposition and imposition.overhang:
        for page in reader.pages:
            page[NameObject("/BleedBox")] = _inset(page.mediabox, imposition.overhang - imposition.stock.bleed)
            changes.add(page)
    return packed(data, changes)


def _inset(box: ArrayObject, millimetres: float) -> ArrayObject:
    left, low, right, high = (float(edge) for edge in box)
    points = millimetres / MM_PER_PT
    edges = (left + points, low + points, right - points, high - points)
    return ArrayObject([FloatObject(round(edge, 5)) for edge in edges])
