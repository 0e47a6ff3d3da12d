"""The scripts that languages are written in."""

import unicodedata
from collections import Counter

_LANGUAGES = {
    "Arab": "ar bal bqi ckb fa glk ks lrc mzn pnb prs ps sd skr ug ur",
    "Hebr": "he iw ji yi",
    "Nkoo": "nqo",
    "Syrc": "aii arc syr",
    "Thaa": "dv",
    "Jpan": "ja",
    "Hans": "wuu yue zh",
    "Kore": "ko",
    "Cyrl": "ba be bg cv kk ky mk mn os ru sah sr tg tt uk",
    "Grek": "el",
    "Armn": "hy",
    "Geor": "ka",
    "Ethi": "am ti",
    "Deva": "bho hi mai mr ne sa",
    "Beng": "as bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Thai": "th",
    "Laoo": "lo",
    "Khmr": "km",
    "Mymr": "my",
    "Tibt": "bo dz",
}
_LETTERS = {
    "Latn": "LATIN",
    "Arab": "ARABIC",
    "Hebr": "HEBREW",
    "Nkoo": "NKO",
    "Syrc": "SYRIAC",
    "Thaa": "THAANA",
    "Jpan": "CJK HIRAGANA KATAKANA",
    "Hans": "CJK",
    "Hant": "CJK",
    "Kore": "HANGUL CJK",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Armn": "ARMENIAN",
    "Geor": "GEORGIAN",
    "Ethi": "ETHIOPIC",
    "Deva": "DEVANAGARI",
    "Beng": "BENGALI",
    "Guru": "GURMUKHI",
    "Gujr": "GUJARATI",
    "Orya": "ORIYA",
    "Taml": "TAMIL",
    "Telu": "TELUGU",
    "Knda": "KANNADA",
    "Mlym": "MALAYALAM",
    "Sinh": "SINHALA",
    "Thai": "THAI",
    "Laoo": "LAO",
    "Khmr": "KHMER",
    "Mymr": "MYANMAR",
    "Tibt": "TIBETAN",
}
"""The words with which the Unicode names of each script's letters begin."""
_SCRIPT_OF = {language: script for script, languages in _LANGUAGES.items() for language in languages.split()}


def script_of(tag: str) -> str:
    """Return the script of a language tag, such as `Latn`.

    If the tag names no script, this is the script in which the language is usually written.
    """
    language, *others = tag.split("-")
    named = next((part.title() for part in others[:2] if len(part) == 4 and part.isalpha()), "")
    return named or _SCRIPT_OF.get(language.lower(), "Latn")


def is_in_script_of(letters: str, tag: str) -> bool:
    """Return whether a language is written in a script.

    `letters` is the first word of the Unicode names of the script's letters, such as `ARABIC`. If the script is
    unknown, or the language's script is, the result is true.
    """
    expected = _LETTERS.get(script_of(tag), "").split()
    return letters in expected or not expected or not any(letters in names.split() for names in _LETTERS.values())


def usual_letters(words: str) -> str:
    """Return the script of most letters in a text.

    The result is the first word of their Unicode names, such as `ARABIC`.
    """
    if words.isascii():
        return "LATIN"
    names = Counter(unicodedata.name(letter, "?").split()[0] for letter in words if letter.isalpha())
    return names.most_common(1)[0][0] if names else "LATIN"
