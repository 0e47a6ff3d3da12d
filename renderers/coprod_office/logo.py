"""A brand's logo as a picture in an Office file."""

import io
from functools import lru_cache

from attrs import frozen

from coprod_content.brand.brand import Brand

_TYPES = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg")}


@frozen
class LogoPicture:
    """A logo's data, alternative text, file type and size in pixels."""

    data: bytes
    alt: str
    suffix: str
    content_type: str
    width: int
    height: int


@lru_cache(maxsize=8)
def logo_of(brand: Brand) -> LogoPicture | None:
    """Return a brand's logo, or None if the brand has no logo.

    Raises ValueError if the logo's file is missing, or is neither PNG nor JPEG.
    """
    if brand.logo is None:
        return None
    data = brand.file(brand.logo.file)
    if data is None:
        raise ValueError(f"The logo '{brand.logo.file}' is not among the brand's files. Put it next to brand.yaml.")
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=list(_TYPES)) as image:
            kind, (width, height) = str(image.format), image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise ValueError(f"The logo '{brand.logo.file}' is neither PNG nor JPEG. Save it as PNG or JPEG.") from error
    suffix, content_type = _TYPES[kind]
    return LogoPicture(data, brand.logo.alt, suffix, content_type, width, height)
