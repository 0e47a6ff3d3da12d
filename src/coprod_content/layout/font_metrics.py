"""Font metrics, for measuring the width of text and counting its lines.

A width is the sum of the character widths in the font. Kerning is ignored. It mostly moves letters closer together, so
the text as printed is seldom wider. Lengths are in millimetres and type sizes in points.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Protocol

from attrs import field, frozen

from coprod_content.layout.font_file import FontFile, font_file
from coprod_content.layout.known_fonts import StandIn, UnknownFont, advice_on_font, is_installed, stand_in
from coprod_content.text.spans import Text

MM_PER_PT = 25.4 / 72
_PIECE = re.compile("[ \t\n]+|[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*|[\u2010\u2013\u2014-]+")
_WITH_HYPHENS = re.compile("[ \t\n]+|[^ \t\n\u2010\u2013\u2014]+[\u2010\u2013\u2014]*|[\u2010\u2013\u2014]+")
_ARABIC = 0.7  # in ems; more than the average width of Arabic letters, most of which are joined


@frozen(cache_hash=True)
class TextStyle:
    """The type size, weight and spacing of text.

    `size` and `after`, the space after a paragraph, are in points. `line`, the line height, is a multiple of `size`.
    """

    size: float
    line: float = 1.2
    after: float = 0.0
    strong: bool = False

    @property
    def line_mm(self) -> float:
        """The line height in millimetres."""
        return self.size * self.line * MM_PER_PT

    @property
    def after_mm(self) -> float:
        """The space after a paragraph in millimetres."""
        return self.after * MM_PER_PT


@frozen(eq=False)
class FontMetrics:
    """The metrics of a font family in regular and bold weights.

    `natural` is the line height at single spacing and `descent` how far letters reach below the baseline, both as
    multiples of the type size. `covered` is the set of code points in the font. `regular` and `bold` measure strings.
    """

    family: str
    natural: float
    descent: float
    covered: frozenset[int] = field(repr=False)
    regular: "Widths" = field(repr=False)
    bold: "Widths" = field(repr=False)

    @property
    def alternatives(self) -> tuple["FontMetrics", ...]:
        """The metrics of each font that the text could be shown in."""
        return (self,)

    def width(self, words: str, type_: TextStyle, *, strong: bool = False) -> float:
        """Return the width of a string set on one line, in millimetres."""
        widths = self.bold if strong or type_.strong else self.regular
        return widths.of(words) * type_.size * MM_PER_PT

    @lru_cache(maxsize=65_536)  # noqa: B019  # there are few fonts, and they live as long as the program
    def lines(self, text: Text, width: float, type_: TextStyle, *, break_hyphens: bool = True) -> int:
        """Return the number of lines that text fills at a given width.

        `width` is in millimetres. Lines break at spaces and dashes, at hyphens if `break_hyphens` is true, between
        Chinese, Japanese and Korean characters, and inside words that are too long.
        """
        width = max(width / (type_.size * MM_PER_PT), 1.0)  # from here on, the unit is the type size
        lines, used, gap = 1, 0.0, 0.0
        for piece, space in self._pieces(text, type_.strong, _PIECE if break_hyphens else _WITH_HYPHENS):
            if space:
                gap = piece
                continue
            if used and used + gap + piece > width:
                lines, used, gap = lines + 1, 0.0, 0.0
            used += gap + piece
            gap = 0.0
            while used > width:
                lines, used = lines + 1, used - width + 0.5
        return lines

    @lru_cache(maxsize=16_384)  # noqa: B019  # as above; the same text is tried in several sizes
    def _pieces(self, text: Text, strong: bool, pattern: re.Pattern[str]) -> list[tuple[float, bool]]:
        """Return each piece's width and whether it is a space.

        Lines can break between pieces. The widths are multiples of the type size.
        """
        pieces: list[tuple[float, bool]] = []
        breakable = True
        ends = "\u2010\u2013\u2014-" if pattern is _PIECE else "\u2010\u2013\u2014"
        for span in text:
            width_of = self.bold.of if strong or span.strong else self.regular.of
            for match in pattern.finditer(f"[{span.text}]" if span.citation else span.text):
                piece = match[0]
                space = piece[0] in " \t\n"
                if not space and len(piece) > 1 and _has_wide(piece):
                    pieces += [(width_of(c), False) for c in piece]
                else:
                    before = 0.0 if space or breakable else pieces.pop()[0]
                    pieces.append((before + width_of(piece), space))
                breakable = space or piece[-1] in ends
        return pieces

    def missing(self, words: str) -> str:
        """Return the characters in a string that the font lacks, each once.

        Spaces and unprintable characters are left out.
        """
        return "".join(sorted({c for c in words if ord(c) not in self.covered and c.isprintable() and c != " "}))


def _has_wide(piece: str) -> bool:
    return not piece.isascii() and any(unicodedata.east_asian_width(c) in "WF" for c in piece)


class Widths(Protocol):
    """Widths of strings in one weight, as multiples of the type size."""

    of: Callable[[str], float]


class _Widths:
    """Character widths in one weight, with estimates for missing characters."""

    def __init__(self, font: FontFile, instead: StandIn) -> None:
        self._font, self._instead = font, instead
        character = cache(self._measured)
        self.of: Callable[[str], float] = lru_cache(maxsize=65_536)(lambda words: sum(map(character, words)))

    def _measured(self, character: str) -> float:
        own = self._font.width(character)
        if own is not None:
            return self._instead.fixed if own and self._instead.fixed else own * self._instead.scale
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
            return 0.0
        if unicodedata.bidirectional(character) == "AL":
            return _ARABIC
        wide, symbol = unicodedata.east_asian_width(character) in "WF", unicodedata.category(character) == "So"
        return 1.3 if wide and symbol else 1.0


@lru_cache(maxsize=8)
def font_metrics(family: str) -> FontMetrics:
    """Return the metrics of a font family.

    A font that is not installed but has a StandIn, such as Arial, is measured in Arimo. Raises UnknownFont for any
    other font that is not installed.
    """
    from coprod_content.text.installed_fonts import fontpkg

    instead = None if is_installed(family) else stand_in(family)
    name = "arimo" if instead else family
    try:
        regular, bold = (fontpkg.path(name, weight, nearest=True) for weight in (400, 700))
    except fontpkg.FontpkgError as error:
        raise UnknownFont(f"The font '{family}' is not installed. {advice_on_font(family)}") from error
    instead = instead or StandIn()
    thin, thick = font_file(regular, bold=False), font_file(bold, bold=True)
    widths = _Widths(thin, instead), _Widths(thick, instead)
    return FontMetrics(family, instead.line or thin.natural, thin.descent, thin.covered, *widths)
