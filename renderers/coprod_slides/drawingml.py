"""Write DrawingML and PresentationML elements used by several modules."""

from coprod_office.parts import RELATIONSHIPS
from coprod_slides.box import EMU_PER_MM, SlideBox

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
NO_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
NO_LINE = "<a:ln><a:noFill/></a:ln>"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
POINTS_PER_MM = 72 / 25.4
LOGO, LOGO_DRAWING = "rId3", "rIdDrawing"
"""The ids of a slide's relationships to the logo, as a picture and as an SVG drawing."""
PHOTO = "rIdPhoto"
"""The start of the ids of a slide's relationships to photos."""
CLIP, MEDIA, CAPTIONS = "rIdFilm", "rIdMedia", "rIdCaptions"
"""The starts of the ids of a slide's relationships to a film, as video and as media, and to its captions."""
JUMP = "#"
"""The start of a link to a slide, before the slide's number."""
MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def emu(mm: float) -> int:
    """Convert millimetres to English Metric Units."""
    return round(mm * EMU_PER_MM)


def transform(box: SlideBox, attributes: str = "", prefix: str = "a") -> str:
    """Return a box as an `xfrm` element with the given namespace prefix."""
    return (
        f'<{prefix}:xfrm{attributes}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{prefix}:xfrm>'
    )


def geometry(shape: str, corner: int | None = None) -> str:
    """Return the element for a preset shape, with an optional corner radius.

    `corner` is in hundred-thousandths of the shape's shorter side.
    """
    adjusted = "<a:avLst/>" if corner is None else f'<a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst>'
    return f'<a:prstGeom prst="{shape}">{adjusted}</a:prstGeom>'


def background(fill: str) -> str:
    """Return a background element, with `fill`, for a slide, layout or master."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def placeholder_shape(id_: int, name: str, kind: str, properties: str, text: str) -> str:
    """Return a placeholder shape with text. `kind` is its `p:ph` element."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{properties}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
    )


def decorative_shape(id_: int, name: str, properties: str, *, user_drawn: bool = False) -> str:
    """Return a shape that is marked as decorative.

    `properties` is the content of its `p:spPr` element. If `user_drawn` is true, the shape has the attribute with which
    PowerPoint marks shapes that were drawn on a layout.
    """
    more = '<p:nvPr userDrawn="1"/>' if user_drawn else "<p:nvPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>{more}'
        f"</p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"
    )


def decorative_line(id_: int, properties: str) -> str:
    """Return a line marked as decorative."""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="Line {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{properties}</p:spPr></p:cxnSp>"
    )
