"""Photos without hidden data, such as the place where they were taken."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from coprod_content.files.pictures.jpeg import is_bare_jpeg
from coprod_content.files.pictures.picture_files import (
    LONGEST,
    UnusablePicture,
    opened_picture,
    picture_kind,
    saved_picture,
)

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_PHOTO = 25 * 1024 * 1024
"""The maximum size of a photo's file, in bytes."""
_QUALITY = 85
_AS_PHOTO = "Save it as PNG or JPEG."


@lru_cache(maxsize=8)
def photo_jpeg(data: bytes) -> bytes:
    """Return a photo as a JPEG file that all renderers can use.

    `data` is the contents of a PNG or JPEG file. The photo is turned upright, in sRGB and on white, and neither side is
    longer than 1,600 pixels. It has no metadata, such as the place where it was taken. A file that is already like this
    is returned unchanged, so a photo that this function has returned stays the same. Raises UnusablePicture if the file
    is too large, damaged or in another format.
    """
    if len(data) > LARGEST_PHOTO:
        raise UnusablePicture("is larger than 25 MiB.", "Make it smaller.")
    if picture_kind(data, _AS_PHOTO) == "SVG":
        raise UnusablePicture("is a drawing, not a photo.", _AS_PHOTO)
    return _CONVERTERS[0](data)


def _with_pillow(data: bytes) -> bytes:
    """Return a PNG or JPEG photo as `photo_jpeg` does."""
    image = opened_picture(data, enough=LONGEST)
    if max(image.size) <= LONGEST and is_bare_jpeg(data):
        return data
    image.thumbnail((LONGEST, LONGEST))
    return saved_picture(_on_white(image), "JPEG", _QUALITY)


_CONVERTERS: list[Callable[[bytes], bytes]] = [_with_pillow]


def convert_with(convert: Callable[[bytes], bytes] | None) -> None:
    """Convert photos with another function, where Pillow cannot be installed.

    The function takes the contents of a PNG or JPEG file, and does what `photo_jpeg` says. None means Pillow.
    """
    photo_jpeg.cache_clear()
    _CONVERTERS[0] = convert or _with_pillow


def _on_white(image: "Image") -> "Image":
    """Return a picture on white, without transparency."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
