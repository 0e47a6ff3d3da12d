"""Drawings in the line of text: groups of shapes, some with words in them, and pictures. Lengths are points."""

from collections.abc import Callable, Iterator

from coprod_builder.canvas.forms import Shape, box_of, formed, line_of, painted, picture_of
from coprod_builder.canvas.officefile import EMU_PER_PT, A, Element, R
from coprod_builder.sheets.breaking import Drawn
from coprod_builder.sheets.strips import Thing
from coprod_builder.sheets.wordfile import W, WordFile

_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURES = (b"\x89PNG", b"\xff\xd8")
_SCALES = (("off", "chOff"), ("ext", "chExt"))
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}

Lettered = Callable[[Element, Shape, str], Iterator[Thing]]
"""The words of a text box in a room, at its top, in its middle or at its bottom (`t`, `ctr`, `b`)."""


def drawing(inline: Element, part: str, file: WordFile, lettered: Lettered) -> Drawn:
    """What stands in a `wp:inline` of a part."""
    size = inline.find(f"{_WP}extent")
    width, height = (int(size.get(side, "0")) / EMU_PER_PT if size is not None else 0.0 for side in ("cx", "cy"))
    things: list[Thing] = []
    for each in inline.iter(f"{_WPS}wsp", f"{_PIC}pic"):
        if _is_placed(each, inline):
            things += _shape(each, file, lettered) if each.tag == f"{_WPS}wsp" else _picture(each, part, file)
    return Drawn(width=width, height=height, things=tuple(things))


def _is_placed(shape: Element, inline: Element) -> bool:
    """Whether all that a shape is in is as large outside as inside, as the groups of our figures are."""
    for group in shape.iterancestors():
        if group is inline:
            return True
        way = group.find(f"{_WPG}grpSpPr/{A}xfrm")
        if way is not None and any(_pair(way, outside) != _pair(way, inside) for outside, inside in _SCALES):
            return False
    return False


def _pair(way: Element, name: str) -> tuple[str, ...]:
    found = way.find(f"{A}{name}")
    return tuple(str(each) for each in found.attrib.values()) if found is not None else ()


def _shape(shape: Element, file: WordFile, lettered: Lettered) -> Iterator[Thing]:
    properties, words = shape.find(f"{_WPS}spPr"), shape.find(f"{_WPS}txbx/{W}txbxContent")
    if properties is None:
        return
    preset = properties.find(f"{A}prstGeom")
    if preset is not None and preset.get("prst") == "line":
        line = line_of(properties, file)
        yield from (line,) if line else ()
        return
    box = box_of(properties, None)
    if box is None:
        return
    seen = painted(box, properties, properties.find(f"{A}ln"), file)
    if seen.fill or seen.stroke:
        yield formed(seen, properties)
    if words is not None:
        yield from lettered(words, *_room(box, shape.find(f"{_WPS}bodyPr")))


def _room(box: Shape, body: Element | None) -> tuple[Shape, str]:
    """The inside of a text box, and where in it its words stand."""
    left, top, right, low = (
        int(body.get(side, str(usual)) if body is not None else usual) / EMU_PER_PT for side, usual in _INSETS.items()
    )
    inside = Shape(
        kind="rect", x=box.x + left, y=box.y + top, width=box.width - left - right, height=box.height - top - low
    )
    return inside, body.get("anchor", "t") if body is not None else "t"


def _picture(picture: Element, part: str, file: WordFile) -> Iterator[Shape]:
    properties, blip = picture.find(f"{_PIC}spPr"), picture.find(f".//{A}blip")
    box = box_of(properties, None) if properties is not None else None
    _, target = file.related(part).get(blip.get(f"{R}embed", ""), ("", "")) if blip is not None else ("", "")
    if box is None or not target:
        return
    data = file.data(target)
    if data.startswith(_PICTURES):
        yield picture_of(box, data)
