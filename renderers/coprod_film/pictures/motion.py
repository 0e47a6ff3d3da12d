"""How the layers of each shot come into the picture."""

from collections.abc import Iterator
from functools import lru_cache
from math import dist

from attrs import frozen

from coprod_content.content.drawing import Drawing, Shape
from coprod_content.editions.sections.theme_pictures import placed_shapes
from coprod_film.pictures.layers import Layer, Spot, edges

_FIRST, _LONGEST_STEP, _ALL_WITHIN = 0.35, 0.4, 2.4
"""Times in seconds: the start of the first layer, and the longest times between two layers and from first to last."""
_FADE, _MOVE = 0.5, 1.0
_FARTHEST = 0.4
"""How far a shape can move, as a fraction of the width of the canvas."""


@frozen(kw_only=True)
class Motion:
    """How a layer comes into the picture.

    The motion lasts from `start` to `end`, in seconds from the beginning of the shot. A layer that was elsewhere in the
    previous shot moves from there: `moved` is how far it moves across and down, in pixels, or None for other layers. A
    layer whose `start` equals its `end` is there from the beginning.
    """

    layer: Layer
    start: float = 0.0
    end: float = 0.0
    moved: Spot | None = None

    def share(self, seconds: float) -> float:
        """Return how much of the motion has happened, from 0 to 1.

        `seconds` is the time in the shot. The motion begins and ends slowly.
        """
        if seconds >= self.end:
            return 1.0
        time = max(0.0, (seconds - self.start) / (self.end - self.start))
        return time * time * (3 - 2 * time)


def motions(layers: tuple[Layer, ...], before: tuple[Layer, ...]) -> tuple[Motion, ...]:
    """Return how the layers of a shot come into the picture.

    `before` contains the layers of the previous shot. Layers that were in that shot stay. A layer that looks like a
    nearby layer of that shot moves from there. All others appear one after another, from back to front, except those
    whose entrance is "at once".
    """
    moved = dict(_moves(layers, before))
    new = [layer for layer in layers if layer.entrance != "at once" and layer not in before and layer not in moved]
    step = min(_LONGEST_STEP, _ALL_WITHIN / max(1, len(new)))
    starts = {layer: _FIRST + at * step for at, layer in enumerate(new)}
    return tuple(_motion(layer, starts, moved) for layer in layers)


def _motion(layer: Layer, starts: dict[Layer, float], moved: dict[Layer, Spot]) -> Motion:
    if layer in moved:
        return Motion(layer=layer, start=_FIRST, end=_FIRST + _MOVE, moved=moved[layer])
    if layer in starts:
        return Motion(layer=layer, start=starts[layer], end=starts[layer] + _FADE)
    return Motion(layer=layer)


def still(layers: tuple[Layer, ...]) -> tuple[Motion, ...]:
    """Return motions for layers that are all there from the beginning."""
    return tuple(Motion(layer=layer) for layer in layers)


def _moves(layers: tuple[Layer, ...], before: tuple[Layer, ...]) -> Iterator[tuple[Layer, Spot]]:
    """Yield each layer that moves, with `moved` as in `Motion`."""
    free = [layer for layer in before if layer.shapes and layer not in layers]
    for layer in layers:
        if not layer.shapes or layer in before or layer.entrance == "at once":
            continue
        alike = [other for other in free if other.canvas == layer.canvas and _form(other) == _form(layer)]
        if not alike:
            continue
        nearest = min(alike, key=lambda other: dist(_place(other), _place(layer)))
        if dist(_place(nearest), _place(layer)) <= _FARTHEST * layer.canvas[0]:
            free.remove(nearest)
            across, down = (b - a for a, b in zip(_place(nearest), _place(layer), strict=True))
            yield layer, (across * layer.scale, down * layer.scale)


@lru_cache(maxsize=1024)
def _form(layer: Layer) -> tuple[Shape, ...]:
    """Return a layer's shapes, moved to the canvas's top left corner."""
    left, top = _place(layer)
    drawing = Drawing(width=layer.canvas[0], height=layer.canvas[1], shapes=layer.shapes)
    return placed_shapes(drawing, -left, -top, 1.0)


@lru_cache(maxsize=1024)
def _place(layer: Layer) -> Spot:
    return edges(*layer.shapes)[0]
