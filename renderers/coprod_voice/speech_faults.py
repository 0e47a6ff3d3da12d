"""Find the faults of a document that is to be spoken."""

import sys
from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_content.document.blocks import Figure, Photograph, block_texts
from coprod_content.document.document import Document
from coprod_content.findings.fault import Fault
from coprod_content.text.spans import plain
from coprod_voice.sayable_text import unsayable
from coprod_voice.spoken_text import Sayings
from coprod_voice.voice_languages import SPOKEN_LANGUAGES, pico_name

_MOST_SHOWN = 2
_SHORT = 2
"""Up to this length, in characters, a word is too short to be found in the content."""
_LONG, _WORDS_A_MINUTE, _MEGABYTES_A_MINUTE = 60, 150, 0.3


@frozen
class SpokenWords:
    """Words that are to be spoken, and the heading above them."""

    words: str
    heading: str


def speech_faults(document: Document, spoken: Iterable[SpokenWords]) -> tuple[Fault, ...]:
    """Return the faults of a document that is to be spoken.

    The faults are a language or operating system without a voice, a document with only titles, characters that cannot
    be said, and audio that lasts about an hour or more. `spoken` contains everything that is said, in order.
    """
    if not pico_name(document.language):
        what = f"no voice speaks the language '{document.language}'."
        return (Fault(code="no-voice", what=what, fix=f"Choose another format. The voices speak {SPOKEN_LANGUAGES}."),)
    if sys.platform == "darwin":
        fix = "Make audio on a computer with Windows or Linux."
        return (Fault(code="no-voice", what="there is no voice for macOS.", fix=fix),)
    if not any(each.words.strip() for each in words_below_titles(document)):
        return (Fault(code="no-words", what=f"'{document.title}' has no text to speak, only titles."),)
    passages = tuple(spoken)
    return (*unsaid(passages, document.sayings), *_length(passages, document.title))


def words_below_titles(document: Document) -> Iterator[SpokenWords]:
    """Yield the words of blocks and notes, including alternative text."""
    for _, section in document.walk():
        for block in (*section.blocks, *section.notes):
            if isinstance(block, Figure | Photograph):
                yield SpokenWords(block.alt, section.title)
            yield from (SpokenWords(plain(text), section.title) for text in block_texts(block))


def unsaid(spoken: Iterable[SpokenWords], sayings: Sayings) -> Iterator[Fault]:
    """Yield a fault for each passage with unsayable characters not reported before."""
    known: set[str] = set()
    for each in spoken:
        signs = "".join(sign for sign in unsayable(each.words, sayings) if sign not in known)
        if signs:
            known.update(signs)
            pieces = tuple(dict.fromkeys(map(_bare, filter(set(signs).intersection, each.words.split()))))
            yield Fault(
                code="unspoken",
                what=f"the voice cannot say the characters in {_listed(pieces)}, and leaves them out.",
                words=pieces[0] if len(pieces[0]) > _SHORT else _around(pieces[0], each.words),
                heading=each.heading,
                spot=f"under '{each.heading}'",
            )


def _around(piece: str, words: str) -> str:
    """Return a piece of text with the words beside it."""
    several = words.split()
    at = [*map(_bare, several)].index(piece)
    return _bare(" ".join(several[max(0, at - 1) : at + 2]))


def _bare(piece: str) -> str:
    return piece.strip(".,;:!?()“”‘’'\"")


def _listed(pieces: tuple[str, ...]) -> str:
    shown, more = [f"'{each}'" for each in pieces[:_MOST_SHOWN]], len(pieces) - _MOST_SHOWN
    if more > 0:
        return f"{', '.join(shown)} and {more} more word{'s' if more > 1 else ''}"
    return " and ".join(shown)


def _length(spoken: tuple[SpokenWords, ...], title: str) -> Iterator[Fault]:
    minutes = round(sum(len(each.words.split()) for each in spoken) / _WORDS_A_MINUTE)
    if minutes >= _LONG:
        size = round(minutes * _MEGABYTES_A_MINUTE)
        what = f"the audio of '{title}' lasts about {minutes} minutes and takes up about {size} MB."
        yield Fault(code="long-audio", what=what)
