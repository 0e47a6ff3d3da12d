"""The logo of a brand as a picture in an Office file."""

import io
from functools import lru_cache

from attrs import frozen

from coprod_content.brand.brand import Brand

_TYPES = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg")}


@frozen
class LogoPicture:
    """A picture with its file type and its size in pixels."""

    data: bytes
    alt: str
    suffix: str
    content_type: str
    width: int
    height: int


@lru_cache(maxsize=8)
def logo_of(brand: Brand) -> LogoPicture | None:
    """Return the logo of a brand, or None.

    Raises ValueError if the file is missing, or neither PNG nor JPEG.
    """
    if brand.logo is None:
        return None
    data = brand.file(brand.logo.file)
    if data is None:
        raise ValueError(f"The logo '{brand.logo.file}' is not among the files of the brand. Put it beside brand.yaml.")
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=list(_TYPES)) as image:
            kind, (width, height) = str(image.format), image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise ValueError(f"The logo '{brand.logo.file}' is neither PNG nor JPEG. Save it as one of them.") from error
    suffix, content_type = _TYPES[kind]
    return LogoPicture(data, brand.logo.alt, suffix, content_type, width, height)
