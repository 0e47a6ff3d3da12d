"""Check recordings of people who speak in films."""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.files.films.recordings import SAVE, UnusableRecording, read_recording, voice_files
from coprod_content.files.root_files import path_finding
from coprod_content.findings.finding import Finding, nearest
from coprod_content.text.spans import plain, text_of

TITLE, END = "title", "end"
"""The names of the first and the last part of a film."""
DESCRIPTION = "-description"
"""The ending of the name of a recording that describes a scene."""
_FASTEST = 300
"""The fastest speech that anyone can follow, in words a minute."""
_PAUSES = 3
"""The seconds to allow for the pauses in a scene."""


def recording_names(film: Film) -> dict[str, int]:
    """Return the parts of a film that can be recorded.

    A recording is named with the film's id, a hyphen and one of the returned keys. Each value is the number of words to
    say, or 0 if the words are not in the film's storyboard.
    """
    names = {TITLE: 0, END: 0, f"{TITLE}{DESCRIPTION}": 0, f"{END}{DESCRIPTION}": 0}
    for at, scene in enumerate(film.scenes, start=1):
        names[str(at)] = len(plain(text_of(scene.narration)).split())
        names[f"{at}{DESCRIPTION}"] = len(scene.alt.split())
    return names


def recording_findings(roots: Iterable[Path], library: Library) -> Iterator[Finding]:
    """Yield findings about recordings that are unusable, or that no film uses."""
    films = library.films.values()
    words = {f"{film.id}-{name}": count for film in films for name, count in recording_names(film).items()}
    lasts = {f"{film.id}-{at}": scene.seconds for film in films for at, scene in enumerate(film.scenes, start=1)}
    for path in (path for root in roots for path in voice_files(root)):
        name = path.stem.lower()
        if path.suffix.lower() != ".wav":
            yield path_finding(path, "recording-name", "this file is not read.", SAVE, "warning")
        elif name not in words:
            close = nearest(name, words)
            fix = close or "Name it after a film and the number of a scene, such as starting-small-1.wav."
            yield path_finding(path, "recording-name", "no film has a scene with this name.", fix, "warning")
        else:
            yield from _unusable(path, words[name], lasts.get(name))


def _unusable(path: Path, words: int, scene: int | None) -> Iterator[Finding]:
    """Yield findings about a recording of a number of words.

    `scene` is how long the scene lasts in the storyboard, in seconds, or None for another part of a film.
    """
    try:
        seconds = read_recording(path).seconds
    except UnusableRecording as problem:
        yield path_finding(path, "recording", problem.what, problem.fix)
        return
    if words > seconds * _FASTEST / 60:
        what = f"it lasts {seconds:.1f} seconds, which is too short for the {words} words of the scene."
        yield path_finding(path, "recording", what, "Record the scene again, to its end.")
    elif scene is not None and seconds > scene:
        what = (
            f"it lasts {seconds:.1f} seconds, but the scene lasts {scene}, so the film is longer than its storyboard."
        )
        fix = f"Cut silence from the recording, or write `seconds: {math.ceil(seconds) + _PAUSES}` in the scene."
        yield path_finding(path, "fast-narration", what, fix, "warning")
