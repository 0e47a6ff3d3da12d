"""Custom shapes in DrawingML."""

from collections.abc import Callable

from coprod_content.content.paths import PathStep, Point

_NAMES = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
DASH = '<a:prstDash val="dash"/>'
"""The element that makes a line dashed."""


def custom_geometry(
    steps: tuple[PathStep, ...], bounds: tuple[Point, Point], emu: Callable[[float], int], *, filled: bool = True
) -> str:
    """Return a path as a `custGeom` element.

    Its points are relative to the top left corner of its bounding box. `emu` converts drawing units to English Metric
    Units.
    """
    (left, top), (right, bottom) = bounds

    def written(step: PathStep) -> str:
        points = "".join(f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in step.points)
        return f"<a:{_NAMES[step.command]}>{points}</a:{_NAMES[step.command]}>" if points else "<a:close/>"

    size = f'w="{max(1, emu(right - left))}" h="{max(1, emu(bottom - top))}"'
    fill = "" if filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f"<a:path {size}{fill}>{''.join(map(written, steps))}</a:path></a:pathLst></a:custGeom>"
    )
