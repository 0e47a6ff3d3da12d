"""Recordings of people, which take the place of a voice."""

import wave
from collections.abc import Iterable, Iterator
from pathlib import Path

from coprod_content.content.library import Library
from coprod_content.content.source import VOICE, display_path
from coprod_film.film_problem import FilmProblem
from coprod_film.shots import END, TITLE
from coprod_voice.loudness import SILENT, loudness
from coprod_voice.sound import Sound, audio_frame, sound_of

DESCRIPTION = "-description"
"""Ends the name of a recording of a description."""
SPOKEN_BY = "spoken-by.txt"
"""A file beside recordings that says who speaks in them."""
_LOWEST_RATE, _BITS = 16_000, 16
_SAVE = "Save it as a WAV file with 16 bits, at 48,000 Hz, in mono or stereo."
_NOTES = ("readme", "licence", "license")


def recording_paths(roots: Iterable[Path]) -> dict[str, Path]:
    """Return the recordings in content roots.

    They are in the folder `voice`, and are returned by their names without ending. Those of later roots replace those
    of earlier ones.
    """
    folders = (root / VOICE for root in roots)
    paths = (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    return {path.stem.lower(): path for path in paths if path.is_file() and path.suffix.lower() == ".wav"}


def shot_names(library: Library) -> Iterator[str]:
    """Yield the names that recordings of films can have."""
    for film in library.films.values():
        for shot in (TITLE, *(str(at) for at in range(1, len(film.scenes) + 1)), END):
            yield from (f"{film.id}-{shot}", f"{film.id}-{shot}{DESCRIPTION}")


def unused_files(roots: Iterable[Path], names: Iterable[str]) -> Iterator[str]:
    """Yield a message about each file that no film uses.

    The files are those in the `voice` folders of content roots. `names` contains the names that recordings can have.
    """
    known = {*names}
    for folder in (root / VOICE for root in roots):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith(".") or path.name == SPOKEN_BY or path.stem.lower() in _NOTES:
                continue
            if path.suffix.lower() != ".wav":
                yield f"{display_path(path)}: this file is not read. {_SAVE}"
            elif path.stem.lower() not in known:
                yield (
                    f"{display_path(path)}: no film has a scene with this name. Name it after a film and the number of "
                    "a scene, such as starting-small-1.wav."
                )


def people_in(paths: Iterable[Path]) -> str:
    """Return the names of the people in recordings.

    They are in a file beside the recordings. Without one, the result is an empty string.
    """
    files = dict.fromkeys(path.parent / SPOKEN_BY for path in paths)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in files if path.is_file())
    return ", ".join(filter(None, (" ".join(text.split()) for text in texts)))


def recording(path: Path) -> Sound:
    """Read a recording. Raises FilmProblem."""
    shown = display_path(path)
    try:
        with wave.open(str(path)) as file:
            rate, bits, channels = file.getframerate(), 8 * file.getsampwidth(), file.getnchannels()
            data = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise FilmProblem(f"{shown}: this is not a WAV file that can be read. {_SAVE}") from error
    if rate < _LOWEST_RATE:
        raise FilmProblem(
            f"{shown}: it was recorded at {rate:,} Hz, which is too low to be clear. Record it again at 48,000 Hz."
        )
    if bits != _BITS or channels > 2:
        raise FilmProblem(f"{shown}: it has {bits} bits and {channels} channels. {_SAVE}")
    sound = sound_of((audio_frame(_in_one_channel(data, channels), rate),)) if data else Sound()
    if loudness(sound) <= SILENT:
        raise FilmProblem(f"{shown}: nothing can be heard in it. Check the microphone, and record it again.")
    return sound


def _in_one_channel(data: bytes, channels: int) -> bytes:
    """Return the samples of the mean of two channels."""
    if channels == 1:
        return data[: len(data) // 2 * 2]
    samples = memoryview(data[: len(data) // 4 * 4]).cast("h")
    mean = ((left + right) // 2 for left, right in zip(samples[::2], samples[1::2], strict=True))
    return b"".join(each.to_bytes(2, "little", signed=True) for each in mean)
