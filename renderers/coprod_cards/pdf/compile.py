"""Compilation of a payload to PDF with Typst."""

from pathlib import Path

import typst

from coprod_cards.fonts import font_files

_TEMPLATES = Path(__file__).parents[1] / "template"
_STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]


def compiled_pdf(payload: str, font_names: tuple[str, ...], template: str = "cards.typ") -> bytes:
    """Compile a payload to PDF/A-2a and PDF/UA-1. Raises typst.TypstError."""
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
