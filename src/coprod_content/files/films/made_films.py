"""Reading films that were made, if they are up to date."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.content.model.film import Clip
from coprod_content.files.pictures.photo_without_metadata import photo_jpeg
from coprod_content.files.pictures.picture_files import UnusablePicture


class UnusableFilm(Exception):
    """Error raised if the files of a film cannot be used.

    The message is written for users.
    """


@frozen
class ListedFilm:
    """A film that was made, with its files.

    `listed` is the parsed JSON file that lists the files. `files` maps the name of each to its contents.
    """

    film: Film
    listed: dict[str, Any]
    files: dict[str, bytes]


def listed_films(folder: Path, library: Library) -> Iterator[ListedFilm]:
    """Yield the films of a library that were made in a folder.

    Each has the files that `coprod film` wrote. Raises UnusableFilm if there are no films, or if the files of a film
    are incomplete, changed or made from an earlier storyboard.
    """
    found = [film for film in library.films.values() if _list_of(folder, film).is_file()]
    if not found:
        raise UnusableFilm(f"There are no films in {folder}. Make them with: coprod film --all --out {folder}")
    yield from (_listed(folder, film) for film in found)


def incomplete(folder: Path, film: Film) -> UnusableFilm:
    """Return the error for a film whose files are not complete."""
    return UnusableFilm(f"{folder}: the files of '{film.id}' are not complete. {_again(folder, film)}")


def _again(folder: Path, film: Film) -> str:
    return f"Make it again with: coprod film {film.id} --out {folder} --replace"


def _list_of(folder: Path, film: Film) -> Path:
    return folder / f"{film.id}-film.json"


def _listed(folder: Path, film: Film) -> ListedFilm:
    try:
        listed: dict[str, Any] = json.loads(_list_of(folder, film).read_bytes())
        files = {name: (folder / name).read_bytes() for name in listed["files"]}
        changed = [name for name, data in files.items() if sha256(data).hexdigest() != listed["files"][name]["sha256"]]
        storyboard = listed["storyboard"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise incomplete(folder, film) from error
    if changed:
        what = f"{folder / changed[0]}: this file has changed since the film was made."
        raise UnusableFilm(f"{what} {_again(folder, film)}")
    if storyboard != film.storyboard_hash:
        what = f"{folder}: '{film.id}' was made from an earlier storyboard."
        raise UnusableFilm(f"{what} {_again(folder, film)}")
    return ListedFilm(film, listed, files)


def film_clips(folder: Path, library: Library) -> tuple[tuple[str, Clip], ...]:
    """Return the ids of the films in a folder, with their clips.

    Films without an MP4 file are left out. Raises UnusableFilm if `listed_films` does, or if a film has no usable
    poster or captions.
    """
    found = tuple(listed_films(folder, library))
    return tuple((each.film.id, _clip(folder, each)) for each in found if f"{each.film.id}.mp4" in each.files)


def _clip(folder: Path, made: ListedFilm) -> Clip:
    id_ = made.film.id
    try:
        poster, captions = photo_jpeg(made.files[f"{id_}-poster.png"]), made.files[f"{id_}-captions.vtt"]
        seconds = float(made.listed["film"]["seconds"])
    except (LookupError, TypeError, ValueError, UnusablePicture) as error:
        raise incomplete(folder, made.film) from error
    return Clip(film=made.files[f"{id_}.mp4"], poster=poster, captions=captions, seconds=seconds)
