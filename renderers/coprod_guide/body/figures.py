"""Photos and logos, and figures as editable groups of shapes."""

from typing import assert_never

from attrs import frozen

from coprod_content.brand.logo import LogoPicture
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.paths import Point
from coprod_content.document.blocks import Figure, Photograph
from coprod_guide.styles.formatting import MM_PER_TWIP, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import DASH, attribute, custom_geometry, escaped

_EMU_PER_MM, _EMU_PER_TWIP, _EMU_PER_POINT = 36_000, 635, 12_700
_TALLEST = 200.0
_ABOVE_FIGURE = 2.1  # millimetres of heading, label and space for each point of the heading
_TALLEST_PHOTO = 82.0
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@frozen
class _Canvas:
    """The scale and the writer with which shapes are drawn.

    `scale` is in EMUs per drawing unit. `writer` provides colours, styles and ids.
    """

    scale: float
    writer: WordWriter

    def emu(self, units: float) -> int:
        return round(units * self.scale)

    def box(self, x: float, y: float, width: float, height: float, flips: str = "") -> str:
        return (
            f'<a:xfrm{flips}><a:off x="{self.emu(x)}" y="{self.emu(y)}"/>'
            f'<a:ext cx="{self.emu(width)}" cy="{self.emu(height)}"/></a:xfrm>'
        )

    def around(self, bounds: tuple[Point, Point]) -> str:
        (left, top), (right, bottom) = bounds
        return self.box(left, top, right - left, bottom - top)


def figure_run(figure: Figure, writer: WordWriter) -> str:
    """Return a run with a figure, scaled to fit on the page."""
    width = writer.text_width * _EMU_PER_TWIP
    tallest = min(_TALLEST, writer.page.text_height - _ABOVE_FIGURE * writer.brand.guide.heading_1)
    return _drawing_run(figure.drawing, figure.alt, (width, tallest * _EMU_PER_MM), writer)


def decorative_run(drawing: Drawing, width: float, height: float, writer: WordWriter) -> str:
    """Return a run with a decorative drawing, scaled to fit.

    The drawing is at most `width` by `height` millimetres.
    """
    return _drawing_run(drawing, "", (width * _EMU_PER_MM, height * _EMU_PER_MM), writer)


def drawing_behind_text(drawing: Drawing, corner: tuple[float, float], width: float, writer: WordWriter) -> str:
    """Return a run with a decorative drawing behind the text.

    `corner` is the position on the page of the drawing's top left corner. The position and the width are in
    millimetres. If drawings overlap, the one made last is in front.
    """
    across, down = (
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{round(at * _EMU_PER_MM)}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, at in zip("HV", corner, strict=True)
    )
    place = f'<wp:simplePos x="0" y="0"/>{across}{down}'
    return _drawing_run(drawing, "", (width * _EMU_PER_MM, float("inf")), writer, place)


def _drawing_run(drawing: Drawing, alt: str, box: tuple[float, float], writer: WordWriter, place: str = "") -> str:
    """Return a run with a drawing scaled to fit a box.

    `box` is a width and a height in EMUs. A drawing without alternative text is marked as decorative. `place` is the
    XML of the drawing's position behind the text, or empty if the drawing is in line with the text.
    """
    canvas = _Canvas(min(box[0] / drawing.width, box[1] / drawing.height), writer)
    size = f'cx="{canvas.emu(drawing.width)}" cy="{canvas.emu(drawing.height)}"'
    group = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    id_ = writer.next_id()
    description = f"descr={attribute(alt)}/>" if alt else f'descr="">{_DECORATIVE}</wp:docPr>'
    fallback = f'<w:t xml:space="preserve">{escaped(alt)}</w:t>' if alt else ""
    shapes = _background(drawing, canvas) + "".join(_shape(shape, canvas) for shape in drawing.shapes)
    behind = f'simplePos="0" relativeHeight="{id_}" behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1"'
    kind, attributes, wrap = ("anchor", f" {behind}", "<wp:wrapNone/>") if place else ("inline", "", "")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:{kind} distT="0" distB="0" distL="0" '
        f'distR="0"{attributes}>{place}<wp:extent {size}/>{wrap}<wp:docPr id="{id_}" name="Figure {id_}" {description}'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{group}</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:{kind}>"
        f"</w:drawing></mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _background(drawing: Drawing, canvas: _Canvas) -> str:
    """Return the invisible rectangle that stops LibreOffice stretching the shapes."""
    box = canvas.box(0, 0, drawing.width, drawing.height)
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    return _decorative_shape("Ground", box + geometry, canvas)


def _shape(shape: Shape, canvas: _Canvas) -> str:
    match shape:
        case Circle(x=x, y=y, radius=radius):
            box = canvas.box(x - radius, y - radius, 2 * radius, 2 * radius)
            return _filled(shape, box, '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>', canvas)
        case Rectangle(x=x, y=y, width=width, height=height):
            return _filled(shape, canvas.box(x, y, width, height), _rectangle_geometry(shape), canvas)
        case Polygon(bounds=bounds):
            return _filled(shape, canvas.around(bounds), custom_geometry(shape), canvas)
        case Path():
            return _path(shape, canvas)
        case Stroke():
            return _line(shape, canvas)
        case Label():
            return _label(shape, canvas)
        case _ as unreachable:
            assert_never(unreachable)


def _rectangle_geometry(shape: Rectangle) -> str:
    if not shape.corner:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    share = min(50_000, round(shape.corner / min(shape.width, shape.height) * 100_000))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def _filled(shape: Circle | Rectangle | Polygon, box: str, geometry: str, canvas: _Canvas) -> str:
    line = _outline(shape.outline, 0.5, canvas, dashed=shape.dashed) if shape.outline else "<a:ln><a:noFill/></a:ln>"
    return _decorative_shape("Shape", f"{box}{geometry}{_fill(shape.fill, shape.opacity, canvas)}{line}", canvas)


def _fill(role: str, opacity: int, canvas: _Canvas) -> str:
    alpha = f'<a:alpha val="{opacity * 1000}"/>' if opacity < 100 else ""
    return f'<a:solidFill><a:srgbClr val="{canvas.writer.direct_colour(role).hex}">{alpha}</a:srgbClr></a:solidFill>'


def _path(shape: Path, canvas: _Canvas) -> str:
    fill = _fill(shape.fill, shape.opacity, canvas) if shape.fill else "<a:noFill/>"
    line = "<a:ln><a:noFill/></a:ln>"
    if shape.colour:
        line = _outline(shape.colour, shape.weight, canvas, dashed=shape.dashed, arrow=shape.arrow)
    return _decorative_shape("Path", f"{canvas.around(shape.bounds)}{custom_geometry(shape)}{fill}{line}", canvas)


def _outline(role: str, weight: float, canvas: _Canvas, *, dashed: bool, arrow: bool = False) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{canvas.writer.direct_colour(role).hex}"/></a:solidFill>'
    more = (DASH if dashed else "") + ('<a:tailEnd type="triangle"/>' if arrow else "")
    cap = "" if more else ' cap="rnd"'
    return f'<a:ln w="{canvas.emu(weight)}"{cap}>{fill}{more}</a:ln>'


def _line(shape: Stroke, canvas: _Canvas) -> str:
    across, down = shape.to_x - shape.x, shape.to_y - shape.y
    flips = (' flipH="1"' if across < 0 else "") + (' flipV="1"' if down < 0 else "")
    box = canvas.box(min(shape.x, shape.to_x), min(shape.y, shape.to_y), abs(across), abs(down), flips)
    outline = _outline(shape.colour, shape.weight, canvas, dashed=shape.dashed, arrow=shape.arrow)
    geometry = f'{box}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline}'
    return _decorative_shape("Line", geometry, canvas, "<wps:cNvCnPr/>")


def _decorative_shape(name: str, properties: str, canvas: _Canvas, kind: str = "<wps:cNvSpPr/>") -> str:
    id_ = canvas.writer.next_id()
    return (
        f'<wps:wsp><wps:cNvPr id="{id_}" name="{name} {id_}" descr="">{_DECORATIVE}</wps:cNvPr>{kind}'
        f"<wps:spPr>{properties}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _label(shape: Label, canvas: _Canvas) -> str:
    size = max(canvas.writer.brand.guide.small, round(canvas.emu(shape.size) / _EMU_PER_POINT * 2) / 2)
    properties = RunFormat(bold=shape.strong or None, colour=canvas.writer.direct_colour(shape.colour), size=size).xml
    style, id_ = canvas.writer.style_id(WordStyle.FIGURE_LABEL), canvas.writer.next_id()
    return (
        f'<wps:wsp><wps:cNvPr id="{id_}" name="Label {id_}"/><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f"{canvas.box(shape.x, shape.y, shape.width, shape.height)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/><w:jc w:val="{_ALIGN[shape.align]}"/></w:pPr>'
        f"{run(shape.text, properties)}"
        '</w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def logo_run(logo: LogoPicture, writer: WordWriter, widest: float = 1000) -> str:
    """Return a run with a brand's logo and its alternative text.

    The logo is no wider than the text, and no wider than `widest` millimetres.
    """
    room = min(widest, writer.page.text_width * MM_PER_TWIP)
    width, height = (round(side * _EMU_PER_MM) for side in logo.size(room))
    return _picture_run("Logo", logo.alt, writer.add_logo(logo), (width, height), writer)


def photo_run(photo: Photograph, writer: WordWriter) -> str:
    """Return a run with a photo, no wider than the text.

    The photo is at most 82 millimetres tall.
    """
    width, height = photo.size
    scale = min(writer.text_width * _EMU_PER_TWIP / width, _TALLEST_PHOTO * _EMU_PER_MM / height)
    size = (round(width * scale), round(height * scale))
    return _picture_run("Photo", photo.alt, writer.add_photo(photo.jpeg), size, writer)


def _picture_run(kind: str, words: str, picture: str, size: tuple[int, int], writer: WordWriter) -> str:
    """Return a run with a picture.

    `picture` is an `a:blip` element, and `words` the alternative text. The picture's name is `kind` and a number.
    `size` is in EMUs.
    """
    number, alt, extent = writer.next_id(), attribute(words), f'cx="{size[0]}" cy="{size[1]}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{kind} {number}" descr={alt}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{kind} {number}" '
        f"descr={alt}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{picture}"
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
