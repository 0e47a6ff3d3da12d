"""Custom shapes in DrawingML."""

from functools import lru_cache

from coprod_content.content.drawing import Path, Polygon
from coprod_content.content.paths import PathStep

_POINT = '<a:pt x="%d" y="%d"/>'
_PATTERNS = {
    "M": f"<a:moveTo>{_POINT}</a:moveTo>",
    "L": f"<a:lnTo>{_POINT}</a:lnTo>",
    "C": f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}
_FINE, _LEAST_STEPS = 100, 1000
DASH = '<a:prstDash val="dash"/>'
"""The element that makes a line dashed."""


@lru_cache(maxsize=2048)
def custom_geometry(shape: Path | Polygon) -> str:
    """Return the outline of a shape as a `custGeom` element.

    Its points are relative to the top left corner of the shape's bounding box. They are in hundredths of a drawing
    unit, or in smaller units if the shape is small. Office scales them to the size of the object.
    """
    (left, top), (right, bottom) = shape.bounds
    width, height = right - left, bottom - top
    fine = max(_FINE, _LEAST_STEPS / (max(width, height) or 1))

    def written(step: PathStep) -> str:
        numbers = [round(n) for x, y in step.points for n in ((x - left) * fine, (y - top) * fine)]
        return _PATTERNS[step.command] % tuple(numbers)

    size = f'w="{max(1, round(width * fine))}" h="{max(1, round(height * fine))}"'
    fill = ' fill="none"' if shape.fill is None else ""
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f"<a:path {size}{fill}>{''.join(map(written, shape.steps))}</a:path></a:pathLst></a:custGeom>"
    )
