"""Runs of text in one language and one direction."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import groupby

from attrs import frozen

from coprod_content.text.scripts import foreign_languages, script_of

FIXED = "en-GB"
"""The language of the wording that coprod adds to files."""
_FROM_RIGHT = {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
_EAST_ASIAN = {"Hans", "Hant", "Hani", "Jpan", "Kore"}
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LEFT_TO_RIGHT_MARK = "\u200e"
_NUMBER = re.compile(r"\d+(?::\d+)?")
_SEPARATOR = re.compile(r"(\s*(?:[·“”„«»()\[\];,.?!–—|\"]|:(?!\d))+\s*)")


def is_english(tag: str) -> bool:
    """Return whether a language tag is for English, such as `en-GB`."""
    return tag.partition("-")[0].lower() == "en"


def runs_from_right(tag: str) -> bool:
    """Return whether a language is written from right to left."""
    return script_of(tag) in _FROM_RIGHT


def is_east_asian(tag: str) -> bool:
    """Return whether a language is written in Chinese, Japanese or Korean script."""
    return script_of(tag) in _EAST_ASIAN


def is_from_right(words: str, tag: str) -> bool:
    """Return whether a paragraph runs from right to left.

    `tag` is the language of the document. If that language is written from right to left, so is every paragraph.
    Otherwise, the paragraph's first letter decides, as in Unicode.
    """
    if runs_from_right(tag):
        return True
    return not words.isascii() and next(filter(None, map(_strength, words)), "L") == "R"


def has_letters_from_right(words: str) -> bool:
    """Return whether text contains a letter of a right-to-left script."""
    return not words.isascii() and any(_strength(character) == "R" for character in words)


def _strength(character: str) -> str:
    """Return a letter's direction, `L` or `R`, or "" for other characters."""
    class_ = unicodedata.bidirectional(character)
    return "L" if class_ == "L" else "R" if class_ in ("R", "AL") else ""


@frozen
class LanguageRun:
    """A piece of text in one language and one direction.

    `language` is empty if the piece is in the language of the document. `from_right` is true if the piece runs from
    right to left.
    """

    text: str
    language: str
    from_right: bool

    @property
    def embedded(self) -> str:
        """The text, with marks that keep its order in right-to-left paragraphs.

        Left-to-right text that starts or ends with a digit or punctuation mark gets a left-to-right mark there.
        """
        if self.from_right or not any(map(_strength, self.text)):
            return self.text
        before, after = (LEFT_TO_RIGHT_MARK * (_strength(self.text.strip()[end]) != "L") for end in (0, -1))
        return f"{before}{self.text}{after}"


def language_runs(words: str, tag: str, fixed: Container[str] = ()) -> tuple[LanguageRun, ...]:
    """Divide a paragraph into runs of one language and one direction.

    `tag` is the document's language. `fixed` contains phrases that are in English although the document is not, in the
    form that `phrases_in` yields. If the document's language is not written in Latin script, all words in Latin script
    count as English. Words in any other script that it does not use are taken to be in the language most often written
    in that script.
    """
    if words.isascii() and is_english(tag):
        return (LanguageRun(words, "", from_right=False),) if words else ()
    languages, directions = _languages(words, tag, fixed), _directions(words, from_right=is_from_right(words, tag))
    flags = [(language, right and language != FIXED) for language, right in zip(languages, directions, strict=True)]
    groups = groupby(zip(words, flags, strict=True), key=lambda pair: pair[1])
    return tuple(
        LanguageRun("".join(character for character, _ in group), language, from_right)
        for (language, from_right), group in groups
    )


def phrases_in(words: str) -> Iterator[str]:
    """Divide text into phrases at punctuation marks, and yield the phrases.

    Spaces at the ends of phrases are removed, and each number is replaced with `#`.
    """
    yield from filter(None, map(_phrase, _SEPARATOR.split(words)[::2]))


def _phrase(words: str) -> str:
    return _NUMBER.sub("#", " ".join(words.split()))


def _languages(words: str, tag: str, fixed: Container[str]) -> list[str]:
    """Return the language of each character, or "" for the document's language."""
    foreign = foreign_languages(words, tag)
    if is_english(tag):
        return foreign
    has_other_script = script_of(tag) != "Latn"
    english: list[bool | None] = []
    is_latin = False
    for at, piece in enumerate(_SEPARATOR.split(words)):
        is_fixed = not at % 2 and _phrase(piece) in fixed
        if is_fixed or not has_other_script:
            is_latin = is_fixed
            english += [None if at % 2 else is_fixed] * len(piece)
            continue
        for character in piece:
            is_latin = _is_latin(character) if _strength(character) else is_latin
            english.append(is_latin if _strength(character) else (is_latin and character.isdigit()) or None)
    is_whole = all(flag is not False for flag in english) and True in english
    filled = _filled(english, words, default=False, at_ends=is_whole)
    return [FIXED if flag else language for flag, language in zip(filled, foreign, strict=True)]


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN ")


def _directions(words: str, *, from_right: bool) -> list[bool]:
    """Return, for each character, whether it belongs to a right-to-left run.

    `from_right` is True if the paragraph runs from right to left. Digits after a left-to-right letter stay with it, as
    in the Unicode bidirectional algorithm.
    """
    flags: list[bool | None] = []
    last = from_right
    for character in words:
        strength = _strength(character)
        last = strength == "R" if strength else last
        is_number = unicodedata.bidirectional(character) == "EN" and not last
        flags.append(last if strength else False if is_number else None)
    return _filled(flags, words, default=from_right, at_ends=from_right)


def _filled(flags: list[bool | None], words: str, *, default: bool, at_ends: bool) -> list[bool]:
    """Replace each None in a list of flags with True or False.

    `flags` has a flag for each character of `words`. First, both brackets of a pair get the same flag. Then, between
    two equal flags, None becomes their value. Otherwise, it becomes `default`. The list is treated as if `at_ends` came
    before its first flag and after its last.
    """
    paired = _with_brackets_paired(flags, words, default=default, at_start=at_ends)
    groups = [(flag, len(tuple(group))) for flag, group in groupby(paired)]
    sides = [at_ends, *(flag for flag, _ in groups), at_ends]
    filled: list[bool] = []
    for (flag, count), left, right in zip(groups, sides, sides[2:], strict=False):
        known = flag if flag is not None else left if left == right else default
        filled += [bool(known)] * count
    return filled


def _with_brackets_paired(flags: list[bool | None], words: str, *, default: bool, at_start: bool) -> list[bool | None]:
    """Give both brackets of a pair the same flag.

    As in Unicode, this is `default`, unless everything inside the brackets and the last character before them have the
    opposite flag. Brackets keep their flags if every flag inside them is None. The list is treated as if `at_start`
    came before its first flag.
    """
    paired = list(flags)
    for pair in _BRACKETED.finditer(words):
        opening, closing = pair.start(), pair.end() - 1
        inside = {flag for flag in flags[opening + 1 : closing] if flag is not None}
        if inside:
            before = next((flag for flag in reversed(paired[:opening]) if flag is not None), at_start)
            paired[opening] = paired[closing] = default if default in inside else before
    return paired
