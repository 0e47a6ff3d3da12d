"""A picture of a brand's colours, with their names and contrasts."""

from collections.abc import Iterator
from html import escape

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.contrast import contrast
from coprod_content.brand.svg.svg_png import drawn_png

_WIDTH, _HEIGHT, _MARGIN = 1200, 980, 40
_GROUNDS = ("paper", "tint")
_TEXT_ROLES = ("ink", "muted", "brand", "dark")


def palette_proof(brand: Brand) -> bytes:
    """Return a PNG picture of a brand's colours.

    It shows text in each colour on the backgrounds where it is used, and the six themes side by side, with the
    contrast of each pair.
    """
    shapes = "".join(_shapes(brand))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="Arimo">{shapes}</svg>'
    return drawn_png(svg, _WIDTH, _HEIGHT)


def _shapes(brand: Brand) -> Iterator[str]:
    palette, ink = brand.palette, brand.palette.ink
    yield _box(0, 0, _WIDTH, _HEIGHT, palette.paper)
    yield _box(0, 0, _WIDTH, 110, palette.dark)
    yield _box(_MARGIN, 88, 90, 6, palette.sun)
    yield _words(
        _MARGIN, 66, _shortened(brand.organisation.name if brand.organisation else brand.name), 38, palette.paper
    )
    for column, ground in enumerate(_GROUNDS):
        left = _MARGIN + column * 570
        yield _box(left, 140, 550, 270, brand.colour(ground), palette.line)
        yield _words(left + 20, 178, f"On {ground} {brand.colour(ground)}", 22, ink)
        for row, role in enumerate(_TEXT_ROLES):
            colour = brand.colour(role)
            yield _words(
                left + 20, 226 + row * 48, f"{role} {colour} · {_ratio(colour, brand.colour(ground))}", 28, colour
            )
    for column, role in enumerate(("brand", "dark")):
        colour, left = brand.colour(role), _MARGIN + column * 380
        yield _box(left, 440, 360, 90, colour)
        yield _words(left + 20, 495, f"White on {role} · {_ratio(palette.paper, colour)}", 24, palette.paper)
    yield _box(800, 440, 360, 90, palette.sun)
    yield _words(820, 495, f"Ink on sun {palette.sun} · {_ratio(ink, palette.sun)}", 22, ink)
    yield _words(_MARGIN, 590, "The six themes", 28, ink)
    for number, role in enumerate(THEME_ROLES):
        colour, left = brand.colour(role), _MARGIN + number * 188
        yield _box(left, 612, 180, 200, colour)
        yield _words(left + 16, 700, str(number + 1), 64, palette.paper)
        yield _words(left + 16, 748, colour, 24, palette.paper)
        yield _words(left + 16, 786, _ratio(palette.paper, colour), 24, palette.paper)
        yield _words(left, 852, f"on tint {_ratio(colour, palette.tint)}", 20, colour)
    yield _words(_MARGIN, 930, "Text needs a contrast of 4.5:1 or more. Every pair above has it.", 22, palette.muted)


def _ratio(one: str, other: str) -> str:
    return f"{contrast(one, other):.1f}:1"


def _shortened(words: str) -> str:
    return words if len(words) <= 56 else f"{words[:55]}…"


def _box(x: int, y: int, width: int, height: int, fill: str, line: str = "none") -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{line}"/>'


def _words(x: int, y: int, words: str, size: int, fill: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="bold" fill="{fill}">{escape(words)}</text>'
