"""Paint the frames of a film."""

from collections.abc import Iterator, Mapping

from attrs import frozen
from PIL import Image

from coprod_content.content.drawing import Path, Stroke
from coprod_film.pictures.drawn_layers import DrawnLayer
from coprod_film.pictures.layers import HEIGHT, WIDTH, Layer
from coprod_film.pictures.motion import Motion
from coprod_film.timing.schedule import TICKS

_RISE, _SLIDE = 14, 48
"""How far layers move as they appear, in pixels of a frame 720 pixels high: up, or from the side."""
_DISSOLVE = 0.5
"""How long one shot takes to dissolve into the next, in seconds."""
_LONGEST_FRAME = 2 * TICKS
"""The longest time between frames, in ticks, so that people can skip to any part of a film."""


@frozen(eq=False)
class FilmFrame:
    """A picture, and the tick of its shot at which it appears."""

    tick: int
    picture: Image.Image


@frozen(kw_only=True)
class ShotPlan:
    """What happens in a shot that lasts `ticks` ticks.

    Each item of `captions` contains the tick at which a caption appears, the tick at which it disappears, and its
    layer.
    """

    ticks: int
    motions: tuple[Motion, ...]
    captions: tuple[tuple[int, int, Layer], ...] = ()

    @property
    def layers(self) -> tuple[Layer, ...]:
        """All layers that are in the picture at any time."""
        return (*(each.layer for each in self.motions), *(layer for _, _, layer in self.captions))


@frozen(kw_only=True, eq=False)
class Painter:
    """Paints frames from drawn layers.

    `height` is the height of the frames in pixels, and `ground` is their background colour.
    """

    drawn: Mapping[Layer, DrawnLayer]
    height: int
    ground: str

    def frames(self, shot: ShotPlan, before: ShotPlan | None) -> Iterator[FilmFrame]:
        """Yield the frames of a shot.

        `before` is the plan of the previous shot, whose last picture dissolves into this shot. If it is None, this shot
        appears at once.
        """
        last = self.picture(before, before.ticks) if before else None
        for tick in frame_ticks(shot, dissolves=before is not None):
            picture = self.picture(shot, tick)
            share = tick / TICKS / _DISSOLVE
            if last is not None and share < 1:
                picture = Image.blend(last, picture, share)
            yield FilmFrame(tick, picture)

    def picture(self, shot: ShotPlan, tick: int) -> Image.Image:
        """Return the picture of a shot at a tick."""
        picture = Image.new("RGB", (self.height * WIDTH // HEIGHT, self.height), self.ground)
        for motion in shot.motions:
            self._paint(picture, motion, tick / TICKS)
        for start, end, layer in shot.captions:
            if start <= tick < end:
                self._paint(picture, Motion(layer=layer), 0)
        return picture

    def _paint(self, picture: Image.Image, motion: Motion, seconds: float) -> None:
        drawn, share = self.drawn[motion.layer], motion.share(seconds)
        if motion.moved is None and share == 0:
            return
        scale, entrance = self.height / HEIGHT, motion.layer.entrance
        across, down, opacity = 0.0, 0.0, drawn.opacity
        if motion.moved:
            across, down = (-(1 - share) * scale * each for each in motion.moved)
        elif share < 1 and entrance == "draw":
            opacity = _uncovered(opacity, motion.layer, share)
        elif share < 1:
            opacity = opacity.point([round(value * share) for value in range(256)])
            sideways = {"from left": -_SLIDE, "from right": _SLIDE}.get(entrance, 0)
            across = (1 - share) * scale * sideways
            down = (1 - share) * scale * _RISE if entrance == "rise" else 0.0
        picture.paste(drawn.picture, (drawn.x + round(across), drawn.y + round(down)), opacity)


def frame_ticks(shot: ShotPlan, *, dissolves: bool) -> Iterator[int]:
    """Yield the ticks of a shot at which a frame is needed.

    A frame is needed at each tick while something moves, when a caption appears or disappears, and at least every two
    seconds. `dissolves` is true if the previous shot dissolves into this one.
    """
    moving = max((motion.end for motion in shot.motions if motion.end > motion.start), default=0.0)
    settled = min(shot.ticks, round(max(moving, _DISSOLVE if dissolves else 0.0) * TICKS) + 1)
    changes = {tick for start, end, _ in shot.captions for tick in (start, end)}
    last = 0
    for tick in range(shot.ticks):
        if tick < settled or tick in changes or tick - last >= _LONGEST_FRAME or tick == 0:
            last = tick
            yield tick


def _uncovered(opacity: Image.Image, layer: Layer, share: float) -> Image.Image:
    """Return the opacity of a line that is partly drawn.

    `share` is the fraction of the line that has been drawn, from 0 to 1. The line is drawn from its start.
    """
    part = Image.new("L", opacity.size)
    across, down = _direction(layer)
    width, height = opacity.size
    if abs(across) >= abs(down):
        shown = round(width * share)
        box = (0, 0, shown, height) if across >= 0 else (width - shown, 0, width, height)
    else:
        shown = round(height * share)
        box = (0, 0, width, shown) if down >= 0 else (0, height - shown, width, height)
    part.paste(opacity.crop(box), box[:2])
    return part


def _direction(layer: Layer) -> tuple[float, float]:
    shape = layer.shapes[0]
    if isinstance(shape, Stroke):
        return shape.to_x - shape.x, shape.to_y - shape.y
    if isinstance(shape, Path):
        start, end = shape.steps[0].points[0], shape.end[0]
        return end[0] - start[0], end[1] - start[1]
    return 1.0, 0.0
