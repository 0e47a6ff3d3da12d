"""Slides, layouts and masters as layers, and the colours behind shapes."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from coprod_office.reading.colours import ResolvedColour, colour_in, fill_colours, fill_in
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_shapes import SlideShape, shapes_in
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.xml import A, Element, P, first_child

_TREE, _FILL_REFERENCE, _COMMON, _BACKGROUND = f"{P}spTree", f"{A}fillRef", f"{P}cSld", f"{P}bg"
_CONTENT = ("pic", "tbl", "chart", "dgm", "media", "clipArt")
"""Types of placeholder that inherit from a master's body placeholder."""
PlacedShape = tuple[ShapeBox, "SlideLayer", SlideShape]
"""A shape's box on the slide, its layer, and the shape itself."""


@frozen(eq=False)
class SlideLayer:
    """A slide, layout or master, with its theme and the layer below.

    Shapes are in drawing order.
    """

    root: Element
    theme: OfficeTheme
    below: "SlideLayer | None" = None
    shapes: tuple[SlideShape, ...] = field(init=False)
    _inherited: dict[tuple[str, str], tuple[ShapeBox | None, Element | None]] = field(factory=dict, init=False)
    _fills: dict[SlideShape, tuple[ResolvedColour, ...] | None] = field(factory=dict, init=False)

    @shapes.default
    def _shapes(self) -> tuple[SlideShape, ...]:
        tree = next(self.root.iter(_TREE), None)
        return () if tree is None else tuple(shapes_in(tree))

    def all_shapes(self) -> Iterator[SlideShape]:
        """Yield all shapes in drawing order, including those that `shapes` omits.

        `shapes` omits the shapes inside a group that is described as one picture (see `SlideShape.pictorial`).
        """
        for shape in self.shapes:
            yield shape
            yield from shape.inner_shapes

    def matching(self, shape: SlideShape) -> SlideShape | None:
        """Return the placeholder in this layer that a shape inherits from.

        The result is None if this layer has no such placeholder.
        """
        if shape.placeholder is None:
            return None
        by_index, by_role = self._placeholders
        if self.below is None:  # layouts do not refer to a master's placeholders by index
            return by_role.get(shape.role) or (by_role.get("body") if shape.role in _CONTENT else None)
        return by_index.get(shape.placeholder[1]) or by_role.get(shape.role)

    @cached_property
    def _placeholders(self) -> tuple[dict[str, SlideShape], dict[str, SlideShape]]:
        """This layer's first placeholder for each index, and for each role."""
        found = [shape for shape in reversed(self.shapes) if shape.placeholder]
        by_index = {shape.placeholder[1]: shape for shape in found if shape.placeholder and shape.placeholder[1]}
        return by_index, {shape.role: shape for shape in found}

    def ancestors(self, shape: SlideShape) -> Iterator[SlideShape]:
        """Yield the placeholders that a shape inherits from, nearest first."""
        layer = self.below
        while layer is not None:
            found = layer.matching(shape)
            if found is not None:
                yield found
            layer = layer.below

    def box(self, shape: SlideShape) -> ShapeBox | None:
        """Return the box that a shape sets or inherits, or None."""
        return shape.box or (self.below.inherited(shape)[0] if self.below and shape.placeholder else None)

    def inherited(self, shape: SlideShape) -> tuple[ShapeBox | None, Element | None]:
        """Return the box and fill that a placeholder inherits.

        `shape` is a placeholder on the layer above this one. It inherits from this layer and the layer below. The box
        or the fill is None if neither layer sets it.
        """
        key = shape.placeholder or ("", "")
        if key not in self._inherited:
            layers = (self, self.below) if self.below else (self,)
            found = [match for layer in layers if (match := layer.matching(shape))]
            fills = (fill_in(match.properties) for match in found if match.properties is not None)
            box = next((match.box for match in found if match.box), None)
            self._inherited[key] = box, next((fill for fill in fills if fill is not None), None)
        return self._inherited[key]

    def fill(self, shape: SlideShape) -> tuple[ResolvedColour, ...] | None:
        """Return a shape's fill colours, or None if they are unknown."""
        if shape not in self._fills:
            self._fills[shape] = self._fill(shape)
        return self._fills[shape]

    def _fill(self, shape: SlideShape) -> tuple[ResolvedColour, ...] | None:
        found = None if shape.properties is None else fill_in(shape.properties)
        if found is None and shape.placeholder and self.below:
            found = self.below.inherited(shape)[1]
        if found is not None:
            return fill_colours(found, self.theme)
        reference = None if shape.style is None else first_child(shape.style, _FILL_REFERENCE)
        if reference is None or reference.get("idx") in (None, "0", "1000"):
            return ()
        colour = colour_in(reference, self.theme)
        return (colour,) if colour else None

    @cached_property
    def behind(self) -> "tuple[PlacedShape, ...]":
        """The lower layers' shapes that appear behind this layer, in drawing order."""
        if self.below is None or self.root.get("showMasterSp") in ("0", "false"):
            return ()
        return self.below.drawn

    @cached_property
    def drawn(self) -> "tuple[PlacedShape, ...]":
        """The shapes of this and lower layers that a slide shows.

        Placeholders are left out, because only the slide's own version of a placeholder appears on the slide.
        """
        own = (placed for shape in self.shapes if not shape.placeholder for placed in self.placed(shape))
        return (*self.behind, *own)

    def placed(self, shape: SlideShape) -> "tuple[PlacedShape, ...]":
        """Return a tuple that contains the shape with its box and layer.

        The box of a group is the smallest box around the group's shapes. The tuple is empty if the box is unknown, or
        if the shape is a group that is not pictorial (see `SlideShape.pictorial`).
        """
        box = shape.inner_bounds if shape.kind == "grpSp" else self.box(shape)
        return () if box is None else ((box, self, shape),)

    @cached_property
    def background(self) -> tuple[str, ...]:
        """The background colours, or an empty tuple if they are unknown."""
        common = first_child(self.root, _COMMON)
        background = None if common is None else first_child(common, _BACKGROUND)
        if background is None:
            return self.below.background if self.below else ("#ffffff",)
        properties, reference = background.find(f"{P}bgPr"), background.find(f"{P}bgRef")
        if properties is not None:
            fill = fill_in(properties)
            colours = None if fill is None else fill_colours(fill, self.theme)
        else:
            colours = None if reference is None else self._styled(reference)
        return tuple(colour.over("#ffffff") for colour in colours or ())

    def _styled(self, reference: Element) -> tuple[ResolvedColour, ...] | None:
        """Return the colours of a background that refers to a theme's style.

        `reference` is the `bgRef` element, which contains the reference. Returns None if the colours are unknown.
        """
        colour, index = colour_in(reference, self.theme), reference.get("idx") or ""
        if colour is None:
            return None
        if index in ("0", "1000"):
            return (colour,)
        fills = self.theme.backgrounds
        number = int(index) - 1001 if index.isdigit() else -1
        if not 0 <= number < len(fills):
            return (colour,) if number == 0 else None
        theme = evolve(self.theme, colours={**self.theme.colours, "phClr": colour.colour})
        return fill_colours(fills[number], theme)


def colours_behind(slide: tuple[str, ...], behind: Sequence[PlacedShape], box: ShapeBox | None) -> tuple[str, ...]:
    """Return the colours behind a box, or `()` if they are unknown.

    `slide` contains the colours of the slide's background, which are returned if the position of the box is unknown.
    `behind` contains the shapes in front of that background and behind the box, from back to front.
    """
    if box is None:
        return slide
    found = slide
    for place, layer, shape in behind:
        if shape.pictorial:
            inner = shape.inner_shapes if shape.inner_covers(box) else ()
            found = colours_behind(found, [(each.box, layer, each) for each in inner if each.box], box)
        elif shape.covers(place, box):
            found = colours_over(None if shape.kind in ("pic", "graphicFrame") else layer.fill(shape), found)
    return found


def colours_over(fill: tuple[ResolvedColour, ...] | None, backgrounds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the colours that appear where a fill covers `backgrounds`.

    If `fill` is None, the fill is unknown and `()` is returned. If `fill` is empty, there is no fill and `backgrounds`
    is returned. Each colour of a partly transparent fill is mixed with each background.
    """
    if fill is None:
        return ()
    if not fill:
        return backgrounds
    if all(colour.opacity >= 1 for colour in fill):
        return tuple(colour.colour for colour in fill)
    return tuple(colour.over(background) for colour in fill for background in backgrounds)
