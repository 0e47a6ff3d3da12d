"""Drawings: simple shapes on a canvas, drawn natively by each renderer.

Coordinates are in drawing units from the top left corner. A renderer scales the canvas to its frame; at a scale of one,
a unit is a millimetre. Colours are roles in the brand's palette, never colour values.
"""

from typing import Literal, assert_never

from attrs import evolve, frozen

from coprod_content.content.field_types import Corner, Extent, Line, Percent, Points, Role, Units

Align = Literal["left", "centre", "right"]


@frozen(kw_only=True)
class Circle:
    """A filled circle."""

    x: Units
    """How far the centre is from the left of the canvas."""
    y: Units
    """How far the centre is from the top of the canvas."""
    radius: Extent
    """The radius of the circle."""
    fill: Role
    """The colour inside the circle."""
    opacity: Percent = 100
    """How opaque the fill is, as a percentage."""
    outline: Role | None = None
    """The colour of a line round the circle."""
    shape: Literal["circle"] = "circle"
    """Identifies the shape as a circle."""


@frozen(kw_only=True)
class Rectangle:
    """A filled rectangle."""

    x: Units
    """How far the left edge is from the left of the canvas."""
    y: Units
    """How far the top edge is from the top of the canvas."""
    width: Extent
    """The width of the rectangle."""
    height: Extent
    """The height of the rectangle."""
    fill: Role
    """The colour inside the rectangle."""
    corner: Corner = 0.0
    """The radius of the corners."""
    opacity: Percent = 100
    """How opaque the fill is, as a percentage."""
    outline: Role | None = None
    """The colour of a line round the rectangle."""
    shape: Literal["rectangle"] = "rectangle"
    """Identifies the shape as a rectangle."""


@frozen(kw_only=True)
class Polygon:
    """A filled shape with straight sides."""

    points: Points
    """The corners in order, such as "0,0 50,100 100,0"."""
    fill: Role
    """The colour inside the polygon."""
    opacity: Percent = 100
    """How opaque the fill is, as a percentage."""
    outline: Role | None = None
    """The colour of a line round the polygon."""
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
    """How far the start is from the left of the canvas."""
    y: Units
    """How far the start is from the top of the canvas."""
    to_x: Units
    """How far the end is from the left of the canvas."""
    to_y: Units
    """How far the end is from the top of the canvas."""
    colour: Role
    """The colour of the line."""
    weight: Extent = 0.6
    """The thickness of the line."""
    arrow: bool = False
    """Whether the line ends in an arrowhead."""
    shape: Literal["line"] = "line"
    """Identifies the shape as a straight line."""


@frozen(kw_only=True)
class Label:
    """Words in a box."""

    x: Units
    """How far the left edge of the box is from the left of the canvas."""
    y: Units
    """How far the top edge of the box is from the top of the canvas."""
    width: Extent
    """The width of the box."""
    height: Extent
    """The height of the box."""
    text: Line
    """The words in the box."""
    size: Extent
    """The type size, in drawing units."""
    colour: Role = "ink"
    """The colour of the words."""
    align: Align = "centre"
    """How lines are aligned in the box."""
    strong: bool = False
    """Whether the words are bold."""
    shape: Literal["label"] = "label"
    """Identifies the shape as words in a box."""


Shape = Circle | Rectangle | Polygon | Stroke | Label


@frozen(kw_only=True)
class Drawing:
    """Shapes on a canvas, in drawing units."""

    width: Extent
    """The width of the canvas."""
    height: Extent
    """The height of the canvas."""
    shapes: tuple[Shape, ...]
    """The shapes, from back to front."""

    @property
    def words(self) -> tuple[str, ...]:
        """The text of each label, in drawing order."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))


def on_background(drawing: Drawing, background: str, tone: float = 1.0) -> Drawing:
    """Recolour shapes that would be invisible on a coloured background.

    `background` is a colour role. Shapes in that role change to `paper`, and fill opacity is multiplied by `tone`.
    """
    return evolve(drawing, shapes=tuple(_on_background(shape, background, tone) for shape in drawing.shapes))


def _on_background(shape: Shape, background: str, tone: float) -> Shape:
    if isinstance(shape, Stroke | Label):
        return evolve(shape, colour="paper") if shape.colour == background else shape
    return evolve(shape, fill="paper", opacity=round(shape.opacity * tone)) if shape.fill == background else shape


def placed_shapes(drawing: Drawing, x: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return a drawing's shapes, scaled and then moved by (`x`, `y`)."""
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
