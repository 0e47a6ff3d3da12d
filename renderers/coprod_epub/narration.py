"""Read chapters aloud, and record when each element is said."""

from collections.abc import Iterator
from itertools import accumulate

from attrs import evolve, frozen

from coprod_content.document.document import Document
from coprod_content.text.sentences import with_full_stop
from coprod_epub.book_parts import BookImage, BookPart
from coprod_epub.spoken_elements import SpokenElement, spoken_page
from coprod_voice.audio_file import AudioTags, SpokenChapter, audio_file
from coprod_voice.sound import Sound, joined_sounds, silence
from coprod_voice.speaker import Speaker

_PAUSE, _AFTER_HEADING = 0.4, 0.8
_ENDING = ".m4a"


@frozen
class SpokenClip:
    """The id of an element, and when it is said.

    `start` and `end` are in seconds from the start of the chapter.
    """

    id: str
    start: float
    end: float


@frozen
class NarratedChapter:
    """A chapter with its sound, and a clip for each spoken element."""

    page: BookPart
    audio: BookImage
    clips: tuple[SpokenClip, ...]

    @property
    def overlay(self) -> str:
        """The name of the file with the clips."""
        return self.page.name.replace(".xhtml", ".smil")

    @property
    def seconds(self) -> float:
        """The length of the chapter's narration, in seconds."""
        return self.clips[-1].end


@frozen
class Narration:
    """The chapters that are read aloud, and the credit for the voice."""

    chapters: tuple[NarratedChapter, ...]
    narrator: str

    @property
    def seconds(self) -> float:
        """The length of the whole narration, in seconds."""
        return sum(each.seconds for each in self.chapters)


def narration(pages: tuple[BookPart, ...], document: Document) -> Narration:
    """Read chapters aloud.

    Chapters without words are left out. Raises SpeechProblem if the words cannot be spoken, and ModuleNotFoundError if
    the voices are not installed.
    """
    speaker = Speaker(document.language, document.sayings, document.fixed_phrases)
    return Narration(tuple(_narrated(pages, document, speaker)), speaker.credit)


def _narrated(pages: tuple[BookPart, ...], document: Document, speaker: Speaker) -> Iterator[NarratedChapter]:
    artist = document.publisher or document.author
    tags = AudioTags(title=document.title, artist=artist, language=document.language, date=document.date)
    for page in pages:
        spoken = spoken_page(page.text)
        if not spoken.elements:
            continue
        sounds = [_sound(each, speaker) for each in spoken.elements]
        times = [*accumulate((each.seconds for each in sounds), initial=0.0)]
        ends = zip(spoken.elements, times[:-1], times[1:], strict=True)
        data = audio_file((SpokenChapter(document.title, joined_sounds(sounds)),), tags)
        yield NarratedChapter(
            page=evolve(page, text=spoken.text),
            audio=BookImage(page.name.replace(".xhtml", _ENDING), "audio/mp4", data),
            clips=tuple(SpokenClip(element.id, start, end) for element, start, end in ends),
        )


def _sound(element: SpokenElement, speaker: Speaker) -> Sound:
    pause = _PAUSE if element.words.endswith((".", ":", ",", ";")) else _AFTER_HEADING
    return speaker.sound(with_full_stop(element.words), element.lead) + silence(pause)
