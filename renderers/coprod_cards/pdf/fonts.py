"""Glyphs: the fonts that cards are set in, and what becomes of characters that none of them has.

PDF/UA forbids a file that draws a missing glyph. So a character that no installed font has is drawn as U+FFFD, and
`uncovered` says which these are, for whoever builds the cards to report.
"""

import re
import unicodedata
from functools import lru_cache

import fontpkg
import typst
from fontTools.ttLib import TTFont

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, words_of

STAND_IN = "\ufffd"
_FALLBACK = "arimo"
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_PLAIN = re.compile("[ -~]*")
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_REFUSED = frozenset("\x00\ufeff\ufffe\uffff")


def families(brand: Brand) -> tuple[str, ...]:
    """The names of the fonts in the order in which they are tried: the brand's, Arimo, then any other font package."""
    installed = fontpkg.families()
    first = [slug for slug in (fontpkg.slugify(brand.fonts.print), _FALLBACK) if slug in installed]
    return tuple(installed[slug].name for slug in dict.fromkeys([*first, *sorted(installed)]))


@lru_cache(maxsize=8)
def fonts(names: tuple[str, ...]) -> typst.Fonts:
    """The files of some font families, and no others."""
    folders = sorted({str(fontpkg.path(name, 400).parent) for name in names})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@lru_cache(maxsize=16_384)
def drawable(words: str, names: tuple[str, ...]) -> str:
    """Words as the fonts can draw them: breaks become spaces, and what no font has becomes U+FFFD."""
    if _PLAIN.fullmatch(words):
        return words
    drawn: list[str] = []
    able = _coverage(names)
    for character in _BREAKS.sub(" ", words):
        within = able if joins(character) and drawn else _coverage(names)
        having = tuple(covered for covered in within if ord(character) in covered)
        if _is_ignored(character):
            drawn.append(character)
        elif having and not _is_forbidden(character):
            drawn.append(character)
            able = having
        else:
            drawn.append(" " if unicodedata.category(character) == "Zs" else STAND_IN)
            able = tuple(covered for covered in _coverage(names) if ord(STAND_IN) in covered)
    return "".join(drawn)


def uncovered(document: Document, brand: Brand) -> str:
    """The characters of a document that cards show as U+FFFD because no installed font has them, each once."""
    names = families(brand)
    words = {*words_of(document), document.title, document.imprint}
    lost = {
        character
        for piece in words
        for character, drawn in zip(piece, drawable(piece, names), strict=True)
        if drawn == STAND_IN != character
    }
    return "".join(sorted(lost))


def joins(character: str) -> bool:
    """Whether a character is drawn together with the one before it, so that both have to be in one font."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


def _is_ignored(character: str) -> bool:
    return character in _SELECTORS


def _is_forbidden(character: str) -> bool:
    """Whether PDF/A forbids a character: private use, and those that are none."""
    return character in _REFUSED or unicodedata.category(character) == "Co"


@lru_cache(maxsize=8)
def _coverage(names: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """The characters that each font has."""
    return tuple(_characters(name) for name in names)


def _characters(name: str) -> frozenset[int]:
    with TTFont(fontpkg.path(name, 400), lazy=True) as font:
        return frozenset(font.getBestCmap())
