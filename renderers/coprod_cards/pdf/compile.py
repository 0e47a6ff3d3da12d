"""PDF: a payload made into a file by Typst, with the boxes and the wishes to the printer that Typst does not write."""

import io
import re
from pathlib import Path

import pikepdf
import typst
from pikepdf import Name, ObjectStreamMode

from coprod_cards.pdf.fonts import fonts
from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content.layout.font_metrics import MM_PER_PT

_TEMPLATE = Path(__file__).parents[1] / "template"
_STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_DUPLEX = {Flip.LONG_EDGE: Name.DuplexFlipLongEdge, Flip.SHORT_EDGE: Name.DuplexFlipShortEdge}


def compiled(payload: str, names: tuple[str, ...], template: str = "cards.typ") -> bytes:
    """A payload as PDF/A-2a and PDF/UA-1, set in the fonts of some families. Raises typst.TypstError."""
    made = typst.compile(
        _TEMPLATE / template,
        root=_TEMPLATE,
        font_paths=fonts(names),
        ignore_system_fonts=True,
        sys_inputs={"payload": payload},
        pdf_standards=_STANDARDS,
        format="pdf",
    )
    assert isinstance(made, bytes)
    return made


def finished(data: bytes, language: str, sheet: Imposition | None = None) -> bytes:
    """A file with its whole language tag and, where it is for a sheet, how a printer is to take it and the bleed of its
    pages.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if _TAG.fullmatch(language):
            pdf.Root.Lang = pikepdf.String(language)
        if sheet:
            _told(pdf, sheet)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def _told(pdf: pikepdf.Pdf, sheet: Imposition) -> None:
    wishes = pdf.Root.ViewerPreferences
    wishes.PrintScaling = Name("/None")
    wishes.Duplex = _DUPLEX[sheet.flip]
    for page in pdf.pages if sheet.overhang else ():
        page.obj.BleedBox = _shrunk(page.mediabox, sheet.overhang - sheet.stock.bleed)


def _shrunk(box: pikepdf.Array, by: float) -> pikepdf.Array:
    """A box that is smaller by so many millimetres on all sides."""
    left, low, right, high = (float(edge) for edge in box)
    points = by / MM_PER_PT
    return pikepdf.Array([round(edge, 5) for edge in (left + points, low + points, right - points, high - points)])
