"""Write speech as M4A files with chapters."""

import io
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

import av
from attrs import frozen
from av.audio.stream import AudioStream
from av.packet import Packet

from coprod_voice.loudness import at_target
from coprod_voice.sound import RATE, Sound, audio_frame

BITS = 36_000
"""The bit rate of an audio file, in bits per second."""
_AAC = {"aac_coder": "fast", "flags": "+bitexact"}
_SAMPLES = 1024
"""The number of samples in a packet of AAC."""
_INDEX, _INDEX_OF_PACKET, _INDEX_OF_CHAPTER = 6_000, 6, 200
"""The space to reserve in the index for the file, for each packet and for each chapter, in bytes, excluding text."""
_LANGUAGES = {"en": "eng", "de": "deu", "es": "spa", "fr": "fra", "it": "ita"}


@frozen(kw_only=True)
class AudioTags:
    """The metadata of an audio file. `language` is a language tag."""

    title: str
    artist: str
    language: str
    date: str
    copyright: str = ""


@frozen
class SpokenChapter:
    """A stretch of speech with a title."""

    title: str
    sound: Sound


def audio_file(chapters: Iterable[SpokenChapter], tags: AudioTags) -> bytes:
    """Return chapters as the bytes of an M4A file.

    All chapters that are not silent are equally loud. The index is at the start of the file, so that playing can start
    before the whole file has been downloaded. The same chapters and tags give the same bytes.
    """
    out = io.BytesIO()
    with av.open(out, "w", format="ipod", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", RATE, _AAC, layout="mono")
        stream.bit_rate = BITS
        stream.metadata["language"] = _LANGUAGES.get(tags.language.lower().partition("-")[0], "und")
        marks: list[tuple[str, int]] = []
        packets = [*_packets(stream, chapters, marks)]
        ends = [*(start for _, start in marks[1:]), len(packets) * _SAMPLES]
        container.set_chapters(
            [_chapter(at, *mark, end) for at, (mark, end) in enumerate(zip(marks, ends, strict=True))]
        )
        container.metadata.update(_metadata(tags))
        words = 4 * sum(len(each.encode()) for each in (*(title for title, _ in marks), *container.metadata.values()))
        index = _INDEX + _INDEX_OF_PACKET * len(packets) + _INDEX_OF_CHAPTER * len(marks) + words
        container.options["moov_size"] = str(index)
        for packet in packets:
            container.mux(packet)
    return out.getvalue()


def _packets(
    stream: AudioStream, chapters: Iterable[SpokenChapter], marks: list[tuple[str, int]]
) -> Iterator["Packet[Any]"]:
    """Yield the packets of chapters.

    Each chapter's title and the number of its first sample are added to `marks`.
    """
    start = 0
    for chapter in chapters:
        samples = at_target(chapter.sound).samples
        marks.append((chapter.title, start))
        yield from stream.encode(audio_frame(samples, pts=start))
        start += len(samples) // 2
    yield from stream.encode(None)


def _chapter(at: int, title: str, start: int, end: int) -> Any:
    return {"id": at, "start": start, "end": end, "time_base": Fraction(1, RATE), "metadata": {"title": title}}


def _metadata(tags: AudioTags) -> dict[str, str]:
    found = {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.title,
        "date": tags.date,
        "genre": "Speech",
        "copyright": tags.copyright,
    }
    return {key: value for key, value in found.items() if value}
