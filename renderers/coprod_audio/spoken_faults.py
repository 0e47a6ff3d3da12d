"""Faults that a document has when it is spoken."""

import sys
from collections.abc import Iterator

from coprod_audio.script import ScriptChapter, has_words, script
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.findings.fault import Fault
from coprod_content.text.missing_glyphs import listed_characters
from coprod_voice.sayable_text import unsayable
from coprod_voice.voice_languages import CREDIT, SPOKEN_LANGUAGES, pico_name

_LONG, _WORDS_A_MINUTE, _MEGABYTES_A_MINUTE = 60, 150, 0.3


def spoken_faults(document: Document, _: Brand) -> tuple[Fault, ...]:
    """Return the faults of a document that is to be spoken.

    They are a language or a computer without a voice, no words, signs that cannot be said, and a great length.
    """
    if not pico_name(document.language):
        what = f"no voice speaks the language '{document.language}'."
        return (Fault(code="no-voice", what=what, fix=f"Choose another format. The voices speak {SPOKEN_LANGUAGES}."),)
    if sys.platform == "darwin":
        fix = "Make audio on a computer with Windows or Linux."
        return (Fault(code="no-voice", what="there is no voice for macOS.", fix=fix),)
    if not has_words(document):
        return (Fault(code="no-words", what=f"'{document.title}' has no text to speak, only titles."),)
    chapters = script(document, CREDIT)
    return (*_unsaid(chapters, document), *_length(chapters))


def _unsaid(chapters: tuple[ScriptChapter, ...], document: Document) -> Iterator[Fault]:
    """Yield a fault for each passage with signs that cannot be said."""
    known: set[str] = set()
    for chapter in chapters:
        for passage in chapter.passages:
            signs = "".join(each for each in unsayable(passage.words, document.sayings) if each not in known)
            if signs:
                known.update(signs)
                yield Fault(
                    code="unspoken",
                    what=f"the voice cannot say {listed_characters(signs)}, so they are left out of the audio.",
                    words=_around(signs[0], passage.words),
                    heading=chapter.title,
                    spot=f"under '{chapter.title}'",
                )


def _around(sign: str, words: str) -> str:
    """Return the piece of text without spaces that contains a sign."""
    return next((each for each in words.split() if sign in each), sign)


def _length(chapters: tuple[ScriptChapter, ...]) -> Iterator[Fault]:
    words = sum(len(each.words.split()) + len(each.lead.split()) for chapter in chapters for each in chapter.passages)
    minutes = round(words / _WORDS_A_MINUTE)
    if minutes >= _LONG:
        size = round(minutes * _MEGABYTES_A_MINUTE)
        yield Fault(code="long-audio", what=f"it takes about {minutes} minutes to listen to, and about {size} MB.")
