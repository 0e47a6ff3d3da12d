"""Recordings of people, which replace the computer voice."""

from collections.abc import Iterable
from pathlib import Path

from coprod_content.content.source import display_path
from coprod_content.files.films.recordings import SPOKEN_BY, UnusableRecording, read_recording
from coprod_film.film_problem import FilmProblem
from coprod_voice.sound import Sound, audio_frame, sound_of


def people_in(paths: Iterable[Path]) -> str:
    """Return the names of the people in recordings.

    `paths` are the paths of the recordings. The names are read from a text file in the same folder as the recordings.
    If there is no such file, an empty string is returned.
    """
    files = dict.fromkeys(path.parent / SPOKEN_BY for path in paths)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in files if path.is_file())
    return ", ".join(filter(None, (" ".join(text.split()) for text in texts)))


def recording(path: Path) -> Sound:
    """Read a recording. Raises FilmProblem if it cannot be used."""
    try:
        found = read_recording(path)
    except UnusableRecording as problem:
        raise FilmProblem(f"{display_path(path)}: {problem}") from problem
    return sound_of((audio_frame(_in_one_channel(found.samples, found.channels), found.rate),))


def _in_one_channel(data: bytes, channels: int) -> bytes:
    """Return 16-bit samples in one channel: the mean of two, if necessary."""
    if channels == 1:
        return data
    samples = memoryview(data).cast("h")
    mean = ((left + right) // 2 for left, right in zip(samples[::2], samples[1::2], strict=True))
    return b"".join(each.to_bytes(2, "little", signed=True) for each in mean)
