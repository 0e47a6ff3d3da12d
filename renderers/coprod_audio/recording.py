"""Speak the script of a document."""

from collections.abc import Iterator

from coprod_audio.script import ScriptChapter, script
from coprod_content.document.document import Document
from coprod_voice.audio_file import AudioTags, SpokenChapter, audio_file
from coprod_voice.sound import joined_sounds, silence
from coprod_voice.speaker import Speaker


def recorded(document: Document) -> bytes:
    """Return a document as speech: the bytes of an M4A file.

    Raises SpeechProblem if the document cannot be spoken, and ModuleNotFoundError if the voices are not installed.
    """
    speaker = Speaker(document.language, document.sayings, document.fixed_phrases)
    tags = AudioTags(
        title=document.title,
        artist=document.publisher or document.author,
        language=document.language,
        date=document.date,
        copyright=document.licence,
    )
    return audio_file(_chapters(script(document, speaker.credit), speaker), tags)


def _chapters(chapters: tuple[ScriptChapter, ...], speaker: Speaker) -> Iterator[SpokenChapter]:
    for chapter in chapters:
        parts = (
            part for each in chapter.passages for part in (speaker.sound(each.words, each.lead), silence(each.pause))
        )
        yield SpokenChapter(chapter.title, joined_sounds(parts))
