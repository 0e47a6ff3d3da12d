"""Films that `coprod film` has made, to play on the site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.files.films.made_films import ListedFilm, incomplete, listed_films

FOLDER = "media"
"""The folder of the site for the files of films."""
_TYPES = {"webm": "video/webm", "mp4": "video/mp4"}
_TRANSCRIPTS = ("html", "docx")


@frozen(kw_only=True)
class FilmVersion:
    """A film as it is, or with descriptions.

    `sources` contains each file's name and media type. `captions` is the text of the WebVTT file `captions_file`.
    `starts` contains the times, in seconds, at which the title, each scene and the end begin.
    """

    sources: tuple[tuple[str, str], ...]
    captions_file: str
    captions: str
    starts: tuple[float, ...]


@frozen(kw_only=True)
class MadeFilm:
    """The files of a film, with the data for its page.

    `files` contains each file's name and bytes. `spoken` is a sentence that says who speaks in the film. `film` is the
    film as it is, and `described` is the film with descriptions. `poster` and `transcripts` are names of files.
    """

    id: str
    files: tuple[tuple[str, bytes], ...]
    spoken: str
    film: FilmVersion
    described: FilmVersion
    poster: str
    transcripts: tuple[str, ...]


def made_films(folder: Path, library: Library) -> tuple[MadeFilm, ...]:
    """Return the films that `coprod film` wrote to a folder.

    Raises UnusableFilm if there are no films, or if the files of a film are incomplete, changed or made from an earlier
    storyboard.
    """
    return tuple(_made(folder, found) for found in listed_films(folder, library))


def _made(folder: Path, found: ListedFilm) -> MadeFilm:
    film, files = found.film, found.files
    try:
        versions = tuple(_version(film.id, name, found.listed, files) for name in ("film", "described"))
        spoken = str(found.listed["spoken"])
    except (ValueError, LookupError, TypeError) as error:
        raise incomplete(folder, film) from error
    transcripts = tuple(_transcripts(folder, film))
    return MadeFilm(
        id=film.id,
        files=tuple({**files, **{name: (folder / name).read_bytes() for name in transcripts}}.items()),
        spoken=spoken,
        film=versions[0],
        described=versions[1],
        poster=f"{film.id}-poster.png",
        transcripts=transcripts,
    )


def _transcripts(folder: Path, film: Film) -> Iterator[str]:
    names = (f"{film.id}-transcript.{ending}" for ending in _TRANSCRIPTS)
    return (name for name in names if (folder / name).is_file())


def _version(id_: str, name: str, listed: dict[str, Any], files: dict[str, bytes]) -> FilmVersion:
    base = id_ if name == "film" else f"{id_}-{name}"
    return FilmVersion(
        sources=tuple((f"{base}.{each}", type_) for each, type_ in _TYPES.items() if f"{base}.{each}" in files),
        captions_file=f"{base}-captions.vtt",
        captions=files[f"{base}-captions.vtt"].decode(),
        starts=tuple(float(each["start"]) for each in listed[name]["scenes"]),
    )
