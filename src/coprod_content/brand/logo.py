"""A brand's logo, converted to a form that works in every format."""

import hashlib
import json
import re
from base64 import b64decode, b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import asdict, evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.brand.organisation import LogoPlace
from coprod_content.brand.svg.svg_logo import SvgLogo, svg_logo
from coprod_content.files.pictures.picture_files import (
    LONGEST,
    UnusablePicture,
    opened_picture,
    picture_kind,
    saved_picture,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_FEWEST_PIXELS, _LARGEST_RATIO = 200, 20
_LEAST_CONTRAST, _SAMPLED = 1.5, 64

# PowerPoint and Word draw SVG 1.1, but not style sheets, masks, patterns or filters. Translucent colours become black.
_NOT_IN_OFFICE = re.compile(
    r"<(style|mask|pattern|filter|image|symbol|marker|switch)\b|rgba\(|hsla?\(|transparent|blend-mode"
    r"|#([0-9a-f]{8}|[0-9a-f]{4})\b",
    re.IGNORECASE,
)


@frozen
class LogoPicture:
    """A logo as a picture and, if possible, as an SVG drawing.

    `data` is the content of the picture file. `suffix` is the ending of its name, such as `png`, and `content_type` its
    media type. `width` and `height` are the size of the picture in pixels. `svg` is the code of the drawing, without
    scripts and links, or an empty string. `alt` is the alternative text.

    `tallest` and `widest` are the maximum height and width at which to show the logo, and `clear_space` is the space to
    keep free around it, all in millimetres. The logo is on the right if `on_right` is true, and otherwise on the left.
    `advice` contains pairs of sentences: what may not look right, and what to do about it.
    """

    data: bytes
    suffix: str
    content_type: str
    width: int
    height: int
    svg: str = ""
    alt: str = ""
    tallest: float = 0.0
    widest: float = 0.0
    on_right: bool = False
    clear_space: float = 0.0
    advice: tuple[tuple[str, str], ...] = ()

    def size(self, widest: float = 1000, tallest: float = 1000) -> tuple[float, float]:
        """Return the logo's width and height when shown, in millimetres.

        The logo keeps its proportions. It fits into `widest` by `tallest`, and into its own maximum size.
        """
        scale = min(min(widest, self.widest) / self.width, min(tallest, self.tallest) / self.height)
        return self.width * scale, self.height * scale

    @property
    def office_svg(self) -> str:
        """The SVG code, or an empty string if Office cannot draw it."""
        return "" if _NOT_IN_OFFICE.search(self.svg) else self.svg


def logo_of(brand: Brand, kind: str = "") -> LogoPicture | None:
    """Return the logo that a kind of file shows, or None.

    `kind` is the name of a field of LogoPlaces. The result is None if the brand has no logo, or leaves it out of this
    kind of file. Without `kind`, the logo has no maximum size. Raises ValueError if the logo's file is missing or
    cannot be used.
    """
    given = brand.shown_logo
    place: LogoPlace | None = getattr(brand.logo_on, kind) if kind else None
    if given is None or (place and not place.height):
        return None
    data = brand.file(given.file)
    if data is None:
        raise ValueError(f"The logo '{given.file}' is not among the brand's files. Put it next to brand.yaml.")
    try:
        made = logo_picture(data, brand.palette.paper)
        made = evolve(made, alt=given.alt or brand.name, clear_space=float(given.clear_space))
        if place is None:
            return made
        size = (float(place.height), float(place.width))
        return evolve(made, tallest=size[0], widest=size[1], on_right=place.place == "right")
    except UnusablePicture as error:
        raise ValueError(f"The logo '{given.file}' {error.what} {error.fix}") from error


_READY: dict[str, LogoPicture] = {}
"""Logos that were converted in advance, keyed by the SHA-256 of their files."""


def ready_logos(brand: Brand) -> bytes:
    """Return a brand's converted logo as JSON, for `use_ready_logos`."""
    data = brand.file(brand.shown_logo.file) if brand.shown_logo else None
    if data is None:
        return b"{}"
    made = logo_picture(data, brand.palette.paper)
    fields = asdict(made) | {"data": b64encode(made.data).decode()}
    return json.dumps({hashlib.sha256(data).hexdigest(): fields}).encode()


def use_ready_logos(text: bytes) -> None:
    """Use logos from `ready_logos`, where Pillow and resvg cannot be installed.

    Those used before are forgotten.
    """
    logo_picture.cache_clear()
    _READY.clear()
    for digest, fields in json.loads(text).items():
        advice = tuple((what, fix) for what, fix in fields["advice"])
        _READY[digest] = LogoPicture(**fields | {"data": b64decode(fields["data"]), "advice": advice})


@lru_cache(maxsize=8)
def logo_picture(data: bytes, paper: str) -> LogoPicture:
    """Return a logo in the form that renderers use.

    `data` is the contents of the logo's file, and `paper` is the colour of the background. The picture is upright, in
    sRGB and without metadata, and neither side is longer than 1,600 pixels. Raises UnusablePicture.
    """
    ready = _READY.get(hashlib.sha256(data).hexdigest())
    if ready:
        return ready
    kind, drawing = picture_kind(data), None
    if kind == "SVG":
        drawing = svg_logo(data)
        data = drawing.png
    image = opened_picture(data)
    if max(image.size) > _LARGEST_RATIO * min(image.size):
        what = f"is {image.width} by {image.height} pixels, which is too long and thin to be seen."
        raise UnusablePicture(what, f"Make its longer side at most {_LARGEST_RATIO} times its shorter side.")
    advice = tuple(_advice(image, drawing, paper))
    image.thumbnail((LONGEST, LONGEST))
    suffix, content_type = ("jpg", "image/jpeg") if kind == "JPEG" else ("png", "image/png")
    svg = drawing.svg if drawing else ""
    return LogoPicture(saved_picture(image, kind), suffix, content_type, *image.size, svg=svg, advice=advice)


def _advice(image: "Image", drawing: SvgLogo | None, paper: str) -> list[tuple[str, str]]:
    """Return pairs: what may not look right, and what to do."""
    found = []
    if drawing is None and max(image.size) < _FEWEST_PIXELS:
        what = f"is only {image.width} by {image.height} pixels, so it will look blurred."
        found.append((what, "Ask for a larger picture, at least 800 pixels across, or an SVG."))
    if drawing is not None and not drawing.svg:
        what = "contains text, which appears in a different font from the one in which it was drawn."
        found.append((what, "In the drawing program, convert the text to outlines, and export it again."))
    if _strongest_contrast(image, paper) < _LEAST_CONTRAST:
        what = f"cannot be seen on the paper colour {paper}."
        found.append((what, "Use the version of the logo for light backgrounds."))
    return found


def _strongest_contrast(image: "Image", paper: str) -> float:
    from PIL import Image

    small = image.convert("RGBA")
    small.thumbnail((_SAMPLED, _SAMPLED))
    on_paper = Image.alpha_composite(Image.new("RGBA", small.size, paper), small).convert("RGB")
    colours = on_paper.getcolors(_SAMPLED * _SAMPLED) or []
    return max(contrast("#{:02x}{:02x}{:02x}".format(*colour), paper) for _, colour in colours)  # type: ignore[misc]
