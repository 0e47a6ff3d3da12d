"""Write a Drawing as one group of native, editable shapes."""

from collections.abc import Callable
from typing import Literal, assert_never

from attrs import evolve

from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.field_types import SKIN_ROLES
from coprod_content.content.paths import Point
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span
from coprod_office import DASH, attribute, custom_geometry
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import (
    DECORATIVE,
    NO_LINE,
    POINTS_PER_MM,
    decorative_line,
    decorative_shape,
    emu,
    geometry,
    transform,
)
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.masters import body_properties
from coprod_slides.theme_colours import ThemeColour

LEAST_LABEL = 18
"""The smallest type size of a label, in points."""
_PANEL = Rectangle(x=0, y=0, width=1, height=1, fill="paper")
_LABEL_LINE = 0.95
_OUTLINE = 0.6
_MARGIN = 1.01  # LibreOffice sets lines up to 0.4% wider than the font's metrics suggest
_GROWS_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}
_ALIGNMENTS: dict[str, Literal["", "ctr", "r"]] = {"left": "", "centre": "ctr", "right": "r"}


def figure(drawing: Drawing, alt: str, box: SlideBox, context: PartContext) -> str:
    """Return a drawing scaled to fit `box`.

    If `alt` is empty, the drawing is marked as decorative. If the text above it leaves no room in `box`, its size is 0.
    """
    space = _not_negative(box).fitted(drawing.width, drawing.height)
    scale = space.width / drawing.width
    id_, panel = context.new_id(), ""
    if context.people and _has_people(drawing):
        context = evolve(context, colours=context.people, brand=context.people.of("brand"), people=None)
        panel = _filled("Panel", _PANEL, space, geometry("rect"), context)
    inner = panel + "".join(_shape(shape, scale, space, context) for shape in drawing.shapes)
    described = f"descr={attribute(alt)}/>" if alt else f'descr="">{DECORATIVE}</p:cNvPr>'
    x, y, width, height = (emu(length) for length in (space.x, space.y, space.width, space.height))
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id_}" name="Figure {id_}" {described}<p:cNvGrpSpPr/>'
        f'<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
    )


def _has_people(drawing: Drawing) -> bool:
    return any(isinstance(shape, Path) and shape.fill in SKIN_ROLES for shape in drawing.shapes)


def _shape(shape: Shape, scale: float, space: SlideBox, context: PartContext) -> str:
    def at(x: float, y: float, width: float = 0, height: float = 0) -> SlideBox:
        return SlideBox(space.x + x * scale, space.y + y * scale, width * scale, height * scale)

    match shape:
        case Circle(x=x, y=y, radius=radius):
            box = at(x - radius, y - radius, 2 * radius, 2 * radius)
            return _filled("Circle", shape, box, geometry("ellipse"), context)
        case Rectangle(x=x, y=y, width=width, height=height):
            return _filled("Rectangle", shape, at(x, y, width, height), _rectangle(shape), context)
        case Polygon(bounds=bounds):
            return _filled("Polygon", shape, _around(bounds, at), custom_geometry(shape), context)
        case Path():
            return _path(shape, _around(shape.bounds, at), scale, context)
        case Stroke(x=x, y=y, to_x=to_x, to_y=to_y):
            return _stroke(shape, at(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)), scale, context)
        case Label(x=x, y=y, width=width, height=height):
            return _label(shape, at(x, y, width, height), scale, context)
        case _ as unreachable:
            assert_never(unreachable)


def _colour(role: str, context: PartContext) -> ThemeColour:
    return context.brand if role == "brand" else context.colours.of(role)


def _rectangle(shape: Rectangle) -> str:
    shorter = min(shape.width, shape.height)
    if not shape.corner or shorter <= 0:
        return geometry("rect")
    return geometry("roundRect", min(50_000, round(shape.corner / shorter * 100_000)))


def _around(bounds: tuple[Point, Point], at: Callable[[float, float, float, float], SlideBox]) -> SlideBox:
    (left, top), (right, bottom) = bounds
    return at(left, top, right - left, bottom - top)


def _filled(name: str, shape: Circle | Rectangle | Polygon, box: SlideBox, form: str, context: PartContext) -> str:
    line = _line(shape.outline, _OUTLINE, context, dashed=shape.dashed) if shape.outline else NO_LINE
    fill = _colour(shape.fill, context).with_alpha(shape.opacity).fill
    id_ = context.new_id()
    return decorative_shape(id_, f"{name} {id_}", f"{transform(_not_negative(box))}{form}{fill}{line}")


def _path(shape: Path, box: SlideBox, scale: float, context: PartContext) -> str:
    fill = _colour(shape.fill, context).with_alpha(shape.opacity).fill if shape.fill else "<a:noFill/>"
    line = NO_LINE
    if shape.colour:
        line = _line(shape.colour, shape.weight * scale, context, dashed=shape.dashed, arrow=shape.arrow, round_=True)
    id_ = context.new_id()
    return decorative_shape(id_, f"Path {id_}", f"{transform(_not_negative(box))}{custom_geometry(shape)}{fill}{line}")


def _stroke(shape: Stroke, box: SlideBox, scale: float, context: PartContext) -> str:
    flips = (' flipH="1"' if shape.to_x < shape.x else "") + (' flipV="1"' if shape.to_y < shape.y else "")
    line = _line(shape.colour, shape.weight * scale, context, dashed=shape.dashed, arrow=shape.arrow, round_=True)
    return decorative_line(context.new_id(), f"{transform(box, flips)}{geometry('line')}{line}")


def _line(
    role: str, weight: float, context: PartContext, *, dashed: bool, arrow: bool = False, round_: bool = False
) -> str:
    """Return the `a:ln` element of a line, `weight` millimetres thick.

    `role` is the role of its colour. Only solid lines without an arrowhead can have round ends.
    """
    cap = ' cap="rnd"' if round_ and not (arrow or dashed) else ""
    more = (DASH if dashed else "") + ('<a:tailEnd type="triangle"/>' if arrow else "")
    return f'<a:ln w="{max(0, emu(weight))}"{cap}>{_colour(role, context).fill}{more}</a:ln>'


def _label(shape: Label, box: SlideBox, scale: float, context: PartContext) -> str:
    size = round(max(LEAST_LABEL, shape.size * scale * POINTS_PER_MM) * 2) / 2
    style = TextStyle(size, line=context.line_height * _LABEL_LINE, strong=shape.strong)
    colour = _colour(shape.colour, context)
    format_ = SlideTextFormat(style=style, colour=colour, align=_ALIGNMENTS[shape.align])
    box = _wide_enough(shape, _not_negative(box), style, context)
    id_ = context.new_id()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Label {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}<a:noFill/>{NO_LINE}</p:spPr>"
        f"<p:txBody>{body_properties('ctr', shrinks=False)}<a:lstStyle/>"
        f"{paragraph((Span(shape.text),), format_, context)}</p:txBody></p:sp>"
    )


def _wide_enough(shape: Label, box: SlideBox, style: TextStyle, context: PartContext) -> SlideBox:
    """Return a label's box, widened if a word would otherwise be broken."""
    if context.metrics is None:
        return box
    widest = max((context.metrics.width(word, style) for word in shape.text.split()), default=0.0)
    more = widest * _MARGIN - box.width
    if more <= 0:
        return box
    return evolve(box, x=box.x - more * _GROWS_LEFT[shape.align], width=box.width + more)


def _not_negative(box: SlideBox) -> SlideBox:
    if box.width >= 0 and box.height >= 0:
        return box
    return evolve(box, width=max(0.0, box.width), height=max(0.0, box.height))
