"""A small picture of a pack."""

import io

from coprod_content.packs.pack import Pack

_WIDTH = 240


def thumbnail(pack: Pack) -> bytes:
    """Return a PNG of the first page of a pack's first PDF.

    Returns empty bytes if there is no PDF, or pypdfium2 is not installed.
    """
    data = next((built.data for _, built in pack.built if built.suffix == ".pdf" and built.data), None)
    if data is None:
        return b""
    try:
        import pypdfium2
    except ModuleNotFoundError:
        return b""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        picture = page.render(scale=_WIDTH / page.get_width()).to_pil().convert("RGB").quantize(64)
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
