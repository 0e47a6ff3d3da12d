"""A Drawing as one group of native shapes that can be edited."""

from typing import assert_never

from attrs import evolve

from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Rectangle, Shape, Stroke
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span
from coprod_office import attribute
from coprod_slides.box import SlideBox, around
from coprod_slides.drawingml import DECORATIVE, emu, geometry, transform
from coprod_slides.slide.paragraphs import ParagraphFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.theme_colours import ThemeColour, of_role

_LEAST_SIZE, _OUTLINE = 18, 0.6
_POINTS = 72 / 25.4
_ROOM = 1.01  # LibreOffice sets a line up to 0.4 % wider than its font says
_GROWS_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}
_ALIGNMENTS = {"left": "", "centre": "ctr", "right": "r"}


def figure(drawing: Drawing, alt: str, box: SlideBox, context: PartContext) -> str:
    """A group that fills a box as far as its proportions let it, with the text that stands for it.

    Without such a text it only decorates.
    """
    space = box.fitted(drawing.width, drawing.height)
    scale = space.width / drawing.width
    id_ = context.fresh()
    inner = "".join(_shape(shape, scale, space, context) for shape in drawing.shapes)
    told = f"descr={attribute(alt)}/>" if alt else f'descr="">{DECORATIVE}</p:cNvPr>'
    x, y, wide, high = (emu(length) for length in (space.x, space.y, space.width, space.height))
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id_}" name="Figure {id_}" {told}<p:cNvGrpSpPr/>'
        f'<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
    )


def _shape(shape: Shape, scale: float, space: SlideBox, context: PartContext) -> str:
    def at(x: float, y: float, width: float = 0, height: float = 0) -> SlideBox:
        return SlideBox(space.x + x * scale, space.y + y * scale, width * scale, height * scale)

    match shape:
        case Circle(x=x, y=y, radius=radius):
            centre = at(x, y)
            return _filled("Circle", shape, around(centre.x, centre.y, radius * scale), geometry("ellipse"), context)
        case Rectangle(x=x, y=y, width=width, height=height):
            return _filled("Rectangle", shape, at(x, y, width, height), _rounded(shape), context)
        case Polygon(corners=corners):
            (left, right), (top, bottom) = ((min(all_), max(all_)) for all_ in zip(*corners, strict=True))
            box = at(left, top, right - left, bottom - top)
            return _filled("Polygon", shape, box, _outlined(shape, left, top, scale), context)
        case Stroke(x=x, y=y, to_x=to_x, to_y=to_y):
            return _stroke(shape, at(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)), scale, context)
        case Label(x=x, y=y, width=width, height=height):
            return _label(shape, at(x, y, width, height), scale, context)
        case _ as unreachable:
            assert_never(unreachable)


def _colour(role: str, context: PartContext) -> ThemeColour:
    return context.sun if role == "sun" else of_role(role)


def _rounded(shape: Rectangle) -> str:
    shorter = min(shape.width, shape.height)
    if not shape.corner or shorter <= 0:
        return geometry("rect")
    return geometry("roundRect", min(50_000, round(shape.corner / shorter * 100_000)))


def _outlined(shape: Polygon, left: float, top: float, scale: float) -> str:
    """A freeform through the corners, in English Metric Units from the upper left of its box."""
    spots = [(emu((x - left) * scale), emu((y - top) * scale)) for x, y in shape.corners]
    wide, high = (max(all_) for all_ in zip(*spots, strict=True))
    first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in spots)
    lines = "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in others)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}"><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def _filled(name: str, shape: Circle | Rectangle | Polygon, box: SlideBox, form: str, context: PartContext) -> str:
    line = (
        f'<a:ln w="{emu(_OUTLINE)}">{_colour(shape.outline, context).fill}</a:ln>'
        if shape.outline
        else "<a:ln><a:noFill/></a:ln>"
    )
    fill = _colour(shape.fill, context).see_through(shape.opacity).fill
    id_ = context.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform(_upright(box))}{form}{fill}{line}</p:spPr></p:sp>"
    )


def _stroke(shape: Stroke, box: SlideBox, scale: float, context: PartContext) -> str:
    turned = (' flipH="1"' if shape.to_x < shape.x else "") + (' flipV="1"' if shape.to_y < shape.y else "")
    head = '<a:tailEnd type="triangle"/>' if shape.arrow else ""
    cap = "" if shape.arrow else ' cap="rnd"'
    line = f'<a:ln w="{max(0, emu(shape.weight * scale))}"{cap}>{_colour(shape.colour, context).fill}{head}</a:ln>'
    id_ = context.fresh()
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="Line {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(box, turned)}{geometry('line')}{line}</p:spPr></p:cxnSp>"
    )


def _label(shape: Label, box: SlideBox, scale: float, context: PartContext) -> str:
    size = max(_LEAST_SIZE, shape.size * scale * _POINTS)
    line = ParagraphFormat(
        type=TextStyle(round(size * 2) / 2, line=context.natural * 0.95, strong=shape.strong),
        colour=_colour(shape.colour, context),
        align=_ALIGNMENTS[shape.align],  # type: ignore[arg-type]  # the values are those of the type
    )
    box = _with_whole_words(shape, _upright(box), line.type, context)
    id_ = context.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Label {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}<a:noFill/></p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraph((Span(shape.text),), line, context)}</p:txBody></p:sp>"
    )


def _with_whole_words(shape: Label, box: SlideBox, type_: TextStyle, context: PartContext) -> SlideBox:
    """The box of a label, wider where a word would be broken: in a small drawing words do not get smaller any more."""
    widest = max((context.face.width(word, type_) for word in shape.text.split()), default=0.0) if context.face else 0.0
    more = widest * _ROOM - box.width
    if more <= 0:
        return box
    return evolve(box, x=box.x - more * _GROWS_LEFT[shape.align], width=box.width + more)


def _upright(box: SlideBox) -> SlideBox:
    """A box whose sides are not negative, whatever the drawing says."""
    return evolve(box, width=max(0.0, box.width), height=max(0.0, box.height))
