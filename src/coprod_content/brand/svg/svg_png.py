"""Convert SVG drawings to PNG pictures."""

from functools import lru_cache

from coprod_content.files.pictures.picture_files import UnusablePicture

DRAWING_FIX = "Export it again as a plain SVG with all pictures embedded, or save it as PNG."
"""Advice on a drawing that cannot be used."""


def drawn_png(svg: str, width: float, height: float) -> bytes:
    """Return a PNG picture of a drawing, `width` pixels wide. Raises UnusablePicture."""
    import resvg_py

    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=round(width),
            height=round(height),
            skip_system_fonts=True,
            font_files=list(_fonts()),
            font_family="Arimo",
            sans_serif_family="Arimo",
            serif_family="Arimo",
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust library is not an Exception
        raise UnusablePicture("is not a drawing that can be read.", DRAWING_FIX) from error


@lru_cache(maxsize=1)
def drawn_characters() -> frozenset[int]:
    """Return the code points of the characters that drawings can show."""
    from fontTools.ttLib import TTFont

    with TTFont(_fonts()[0], lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, ...]:
    from coprod_content.text.installed_fonts import fontpkg

    return tuple(dict.fromkeys(str(fontpkg.path("arimo", weight)) for weight in (400, 700)))
