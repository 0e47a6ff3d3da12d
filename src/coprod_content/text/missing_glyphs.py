"""Advice about characters that are missing from the installed fonts."""

import unicodedata

_PACKAGES = {
    "ARABIC": "fontpkg-noto-sans-arabic",
    "BENGALI": "fontpkg-hind-siliguri",
    "DEVANAGARI": "fontpkg-noto-sans-devanagari",
    "KHMER": "fontpkg-noto-sans-khmer",
    "TAMIL": "fontpkg-noto-sans-tamil",
    "TELUGU": "fontpkg-noto-sans-telugu",
    "THAI": "fontpkg-noto-sans-thai",
}
_EAST_ASIAN = {"BOPOMOFO", "CJK", "FULLWIDTH", "HALFWIDTH", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA"}


def glyph_advice(characters: str) -> str:
    """Return advice on how to deal with characters missing from the fonts."""
    scripts = {unicodedata.name(character, "").split(" ")[0] for character in characters}
    packages = sorted(_PACKAGES[script] for script in scripts if script in _PACKAGES)
    if packages and scripts <= set(_PACKAGES):
        return f"Install the font{'s' if len(packages) > 1 else ''}: pip install {' '.join(packages)}"
    if scripts & _EAST_ASIAN:
        way_out = "To make all files except PDFs, use `coprod pack --allow-findings`."
        return f"No font package that coprod can use has Chinese, Japanese or Korean characters. {way_out}"
    return "Install a font package (fontpkg-…) with these characters, or write the text without them."


def listed_characters(characters: str) -> str:
    """Return a list of characters as text, such as `'漢' (U+6F22)`.

    After the first five, the text only says how many more there are.
    """
    shown = ", ".join(f"'{c}' (U+{ord(c):04X})" if c.isprintable() else f"U+{ord(c):04X}" for c in characters[:5])
    return shown if len(characters) <= 5 else f"{shown} and {len(characters) - 5} more"
