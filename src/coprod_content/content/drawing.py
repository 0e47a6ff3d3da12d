"""A Drawing: simple shapes on a canvas, drawn natively by each renderer.

Coordinates are in drawing units with the origin at the top left; a renderer scales the canvas to its frame,
so that at a scale of one a unit is a millimetre. Colours are roles of the brand, never values.
"""

from typing import Literal, assert_never

from attrs import evolve, frozen

from coprod_content.content.field_types import Corner, Extent, Line, Percent, Points, Role, Units

Align = Literal["left", "centre", "right"]


@frozen(kw_only=True)
class Circle:
    """A filled circle: centre and radius, with a line round it where `outline` names its colour."""

    x: Units
    y: Units
    radius: Extent
    fill: Role
    opacity: Percent = 100
    outline: Role | None = None
    shape: Literal["circle"] = "circle"


@frozen(kw_only=True)
class Rectangle:
    """A filled rectangle: top left corner, size, and the radius of its corners; `outline` as in Circle."""

    x: Units
    y: Units
    width: Extent
    height: Extent
    fill: Role
    corner: Corner = 0.0
    opacity: Percent = 100
    outline: Role | None = None
    shape: Literal["rectangle"] = "rectangle"


@frozen(kw_only=True)
class Polygon:
    """A filled shape of straight sides: its corners in order, as `"x,y x,y x,y"`; `outline` as in Circle."""

    points: Points
    fill: Role
    opacity: Percent = 100
    outline: Role | None = None
    shape: Literal["polygon"] = "polygon"

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The corners as pairs of numbers, in drawing units."""
        pairs = (point.split(",") for point in self.points.split())
        return tuple((float(x), float(y)) for x, y in pairs)


@frozen(kw_only=True)
class Stroke:
    """A straight line from one point to another: with round ends, or with an arrow head at its end."""

    x: Units
    y: Units
    to_x: Units
    to_y: Units
    colour: Role
    weight: Extent = 0.6
    arrow: bool = False
    shape: Literal["line"] = "line"


@frozen(kw_only=True)
class Label:
    """Words in a box: top left corner and size of the box, height of the type in drawing units."""

    x: Units
    y: Units
    width: Extent
    height: Extent
    text: Line
    size: Extent
    colour: Role = "ink"
    align: Align = "centre"
    strong: bool = False
    shape: Literal["label"] = "label"


Shape = Circle | Rectangle | Polygon | Stroke | Label


@frozen(kw_only=True)
class Drawing:
    """Shapes in drawing order, back to front, on a canvas of `width` by `height` units."""

    width: Extent
    height: Extent
    shapes: tuple[Shape, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The text of every label, in drawing order."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))


def on_background(drawing: Drawing, ground: str, tone: float = 1.0) -> Drawing:
    """A drawing on a ground of some colour: what has that colour is paper instead, in a share of its opacity."""
    return evolve(drawing, shapes=tuple(_on_ground(shape, ground, tone) for shape in drawing.shapes))


def _on_ground(shape: Shape, ground: str, tone: float) -> Shape:
    if isinstance(shape, Stroke | Label):
        return evolve(shape, colour="paper") if shape.colour == ground else shape
    return evolve(shape, fill="paper", opacity=round(shape.opacity * tone)) if shape.fill == ground else shape


def placed_shapes(drawing: Drawing, x: float, y: float, scale: float) -> tuple[Shape, ...]:
    """The shapes of a drawing on a larger canvas, at a place and in a scale of their own."""
    return tuple(_moved(shape, x, y, scale) for shape in drawing.shapes)


def _moved(shape: Shape, x: float, y: float, scale: float) -> Shape:
    def at(spot: tuple[float, float]) -> tuple[float, float]:
        return round(x + spot[0] * scale, 2), round(y + spot[1] * scale, 2)

    match shape:
        case Polygon(corners=corners):
            return evolve(shape, points=" ".join(f"{across:g},{down:g}" for across, down in map(at, corners)))
        case Circle(radius=radius):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, radius=radius * scale)
        case Rectangle(width=width, height=height, corner=corner):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, width=width * scale, height=height * scale, corner=corner * scale)
        case Stroke(weight=weight):
            (across, down), (to_x, to_y) = at((shape.x, shape.y)), at((shape.to_x, shape.to_y))
            return evolve(shape, x=across, y=down, to_x=to_x, to_y=to_y, weight=weight * scale)
        case Label(width=width, height=height, size=size):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, width=width * scale, height=height * scale, size=size * scale)
        case _ as unreachable:
            assert_never(unreachable)
