"""Replace or drop characters that the voices cannot say."""

import re
import unicodedata

from coprod_voice.spoken_text import Sayings, as_spoken

_ADDRESS = re.compile(r"\b(?:https?://|www\.)([\w-]+(?:\.[\w-]+)+)(?:[/?#:][^\s()<>]*[\w/])?", re.IGNORECASE)
_RANGE = re.compile(r"\b([1-9]\d*)\s?–\s?(?=\d)")
_COMPARED = (re.compile(r"<(?=\s?\d)"), " less than "), (re.compile(r">(?=\s?\d)"), " more than ")
_BLANK = re.compile(r"_{2,}")
_DOTS = re.compile(r"\.{2,}")
_STROKE = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z]{1,2})(?: WITH .+)?")
_INSTEAD = str.maketrans(
    {"→": " to ", "↔": " and ", "•": " ", "·": ",", "−": "-", "‐": "-", "‑": "-", "ﬁ": "fi", "ﬂ": "fl"}
)
_LATIN_1 = 0x100
_SILENT = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me", "Sk", "Pd", "Pi", "Pf", "Ps", "Pe", "Po")
"""Unicode categories of characters that nobody expects to hear."""


def sayable(words: str, sayings: Sayings) -> str:
    """Return words that a voice can say.

    Words in `sayings` are replaced by how to say them, and web addresses by the name of the site. Accents that the
    voices do not know are dropped, and so are characters that they cannot say.
    """
    said = "".join(
        character if ord(character) < _LATIN_1 else _plain(character) for character in _prepared(words, sayings)
    )
    return " ".join(said.replace("\u00ad", "").split())


def unsayable(words: str, sayings: Sayings) -> str:
    """Return the characters that are left out of speech, each once.

    Characters that nobody expects to hear, such as brackets, are not included.
    """
    if words.isascii():
        return ""
    left = (each for each in _prepared(words, sayings) if ord(each) >= _LATIN_1 and not _plain(each))
    return "".join(dict.fromkeys(each for each in left if unicodedata.category(each) not in _SILENT))


def _prepared(words: str, sayings: Sayings) -> str:
    words = unicodedata.normalize("NFC", words).translate(_INSTEAD)
    for sign, said in _COMPARED:
        words = sign.sub(said, words)
    words = _ADDRESS.sub(lambda found: found[1].removeprefix("www.").replace(".", " dot "), words)
    words = _BLANK.sub(" blank ", _RANGE.sub(r"\1 to ", words))
    return _DOTS.sub(".", as_spoken(words, sayings))


def _plain(character: str) -> str:
    """Return a character as unaccented Latin letters or a digit, or ""."""
    base = unicodedata.normalize("NFKD", character)[0]
    if base.isascii() and base.isalnum():
        return base
    found = _STROKE.fullmatch(unicodedata.name(character, ""))
    return "" if not found else found[2] if found[1] == "CAPITAL" else found[2].lower()
