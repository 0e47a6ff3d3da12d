"""Make films: their files, captions, poster and list of files."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.findings.finding import Finding
from coprod_film.film_studio import FilmStudio
from coprod_film.options import FilmOptions
from coprod_film.timing.schedule import soundtrack
from coprod_film.timing.webvtt import webvtt
from coprod_voice.loudness import loudness

DESCRIBED = "-described"


@frozen
class FilmFiles:
    """The files of a film, with its length and loudness.

    `files` contains each file's name and bytes. `seconds` is the length of the film, and `loudness` is the loudness of
    its narration in LUFS. `unspoken` contains findings about characters that the voice cannot say.
    """

    files: tuple[tuple[str, bytes], ...]
    seconds: float
    loudness: float
    unspoken: tuple[Finding, ...] = ()


def make_film(
    film: Film, library: Library, brand: Brand, options: FilmOptions, recordings: Mapping[str, Path] | None = None
) -> FilmFiles:
    """Make a film and its other files.

    The other files are the described film, captions for both films, a poster and a list of the files. `recordings` maps
    the names of recordings to their paths. Raises FilmProblem if the film cannot be spoken, or if there is no room for
    temporary files.
    """
    studio = FilmStudio(film=film, library=library, brand=brand, options=options, recordings=recordings or {})
    files = [(f"{film.id}.{each}", studio.film_file(each, described=False)) for each in options.formats]
    files += [(f"{film.id}{DESCRIBED}.{each}", studio.film_file(each, described=True)) for each in options.formats]
    files.append((f"{film.id}-captions.vtt", webvtt(studio.captions[False])))
    files.append((f"{film.id}{DESCRIBED}-captions.vtt", webvtt(studio.captions[True])))
    files.append((f"{film.id}-poster.png", studio.poster))
    timed = studio.timed[False]
    loud = loudness(soundtrack(timed, with_asides=False))
    listed = _listed(studio, dict(files), loud)
    files.append((f"{film.id}-film.json", (json.dumps(listed, ensure_ascii=False, indent=2) + "\n").encode()))
    return FilmFiles(tuple(files), sum(each.seconds for each in timed), loud, studio.unspoken)


def _listed(studio: FilmStudio, files: Mapping[str, bytes], loud: float) -> dict[str, Any]:
    """Return the data for the file that lists a film's files."""
    versions = {"film": studio.timed[False], "described": studio.timed[True]}
    return {
        "id": studio.film.id,
        "title": studio.film.title,
        "storyboard": studio.film.storyboard_hash,
        "language": studio.document.language,
        "spoken": studio.spoken[-1].shot.narration[0],
        "loudness": round(loud, 1),
        "files": {name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()},
        **{
            name: {
                "seconds": round(sum(each.seconds for each in shots), 3),
                "scenes": [{"title": each.spoken.shot.caption, "start": round(each.start, 3)} for each in shots],
            }
            for name, shots in versions.items()
        },
    }
