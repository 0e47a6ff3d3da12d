"""Rules for readable text, covering contrast and typed bullets."""

import re

from coprod_content.brand.contrast import LEAST_FOR_TEXT

_LEAST_FOR_LARGE_TEXT = 3.0
TYPED_BULLET = re.compile(r"\s*[-–—•*▪◦·‣][ \t\u00a0]")
"""Pattern for the start of a paragraph with a typed bullet."""


def least_contrast(size: float, *, bold: bool) -> float:
    """Return the minimum contrast ratio for `size`-point text (WCAG 2.2, 1.4.3)."""
    return _LEAST_FOR_LARGE_TEXT if size >= 18 or (size >= 14 and bold) else LEAST_FOR_TEXT


def ratio_in_words(ratio: float) -> str:
    """Return a contrast ratio as text, rounded down to two decimals."""
    return f"{int(ratio * 100) / 100:.2f}:1"
