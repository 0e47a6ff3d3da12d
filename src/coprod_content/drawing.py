"""A Drawing: simple shapes on a canvas, drawn natively by each renderer.

Coordinates are in drawing units with the origin at the top left; a renderer scales the canvas to its frame,
so that at a scale of one a unit is a millimetre. Colours are roles of the brand, never values.
"""

from typing import Literal

from attrs import frozen

from coprod_content.fields import Corner, Extent, Line, Percent, Role, Units

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
class Stroke:
    """A straight line from one point to another, with or without an arrow head at its end."""

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


Shape = Circle | Rectangle | Stroke | Label


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
