"""Reading the photos in a workshop's file or folder."""

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from coprod_content.content.model import Item, Photo, Workshop
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.pictures.jpeg import embedded
from coprod_content.files.pictures.photo_without_metadata import LARGEST_PHOTO, photo_jpeg
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.files.root_files import entries, file_fault
from coprod_content.findings.finding import Finding, nearest

if TYPE_CHECKING:
    from coprod_content.files.yaml_reader import ParsedYaml

T = TypeVar("T", bound=Item)
_SUFFIXES = (".png", ".jpg", ".jpeg")


def is_photo(path: Path) -> bool:
    """Return whether a file name has a PNG or JPEG ending."""
    return path.suffix.lower() in _SUFFIXES


def embedded_photo(value: object) -> str:
    """Return the `data` of a photo, resized and without hidden data.

    `value` is a PNG or JPEG file in base64. Raises FieldError if it is not, or if the photo cannot be used.
    """
    from coprod_content.files.field_errors import FieldError, found  # not needed for content from the cache

    try:
        return embedded(photo_jpeg(b64decode(value if isinstance(value, str) else "", validate=True)))
    except UnusablePicture as error:
        what = f"the photo {error.what}"
    except ValueError:
        what = f"the photo is not in base64, {found(value)}."
    raise FieldError(what, "Delete this line, and put the photo in the same folder as this file.", "photo")


def photos_of(workshop: Workshop) -> Iterator[tuple[FieldPath, Photo]]:
    """Yield each photo in a workshop, with its path."""
    if workshop.event and workshop.event.picture:
        yield ("event", "picture"), workshop.event.picture
    for at, slot in enumerate(workshop.agenda):
        if slot.picture:
            yield ("agenda", at, "picture"), slot.picture


def with_photos(item: T, parsed: "ParsedYaml", path: Path, root: Path, findings: list[Finding]) -> T:
    """Return an item with its photos, read from the item's folder.

    `path` is the file of the item, which is in `root`, and `parsed` is its contents. A photo that an amend file names
    is read from the folder of that file. A photo that cannot be used is left out, and a finding is added to `findings`.
    A photo that already has `data` is not read.
    """
    if not isinstance(item, Workshop):
        return item
    read = {
        where: _read(photo, (*where, "file"), parsed, path, root, findings)
        for where, photo in photos_of(item)
        if photo.data is None
    }
    agenda = (
        evolve(slot, picture=read.get(("agenda", at, "picture"), slot.picture)) for at, slot in enumerate(item.agenda)
    )
    event = item.event and evolve(item.event, picture=read.get(("event", "picture"), item.event.picture))
    return evolve(item, agenda=tuple(agenda), event=event) if read else item


def _read(
    photo: Photo, where: FieldPath, parsed: "ParsedYaml", path: Path, root: Path, findings: list[Finding]
) -> Photo | None:
    from coprod_content.files.amending.amended_yaml import AmendedYaml  # not needed for content from the cache

    if isinstance(parsed, AmendedYaml):
        path = Path(parsed.place(where).file)
        root = path.parent.parent
    file = path.parent / photo.file
    try:
        if not file.is_file():
            names = [each.name for each in entries(path.parent) if is_photo(each)]
            fix = nearest(photo.file, names) or "Put the photo there, or correct the name."
            raise UnusablePicture("is not in the same folder as this file.", fix)
        if file_fault(file, root):
            raise UnusablePicture(
                "is not a file in this folder.", "If it is a link, put a copy of the file in its place."
            )
        if file.stat().st_size > LARGEST_PHOTO:
            raise UnusablePicture("is larger than 25 MiB.", "Make it smaller.")
        return evolve(photo, data=embedded(photo_jpeg(file.read_bytes())))
    except OSError as error:
        what, fix = f"'{photo.file}' cannot be read: {error.strerror}.", "Change its permissions, or copy it again."
    except UnusablePicture as error:
        what, fix = f"'{photo.file}' {error.what}", error.fix
    code = "photo" if file.is_file() else "no-photo"
    findings.append(Finding(code=code, where=parsed.place(where), field=field_name(where), what=what, fix=fix))
    return None
