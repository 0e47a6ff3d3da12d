"""Photos, converted by the browser, which has no Pillow."""

import hashlib
import zlib
from collections.abc import Awaitable, Callable

from attrs import define, field

from coprod_content.files.pictures.jpeg import is_bare_jpeg, is_whole_jpeg, jpeg_size, without_metadata
from coprod_content.files.pictures.picture_files import (
    LONGEST,
    MOST_PIXELS,
    UnusablePicture,
    damaged,
    picture_kind,
    too_many_pixels,
)


class PhotoNeeded(BaseException):
    """Signal that a request needs a photo that is not converted yet.

    Not an Exception, because it is not an error, and code that collects errors must let it pass.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        super().__init__()


@define
class BrowserPhotos:
    """Photos that the browser has converted.

    `draw` takes a photo and the maximum length of its sides, and returns it as a JPEG file, upright and on white. The
    result is None if the browser cannot read the photo.
    """

    draw: Callable[[bytes, int], Awaitable[bytes | None]]
    _made: dict[str, bytes] = field(factory=dict, init=False)

    async def convert(self, needed: PhotoNeeded) -> None:
        """Convert the photo that a request needs."""
        made = await self.draw(needed.data, LONGEST)
        self._made[_digest(needed.data)] = without_metadata(made) if made else b""

    def photo(self, data: bytes) -> bytes:
        """Return a photo as `photo_jpeg` does.

        Raises PhotoNeeded if the browser has not converted it yet, or UnusablePicture if it cannot be used.
        """
        width, height = _whole_size(data)
        if width * height > MOST_PIXELS:
            raise too_many_pixels()
        made = self._made.get(_digest(data))
        if made is None:
            raise PhotoNeeded(data)
        if not made:
            raise damaged()
        if max(width, height) <= LONGEST and is_bare_jpeg(data):
            return data
        if not is_bare_jpeg(made):
            raise UnusablePicture("cannot be converted by this browser.", "Use a current version of Chrome or Edge.")
        return made


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _whole_size(data: bytes) -> tuple[int, int]:
    """Return a picture's width and height.

    Raises UnusablePicture if the end of the file is missing, because browsers show what is there.
    """
    try:
        if picture_kind(data) == "PNG":
            _check_chunks(data)
            return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        if not is_whole_jpeg(data):
            raise ValueError
        return jpeg_size(data)
    except ValueError as error:
        raise damaged() from error


def _check_chunks(data: bytes) -> None:
    """Raise ValueError if a PNG file is not whole."""
    at, kind = 8, b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 8 + length
        wrong = zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big")
        if len(data) < end + 4 or (wrong and kind.isupper()):  # others, such as text, are not needed
            raise ValueError
        at = end + 4
