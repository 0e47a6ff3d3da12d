"""The parts of the Open Peeps illustration set.

The set is by Pablo Stanley, who released it into the public domain (CC0 1.0). It is read from the dicebear-styles
package. On the set's canvas, a person's hips are at y = 1230 and the middle of the body is at x = 345.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from attrs import frozen
from fontTools.misc.transform import Identity, Transform

_NECK = 380
_PACKAGE, _FILE = "dicebear_styles", "open-peeps.json"
HEADS = {
    "afro": "afro",
    "bald": "noHair1",
    "bantu-knots": "bantuKnots",
    "beanie": "hatBeanie",
    "bob": "bangs2",
    "bun": "bun",
    "cornrows": "cornrows",
    "curls": "longCurly",
    "dreads": "dreads1",
    "flat-top": "flatTop",
    "fringe": "bangs",
    "grey-bun": "grayBun",
    "grey-medium": "grayMedium",
    "grey-short": "grayShort",
    "hijab": "hijab",
    "long": "long",
    "long-afro": "longAfro",
    "medium": "medium3",
    "quiff": "short4",
    "receding": "noHair3",
    "short": "short5",
    "side-hair": "noHair2",
    "straight": "mediumStraight",
    "turban": "turban",
    "twists": "twists2",
}
FACES = {
    "calm": "calm",
    "smiling": "smile",
    "beaming": "smileBig",
    "speaking": "explaining",
    "gentle": "cute",
    "older": "old",
    "serious": "serious",
    "concerned": "concerned",
    "determined": "driven",
    "thoughtful": "contempt",
}
BEARDS = {"chin": "goatee1", "full": "full", "long": "full3", "moustache": "moustache1"}
GLASSES = {"round": "glasses2", "square": "glasses", "dark": "sunglasses"}


@frozen
class PaintedPath:
    """A filled path of the illustration set, as SVG path data.

    `paint` is one of the set's own names for colours (skin, clothing, headContrast or ink), or an SVG colour.
    `transform` moves the path to its place on the set's canvas.
    """

    svg: str
    paint: str
    transform: Transform


def is_installed() -> bool:
    """Return whether the illustration set is installed."""
    return find_spec(_PACKAGE) is not None


@lru_cache(maxsize=1)
def _set() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(_PACKAGE).joinpath(_FILE).read_text("utf-8"))
    return found


def body(breadth: float) -> tuple[PaintedPath, ...]:
    """Return the paths of a headless body, `breadth` times its usual width."""
    broadened = Identity.translate(_NECK).scale(breadth, 1).translate(-_NECK)
    elements = (element for element in _set()["canvas"]["elements"] if element["type"] == "element")
    return tuple(part for element in elements for part in _parts(element, broadened))


@lru_cache(maxsize=256)
def variant(component: str, name: str) -> tuple[PaintedPath, ...]:
    """Return the paths of one variant of a component, such as `head`."""
    placed = next(element for element in _set()["canvas"]["elements"] if element["name"] == component)
    transform = _transform(placed["attributes"]["transform"])
    elements = _set()["components"][component]["variants"][name]["elements"]
    return tuple(part for element in elements for part in _parts(element, transform))


def _parts(element: dict[str, Any], transform: Transform, paint: str = "ink") -> Iterator[PaintedPath]:
    attributes = element.get("attributes", {})
    fill = attributes.get("fill", paint)
    paint = fill["name"] if isinstance(fill, dict) else fill
    if "d" in attributes and paint != "none":
        yield PaintedPath(attributes["d"], paint, transform)
    for child in element.get("children", ()):
        yield from _parts(child, transform, paint)


def _transform(words: str) -> Transform:
    """Read an SVG transformation: a matrix or a translation."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", words)]
    return Transform(*numbers) if words.startswith("matrix") else Identity.translate(*numbers)
