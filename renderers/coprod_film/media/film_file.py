"""Write films as MP4 or WebM files."""

import errno
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import av
from attrs import frozen
from av.audio.stream import AudioStream
from av.container.output import OutputContainer
from av.packet import Packet
from av.stream import Disposition
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import SubtitleSet

from coprod_film.film_problem import FilmProblem
from coprod_film.media.shot_video import ShotVideo, video_packets, video_stream
from coprod_film.timing.captions import Caption
from coprod_voice.sound import RATE, Sound, audio_frame

_BITEXACT = {"fflags": "+bitexact"}
_MP4 = {**_BITEXACT, "movflags": "+faststart"}
_AAC = {"aac_coder": "fast", "flags": "+bitexact"}
_OPUS = {"application": "voip", "flags": "+bitexact"}
_AUDIO_BITS = {"mp4": 30_000, "webm": 24_000}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MILLISECOND = Fraction(1, 1000)
_ASS = b"""[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


@frozen(kw_only=True)
class AudioTrack:
    """An audio track of a film.

    If `described` is true, the track is marked for players as one for people who cannot see the picture.
    """

    title: str
    sound: Sound
    described: bool = False


@frozen(kw_only=True)
class FilmTracks:
    """The parts of a film file, apart from the pictures.

    `language` is a three-letter language code, such as `eng`. `height` is the height of the pictures in pixels.
    """

    title: str
    language: str
    height: int
    audio: tuple[AudioTrack, ...]
    captions: tuple[Caption, ...] = ()


def film_file(tracks: FilmTracks, shots: Iterable[ShotVideo], container: str) -> bytes:
    """Return a film as the bytes of a file.

    `container` is `mp4` or `webm`. The same arguments give the same bytes. Raises FilmProblem if there is no room for
    temporary files.
    """
    try:
        with TemporaryDirectory(prefix="coprod-film-") as folder:
            path = Path(folder) / f"film.{container}"
            with av.open(path, "w", options=_MP4 if container == "mp4" else _BITEXACT) as out:
                _write(out, tracks, shots, container)
            return path.read_bytes()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        disk = Path(gettempdir()).anchor
        raise FilmProblem(
            f"The disk {disk} has no room for temporary files. Free some space, and try again."
        ) from error


def _write(out: OutputContainer, tracks: FilmTracks, shots: Iterable[ShotVideo], container: str) -> None:
    out.metadata["title"] = tracks.title
    video = video_stream(out, tracks.height, container)
    audio = [_audio_stream(out, track, tracks.language, container) for track in tracks.audio]
    text = _text_stream(out, tracks.language) if container == "mp4" and tracks.captions else None
    out.start_encoding()
    packets = [*video_packets(video, shots)]
    for stream, track in zip(audio, tracks.audio, strict=True):
        packets += stream.encode(audio_frame(track.sound.samples))
        packets += stream.encode(None)
    packets += _text_packets(text, tracks.captions) if text else ()
    for packet in sorted(packets, key=_time):
        out.mux(packet)


def _time(packet: "Packet[Any]") -> Fraction:
    return (packet.dts or 0) * packet.time_base


def _audio_stream(out: OutputContainer, track: AudioTrack, language: str, container: str) -> AudioStream:
    codec, options = ("aac", _AAC) if container == "mp4" else ("libopus", _OPUS)
    stream = out.add_stream(codec, RATE, options, layout="mono")
    assert isinstance(stream, AudioStream)
    stream.bit_rate = _AUDIO_BITS[container]
    stream.metadata["language"] = language
    stream.metadata["title" if container == "webm" else "handler_name"] = track.title
    stream.disposition = Disposition.visual_impaired if track.described else Disposition.default
    return stream


def _text_stream(out: OutputContainer, language: str) -> SubtitleStream:
    stream = out.add_stream("mov_text")
    stream.codec_context.subtitle_header = _ASS
    stream.codec_context.time_base = stream.time_base = _MILLISECOND
    stream.metadata["language"] = language
    return stream


def _text_packets(stream: SubtitleStream, captions: tuple[Caption, ...]) -> Iterator["Packet[Any]"]:
    for caption in captions:
        start, length = round(caption.start * 1000), round((caption.end - caption.start) * 1000)
        words = r"\N".join(caption.lines).replace("{", "(").replace("}", ")")  # braces would be read as commands
        packet = stream.codec_context.encode_subtitle(
            SubtitleSet.create(b"0,0,Default,,0,0,0,," + words.encode(), 0, length, start)
        )
        packet.stream, packet.time_base = stream, _MILLISECOND
        packet.pts = packet.dts = start
        packet.duration = length
        yield packet
