"""Shots as encoded video, which can be stored and joined."""

import struct
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate
from typing import Any

import av
from attrs import evolve, frozen
from av.codec.context import CodecContext
from av.container.output import OutputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream

from coprod_film.pictures.painter import FilmFrame
from coprod_film.timing.schedule import TICKS

_X264 = {
    "preset": "veryfast",
    "tune": "animation",
    "bf": "0",
    "crf": "28",
    "threads": "1",
    "flags": "+bitexact",
    "profile": "high",
}
_VP9 = {"crf": "36", "b": "0", "deadline": "good", "cpu-used": "4", "row-mt": "0", "threads": "1", "flags": "+bitexact"}
_CODECS = {"mp4": ("libx264", _X264), "webm": ("libvpx-vp9", _VP9)}
_OWN_HEADERS = "+bitexact+global_header"
"""Flags for a codec that keeps its headers apart from the pictures."""
_BT709 = 1
_TICK = Fraction(1, TICKS)
_HEAD = struct.Struct(">II?I")


@frozen
class VideoPacket:
    """An encoded picture, shown from the tick `tick` for `ticks` ticks."""

    tick: int
    ticks: int
    is_key: bool
    data: bytes


@frozen
class ShotVideo:
    """A shot as encoded pictures.

    The shot lasts `ticks` ticks. Its first picture can be decoded without any other.
    """

    ticks: int
    packets: tuple[VideoPacket, ...]

    def lasting(self, ticks: int) -> "ShotVideo":
        """Return the shot, cut to its first `ticks` ticks.

        If the shot is shorter, its last picture is shown for longer instead.
        """
        kept = [each for each in self.packets if each.tick < ticks]
        kept[-1] = evolve(kept[-1], ticks=ticks - kept[-1].tick)
        return ShotVideo(ticks, tuple(kept))

    def __bytes__(self) -> bytes:
        """Return the shot as bytes, from which `shot_video` restores it."""
        packets = (_HEAD.pack(each.tick, each.ticks, each.is_key, len(each.data)) + each.data for each in self.packets)
        return struct.pack(">I", self.ticks) + b"".join(packets)


def shot_video(data: bytes) -> ShotVideo:
    """Return the shot whose bytes are `data`."""
    (ticks,), at, packets = struct.unpack_from(">I", data), 4, []
    while at < len(data):
        tick, lasts, is_key, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        packets.append(VideoPacket(tick, lasts, is_key, data[at : at + size]))
        at += size
    return ShotVideo(ticks, tuple(packets))


def encoded_shot(frames: Iterable[FilmFrame], ticks: int, height: int, container: str) -> ShotVideo:
    """Return frames as an encoded shot that lasts `ticks` ticks.

    The ticks of the frames are counted from the beginning of the shot.
    """
    codec, options = _CODECS[container]
    encoder = CodecContext.create(codec, "w")
    assert isinstance(encoder, VideoCodecContext)
    encoder.options = {**options, "flags": _OWN_HEADERS} if container == "mp4" else options
    _set_up(encoder, height)
    times: list[int] = []
    packets: list[Packet[Any]] = []
    for each in frames:
        frame = VideoFrame.from_image(each.picture)  # type: ignore[no-untyped-call]  # PyAV has no type for pictures
        frame = frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
        frame.pts, frame.time_base, frame.pict_type = each.tick, _TICK, PictureType.NONE
        times.append(each.tick)
        packets += encoder.encode(frame)
    packets += encoder.encode(None)
    until = dict(zip(times, (*times[1:], ticks), strict=True))
    made = ((round((each.pts or 0) * each.time_base * TICKS), each) for each in packets)
    return ShotVideo(
        ticks, tuple(VideoPacket(tick, until[tick] - tick, each.is_keyframe, bytes(each)) for tick, each in made)
    )


def video_stream(out: OutputContainer, height: int, container: str) -> VideoStream:
    """Add a video stream for a film to `out`, and return it.

    `height` is the height of the pictures in pixels.
    """
    codec, options = _CODECS[container]
    stream = out.add_stream(codec, TICKS, options)
    assert isinstance(stream, VideoStream)
    _set_up(stream.codec_context, height)
    return stream


def _set_up(context: VideoCodecContext, height: int) -> None:
    context.width, context.height, context.pix_fmt = height * 16 // 9, height, "yuv420p"
    context.framerate = Fraction(TICKS)
    context.time_base, context.thread_count, context.gop_size = _TICK, 1, 20 * TICKS
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = 1


def video_packets(stream: VideoStream, shots: Iterable[ShotVideo]) -> Iterator["Packet[Any]"]:
    """Yield the packets of shots that follow one another in a film."""
    shots = tuple(shots)
    for shot, start in zip(shots, accumulate((each.ticks for each in shots), initial=0), strict=False):
        for each in shot.packets:
            packet = av.Packet(each.data)
            packet.stream, packet.time_base = stream, _TICK
            packet.pts = packet.dts = start + each.tick
            packet.duration, packet.is_keyframe = each.ticks, each.is_key
            yield packet
