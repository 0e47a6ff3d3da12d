"""Pictures for logos, and photos."""

import io

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M0 0h300v100z" fill="#005eb8"/></svg>'


def picture(kind: str = "PNG", width: int = 300, height: int = 100, mode: str = "RGB", **options: object) -> bytes:
    """Return a dark picture of a kind, size and mode, saved with the given options."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#163a4f").convert(mode).save(out, kind, **options)
    return out.getvalue()


def phone_photo() -> bytes:
    """Return a wide photo that is to be turned upright, with a place and a comment."""
    made = Image.new("RGB", (1600, 1200), "#163a4f")
    made.paste("#ff0000", (0, 0, 400, 1200))
    hidden = Image.Exif()
    hidden[0x0112] = 6
    hidden.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    made.save(out, "JPEG", exif=hidden, comment=b"secret place")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture that some bytes contain."""
    return Image.open(io.BytesIO(data))
