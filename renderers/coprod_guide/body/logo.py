"""A brand's logo, placed inline with text."""

from coprod_guide.word_writer import WordWriter
from coprod_office import LogoPicture, attribute

_EMU_PER_MM = 36_000
_WIDEST, _TALLEST = 70.0, 30.0
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def logo_run(logo: LogoPicture, writer: WordWriter) -> str:
    """Write a logo, scaled to fit, with its alternative text."""
    scale = min(_WIDEST / logo.width, _TALLEST / logo.height) * _EMU_PER_MM
    size = f'cx="{round(logo.width * scale)}" cy="{round(logo.height * scale)}"'
    relationship, number, alt = writer.add_picture(logo), writer.next_id(), attribute(logo.alt)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Logo {number}" descr={alt}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Logo {number}" '
        f'descr={alt}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
