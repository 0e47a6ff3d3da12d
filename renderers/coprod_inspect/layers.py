"""Layers of a slide: its shapes, those of its layout and those of its master, each with its place on the slide."""

from collections.abc import Iterator

from attrs import field, frozen

from coprod_inspect.colours import Paint, Theme, paint_of
from coprod_inspect.xml import MC, A, Element, P

_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_COVERS = 0.6
"""The share of a box that a shape has to lie under to be taken for its ground."""


@frozen
class Box:
    """A place on the slide in English Metric Units."""

    x: float
    y: float
    width: float
    height: float

    def under(self, other: "Box") -> bool:
        """Whether this lies under most of another box."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return width > 0 and height > 0 and width * height >= _COVERS * other.width * other.height


@frozen(eq=False)
class Shape:
    """A shape: its kind, the tag of its element; its non-visual properties; its place, where it gives one.

    `holds` is the type and number of a placeholder. `grouped` shapes stand in a group, whose text stands for them.
    """

    element: Element
    kind: str
    properties: Element
    holds: tuple[str, str] | None
    box: Box | None
    grouped: bool

    @property
    def role(self) -> str:
        """What a placeholder is for, `title` for each kind of title; nothing for other shapes."""
        return _SAME.get(self.holds[0], self.holds[0]) if self.holds else ""

    @property
    def text(self) -> str:
        """The words in the shape itself, a line for each paragraph."""
        body = self.element.find(f"{P}txBody")
        lines = () if body is None else (words_of(paragraph) for paragraph in body.iterfind(f"{A}p"))
        return "\n".join(lines)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph of DrawingML."""
    return "".join(text.text or "" for text in paragraph.iter(f"{A}t"))


@frozen(eq=False)
class Layer:
    """One layer: its root, its shapes in drawing order, the layer below and the theme of the master."""

    root: Element
    theme: Theme
    below: "Layer | None" = None
    shapes: tuple[Shape, ...] = field(init=False)

    @shapes.default
    def _shapes(self) -> tuple[Shape, ...]:
        tree = next(self.root.iter(f"{P}spTree"), None)
        return () if tree is None else tuple(_within(tree, None, False))

    def same(self, shape: Shape) -> Shape | None:
        """The placeholder of this layer that a placeholder above it takes after."""
        if shape.holds is None:
            return None
        held = [own for own in self.shapes if own.holds]
        by_number = (own for own in held if own.holds and shape.holds and own.holds[1] == shape.holds[1] != "")
        by_role = (own for own in held if own.role == shape.role)
        return next(by_number, None) or next(by_role, None)

    def chain(self, shape: Shape) -> Iterator[Shape]:
        """A shape and the placeholders of the layers below that it takes after."""
        yield shape
        layer = self.below
        while layer is not None:
            same = layer.same(shape)
            if same is not None:
                yield same
            layer = layer.below

    def box(self, shape: Shape) -> Box | None:
        """Where a shape lies, by itself or by the placeholder that it takes after."""
        return next((own.box for own in self.chain(shape) if own.box), None)

    def fill(self, shape: Shape) -> tuple[Paint, ...] | None:
        """The paints that fill a shape, none where it is not filled; nothing where they cannot be told."""
        for own in self.chain(shape):
            properties = own.element.find(f"{P}spPr")
            found = None if properties is None else _filling(properties)
            if found is not None:
                return paints(found, self.theme)
        style = shape.element.find(f"{P}style/{A}fillRef")
        if style is None or style.get("idx") in (None, "0", "1000"):
            return ()
        paint = paint_of(style, self.theme)
        return (paint,) if paint else None

    def background(self) -> tuple[str, ...]:
        """The colours that the slide may have behind everything; none where they cannot be told."""
        common = self.root.find(f"{P}cSld/{P}bg")
        if common is None:
            return self.below.background() if self.below else ("#ffffff",)
        properties, reference = common.find(f"{P}bgPr"), common.find(f"{P}bgRef")
        if properties is not None:
            found = _filling(properties)
            known = None if found is None else paints(found, self.theme)
        else:
            plain = reference is not None and reference.get("idx") in ("0", "1000", "1001")
            paint = paint_of(reference, self.theme) if plain else None
            known = (paint,) if paint else None
        return tuple(paint.over("#ffffff") for paint in known or ())


def paints(fill: Element, theme: Theme) -> tuple[Paint, ...] | None:
    """The paints of a fill: one, several of a gradient, or none; nothing where they cannot be told."""
    match str(fill.tag).removeprefix(A):
        case "noFill":
            return ()
        case "solidFill":
            paint = paint_of(fill, theme)
            return (paint,) if paint else None
        case "gradFill":
            stops = [paint_of(stop, theme) for stop in fill.iter(f"{A}gs")]
            return tuple(stop for stop in stops if stop) if stops and all(stops) else None
        case _:
            return None


def _filling(properties: Element) -> Element | None:
    kinds = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
    return next((child for child in properties if child.tag in {f"{A}{kind}" for kind in kinds}), None)


_Move = tuple[float, float, float, float]  # scale and shift, across and down


def _within(tree: Element, move: _Move | None, grouped: bool) -> Iterator[Shape]:
    for element in _children(tree):
        kind = str(element.tag).removeprefix(P)
        properties = element.find(f"*/{P}cNvPr")
        if properties is None or kind not in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"):
            continue
        holder = element.find(f"*/{P}nvPr/{P}ph")
        holds = None if holder is None else (holder.get("type") or "", holder.get("idx") or "")
        yield Shape(element, kind, properties, holds, _place(element, kind, move), grouped)
        if kind == "grpSp":
            yield from _within(element, _moved(element, move), True)


def _children(tree: Element) -> Iterator[Element]:
    for element in tree:
        if element.tag == f"{MC}AlternateContent":
            choice = element.find(f"{MC}Choice")
            yield from () if choice is None else choice
        elif isinstance(element.tag, str):
            yield element


def _transform(element: Element, kind: str) -> Element | None:
    names = {"grpSp": f"{P}grpSpPr/{A}xfrm", "graphicFrame": f"{P}xfrm"}
    return element.find(names.get(kind, f"{P}spPr/{A}xfrm"))


def _numbers(element: Element | None, *names: str) -> tuple[float, ...]:
    try:
        return tuple(float(element.get(name) or 0) for name in names) if element is not None else ()
    except ValueError:
        return ()


def _place(element: Element, kind: str, move: _Move | None) -> Box | None:
    transform = _transform(element, kind)
    if transform is None:
        return None
    at, size = _numbers(transform.find(f"{A}off"), "x", "y"), _numbers(transform.find(f"{A}ext"), "cx", "cy")
    if not at or not size:
        return None
    across, down, right, below = move or (1.0, 1.0, 0.0, 0.0)
    return Box(at[0] * across + right, at[1] * down + below, size[0] * across, size[1] * down)


def _moved(group: Element, move: _Move | None) -> _Move | None:
    """How the coordinates inside a group become those of the slide."""
    transform = _transform(group, "grpSp")
    outer = _place(group, "grpSp", move)
    if transform is None or outer is None:
        return move
    at = _numbers(transform.find(f"{A}chOff"), "x", "y") or (0.0, 0.0)
    size = _numbers(transform.find(f"{A}chExt"), "cx", "cy")
    if not size or not size[0] or not size[1]:
        return move
    across, down = outer.width / size[0], outer.height / size[1]
    return across, down, outer.x - at[0] * across, outer.y - at[1] * down
