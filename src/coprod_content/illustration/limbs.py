"""Bodies with movable arms, and a wheelchair, drawn to match Open Peeps.

All points are in the units of the canvas of that illustration set.
"""

import math
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from coprod_content.content.drawing import Path
from coprod_content.content.field_types import Role
from coprod_content.content.model.people import Pose
from coprod_content.content.paths import Point

OUTLINE = 20.0
_ARM, _FINGER, _PALM = 112.0, 40.0, 104.0
_LEFT, _RIGHT = (112.0, 750.0), (604.0, 740.0)
_TORSO = (
    "M 240,592 C 130,625 70,690 52,760 L 96,1225 L 652,1225 L 668,760 C 645,680 585,620 521,598 "
    "C 480,735 290,735 240,592 Z"
)
_NAPE = "M 240,592 C 290,575 325,550 336,520"
_NECK = f"{_NAPE} L 400,470 L 490,500 L 521,598 C 480,735 290,735 240,592 Z"
_SPREAD = (-33, -11, 11, 33)
_HUB = (255.0, 1340.0)


@frozen
class Arm:
    """An arm from the shoulder to the hand.

    `angle` is the direction of the fingers in degrees: 0 points right, and -90 up.
    """

    elbow: Point
    wrist: Point
    angle: float
    hand: Literal["open", "pointing", "closed"] = "closed"


_DOWN_LEFT, _DOWN_RIGHT = Arm((40, 940), (58, 1085), 90), Arm((680, 940), (680, 1085), 90)
_POSES: dict[Pose, tuple[Arm, Arm]] = {
    "waving": (_DOWN_LEFT, Arm((800, 930), (835, 640), -82, "open")),
    "signing": (Arm((28, 1040), (275, 930), -38, "open"), Arm((736, 1020), (560, 820), -112, "pointing")),
    "writing": (Arm((-10, 1040), (215, 1150), 20), Arm((716, 1040), (500, 1120), 165)),
    "pointing": (_DOWN_LEFT, Arm((800, 900), (985, 700), -42, "pointing")),
    "cheering": (Arm((-90, 640), (-70, 380), -95, "open"), Arm((800, 640), (800, 380), -85, "open")),
}


def posed_body(clothes: Role, skin: Role) -> tuple[Path, ...]:
    """Return the neck and torso of a person whose arms are posed.

    `clothes` and `skin` are colour roles.
    """
    return (
        Path(commands=_NECK, fill=skin),
        _line(_NAPE, "ink", OUTLINE),
        _line("M 505,545 L 521,598", "ink", OUTLINE),
        Path(commands=_TORSO, fill=clothes, colour="ink", weight=OUTLINE),
    )


def posed_arms(pose: Pose, clothes: Role, skin: Role) -> tuple[Path, ...]:
    """Return a person's arms, which are drawn in front of everything else."""
    left, right = _POSES[pose]
    arms = ((_LEFT, left), (_RIGHT, right))
    return tuple(shape for shoulder, arm in arms for shape in _arm(shoulder, arm, clothes, skin))


def _arm(shoulder: Point, arm: Arm, clothes: Role, skin: Role) -> Iterator[Path]:
    yield from _hand(arm, skin)
    sleeve = f"M {_at(shoulder)} C {_at(arm.elbow)} {_at(arm.elbow)} {_at(arm.wrist)}"
    yield _line(sleeve, "ink", _ARM + 2 * OUTLINE)
    yield _line(sleeve, clothes, _ARM)


def _hand(arm: Arm, skin: Role) -> Iterator[Path]:
    palm = _towards(arm.wrist, arm.angle, 62)
    fingers = {"open": _SPREAD, "pointing": (0,), "closed": ()}[arm.hand]
    thumb = arm.angle + (68 if math.cos(math.radians(arm.angle)) <= 0.2 else -68)
    tips = (_towards(palm, arm.angle + turn, 120 - abs(turn) / 2) for turn in fingers)
    strokes = [(f"M {_at(palm)} L {_at(tip)}", _FINGER) for tip in tips]
    strokes.append((f"M {_at(palm)} L {_at(_towards(palm, thumb, 84))}", _FINGER))
    strokes.append((f"M {_at(arm.wrist)} L {_at(palm)}", _PALM))
    yield from (_line(commands, "ink", weight + 2 * OUTLINE) for commands, weight in strokes)
    yield from (_line(commands, skin, weight) for commands, weight in strokes)


def seat(*, wheelchair: bool) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the parts of a chair or wheelchair, and its user's legs.

    The first tuple contains the parts behind the person's body. The second contains those in front of it, including the
    legs and a shoe.
    """
    back = _line("M 30,880 L 60,1290", "ink", 50)
    legs = "M 330,1180 L 760,1190 C 815,1195 830,1220 835,1260 L 850,1560"
    front = (
        _line(legs, "ink", 170 + 2 * OUTLINE),
        _line(legs, "dark", 170),
        Path(commands="M 765,1580 L 930,1580 C 1010,1595 1040,1630 1035,1670 L 765,1670 Z", fill="ink"),
        _line("M 60,1300 L 700,1300", "ink", 44),
    )
    if not wheelchair:
        return (back,), (*front, _line("M 80,1300 L 60,1660", "ink", 40), _line("M 640,1300 L 650,1660", "ink", 40))
    spokes = (f"M {_at(_HUB)} L {_at(_towards(_HUB, turn, 320))}" for turn in range(0, 360, 45))
    return (back, _line("M -70,880 L 30,880", "ink", 50)), (
        *front,
        _line("M 690,1330 L 780,1690 L 1030,1690", "ink", 34),
        *(_line(spoke, "muted", 9) for spoke in spokes),
        _line(_ring(*_HUB, 330), "ink", 40),
        _line(_ring(*_HUB, 280), "muted", 16),
        Path(commands=_ring(*_HUB, 44), fill="ink"),
        _line(_ring(705, 1626, 64), "ink", 32),
    )


def worn(thing: str) -> tuple[Path, ...]:
    """Return the paths of a `hearing-aid`, a `lanyard` or a `scarf`."""
    if thing == "hearing-aid":
        tube = "M 176,380 C 146,340 150,290 192,280"
        return _line(tube, "ink", 44), _line(tube, "sun", 22), _line("M 176,380 C 190,396 202,400 212,402", "ink", 10)
    if thing == "lanyard":
        card = "M 300,950 L 450,950 L 450,1130 L 300,1130 Z"
        return (
            _line("M 225,625 L 375,950 L 530,620", "ink", 40),
            _line("M 225,625 L 375,950 L 530,620", "sun", 20),
            Path(commands=card, fill="paper", colour="ink", weight=OUTLINE),
            _line("M 335,1010 L 415,1010", "ink", 16),
            _line("M 335,1060 L 395,1060", "ink", 16),
        )
    wrap = "M 225,600 C 290,720 470,720 535,600"
    end = "M 300,690 L 270,930"
    return _line(end, "ink", 120), _line(end, "sun", 82), _line(wrap, "ink", 120), _line(wrap, "sun", 82)


def _line(commands: str, colour: Role, weight: float) -> Path:
    return Path(commands=commands, colour=colour, weight=weight)


def _ring(x: float, y: float, radius: float) -> str:
    """Return the commands of a circle, as four curves."""
    k = 0.5523 * radius
    return (
        f"M {x - radius:g},{y:g} C {x - radius:g},{y - k:g} {x - k:g},{y - radius:g} {x:g},{y - radius:g} "
        f"C {x + k:g},{y - radius:g} {x + radius:g},{y - k:g} {x + radius:g},{y:g} "
        f"C {x + radius:g},{y + k:g} {x + k:g},{y + radius:g} {x:g},{y + radius:g} "
        f"C {x - k:g},{y + radius:g} {x - radius:g},{y + k:g} {x - radius:g},{y:g} Z"
    )


def _towards(point: Point, angle: float, length: float) -> Point:
    return (
        point[0] + math.cos(math.radians(angle)) * length,
        point[1] + math.sin(math.radians(angle)) * length,
    )


def _at(point: Point) -> str:
    return f"{point[0]:g},{point[1]:g}"
