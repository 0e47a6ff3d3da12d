"""Slide shapes reduced to simple forms. Lengths are in points."""

import base64
import math

from attrs import evolve, frozen

from coprod_office.reading.colours import ResolvedColour, fill_colours, fill_in
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.xml import A, Element, first_child

EMU_PER_PT = 12_700
_GEOMETRIES = (f"{A}prstGeom", f"{A}custGeom")
_COMMANDS = {f"{A}moveTo": "M", f"{A}lnTo": "L", f"{A}cubicBezTo": "C", f"{A}close": "Z"}
_ROUND_CORNER = 0.16667
"""The default corner radius of a rounded rectangle, as a fraction of its shorter side."""
_ARROW_HEAD = 3.0
"""Length and width of an arrowhead, as multiples of its line's width."""
Points = tuple[tuple[float, float], ...]


@frozen(kw_only=True)
class DrawnShape:
    """A shape of a slide, in the form that the preview draws.

    `kind` is rect, ellipse, polygon, path, line or image. `weight` is the line width, `round` the radius of corners or
    line ends, and `turn` the rotation in degrees. `points` are a polygon's corners or a line's ends, `commands` are a
    path's commands in SVG form, `head` contains an arrowhead's corners, and `data` is an image's `data:` URL.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    fill: ResolvedColour | None = None
    stroke: ResolvedColour | None = None
    weight: float = 0.0
    round: float = 0.0
    turn: float = 0.0
    dashed: bool = False
    points: Points = ()
    commands: str = ""
    head: Points = ()
    data: str = ""


def rectangle(box: ShapeBox, properties: Element | None) -> DrawnShape:
    """Return a rectangle with a shape's position, size and rotation."""
    transform = None if properties is None else first_child(properties, f"{A}xfrm")
    turn = 0.0 if transform is None else int(transform.get("rot", "0")) / 60_000
    x, y, width, height = (rounded(length / EMU_PER_PT) for length in box)
    return DrawnShape(kind="rect", x=x, y=y, width=width, height=height, turn=turn)


def has_geometry(properties: Element | None) -> bool:
    """Return whether shape properties specify a geometry."""
    return properties is not None and any(first_child(properties, tag) is not None for tag in _GEOMETRIES)


def with_geometry(box: DrawnShape, properties: Element | None) -> DrawnShape:
    """Return `box` with the geometry that the shape properties specify.

    Custom paths, ellipses, rounded rectangles and triangles are supported. For any other geometry, or none, `box` is
    returned unchanged.
    """
    if properties is None:
        return box
    path = properties.find(f"{A}custGeom/{A}pathLst/{A}path")
    if path is not None:
        across, down = box.width / float(path.get("w", "1")), box.height / float(path.get("h", "1"))
        drawn = " ".join(_command(step, box, across, down) for step in path)
        return evolve(box, kind="path", commands=drawn)
    preset = first_child(properties, f"{A}prstGeom")
    match "" if preset is None else preset.get("prst"):
        case "ellipse":
            return evolve(box, kind="ellipse")
        case "roundRect":
            adjusted = properties.find(f"{A}prstGeom//{A}gd")
            share = _ROUND_CORNER if adjusted is None else int(adjusted.get("fmla", "val 0").split()[-1]) / 100_000
            return evolve(box, round=rounded(min(box.width, box.height) * share))
        case "triangle":
            bottom = box.y + box.height
            points = ((box.x + box.width / 2, box.y), (box.x + box.width, bottom), (box.x, bottom))
            return evolve(box, kind="polygon", points=points)
        case _:
            return box


def _command(step: Element, box: DrawnShape, across: float, down: float) -> str:
    """Return a step of a custom path as an SVG command.

    `across` and `down` are the scale factors from the path's coordinates to points.
    """
    points = (
        f"{rounded(box.x + int(point.get('x', '0')) * across)},{rounded(box.y + int(point.get('y', '0')) * down)}"
        for point in step
    )
    return " ".join((_COMMANDS[step.tag], *points))


def with_outline(shape: DrawnShape, properties: Element | None, theme: OfficeTheme) -> DrawnShape:
    """Return a shape with the outline that its properties specify.

    Return the shape unchanged if they specify none, or if the outline's colour is unknown.
    """
    outline = None if properties is None else first_child(properties, f"{A}ln")
    stroke = solid_fill(outline, theme)
    if outline is None or stroke is None:
        return shape
    dashed = outline.find(f"{A}prstDash[@val='dash']") is not None
    return evolve(shape, stroke=stroke, weight=int(outline.get("w", "9525")) / EMU_PER_PT, dashed=dashed)


def solid_fill(parent: Element | None, theme: OfficeTheme) -> ResolvedColour | None:
    """Return the colour that fills an element, or a gradient's first colour.

    Return None if the element has no fill, or if the colour is unknown.
    """
    fill = None if parent is None else fill_in(parent)
    return next(iter(fill_colours(fill, theme) or ()), None) if fill is not None else None


def connector(box: DrawnShape, properties: Element, theme: OfficeTheme) -> DrawnShape | None:
    """Return a connector's line, or None if it is not visible.

    An arrow's line ends inside its arrowhead.
    """
    outlined = with_outline(box, properties, theme)
    outline, transform = first_child(properties, f"{A}ln"), first_child(properties, f"{A}xfrm")
    if outlined.stroke is None or outline is None or transform is None:
        return None
    x, y, to_x, to_y = box.x, box.y, box.x + box.width, box.y + box.height
    if transform.get("flipH") == "1":
        x, to_x = to_x, x
    if transform.get("flipV") == "1":
        y, to_y = to_y, y
    weight = outlined.weight
    head: Points = ()
    if first_child(outline, f"{A}tailEnd") is not None:
        head = _arrow_head(x, y, to_x, to_y, weight)
        to_x, to_y = ((one + two + 2 * tip) / 4 for tip, one, two in zip(*head, strict=True))
    return evolve(
        outlined,
        kind="line",
        points=((rounded(x), rounded(y)), (rounded(to_x), rounded(to_y))),
        weight=rounded(weight),
        round=rounded(weight / 2) if outline.get("cap") == "rnd" else 0.0,
        head=head,
    )


def _arrow_head(x: float, y: float, to_x: float, to_y: float, weight: float) -> Points:
    """Return the tip of an arrowhead, then its other two corners."""
    length = math.hypot(to_x - x, to_y - y) or 1.0
    across, down = (to_x - x) / length, (to_y - y) / length
    long, wide = weight * _ARROW_HEAD, weight * _ARROW_HEAD / 2
    back_x, back_y = to_x - across * long, to_y - down * long
    corners = (
        (to_x, to_y),
        (back_x - down * wide, back_y + across * wide),
        (back_x + down * wide, back_y - across * wide),
    )
    return tuple((rounded(cx), rounded(cy)) for cx, cy in corners)


def image(box: DrawnShape, data: bytes) -> DrawnShape:
    """Return a PNG or JPEG image that fills a box."""
    media_type = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return evolve(box, kind="image", data=f"data:{media_type};base64,{base64.b64encode(data).decode()}")


def rounded(length: float) -> float:
    """Round a length to a hundredth of a point."""
    return round(length, 2)
