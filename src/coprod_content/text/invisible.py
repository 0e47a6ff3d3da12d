"""Find invisible characters, except those that words and emoji need."""

import re
import unicodedata

_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(n + 0xFFFE) + chr(n + 0xFFFF) for n in range(0x10000, 0x110000, 0x10000)
)
_INVISIBLE = re.compile(
    # Tag characters are valid in the flags of England, Scotland and Wales, and zero-width characters in some scripts.
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
    "|([\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    f"\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff{_NONCHARACTERS}]"
    "|(?<![\u0590-\U0010ffff])[\u200b-\u200d]|(?<![\u2801-\u28ff])\u2800(?![\u2801-\u28ff]))"
)
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"


def invisible_character(words: str) -> str:
    """Return the first invisible character that no word or emoji needs.

    Returns an empty string if there is none.
    """
    return next((match[1] for match in _INVISIBLE.finditer(words) if match[1]), "")


def without_invisible(words: str) -> str:
    """Return words with U+FFFD in place of unneeded invisible characters.

    Invisible characters that a word or emoji needs are kept.
    """
    return _INVISIBLE.sub(lambda match: "\ufffd" if match[1] else match[0], words)


def name_of(character: str) -> str:
    """Return the name of an invisible character, for use in a message."""
    name, code = unicodedata.name(character, "").lower(), f"U+{ord(character):04X}"
    if name:
        return f"invisible character {code} ({name})"
    kind = "noncharacter" if character in _NONCHARACTERS or "\ufdd0" <= character <= "\ufdef" else "invisible character"
    return f"{'control character' if unicodedata.category(character) == 'Cc' else kind} {code}"


def is_visible(character: str) -> bool:
    """Return whether a character can be seen."""
    return character not in _FILLERS and unicodedata.category(character)[0] not in "CMZ"
