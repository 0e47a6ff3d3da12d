"""Font metrics for Office files.

Word and PowerPoint files can contain a font, but some programs ignore it and show Arial instead. Text must fit in
either.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from attrs import field, frozen

from coprod_content.layout.font_metrics import FontMetrics, TextStyle, Widths, font_metrics
from coprod_content.layout.known_fonts import OFFICE_FALLBACK, UnknownFont, is_office_font
from coprod_content.text.spans import Text


@frozen(eq=False)
class OfficeMetrics(FontMetrics):
    """The metrics of a font and of Arial, which can replace it.

    A computer that lacks the font uses Arial instead, so text is measured in both and the larger result is returned.
    Arial also replaces the font in words with characters that the font lacks. Text with such words is measured
    character by character, each in whichever of the two fonts is wider for it.
    """

    _fonts: tuple[FontMetrics, ...] = field(repr=False)
    _mixed: FontMetrics = field(repr=False)

    @classmethod
    def of(cls, own: FontMetrics, arial: FontMetrics) -> "OfficeMetrics":
        """Return the combined metrics of a font and of Arial."""
        natural, descent = max(own.natural, arial.natural), max(own.descent, arial.descent)
        thin, thick = _WiderWidths(own.regular, arial.regular), _WiderWidths(own.bold, arial.bold)
        mixed = FontMetrics(own.family, natural, descent, own.covered | arial.covered, thin, thick)
        return cls(own.family, natural, descent, mixed.covered, own.regular, own.bold, (own, arial), mixed)

    @property
    def alternatives(self) -> tuple[FontMetrics, ...]:
        """The metrics of the font and of Arial."""
        return self._fonts

    def width(self, words: str, type_: TextStyle, *, strong: bool = False) -> float:
        """Return the width of a string in the wider font, in millimetres."""
        return max(font.width(words, type_, strong=strong) for font in self._used(words))

    @lru_cache(maxsize=65_536)  # noqa: B019  # as in FontMetrics
    def lines(self, text: Text, width: float, type_: TextStyle, *, break_hyphens: bool = True) -> int:
        """Return the number of lines in whichever font needs more."""
        fonts = self._used("".join([span.text for span in text]))
        return max(font.lines(text, width, type_, break_hyphens=break_hyphens) for font in fonts)

    def _used(self, words: str) -> tuple[FontMetrics, ...]:
        return self._fonts if words.isascii() or not self._fonts[0].missing(words) else (self._mixed,)


class _WiderWidths:
    """The width of each character in the wider of two fonts."""

    def __init__(self, own: Widths, other: Widths) -> None:
        character = cache(lambda each: max(own.of(each), other.of(each)))
        self.of: Callable[[str], float] = lru_cache(maxsize=16_384)(lambda words: sum(map(character, words)))


@lru_cache(maxsize=8)
def office_metrics(family: str) -> FontMetrics:
    """Return the metrics of a font family for Office files.

    A computer may lack a font that Office does not include, so text in it must fit in Arial too. Raises UnknownFont if
    the font is not installed and cannot be measured in another.
    """
    own = font_metrics(family)
    return own if is_office_font(family) else OfficeMetrics.of(own, font_metrics(OFFICE_FALLBACK))


def usual_share(family: str, usual: float) -> float:
    """Return the factor that reduces a font's single spacing to `usual`.

    `usual` is the line height to reach, as a multiple of the type size. The factor is 1 if the font's line height at
    single spacing is not larger than that, or is unknown.
    """
    try:
        return min(1.0, usual / office_metrics(family).natural)
    except UnknownFont:
        return 1.0
