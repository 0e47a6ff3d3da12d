"""Drawings: simple shapes on a canvas, drawn natively by each renderer.

Coordinates are in drawing units from the top left corner. A renderer scales the canvas to its frame; at a scale of one,
a unit is a millimetre. Colours are names of roles in the brand's palette, never colour values.
"""

from typing import Literal, assert_never

from attrs import evolve, frozen

from coprod_content.content.field_types import Corner, Extent, Line, Percent, Points, Role, Units

Align = Literal["left", "centre", "right"]


@frozen(kw_only=True)
class Circle:
    """A filled circle."""

    x: Units
    """The distance from the left of the canvas to the centre, in drawing units."""
    y: Units
    """The distance from the top of the canvas to the centre, in drawing units."""
    radius: Extent
    """The radius of the circle, in drawing units."""
    fill: Role
    """The colour inside the circle."""
    opacity: Percent = 100
    """How opaque the fill is, from 0 (invisible) to 100 (solid)."""
    outline: Role | None = None
    """The colour of the outline. If it is left out, no outline is drawn."""
    shape: Literal["circle"] = "circle"
    """Identifies the shape as a circle."""


@frozen(kw_only=True)
class Rectangle:
    """A filled rectangle."""

    x: Units
    """The distance from the left of the canvas to the left edge, in drawing units."""
    y: Units
    """The distance from the top of the canvas to the top edge, in drawing units."""
    width: Extent
    """The width of the rectangle, in drawing units."""
    height: Extent
    """The height of the rectangle, in drawing units."""
    fill: Role
    """The colour inside the rectangle."""
    corner: Corner = 0.0
    """The radius of the rounded corners, in drawing units. The default, 0, makes them square."""
    opacity: Percent = 100
    """How opaque the fill is, from 0 (invisible) to 100 (solid)."""
    outline: Role | None = None
    """The colour of the outline. If it is left out, no outline is drawn."""
    shape: Literal["rectangle"] = "rectangle"
    """Identifies the shape as a rectangle."""


@frozen(kw_only=True)
class Polygon:
    """A filled shape with straight sides."""

    points: Points
    """The corners in order, as x,y pairs in drawing units, such as "0,0 50,100 100,0"."""
    fill: Role
    """The colour inside the polygon."""
    opacity: Percent = 100
    """How opaque the fill is, from 0 (invisible) to 100 (solid)."""
    outline: Role | None = None
    """The colour of the outline. If it is left out, no outline is drawn."""
    shape: Literal["polygon"] = "polygon"
    """Identifies the shape as a polygon."""

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The corners as (x, y) pairs."""
        pairs = (point.split(",") for point in self.points.split())
        return tuple((float(x), float(y)) for x, y in pairs)


@frozen(kw_only=True)
class Stroke:
    """A straight line with round ends or an arrowhead."""

    x: Units
    """The distance from the left of the canvas to the start, in drawing units."""
    y: Units
    """The distance from the top of the canvas to the start, in drawing units."""
    to_x: Units
    """The distance from the left of the canvas to the end, in drawing units."""
    to_y: Units
    """The distance from the top of the canvas to the end, in drawing units."""
    colour: Role
    """The colour of the line."""
    weight: Extent = 0.6
    """The thickness of the line, in drawing units."""
    arrow: bool = False
    """Whether the line ends in an arrowhead."""
    shape: Literal["line"] = "line"
    """Identifies the shape as a straight line."""


@frozen(kw_only=True)
class Label:
    """Text in a box."""

    x: Units
    """The distance from the left of the canvas to the left edge of the box, in drawing units."""
    y: Units
    """The distance from the top of the canvas to the top edge of the box, in drawing units."""
    width: Extent
    """The width of the box, in drawing units."""
    height: Extent
    """The height of the box, in drawing units."""
    text: Line
    """The text in the box."""
    size: Extent
    """The type size, in drawing units."""
    colour: Role = "ink"
    """The colour of the text."""
    align: Align = "centre"
    """How the text is aligned in the box."""
    strong: bool = False
    """Whether the text is bold."""
    shape: Literal["label"] = "label"
    """Identifies the shape as text in a box."""


Shape = Circle | Rectangle | Polygon | Stroke | Label


@frozen(kw_only=True)
class Drawing:
    """A drawing, made of shapes on a canvas."""

    width: Extent
    """The width of the canvas, in drawing units."""
    height: Extent
    """The height of the canvas, in drawing units."""
    shapes: tuple[Shape, ...]
    """The shapes, from back to front."""

    @property
    def words(self) -> tuple[str, ...]:
        """The text of each label, from back to front."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))


def on_background(drawing: Drawing, background: str, tone: float = 1.0) -> Drawing:
    """Recolour shapes that would be invisible on a coloured background.

    `background` is the colour role of the background. Shapes of this colour get the colour `paper` instead, and the
    opacity of their fill is multiplied by `tone`. Returns a copy of the drawing.
    """
    return evolve(drawing, shapes=tuple(_on_background(shape, background, tone) for shape in drawing.shapes))


def _on_background(shape: Shape, background: str, tone: float) -> Shape:
    if isinstance(shape, Stroke | Label):
        return evolve(shape, colour="paper") if shape.colour == background else shape
    return evolve(shape, fill="paper", opacity=round(shape.opacity * tone)) if shape.fill == background else shape


def placed_shapes(drawing: Drawing, x: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return a drawing's shapes, scaled by `scale`, then moved by (`x`, `y`)."""
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
