"""Rules for readable text: least contrast and typed bullets."""

import re

from coprod_content.brand.contrast import LEAST_FOR_TEXT

_LEAST_FOR_LARGE_TEXT = 3.0
TYPED_BULLET = re.compile(r"\s*[-–—•*▪◦·‣][ \t\u00a0]")
"""The start of a paragraph whose bullet was typed."""


def least_contrast(size: float, *, bold: bool) -> float:
    """Return the least contrast ratio of text (WCAG 2.2, 1.4.3)."""
    return _LEAST_FOR_LARGE_TEXT if size >= 18 or (size >= 14 and bold) else LEAST_FOR_TEXT


def ratio_in_words(ratio: float) -> str:
    """Return a contrast ratio rounded down: 4.499 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}:1"
