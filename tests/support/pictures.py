"""Pictures for logos."""

import io

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M0 0h300v100z" fill="#005eb8"/></svg>'


def picture(kind: str = "PNG", width: int = 300, height: int = 100, mode: str = "RGB", **options: object) -> bytes:
    """Return a dark picture of a kind, size and mode, saved with the given options."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#163a4f").convert(mode).save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture that some bytes contain."""
    return Image.open(io.BytesIO(data))
