"""Bleed boxes and printer settings, which Typst does not write."""

import io
import re

import pikepdf
from pikepdf import Name, ObjectStreamMode

from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content.layout.font_metrics import MM_PER_PT

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_DUPLEX = {Flip.LONG_EDGE: Name.DuplexFlipLongEdge, Flip.SHORT_EDGE: Name.DuplexFlipShortEdge}


def with_print_settings(data: bytes, language: str, imposition: Imposition | None = None) -> bytes:
    """Add a language tag, printer settings and bleed boxes to a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if _LANGUAGE_TAG.fullmatch(language):
            pdf.Root.Lang = pikepdf.String(language)
        if imposition:
            pdf.Root.ViewerPreferences.PrintScaling = Name("/None")
            pdf.Root.ViewerPreferences.Duplex = _DUPLEX[imposition.flip]
            for page in pdf.pages if imposition.overhang else ():
                page.obj.BleedBox = _inset(page.mediabox, imposition.overhang - imposition.stock.bleed)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def _inset(box: pikepdf.Array, millimetres: float) -> pikepdf.Array:
    left, low, right, high = (float(edge) for edge in box)
    points = millimetres / MM_PER_PT
    return pikepdf.Array([round(edge, 5) for edge in (left + points, low + points, right - points, high - points)])
