"""Read and write PNG and JPEG pictures."""

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""The largest width or height of a picture in documents, in pixels."""
MOST_PIXELS = 50_000_000
"""The largest number of pixels in a picture that is read."""
_PNG, _TEXT_CHUNKS = b"\x89PNG\r\n\x1a\n", (b"tEXt", b"zTXt", b"iTXt")
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


class UnusablePicture(Exception):
    """Error for a picture that cannot be used.

    `what` is the problem, worded as the rest of a sentence that begins with the name of the file. `fix` says what to
    do.
    """

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}")


def picture_kind(data: bytes, fix: str = "Save it as PNG, JPEG or SVG.") -> str:
    """Return the format of a picture: `PNG`, `JPEG` or `SVG`.

    `data` is the contents of the file. Only its first bytes are examined, so a file counts as `SVG` if it begins like
    an SVG file. Raises UnusablePicture, with the advice `fix`, for any other format.
    """
    if data.startswith(_PNG):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    other = next((name for start, name in _SIGNS if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        other = "a WebP picture"
    elif data[4:8] == b"ftyp":
        other = _BOXED.get(data[8:12], "a HEIC photograph or a film")
    if not data:
        raise UnusablePicture("is an empty file.", fix)
    if other or not _may_be_svg(data):
        raise UnusablePicture(f"is {other or 'not a picture'}.", fix)
    return "SVG"


def _may_be_svg(data: bytes) -> bool:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    return start[:1] == b"<" or start in (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")


def too_many_pixels() -> UnusablePicture:
    """Return the error for a picture with more than `MOST_PIXELS` pixels."""
    return UnusablePicture(
        "has more than 50 million pixels.", f"Make it smaller. A width of {LONGEST} pixels is plenty."
    )


def damaged() -> UnusablePicture:
    """Return the error for a picture that is damaged or incomplete."""
    what = "is damaged, so it cannot be read completely."
    return UnusablePicture(what, "Open it in a picture editor and save it again as PNG or JPEG.")


def opened_picture(data: bytes, enough: int = 0) -> "Image":
    """Return a picture turned upright, in RGB or RGBA.

    `data` is the contents of a PNG or JPEG file. If `enough` is given, a JPEG picture whose sides are much longer than
    `enough` pixels can be read at a reduced size, which is faster. Raises UnusablePicture if the picture is damaged or
    has too many pixels.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(_without_text(data)), formats=("PNG", "JPEG", "MPO"))
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            if enough:
                image.draft(None, (enough, enough))
            image.load()
            return _in_srgb(ImageOps.exif_transpose(image))
    except Image.DecompressionBombError as error:
        raise too_many_pixels() from error
    except (OSError, SyntaxError, ValueError, IndexError, KeyError, EOFError) as error:
        raise damaged() from error


def _without_text(data: bytes) -> bytes:
    """Return a PNG file without text chunks, which Pillow can refuse.

    Any other file is returned unchanged.
    """
    if not data.startswith(_PNG):
        return data
    kept, at, kind = [data[:8]], 8, b""
    while at < len(data) and kind != b"IEND":  # what follows the last chunk is not part of the picture
        kind, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4], "big")
        kept += [] if kind in _TEXT_CHUNKS else [data[at:end]]
        at = end
    return b"".join(kept)


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


def saved_picture(image: "Image", kind: str, quality: int = 92) -> bytes:
    """Return a picture as the contents of a JPEG or PNG file.

    `kind` is `JPEG` or `PNG`. `quality` applies only to JPEG.
    """
    out = io.BytesIO()
    image.save(
        out, **({"format": "JPEG", "quality": quality, "subsampling": 0} if kind == "JPEG" else {"format": "PNG"})
    )
    return out.getvalue()
