"""Videos of people who sign a film, beside the film's file."""

from collections.abc import Iterator
from pathlib import Path

from coprod_content.content.model import Film
from coprod_content.files.root_files import entries, file_fault
from coprod_content.findings.finding import nearest

_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}
_LARGEST = 100 << 20
_SAVE = "Save it as MP4 or WebM."


def is_video(path: Path) -> bool:
    """Return whether a file name has an MP4 or WebM ending."""
    return path.suffix.lower() in _TYPES


def video_type(path: Path) -> str:
    """Return a video's media type, from the ending of its name."""
    return _TYPES[path.suffix.lower()]


def start_of_video(path: Path) -> bytes:
    """Return the first 12 bytes of a file, which show its format."""
    with path.open("rb") as file:
        return file.read(12)


def sign_video_path(film: Film) -> Path | None:
    """Return the path of a film's sign language video.

    Returns None for a film without one, or if the folder of the film is not known, as for a film read from JSON.
    """
    if film.sign_video is None or not film.source.root:
        return None
    from coprod_content.files.field_positions import place_of  # few films need it

    place = place_of(film.source, ("sign_video", "file"))
    return Path(place.file).parent / film.sign_video.file if place else None


def video_faults(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the fault of a video, if any, with its fix.

    The fault is worded as the rest of a sentence that begins with the name of the file.
    """
    if not path.is_file():
        names = [each.name for each in entries(path.parent) if is_video(each)]
        fix = nearest(path.name, names) or "Put the video there, or correct the name."
        yield "is not in the same folder as this file.", fix
    elif file_fault(path, path.parent):
        yield "is not a file in this folder.", "If it is a link, put a copy of the file in its place."
    else:
        yield from _unusable(path)


def _unusable(path: Path) -> Iterator[tuple[str, str]]:
    try:
        size, start = path.stat().st_size, start_of_video(path)
    except OSError as error:
        yield f"cannot be read: {error.strerror}.", "Change its permissions, or copy it again."
        return
    if not size:
        yield "is an empty file.", "Copy the video again."
    elif size > _LARGEST:
        yield f"is larger than {_LARGEST >> 20} MiB.", "Save it at a lower quality, or with a height of 720 pixels."
    elif path.suffix.lower() == ".mp4" and start[4:8] != b"ftyp":
        yield "is not an MP4 video.", _SAVE
    elif path.suffix.lower() == ".webm" and start[:4] != b"\x1aE\xdf\xa3":
        yield "is not a WebM video.", _SAVE
