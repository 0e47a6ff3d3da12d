"""Sound in memory, and filters on it."""

from collections.abc import Iterable
from fractions import Fraction

import av
from attrs import field, frozen
from av.audio.frame import AudioFrame
from av.filter import Graph

RATE = 48_000
"""The sample rate of all sound, in hertz."""
_WIDTH = 2


@frozen
class Sound:
    """Sound in one channel: 16-bit samples, 48,000 a second."""

    samples: bytes = field(default=b"", repr=False)

    @property
    def seconds(self) -> float:
        """The length of the sound, in seconds."""
        return len(self.samples) / (_WIDTH * RATE)

    def __add__(self, other: "Sound") -> "Sound":
        return Sound(self.samples + other.samples)

    def lasting(self, seconds: float) -> "Sound":
        """Return the sound, cut or padded with silence to last `seconds`."""
        size = _WIDTH * round(seconds * RATE)
        return Sound(self.samples[:size].ljust(size, b"\0"))


def silence(seconds: float) -> Sound:
    """Return silence that lasts `seconds`, or empty sound if `seconds` is negative."""
    return Sound().lasting(max(0.0, seconds))


def joined_sounds(sounds: Iterable[Sound]) -> Sound:
    """Return sounds joined one after another."""
    return Sound(b"".join(each.samples for each in sounds))


def audio_frame(samples: bytes, rate: int = RATE, pts: int = 0) -> AudioFrame:
    """Return 16-bit samples as a frame for PyAV.

    `rate` is in hertz, and `pts` is the number of samples before the frame.
    """
    frame = AudioFrame(format="s16", layout="mono", samples=len(samples) // _WIDTH)
    frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), pts
    frame.planes[0].update(samples)
    return frame


def filtered_frames(frames: Iterable[AudioFrame], *filters: tuple[str, str]) -> tuple[AudioFrame, ...]:
    """Return frames that have passed through FFmpeg's filters.

    Each filter is given as its name and its options.
    """
    graph, first = Graph(), None
    made: list[AudioFrame] = []
    for frame in (*frames, None):
        if frame and first is None:
            first = frame
            source = graph.add_abuffer(
                format=frame.format.name, layout=frame.layout.name, sample_rate=frame.rate, time_base=frame.time_base
            )
            graph.link_nodes(source, *(graph.add(*each) for each in filters), graph.add("abuffersink")).configure()
        if first is None:
            return ()
        graph.push(frame)
        made += _pulled(graph)
    return tuple(made)


def _pulled(graph: Graph) -> Iterable[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        assert isinstance(frame, AudioFrame)
        yield frame


def sound_of(frames: Iterable[AudioFrame], *filters: tuple[str, str]) -> Sound:
    """Return the sound of frames, passed through any FFmpeg filters in `filters`."""
    ours = ("aresample", str(RATE)), ("aformat", "sample_fmts=s16:channel_layouts=mono")
    made = filtered_frames(frames, *filters, *ours)
    return Sound(b"".join(bytes(frame.planes[0])[: frame.samples * _WIDTH] for frame in made))
