"""Layers of a slide: its shapes, those of its layout and those of its master, each with its place on the slide."""

from collections.abc import Iterator

from attrs import field, frozen

from coprod_inspect.colours import Paint, Theme, paint_of
from coprod_inspect.xml import MC, A, Element, P, child, decorative

_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_FILLS = frozenset(f"{A}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_KINDS = {f"{P}{kind}": kind for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")}
_NAMED, _VARIED, _HOLDER, _BODY = f"{P}cNvPr", f"{P}nvPr", f"{P}ph", f"{P}txBody"
_OWN, _OF_GROUP, _OF_FRAME, _PLACED = f"{P}spPr", f"{P}grpSpPr", f"{P}xfrm", f"{A}xfrm"
_OFFSET, _EXTENT, _PARAGRAPH, _WORDS = f"{A}off", f"{A}ext", f"{A}p", f"{A}t"
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
        if self.width * self.height < _COVERS * other.width * other.height:
            return False
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return width > 0 and height > 0 and width * height >= _COVERS * other.width * other.height


@frozen(eq=False)
class Shape:
    """A shape: its kind, the tag of its element; its non-visual properties; its place, where it gives one.

    `holds` is the type and number of a placeholder. `grouped` shapes stand in a group, whose text stands for them where
    they are `voiced`: a group around them has alternative text or is decoration.
    """

    element: Element
    kind: str
    properties: Element
    holds: tuple[str, str] | None
    box: Box | None
    grouped: bool
    voiced: bool
    body: Element | None = field(init=False)
    lines: tuple[str, ...] = field(init=False)
    """The words in the shape itself, a line for each paragraph."""
    text: str = field(init=False)

    @body.default
    def _body(self) -> Element | None:
        return child(self.element, _BODY) if self.kind == "sp" else None

    @lines.default
    def _lines(self) -> tuple[str, ...]:
        return () if self.body is None else lines_of(self.body)

    @text.default
    def _text(self) -> str:
        return "\n".join(self.lines)

    @property
    def role(self) -> str:
        """What a placeholder is for, `title` for each kind of title; nothing for other shapes."""
        return _SAME.get(self.holds[0], self.holds[0]) if self.holds else ""


def lines_of(body: Element) -> tuple[str, ...]:
    """The words of each paragraph of a body of text."""
    return tuple([words_of(paragraph) for paragraph in body.iterchildren(_PARAGRAPH)])


def words_of(paragraph: Element) -> str:
    """The words of a paragraph of DrawingML."""
    return "".join([text.text or "" for text in paragraph.iter(_WORDS)])


@frozen(eq=False)
class Layer:
    """One layer: its root, its shapes in drawing order, the layer below and the theme of the master."""

    root: Element
    theme: Theme
    below: "Layer | None" = None
    shapes: tuple[Shape, ...] = field(init=False)
    _boxes: dict[Shape, Box | None] = field(factory=dict, init=False)
    _fills: dict[Shape, tuple[Paint, ...] | None] = field(factory=dict, init=False)

    @shapes.default
    def _shapes(self) -> tuple[Shape, ...]:
        tree = next(self.root.iter(f"{P}spTree"), None)
        return () if tree is None else tuple(_within(tree, None, False, False))

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
        if shape not in self._boxes:
            self._boxes[shape] = shape.box or next((own.box for own in self.chain(shape) if own.box), None)
        return self._boxes[shape]

    def fill(self, shape: Shape) -> tuple[Paint, ...] | None:
        """The paints that fill a shape, none where it is not filled; nothing where they cannot be told."""
        if shape not in self._fills:
            self._fills[shape] = self._fill(shape)
        return self._fills[shape]

    def _fill(self, shape: Shape) -> tuple[Paint, ...] | None:
        for own in self.chain(shape):
            properties = child(own.element, _OWN)
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
    return next((child for child in properties if child.tag in _FILLS), None)


_Move = tuple[float, float, float, float]  # scale and shift, across and down


def _within(tree: Element, move: _Move | None, grouped: bool, voiced: bool) -> Iterator[Shape]:
    for element in _children(tree):
        kind = _KINDS.get(element.tag)
        properties = None if kind is None else _properties(element)
        if kind is None or properties is None:
            continue
        yield Shape(element, kind, properties, _holds(element), _place(element, kind, move), grouped, voiced)
        if kind == "grpSp":
            speaks = voiced or bool((properties.get("descr") or "").strip()) or decorative(properties)
            yield from _within(element, _moved(element, move), True, speaks)


def _properties(element: Element) -> Element | None:
    """The non-visual properties: nearly always the first thing in the first child, so looked for there first."""
    head = element[0] if len(element) else None
    first = head[0] if head is not None and len(head) else None
    return first if first is not None and first.tag == _NAMED else element.find(f"*/{_NAMED}")


def _holds(element: Element) -> tuple[str, str] | None:
    """The type and number of the placeholder that a shape is; what says so is the last thing in the first child."""
    head = element[0] if len(element) else None
    last = head[-1] if head is not None and len(head) else None
    if last is not None and last.tag == _VARIED:
        holder = child(last, _HOLDER)
    else:
        holder = element.find(f"*/{_VARIED}/{_HOLDER}")
    return None if holder is None else (holder.get("type") or "", holder.get("idx") or "")


def _children(tree: Element) -> Iterator[Element]:
    for element in tree:
        if element.tag == f"{MC}AlternateContent":
            choice = element.find(f"{MC}Choice")
            yield from () if choice is None else choice
        elif isinstance(element.tag, str):
            yield element


def _transform(element: Element, kind: str) -> Element | None:
    if kind == "graphicFrame":
        return child(element, _OF_FRAME)
    own = child(element, _OF_GROUP if kind == "grpSp" else _OWN)
    return None if own is None else child(own, _PLACED)


def _pair(element: Element | None, across: str, down: str) -> tuple[float, float] | None:
    try:
        return None if element is None else (float(element.get(across) or 0), float(element.get(down) or 0))
    except ValueError:
        return None


def _place(element: Element, kind: str, move: _Move | None) -> Box | None:
    transform = _transform(element, kind)
    if transform is None:
        return None
    at, size = _pair(child(transform, _OFFSET), "x", "y"), _pair(child(transform, _EXTENT), "cx", "cy")
    if at is None or size is None:
        return None
    across, down, right, below = move or (1.0, 1.0, 0.0, 0.0)
    return Box(at[0] * across + right, at[1] * down + below, size[0] * across, size[1] * down)


def _moved(group: Element, move: _Move | None) -> _Move | None:
    """How the coordinates inside a group become those of the slide."""
    transform = _transform(group, "grpSp")
    outer = _place(group, "grpSp", move)
    if transform is None or outer is None:
        return move
    at = _pair(child(transform, f"{A}chOff"), "x", "y") or (0.0, 0.0)
    size = _pair(child(transform, f"{A}chExt"), "cx", "cy")
    if not size or not size[0] or not size[1]:
        return move
    across, down = outer.width / size[0], outer.height / size[1]
    return across, down, outer.x - at[0] * across, outer.y - at[1] * down
