"""Read documents aloud."""

from coprod_audio.script import script
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.findings.fault import Fault
from coprod_voice.speech_faults import SpokenWords, speech_faults
from coprod_voice.voice_languages import CREDIT


def render(document: Document, _: Brand) -> bytes:
    """Return a document as speech, in an M4A file with chapters.

    Raises SpeechProblem if the document cannot be spoken, and ModuleNotFoundError if the voices are not installed.
    """
    from coprod_audio.recording import recorded  # needs the extra `audio`

    return recorded(document)


def spoken_faults(document: Document, _: Brand) -> tuple[Fault, ...]:
    """Return the faults that would occur when a document is spoken."""
    chapters = script(document, CREDIT)
    passages = ((f"{each.lead} {each.words}", chapter.title) for chapter in chapters for each in chapter.passages)
    return speech_faults(document, (SpokenWords(words, title) for words, title in passages))
