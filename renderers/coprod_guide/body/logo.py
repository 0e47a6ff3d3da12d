"""Pictures: the logo of a brand in the line of text, never larger than its place and never out of proportion."""

import io

from docx.image.exceptions import UnrecognizedImageError

from coprod_guide.word_writer import WordWriter
from coprod_office import attribute

_EMU_PER_MM = 36_000
_WIDEST, _TALLEST = 70.0, 30.0
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture(data: bytes, alt: str, story: WordWriter) -> str:
    """The run of a picture of at most 70 by 30 millimetres, with its alternative text.

    Raises ValueError for what is no picture.
    """
    try:
        id_, image = story.word.part.get_or_add_image(io.BytesIO(data))
    except UnrecognizedImageError as error:
        raise ValueError("The logo is not a picture that Word can show. Save it as PNG or JPEG.") from error
    width, height = image.px_width, image.px_height
    scale = min(_WIDEST / width, _TALLEST / height) * _EMU_PER_MM
    size = f'cx="{round(width * scale)}" cy="{round(height * scale)}"'
    number = story.next_id()
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Logo {number}" descr={attribute(alt)}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Logo {number}" '
        f'descr={attribute(alt)}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id_}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
