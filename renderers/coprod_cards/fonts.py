"""Fonts for cards, and checks for characters that no font contains.

PDF/UA forbids missing glyphs, so a character without a glyph is drawn as U+FFFD. `uncovered` returns these characters
so that the build can report them.
"""

import re
import unicodedata
from functools import lru_cache

import typst
from fontTools.ttLib import TTFont

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, words_of
from coprod_content.layout.font_problems import embedded_font
from coprod_content.text.installed_fonts import fontpkg

REPLACEMENT = "\ufffd"
_FALLBACK = "arimo"
_LINE_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")
_ASCII = re.compile("[ -~]*")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_FORBIDDEN = frozenset("\x00\ufeff\ufffe\uffff")


def families(brand: Brand) -> tuple[str, ...]:
    """Return the names of all installed font families, in fallback order.

    The brand's print font is first, then Arimo, then all others in alphabetical order. If the print font is not
    installed, Arimo is first, provided that its characters have the same widths. If they do not, UnknownFont is raised.
    """
    installed = fontpkg.families()
    first = [slug for slug in (fontpkg.slugify(embedded_font(brand.fonts.print)), _FALLBACK) if slug in installed]
    return tuple(installed[slug].name for slug in dict.fromkeys([*first, *sorted(installed)]))


@lru_cache(maxsize=8)
def font_files(names: tuple[str, ...]) -> typst.Fonts:
    """Return the fonts that Typst can use: those in `names` only."""
    folders = sorted({str(fontpkg.path(name, 400).parent) for name in names})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@lru_cache(maxsize=16_384)
def drawable(words: str, names: tuple[str, ...]) -> str:
    """Return `words`, with characters that cannot be drawn replaced.

    `names` contains the font families to draw with. Line breaks and tabs become ordinary spaces, as do other spaces
    that no font contains. Any other character becomes U+FFFD if no font contains it, if no font contains it together
    with the letter that it combines with, or if PDF/A forbids it. The length stays the same.
    """
    if _ASCII.fullmatch(words):
        return words
    drawn: list[str] = []
    coverage = able = tuple(_characters(name) for name in names)
    for character in _LINE_BREAKS.sub(" ", words):
        within = able if is_combining(character) and drawn else coverage
        having = tuple(covered for covered in within if ord(character) in covered)
        if character in _VARIATION_SELECTORS:
            drawn.append(character)
        elif having and not _is_forbidden(character):
            drawn.append(character)
            able = having
        else:
            drawn.append(" " if unicodedata.category(character) == "Zs" else REPLACEMENT)
            able = tuple(covered for covered in coverage if ord(REPLACEMENT) in covered)
    return "".join(drawn)


def word_fonts(words: str, names: tuple[str, ...]) -> list[str]:
    """Return the name of the font for each character of `words`.

    `names` contains the fonts to choose from. The first of them is the usual font, and is returned as an empty string.
    If the usual font lacks a character of a word, the whole word is set in the first font that has all its characters,
    if any. If it were set in several fonts, its letters would differ in style, and accents could be out of place.
    """
    found = [""] * len(words)
    for match in _WORD.finditer(words):
        if not match[0].isascii():
            found[match.start() : match.end()] = [_font_of(match[0], names)] * len(match[0])
    return found


@lru_cache(maxsize=16_384)
def _font_of(word: str, names: tuple[str, ...]) -> str:
    """Return the name of a font that can draw a whole word.

    The fonts in `names` are tried in order. Returns an empty string if the first of them can draw the word, or if none
    of them has all its characters.
    """
    needed = {ord(c) for c in word if unicodedata.category(c) != "Cf" and c not in _VARIATION_SELECTORS}
    found = next((name for name in names if needed <= _characters(name)), "")
    return "" if found == names[0] else found


def uncovered(document: Document, brand: Brand) -> str:
    """Return the characters in a document that will be drawn as U+FFFD.

    These are the characters that no installed font can draw, and those that PDF/A forbids. Each is returned once, in
    sorted order.
    """
    names = families(brand)
    written = {*words_of(document), document.title, document.imprint}
    words = {unicodedata.normalize("NFC", piece) for piece in written}
    lost = {
        character
        for piece in words
        for character, drawn in zip(piece, drawable(piece, names), strict=True)
        if drawn == REPLACEMENT != character
    }
    return "".join(sorted(lost))


def is_combining(character: str) -> bool:
    """Return whether a character combines with the one before it."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


def _is_forbidden(character: str) -> bool:
    """Return whether PDF/A forbids a character, such as a private-use character."""
    return character in _FORBIDDEN or unicodedata.category(character) == "Co"


@lru_cache(maxsize=64)
def _characters(name: str) -> frozenset[int]:
    with TTFont(fontpkg.path(name, 400), lazy=True) as font:
        return frozenset(font.getBestCmap())
