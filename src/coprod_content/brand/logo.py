"""A brand's logo, converted to a form that works in every format."""

import io
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.brand.svg_logo import SvgLogo, UnusableLogo, svg_logo

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST, _MOST_PIXELS, _FEWEST_PIXELS, _LARGEST_RATIO = 1600, 50_000_000, 200, 20
_LEAST_CONTRAST, _SAMPLED = 1.5, 64
_SIGNS = (
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF", "a PDF or Illustrator file"),
    (b"%!PS", "an EPS file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"8BPS", "a Photoshop file"),
    (b"\x00\x00\x01\x00", "an icon file"),
    (b"\xd7\xcd\xc6\x9a", "a WMF picture"),
    (b"PK\x03\x04", "a ZIP or Office file"),
)
_BOXED = {b"heic": "a HEIC photograph", b"mif1": "a HEIC photograph", b"avif": "an AVIF picture"}


@frozen
class LogoPicture:
    """A logo as a picture and, if possible, as an SVG drawing.

    `data` is the picture, with its `suffix` and `content_type`. `width` and `height` are its size in pixels. `svg` is
    the drawing's code without scripts and links, or an empty string. `alt` is the alternative text. `advice` contains
    pairs of sentences: what may not look right, and what to do about it.
    """

    data: bytes
    suffix: str
    content_type: str
    width: int
    height: int
    svg: str = ""
    alt: str = ""
    advice: tuple[tuple[str, str], ...] = ()


def logo_of(brand: Brand) -> LogoPicture | None:
    """Return a brand's logo, or None if the brand has no logo.

    Raises ValueError if the logo's file is missing or cannot be used.
    """
    if brand.logo is None:
        return None
    data = brand.file(brand.logo.file)
    if data is None:
        raise ValueError(f"The logo '{brand.logo.file}' is not among the brand's files. Put it next to brand.yaml.")
    try:
        return evolve(logo_picture(data, brand.palette.paper), alt=brand.logo.alt)
    except UnusableLogo as error:
        raise ValueError(f"The logo '{brand.logo.file}' {error.what} {error.fix}") from error


@lru_cache(maxsize=8)
def logo_picture(data: bytes, paper: str) -> LogoPicture:
    """Return a logo in the form that renderers use.

    `data` is the contents of the logo's file. The picture is upright, in sRGB and without metadata, and its sides are
    at most 1,600 pixels. `paper` is the colour of the background. Raises UnusableLogo.
    """
    kind, drawing = _kind_of(data), None
    if kind == "SVG":
        drawing = svg_logo(data)
        data = drawing.png
    image = _opened(data)
    if max(image.size) > _LARGEST_RATIO * min(image.size):
        what = f"is {image.width} by {image.height} pixels, which is too long and thin to be seen."
        raise UnusableLogo(what, f"Make its longer side at most {_LARGEST_RATIO} times its shorter side.")
    advice = tuple(_advice(image, drawing, paper))
    image.thumbnail((_LONGEST, _LONGEST))
    suffix, content_type = ("jpg", "image/jpeg") if kind == "JPEG" else ("png", "image/png")
    out = io.BytesIO()
    image.save(out, **({"format": "JPEG", "quality": 92, "subsampling": 0} if kind == "JPEG" else {"format": "PNG"}))
    return LogoPicture(
        out.getvalue(), suffix, content_type, *image.size, svg=drawing.svg if drawing else "", advice=advice
    )


def _kind_of(data: bytes) -> str:
    """Return `PNG`, `JPEG` or `SVG`. Raises UnusableLogo for any other format."""
    if data.startswith(b"\x89PNG"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    other = next((name for start, name in _SIGNS if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        other = "a WebP picture"
    elif data[4:8] == b"ftyp":
        other = _BOXED.get(data[8:12], "a HEIC photograph or a film")
    if not data:
        raise UnusableLogo("is an empty file.", "Save it as PNG, JPEG or SVG.")
    if other or not _may_be_svg(data):
        raise UnusableLogo(f"is {other or 'not a picture'}.", "Save it as PNG, JPEG or SVG.")
    return "SVG"


def _may_be_svg(data: bytes) -> bool:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    return start[:1] == b"<" or start in (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")


def _opened(data: bytes) -> "Image":
    """Return a picture turned upright, in RGB or RGBA. Raises UnusableLogo."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "MPO"))
            if image.width * image.height > _MOST_PIXELS:
                raise Image.DecompressionBombError
            image.load()
            return _in_srgb(ImageOps.exif_transpose(image))
    except Image.DecompressionBombError as error:
        what = "has more than 50 million pixels."
        raise UnusableLogo(what, f"Make it smaller. A width of {_LONGEST} pixels is plenty.") from error
    except (OSError, SyntaxError, ValueError, IndexError, KeyError, EOFError) as error:
        what = "is damaged: only part of the picture can be read."
        raise UnusableLogo(what, "Open it in a picture editor and save it again as PNG or JPEG.") from error


def _in_srgb(image: "Image") -> "Image":
    """Return a picture in sRGB, with transparency if it has any."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    transparent = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if transparent else None
    colours = image if image.mode in ("RGB", "CMYK", "L", "LAB") and alpha is None else image.convert("RGB")
    if profile and not (image.mode in ("L", "LA", "1") and colours.mode == "RGB"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            colours = ImageCms.profileToProfile(colours, own, srgb, outputMode="RGB") or colours
        except (ImageCms.PyCMSError, OSError):
            pass  # the profile is for another kind of picture
    made = colours.convert("RGB")
    if alpha is not None:
        made.putalpha(alpha)
    made.info.clear()
    return made


def _advice(image: "Image", drawing: SvgLogo | None, paper: str) -> list[tuple[str, str]]:
    """Return pairs of a possible problem and the advice on it."""
    found = []
    if drawing is None and max(image.size) < _FEWEST_PIXELS:
        what = f"is only {image.width} by {image.height} pixels, so it will look blurred."
        found.append((what, "Ask for a larger picture, at least 800 pixels across, or an SVG."))
    if drawing is not None and drawing.has_text:
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
