"""The faces of a document: how wide its letters are, and how far they reach up and down."""

from functools import lru_cache

from attrs import frozen

from coprod_builder.sheets.setting import Letters
from coprod_content.layout.font_metrics import FontMetrics, UnknownFont, font_metrics

_STAND_IN = "Arial"
_SYMBOLS = (0.928, 0.236)
"""Ascent and descent, as parts of the type size, of the font that has the signs that others lack: DejaVu Sans."""


@frozen(eq=False)
class Faces:
    """The face of the theme; letters in a font that is not installed are as high as symbols."""

    face: FontMetrics

    @classmethod
    def of(cls, family: str) -> "Faces":
        """The faces of a document in a font; those of Arial where its metrics are not installed."""
        return cls(_installed(family) or font_metrics(_STAND_IN))

    def heights(self, letters: Letters) -> tuple[float, float]:
        """How far a line of letters reaches above and below what they stand on."""
        found = _installed(letters.font) if letters.font else self.face
        up, down = (found.natural - found.descent, found.descent) if found else _SYMBOLS
        return up * letters.size, down * letters.size


@lru_cache(maxsize=16)
def _installed(family: str) -> FontMetrics | None:
    try:
        return font_metrics(family)
    except UnknownFont:
        return None
