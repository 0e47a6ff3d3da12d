"""Reading and decoding text files, up to a maximum size."""

import re
from pathlib import Path

from coprod_content.findings.finding import Finding, Place

LARGEST_TEXT, LARGEST_PHOTOS = 1 << 20, 5 << 20
"""The maximum sizes of the text in a file and of all photos in it, in bytes."""
LARGEST_FILE = LARGEST_TEXT + LARGEST_PHOTOS
"""The maximum size of a file, in bytes."""
_PHOTO = re.compile(rb"/9j/[A-Za-z0-9+/]{1000,}")


class UnreadableFile(Exception):
    """Error for a file that cannot be read. `finding` gives the reason."""

    def __init__(self, code: str, where: Place, what: str, fix: str = "") -> None:
        self.finding = Finding(code=code, where=where, what=what, fix=fix)
        super().__init__(str(self.finding))


def read_bytes(path: Path, file: str) -> bytes:
    """Read a file, up to one byte more than `LARGEST_FILE`.

    The extra byte lets `decode_utf8` see that a file is too large, without reading all of it. `file` is the name of the
    file in findings. Raises UnreadableFile if the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableFile("not-readable", Place(file), f"cannot be read: {error.strerror}.") from error


def decode_utf8(data: bytes, file: str) -> str:
    """Decode the contents of a file as UTF-8.

    `file` is the name of the file in findings. Raises UnreadableFile if the file is too large or is not UTF-8.
    """
    photos = sum(map(len, _PHOTO.findall(data))) if len(data) > LARGEST_TEXT else 0
    if len(data) - photos > LARGEST_TEXT:
        what = "has more than 1 MiB of text, the limit for a file."
        raise UnreadableFile("too-large", Place(file), what, "Shorten it, or split it into several files.")
    if len(data) > LARGEST_FILE:
        what = "is larger than 6 MiB, the limit for a file with photos."
        raise UnreadableFile("too-large", Place(file), what, "Use fewer photos.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        place = Place(file, before.count(b"\n") + 1, column)
        raise UnreadableFile("not-utf-8", place, "is not UTF-8 text.", "Save the file again as UTF-8.") from error
