"""Forms: the shapes of a slide or a drawing as rectangles, ellipses, polygons and lines. Lengths are points."""

import base64
import math

from attrs import evolve, frozen

from coprod_builder.preview.slides.fills import FillColour, fill_of
from coprod_builder.preview.slides.office_file import EMU_PER_PT, A, Element, OfficeFile

_BUBBLE = 0.16667
_THICKNESSES = 3.0
"""How many times as long and as wide as its line the head of an arrow is."""


@frozen(kw_only=True)
class DrawnShape:
    """A shape: `kind` is rect, ellipse, polygon, line or image.

    Lengths are points, `turn` is in degrees, `round` is the radius of corners or of the ends of a line.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    fill: FillColour | None = None
    stroke: FillColour | None = None
    weight: float = 0.0
    round: float = 0.0
    turn: float = 0.0
    points: tuple[tuple[float, float], ...] = ()
    head: tuple[tuple[float, float], ...] = ()
    data: str = ""


def box_of(own: Element, inherited: Element | None) -> DrawnShape | None:
    """A rectangle as large as a shape."""
    for properties in (own, inherited):
        way = properties.find(f"{A}xfrm") if properties is not None else None
        off, size = (way.find(f"{A}off"), way.find(f"{A}ext")) if way is not None else (None, None)
        if way is not None and off is not None and size is not None:
            x, y = (int(off.get(key, "0")) / EMU_PER_PT for key in ("x", "y"))
            width, height = (int(size.get(key, "0")) / EMU_PER_PT for key in ("cx", "cy"))
            turn = int(way.get("rot", "0")) / 60_000
            return DrawnShape(
                kind="rect", x=rounded(x), y=rounded(y), width=rounded(width), height=rounded(height), turn=turn
            )
    return None


def formed(box: DrawnShape, geometry: Element | None) -> DrawnShape:
    """A box in the form of a shape."""
    preset = geometry.find(f"{A}prstGeom") if geometry is not None else None
    path = geometry.find(f"{A}custGeom/{A}pathLst/{A}path") if geometry is not None else None
    if path is not None:
        across, down = box.width / float(path.get("w", "1")), box.height / float(path.get("h", "1"))
        points = tuple(
            (rounded(box.x + int(point.get("x", "0")) * across), rounded(box.y + int(point.get("y", "0")) * down))
            for point in path.iter(f"{A}pt")
        )
        return evolve(box, kind="polygon", points=points)
    match preset.get("prst") if preset is not None else "rect":
        case "ellipse":
            return evolve(box, kind="ellipse")
        case "roundRect":
            adjusted = preset.find(f".//{A}gd") if preset is not None else None
            share = int(adjusted.get("fmla", "val 16667").split()[-1]) / 100_000 if adjusted is not None else _BUBBLE
            return evolve(box, round=rounded(min(box.width, box.height) * share))
        case "triangle":
            top, foot = (box.x + box.width / 2, box.y), box.y + box.height
            return evolve(box, kind="polygon", points=(top, (box.x + box.width, foot), (box.x, foot)))
        case _:
            return box


def line_of(properties: Element, file: OfficeFile) -> DrawnShape | None:
    """The line that properties describe; one with the head of an arrow ends in the middle of it."""
    box, outline, way = box_of(properties, None), properties.find(f"{A}ln"), properties.find(f"{A}xfrm")
    stroke = fill_of(outline, file)
    if box is None or outline is None or way is None or stroke is None:
        return None
    x, y, to_x, to_y = box.x, box.y, box.x + box.width, box.y + box.height
    if way.get("flipH") == "1":
        x, to_x = to_x, x
    if way.get("flipV") == "1":
        y, to_y = to_y, y
    weight = int(outline.get("w", "9525")) / EMU_PER_PT
    head: tuple[tuple[float, float], ...] = ()
    if outline.find(f"{A}tailEnd") is not None:
        head = _arrow_head(x, y, to_x, to_y, weight)
        to_x, to_y = ((one + two + 2 * tip) / 4 for tip, one, two in zip(*head, strict=True))
    points = ((rounded(x), rounded(y)), (rounded(to_x), rounded(to_y)))
    ends = rounded(weight / 2) if outline.get("cap") == "rnd" else 0.0
    return evolve(box, kind="line", points=points, stroke=stroke, weight=rounded(weight), round=ends, head=head)


def picture_of(box: DrawnShape, data: bytes) -> DrawnShape:
    """A picture, PNG or JPEG, as large as a box."""
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return evolve(box, kind="image", data=f"data:{kind};base64,{base64.b64encode(data).decode()}")


def painted(box: DrawnShape, fill: Element | None, outline: Element | None, file: OfficeFile) -> DrawnShape:
    """A box with the fill and the outline that elements name."""
    stroke = fill_of(outline, file)
    weight = int(outline.get("w", "9525")) / EMU_PER_PT if outline is not None and stroke else 0.0
    return evolve(box, fill=fill_of(fill, file), stroke=stroke, weight=weight)


def _arrow_head(x: float, y: float, to_x: float, to_y: float, weight: float) -> tuple[tuple[float, float], ...]:
    """The three corners of the head of an arrow."""
    length = math.hypot(to_x - x, to_y - y) or 1.0
    across, down = (to_x - x) / length, (to_y - y) / length
    long, wide = weight * _THICKNESSES, weight * _THICKNESSES / 2
    back_x, back_y = to_x - across * long, to_y - down * long
    corners = (
        (to_x, to_y),
        (back_x - down * wide, back_y + across * wide),
        (back_x + down * wide, back_y - across * wide),
    )
    return tuple((rounded(cx), rounded(cy)) for cx, cy in corners)


def moved(shape: DrawnShape, across: float, down: float) -> DrawnShape:
    """A shape in another place."""
    points, head = (
        tuple((rounded(x + across), rounded(y + down)) for x, y in corners) for corners in (shape.points, shape.head)
    )
    return evolve(shape, x=rounded(shape.x + across), y=rounded(shape.y + down), points=points, head=head)


def rounded(length: float) -> float:
    """A length to a hundredth of a point."""
    return round(length, 2)
