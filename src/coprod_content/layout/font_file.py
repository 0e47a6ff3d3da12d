"""The widths of a font file's characters, kept between runs."""

import hashlib
import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import field, frozen

from coprod_content.files.cache.kept_bytes import KeptBytes


@frozen(eq=False)
class FontFile:
    """The measurements of a font file in one weight.

    `natural` is the line height at single spacing, and `descent` how far letters reach below the baseline. All lengths
    are multiples of the type size.
    """

    natural: float
    descent: float
    _widths: dict[int, float] = field(repr=False)

    @property
    def covered(self) -> frozenset[int]:
        """The code points that the font has."""
        return frozenset(self._widths)

    def width(self, character: str) -> float | None:
        """Return a character's width, or None if it is missing."""
        return self._widths.get(ord(character))


def font_file(path: Path, *, bold: bool) -> FontFile:
    """Return the measurements of a font file.

    A variable font is measured in its regular or bold weight. Reading a large font takes a tenth of a second, so the
    measurements are kept in the cache folder.
    """
    data = path.read_bytes()
    kept = KeptBytes("font", (hashlib.sha256(data).hexdigest(), "bold" if bold else "regular"))
    with suppress(ValueError, TypeError):  # the entry is not ours
        natural, descent, points, widths = json.loads(kept.read() or b"")
        return FontFile(float(natural), float(descent), dict(zip(points, map(float, widths), strict=True)))
    found = _measured(data, bold=bold)
    points, widths = tuple(found._widths), tuple(found._widths.values())
    kept.write(json.dumps((found.natural, found.descent, points, widths), separators=(",", ":")).encode())
    return found


def _measured(data: bytes, *, bold: bool) -> FontFile:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True)
    font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])  # glyph names are slow to read
    advances, lines, em = font["hmtx"].metrics, font["hhea"], font["head"].unitsPerEm
    delta = _bold_delta(font) if bold and "fvar" in font else lambda _: 0.0
    widths = {point: float((advances[glyph][0] + delta(glyph)) / em) for point, glyph in font.getBestCmap().items()}
    natural = float((lines.ascent - lines.descent + lines.lineGap) / em)
    return FontFile(natural, float(-lines.descent / em), widths)


def _bold_delta(font: Any) -> Callable[[str], float]:  # fontTools has no types
    """Return a function that measures how much wider a bold glyph is.

    The function takes the name of a glyph in a variable font, and returns font units. The `varLib` of fontTools could
    be used instead, but importing it takes longer than reading the font.
    """
    table, axes = font["HVAR"].table, [axis.axisTag for axis in font["fvar"].axes]
    reached = [
        all(
            not peak.PeakCoord or (tag == "wght" and peak.PeakCoord == 1)
            for tag, peak in zip(axes, region, strict=True)
        )
        for region in (each.VarRegionAxis for each in table.VarStore.VarRegionList.Region)
    ]
    mapping = table.AdvWidthMap.mapping if table.AdvWidthMap else {}

    def delta(glyph: str) -> float:
        outer, inner = divmod(mapping.get(glyph, font.getGlyphID(glyph)), 1 << 16)
        if outer >= len(table.VarStore.VarData):
            return 0.0  # the glyph's width does not change
        data = table.VarStore.VarData[outer]
        changes = zip(data.Item[inner], data.VarRegionIndex, strict=True)
        return float(sum(change for change, region in changes if reached[region]))

    return delta
