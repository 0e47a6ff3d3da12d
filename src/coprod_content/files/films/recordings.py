"""Recordings of people: WAV files in the folder `voice` of a root."""

import wave
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen

from coprod_content.content.source import VOICE
from coprod_content.files.root_files import entries

SPOKEN_BY = "spoken-by.txt"
"""A file beside recordings that says who speaks in them."""
_NOTES = ("readme", "licence", "license")
_LOWEST_RATE, _BITS = 16_000, 16
_QUIET, _BLOCKS = 100, 10
"""The largest sample in a block of sound that counts as silent, and the number of blocks in a second."""
_LEAST_SOUND = 3
_COMPLETE, _UNKNOWN_SIZE = 0.99, 0x7FFF_0000
"""The smallest part of a complete file, and the size from which a program did not know how long it would record."""
SAVE = "Save it as a 16-bit WAV file, at 48,000 Hz, in mono or stereo."


@frozen
class Recording:
    """A recording in one or two channels, as 16-bit samples."""

    rate: int
    channels: int
    samples: bytes = field(repr=False)

    @property
    def seconds(self) -> float:
        """How long the recording lasts, in seconds."""
        return len(self.samples) / (self.rate * self.channels * 2)

    @property
    def is_silent(self) -> bool:
        """Whether less than 0.3 seconds of the recording can be heard."""
        block = self.rate * self.channels // _BLOCKS
        samples = memoryview(self.samples).cast("h")
        parts = (samples[at : at + block] for at in range(0, len(samples), block))
        return sum(max(part) > _QUIET or min(part) < -_QUIET for part in parts) < _LEAST_SOUND


class UnusableRecording(Exception):
    """Error for a recording that cannot be used.

    `what` is the problem, and `fix` says what to do.
    """

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}")


def recording_paths(roots: Iterable[Path]) -> dict[str, Path]:
    """Return the paths of the recordings in content roots, by name.

    The recordings are in the folder `voice` of each root. The name of a recording is its file name in lower case,
    without the ending. A recording in a later root replaces one with the same name in an earlier root.
    """
    paths = (path for root in roots for path in voice_files(root))
    return {path.stem.lower(): path for path in paths if path.suffix.lower() == ".wav"}


def voice_files(root: Path) -> Iterator[Path]:
    """Yield the files in a root that are meant to be recordings.

    These are all files in the folder `voice`, except notes about them.
    """
    folder = root / VOICE
    for path in entries(folder) if folder.is_dir() else ():
        if path.is_file() and path.name != SPOKEN_BY and path.stem.lower() not in _NOTES:
            yield path


def read_recording(path: Path) -> Recording:
    """Read a recording.

    Raises UnusableRecording if it cannot be opened, is not a suitable WAV file, or is silent.
    """
    try:
        with wave.open(str(path)) as file:
            rate, bits, channels = file.getframerate(), 8 * file.getsampwidth(), file.getnchannels()
            data = file.readframes(file.getnframes())
            listed = file.getnframes() * file.getsampwidth() * channels
    except (wave.Error, EOFError) as error:
        raise UnusableRecording("this is not a WAV file that can be read.", SAVE) from error
    except OSError as error:
        raise UnusableRecording(f"it cannot be opened: {error.strerror}.", "Check its permissions.") from error
    if rate < _LOWEST_RATE:
        what = f"it was recorded at {rate:,} Hz, which is too low to be clear."
        raise UnusableRecording(what, "Record it again at 48,000 Hz.")
    if bits != _BITS or channels > 2:
        what = f"it has {bits}-bit samples and {channels} {'channel' if channels == 1 else 'channels'}."
        raise UnusableRecording(what, SAVE)
    if len(data) < _COMPLETE * listed and listed < _UNKNOWN_SIZE:
        raise UnusableRecording("it ends before it should: part of the file is missing.", "Copy it again.")
    found = Recording(rate, channels, _native(data[: len(data) // (2 * channels) * 2 * channels]))
    if found.is_silent:
        raise UnusableRecording("nothing can be heard in it.", "Check the microphone, and record it again.")
    return found


def _native(data: bytes) -> bytes:
    """Return samples in the byte order of this computer."""
    samples = array("h", data)
    if memoryview(b"\1\0").cast("h")[0] != 1:
        samples.byteswap()
    return samples.tobytes()
