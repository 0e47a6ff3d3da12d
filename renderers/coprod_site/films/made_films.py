"""Films that `coprod film` has made, to play on the site."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Film

FOLDER = "media"
"""The folder of the site for the files of films."""
_TYPES = {"webm": "video/webm", "mp4": "video/mp4"}
_TRANSCRIPTS = ("html", "docx")


@frozen(kw_only=True)
class FilmVersion:
    """A film as it is, or with descriptions.

    `sources` are pairs of a file name and its media type. `captions` is the text of the WebVTT file `captions_file`.
    `starts` contains when each scene begins, in seconds.
    """

    sources: tuple[tuple[str, str], ...]
    captions_file: str
    captions: str
    starts: tuple[float, ...]


@frozen(kw_only=True)
class MadeFilm:
    """The files of a film by name, and words for its page.

    `spoken` says who speaks in the film.
    """

    id: str
    files: tuple[tuple[str, bytes], ...]
    spoken: str
    film: FilmVersion
    described: FilmVersion
    poster: str
    transcripts: tuple[str, ...]


class UnusableFilm(Exception):
    """Error raised if the files of a film cannot be used.

    The message is written for users.
    """


def made_films(folder: Path, library: Library) -> tuple[MadeFilm, ...]:
    """Return the films in a folder.

    Their files are those that `coprod film` writes. Raises UnusableFilm.
    """
    found = tuple(film for film in library.films.values() if _list_of(folder, film).is_file())
    if not found:
        raise UnusableFilm(f"There are no films in {folder}. Make them with: coprod film --all --out {folder}")
    return tuple(_made(folder, film) for film in found)


def _list_of(folder: Path, film: Film) -> Path:
    return folder / f"{film.id}-film.json"


def _made(folder: Path, film: Film) -> MadeFilm:
    again = f"Make it again with: coprod film {film.id} --out {folder} --replace"
    try:
        listed: dict[str, Any] = json.loads(_list_of(folder, film).read_bytes())
        files = {name: (folder / name).read_bytes() for name in listed["files"]}
        changed = [name for name, data in files.items() if sha256(data).hexdigest() != listed["files"][name]["sha256"]]
        versions = tuple(_version(film.id, name, listed, files) for name in ("film", "described"))
        spoken, storyboard = str(listed["spoken"]), listed["storyboard"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise UnusableFilm(f"{folder}: the files of '{film.id}' are not complete. {again}") from error
    if changed:
        raise UnusableFilm(f"{folder / changed[0]}: this file has changed since the film was made. {again}")
    if storyboard != film.storyboard_hash:
        raise UnusableFilm(f"{folder}: '{film.id}' was made from an earlier storyboard. {again}")
    transcripts = tuple(_transcripts(folder, film))
    files |= {name: (folder / name).read_bytes() for name in transcripts}
    return MadeFilm(
        id=film.id,
        files=tuple(files.items()),
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
