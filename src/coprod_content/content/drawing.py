"""Drawings: simple shapes on a canvas, drawn natively by each renderer.

Coordinates are in drawing units from the top left corner. A renderer scales the canvas to its frame; at a scale of one,
a unit is a millimetre. Colours are names of roles in the brand's palette, never colour values.
"""

from typing import Literal

from attrs import evolve, frozen

from coprod_content.content.field_types import Corner, Extent, Line, PathCommands, Percent, Points, Role, Units
from coprod_content.content.paths import PathStep, Point, bounds, path_bounds, path_steps, polygon_steps

Align = Literal["left", "centre", "right"]


@frozen(kw_only=True, cache_hash=True)
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
    dashed: bool = False
    """Whether the outline is dashed."""
    shape: Literal["circle"] = "circle"
    """Identifies the shape as a circle."""


@frozen(kw_only=True, cache_hash=True)
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
    dashed: bool = False
    """Whether the outline is dashed."""
    shape: Literal["rectangle"] = "rectangle"
    """Identifies the shape as a rectangle."""


@frozen(kw_only=True, cache_hash=True)
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
    dashed: bool = False
    """Whether the outline is dashed."""
    shape: Literal["polygon"] = "polygon"
    """Identifies the shape as a polygon."""

    @property
    def corners(self) -> tuple[Point, ...]:
        """The corners as (x, y) pairs."""
        return tuple(point for step in self.steps for point in step.points)

    @property
    def steps(self) -> tuple[PathStep, ...]:
        """The steps of a path around the polygon."""
        return polygon_steps(self.points)

    @property
    def bounds(self) -> tuple[Point, Point]:
        """The top left and bottom right corners of the polygon's bounding box."""
        return bounds(self.steps)


@frozen(kw_only=True, cache_hash=True)
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
    dashed: bool = False
    """Whether the line is dashed."""
    arrow: bool = False
    """Whether the line ends in an arrowhead."""
    shape: Literal["line"] = "line"
    """Identifies the shape as a straight line."""


@frozen(kw_only=True, cache_hash=True)
class Path:
    """A line or a filled shape, made of straight lines and curves."""

    commands: PathCommands
    """How to draw the path, as in SVG. `M x,y` starts at a point, `L x,y` draws a straight line to a point, and `Z`
    closes the path. `C x,y x,y x,y` draws a curve to the last point, leaving towards the first and arriving from the
    second.
    """
    fill: Role | None = None
    """The colour inside the path. If it is left out, the inside is not filled."""
    opacity: Percent = 100
    """How opaque the fill is, from 0 (invisible) to 100 (solid)."""
    colour: Role | None = None
    """The colour of the line. If it is left out, no line is drawn."""
    weight: Extent = 0.6
    """The thickness of the line, in drawing units."""
    dashed: bool = False
    """Whether the line is dashed."""
    arrow: bool = False
    """Whether the line ends in an arrowhead."""
    shape: Literal["path"] = "path"
    """Identifies the shape as a path."""

    @property
    def steps(self) -> tuple[PathStep, ...]:
        """The commands in order, with their points."""
        return path_steps(self.commands)

    @property
    def bounds(self) -> tuple[Point, Point]:
        """The top left and bottom right corners of the path's bounding box."""
        return path_bounds(self.commands)

    @property
    def end(self) -> tuple[Point, Point]:
        """The last point, and the last one before it that differs.

        An arrowhead is placed at the first of the two, and points away from the other. If all points are the same, that
        point is given twice.
        """
        points = [point for step in self.steps for point in step.points]
        return points[-1], next((point for point in reversed(points) if point != points[-1]), points[-1])


@frozen(kw_only=True, cache_hash=True)
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


Shape = Circle | Rectangle | Polygon | Path | Stroke | Label


@frozen(kw_only=True, cache_hash=True)
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

    @property
    def has_ground(self) -> bool:
        """Whether the shape at the back is a canvas-sized rectangle.

        A larger rectangle counts too. Its position is not checked.
        """
        ground = self.shapes[0] if self.shapes else None
        return isinstance(ground, Rectangle) and ground.width >= self.width and ground.height >= self.height


def on_background(drawing: Drawing, background: str, tone: float = 1.0) -> Drawing:
    """Return a drawing recoloured to be visible on a coloured background.

    `background` is the colour role of the background. Lines, labels and fills of that colour become `paper`, and the
    opacity of such fills is multiplied by `tone`. A drawing with a ground (`has_ground`) is returned unchanged.
    """
    shapes = (_on_background(shape, background, tone) for shape in drawing.shapes)
    return drawing if drawing.has_ground else evolve(drawing, shapes=tuple(shapes))


def _on_background(shape: Shape, background: str, tone: float) -> Shape:
    if isinstance(shape, Stroke | Label):
        return evolve(shape, colour="paper") if shape.colour == background else shape
    if isinstance(shape, Path) and shape.colour == background:
        shape = evolve(shape, colour="paper")
    return evolve(shape, fill="paper", opacity=round(shape.opacity * tone)) if shape.fill == background else shape
