"""The scripts that languages are written in."""

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import groupby

_ASCII = bytes(range(128))
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

_USUAL = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "SYRIAC": "syr",
    "THAANA": "dv",
    "NKO": "nqo",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "TIBETAN": "bo",
}
"""The language that is most often written in each script."""
_TELLING = (
    ("ARABIC", "ckb", "ێۆەڕڵ"),
    ("ARABIC", "ps", "ټډړښځڅ"),
    ("ARABIC", "ur", "ٹڈڑںےۓ"),
    ("ARABIC", "fa", "پچژگ"),
    ("CYRILLIC", "uk", "ґєії"),
)
"""Letters that identify a language other than the one most often written in the script."""
_EAST_ASIAN = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko"}


def script_of(tag: str) -> str:
    """Return the script of a language tag, such as `Latn`.

    If the tag names no script, this is the script in which the language is usually written, or `Latn` if that is not
    known.
    """
    language, *others = tag.split("-")
    named = next((part.title() for part in others[:2] if len(part) == 4 and part.isalpha()), "")
    return named or _SCRIPT_OF.get(language.lower(), "Latn")


def is_in_script_of(letters: str, tag: str) -> bool:
    """Return whether a language is written in a script.

    `tag` is the language. `letters` is the first word of the Unicode names of the script's letters, such as `ARABIC`.
    The result is True if this script, or that of the language, is unknown.
    """
    expected = _LETTERS.get(script_of(tag), "").split()
    return letters in expected or not expected or not any(letters in names.split() for names in _LETTERS.values())


def not_ascii(text: bytes) -> str:
    """Return a UTF-8 text without its ASCII characters.

    Searching the few characters that are left is much faster than searching a whole text.
    """
    return text.translate(None, _ASCII).decode()


def usual_letters(words: str) -> str:
    """Return the most common script among the letters of a string.

    The result is the first word of the Unicode names of these letters, such as `ARABIC`. It is `LATIN` if there are no
    letters.
    """
    if words.isascii():
        return "LATIN"
    names = Counter(unicodedata.name(letter, "?").split()[0] for letter in words if letter.isalpha())
    return names.most_common(1)[0][0] if names else "LATIN"


def has_foreign_letters(words: str, tag: str) -> bool:
    """Return whether words have letters from a script foreign to a language.

    A script is foreign if the language `tag` does not use it. Latin letters never count as foreign.
    """
    if words.isascii():
        return False
    return any(_foreign_script(character, tag) for character in set(not_ascii(words.encode(errors="replace"))))


def foreign_languages(words: str, tag: str) -> list[str]:
    """Return the language of each character, or "" if not foreign.

    A letter is foreign if the language `tag` does not use its script. Latin letters never count as foreign. The
    language of a foreign letter is the one most often written in its script, unless letters in `words` identify
    another. Spaces and punctuation between letters of the same foreign script get the same language as those letters.
    """
    if not has_foreign_letters(words, tag):
        return [""] * len(words)
    scripts = [_foreign_script(c, tag) if c.isalpha() else "" if c.isalnum() and c.isascii() else None for c in words]
    groups = [(script, len(list(group))) for script, group in groupby(scripts)]
    found: list[str] = []
    for at, (script, count) in enumerate(groups):
        around = {each for each, _ in (groups[at - 1], groups[at + 1])} if 0 < at < len(groups) - 1 else {""}
        known = script if script is not None else around.pop() if len(around) == 1 else ""
        found += [_usual_language(known or "", words)] * count
    return found


@lru_cache(maxsize=4096)
def _foreign_script(character: str, tag: str) -> str:
    """Return the script of a foreign letter, or an empty string."""
    letters = unicodedata.name(character, "?").split()[0] if character.isalpha() else "LATIN"
    if letters == "LATIN" or is_in_script_of(letters, tag):
        return ""
    return "CJK" if letters in _EAST_ASIAN else letters


def _usual_language(script: str, words: str) -> str:
    if script == "CJK":
        names = {unicodedata.name(character, "?").split()[0] for character in words if not character.isascii()}
        return next((_EAST_ASIAN[name] for name in sorted(names & set(_EAST_ASIAN), reverse=True)), "zh")
    telling = (language for of, language, letters in _TELLING if of == script and set(letters) & set(words))
    return next(telling, _USUAL.get(script, ""))
