"""Layers of a slide: its shapes, those of its layout and those of its master, each with its place on the slide."""

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from coprod_office.reading.colours import OfficeTheme, ResolvedColour, paint_of
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_shapes import SlideShape, shapes_in
from coprod_office.reading.xml import A, Element, P, child

_FILLS = frozenset(f"{A}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_TREE, _FILL_STYLE, _HELD, _BACKGROUND = f"{P}spTree", f"{A}fillRef", f"{P}cSld", f"{P}bg"


Drawn = tuple[ShapeBox, "SlideLayer", SlideShape]
"""A shape that may be the ground of others, with its place and its layer."""


@frozen(eq=False)
class SlideLayer:
    """One layer: its root, its shapes in drawing order, the layer below and the theme of the master."""

    root: Element
    theme: OfficeTheme
    below: "SlideLayer | None" = None
    shapes: tuple[SlideShape, ...] = field(init=False)
    _taken: dict[tuple[str, str], tuple[ShapeBox | None, Element | None]] = field(factory=dict, init=False)
    _fills: dict[SlideShape, tuple[ResolvedColour, ...] | None] = field(factory=dict, init=False)

    @shapes.default
    def _shapes(self) -> tuple[SlideShape, ...]:
        tree = next(self.root.iter(_TREE), None)
        return () if tree is None else tuple(shapes_in(tree))

    def every(self) -> Iterator[SlideShape]:
        """The shapes in drawing order, with those in still groups."""
        for shape in self.shapes:
            yield shape
            yield from shape.parts

    def same(self, shape: SlideShape) -> SlideShape | None:
        """The placeholder of this layer that a placeholder above it takes after."""
        if shape.holds is None:
            return None
        by_number, by_role = self._held
        return by_number.get(shape.holds[1]) or by_role.get(shape.role)

    @cached_property
    def _held(self) -> tuple[dict[str, SlideShape], dict[str, SlideShape]]:
        """The first placeholder of each number, and of each role."""
        held = [shape for shape in reversed(self.shapes) if shape.holds]
        numbered = {shape.holds[1]: shape for shape in held if shape.holds and shape.holds[1]}
        return numbered, {shape.role: shape for shape in held}

    def chain(self, shape: SlideShape) -> Iterator[SlideShape]:
        """A shape and the placeholders of the layers below that it takes after."""
        yield shape
        layer = self.below
        while layer is not None:
            same = layer.same(shape)
            if same is not None:
                yield same
            layer = layer.below

    def box(self, shape: SlideShape) -> ShapeBox | None:
        """Where a shape lies, by itself or by the placeholder that it takes after."""
        return shape.box or (self.below.taken(shape)[0] if self.below and shape.holds else None)

    def taken(self, shape: SlideShape) -> tuple[ShapeBox | None, Element | None]:
        """The place and the filling of a placeholder above that gives none: the same for all of a type and number."""
        holds = shape.holds or ("", "")
        if holds not in self._taken:
            layers = (self, self.below) if self.below else (self,)
            found = [same for layer in layers if (same := layer.same(shape))]
            fills = (_filling(same.look) for same in found if same.look is not None)
            box = next((same.box for same in found if same.box), None)
            self._taken[holds] = box, next((fill for fill in fills if fill is not None), None)
        return self._taken[holds]

    def fill(self, shape: SlideShape) -> tuple[ResolvedColour, ...] | None:
        """The paints that fill a shape, none where it is not filled; nothing where they cannot be told."""
        if shape not in self._fills:
            self._fills[shape] = self._fill(shape)
        return self._fills[shape]

    def _fill(self, shape: SlideShape) -> tuple[ResolvedColour, ...] | None:
        found = None if shape.look is None else _filling(shape.look)
        if found is None and shape.holds and self.below:
            found = self.below.taken(shape)[1]
        if found is not None:
            return paints(found, self.theme)
        style = None if shape.style is None else child(shape.style, _FILL_STYLE)
        if style is None or style.get("idx") in (None, "0", "1000"):
            return ()
        paint = paint_of(style, self.theme)
        return (paint,) if paint else None

    @cached_property
    def furniture(self) -> "tuple[Drawn, ...]":
        """What the layers below draw on this one, the lowest first, with its places. Placeholders are not drawn."""
        if self.below is None or self.root.get("showMasterSp") in ("0", "false"):
            return ()
        return self.below.all_drawn

    @cached_property
    def all_drawn(self) -> "tuple[Drawn, ...]":
        """What this layer draws on one above it: what is drawn on it, then its own shapes."""
        own = (drawn for shape in self.shapes if not shape.holds for drawn in self.drawn(shape))
        return (*self.furniture, *own)

    def drawn(self, shape: SlideShape) -> "tuple[Drawn, ...]":
        """A shape that may be the ground of others, with its place; for a still group, around the shapes in it."""
        box = shape.reach if shape.kind == "grpSp" else self.box(shape)
        return () if box is None else ((box, self, shape),)

    @cached_property
    def background(self) -> tuple[str, ...]:
        """The colours that the slide may have behind everything; none where they cannot be told."""
        held = child(self.root, _HELD)
        common = None if held is None else child(held, _BACKGROUND)
        if common is None:
            return self.below.background if self.below else ("#ffffff",)
        properties, reference = common.find(f"{P}bgPr"), common.find(f"{P}bgRef")
        if properties is not None:
            found = _filling(properties)
            known = None if found is None else paints(found, self.theme)
        else:
            plain = reference is not None and reference.get("idx") in ("0", "1000", "1001")
            paint = paint_of(reference, self.theme) if plain else None
            known = (paint,) if paint else None
        return tuple(paint.over("#ffffff") for paint in known or ())


def paints(fill: Element, theme: OfficeTheme) -> tuple[ResolvedColour, ...] | None:
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
    for said in properties:
        if said.tag in _FILLS:
            return said
    return None
