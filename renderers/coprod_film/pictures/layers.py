"""The layers of a picture, which can appear at different times."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from coprod_cards.layout.logo_data import LogoData
from coprod_content.content.drawing import Circle, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.library import Library
from coprod_content.content.model import Scene
from coprod_content.illustration.scenes import drawn_person

WIDTH, HEIGHT = 1280, 720
"""The width and height of a frame, in pixels. Larger films are scaled from this size."""
PIXELS_PER_MM = WIDTH / 338.67
"""The scale of logos, which makes them as large as on a slide."""
Entrance = Literal["at once", "rise", "from left", "from right", "draw"]
Spot = tuple[float, float]


@frozen
class Box:
    """A rectangle in a frame, in pixels."""

    x: float
    y: float
    width: float
    height: float


PICTURE = Box(132, 108, 1016, 508)
"""The box for the drawing of a scene."""
HEADING = Box(132, 22, 1016, 76)
"""The box for the words on the screen in a scene."""
CAPTION = Box(132, 622, 1016, 90)
"""The box for captions."""


@frozen(kw_only=True)
class Words:
    """A paragraph in a picture.

    `size` is the type size, and `after` the space below the paragraph, both in pixels.
    """

    text: str
    size: float
    strong: bool = False
    colour: str = "ink"
    after: float = 0.0


@frozen(kw_only=True)
class Layer:
    """A part of a picture that can appear separately.

    It contains either the shapes of a drawing on a canvas, or words, or a logo. `canvas` is the width and height of the
    drawing, which is scaled to fit into `box`, or to fill it if `fills` is true. `across` and `down` are the position
    of the words in the box. `panel` is the colour role of a panel behind the words, or empty for no panel.
    """

    box: Box
    entrance: Entrance = "rise"
    shapes: tuple[Shape, ...] = ()
    canvas: Spot = (1.0, 1.0)
    fills: bool = False
    words: tuple[Words, ...] = ()
    across: Literal["left", "centre"] = "left"
    down: Literal["top", "middle", "bottom"] = "top"
    panel: str = ""
    logo: LogoData | None = None

    @property
    def scale(self) -> float:
        """Pixels per unit of the drawing, or per millimetre of the logo."""
        if self.logo:
            return PIXELS_PER_MM
        across, down = self.box.width / self.canvas[0], self.box.height / self.canvas[1]
        return max(across, down) if self.fills else min(across, down)


def scene_layers(scene: Scene, library: Library) -> tuple[Layer, ...]:
    """Return the layers of a scene, from back to front."""
    drawing = scene.drawing
    canvas = drawing.width, drawing.height
    ground = drawing.shapes[:1] if drawing.has_ground else ()

    def layer(shapes: tuple[Shape, ...], entrance: Entrance) -> Layer:
        return Layer(box=PICTURE, entrance=entrance, shapes=shapes, canvas=canvas)

    people = (
        layer(drawn_person(each, library.people[each.person]), "from left" if each.x < canvas[0] / 2 else "from right")
        for each in scene.people
    )
    return (
        *(layer((shape,), "at once") for shape in ground),
        *(layer(shapes, _entrance(shapes)) for shapes in grouped_shapes(drawing.shapes[len(ground) :])),
        *people,
        *(layer(shapes, _entrance(shapes)) for shapes in grouped_shapes(scene.front)),
    )


def _entrance(shapes: tuple[Shape, ...]) -> Entrance:
    first = shapes[0]
    is_line = isinstance(first, Stroke) or (isinstance(first, Path) and first.fill is None)
    return "draw" if is_line else "rise"


def grouped_shapes(shapes: tuple[Shape, ...]) -> Iterator[tuple[Shape, ...]]:
    """Yield groups of shapes that belong together.

    Only consecutive shapes can belong together. A label belongs to the shapes that it is on. Shapes of a similar size
    belong together if they touch, but a straight line is always a separate group.
    """
    group: tuple[Shape, ...] = ()
    for shape in shapes:
        if group and not _belongs(shape, group):
            yield group
            group = ()
        group = (*group, shape)
    if group:
        yield group


def _belongs(shape: Shape, group: tuple[Shape, ...]) -> bool:
    if isinstance(shape, Stroke) or isinstance(group[-1], Stroke):
        return False
    (left, top), (right, bottom) = edges(shape)
    (left_, top_), (right_, bottom_) = edges(*group)
    if isinstance(shape, Label):
        middle = (left + right) / 2, (top + bottom) / 2
        return left_ <= middle[0] <= right_ and top_ <= middle[1] <= bottom_
    touches = left <= right_ + 0.5 and left_ <= right + 0.5 and top <= bottom_ + 0.5 and top_ <= bottom + 0.5
    last = edges(group[-1])
    sizes = sorted((max(right - left, bottom - top), max(last[1][0] - last[0][0], last[1][1] - last[0][1])))
    return touches and sizes[1] <= 3 * sizes[0]


def edges(*shapes: Shape) -> tuple[Spot, Spot]:
    """Return the corners of the smallest rectangle around all the given shapes.

    The first is the top left corner, and the second is the bottom right corner.
    """
    corners = [corner for shape in shapes for corner in _corners(shape)]
    across, down = zip(*corners, strict=True)
    return (min(across), min(down)), (max(across), max(down))


def _corners(shape: Shape) -> tuple[Spot, Spot]:
    match shape:
        case Circle(x=x, y=y, radius=radius):
            return (x - radius, y - radius), (x + radius, y + radius)
        case Rectangle(x=x, y=y, width=width, height=height) | Label(x=x, y=y, width=width, height=height):
            return (x, y), (x + width, y + height)
        case Stroke(x=x, y=y, to_x=to_x, to_y=to_y):
            return (min(x, to_x), min(y, to_y)), (max(x, to_x), max(y, to_y))
        case Polygon() | Path():
            return shape.bounds
