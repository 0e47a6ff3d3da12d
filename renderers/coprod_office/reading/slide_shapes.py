"""Shapes on a slide, layout or master."""

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from coprod_office.freeforms import Outline, encloses, outline
from coprod_office.reading.shape_positions import GroupTransform, ShapeBox, group_transform, shape_angle, shape_box
from coprod_office.reading.xml import MC, A, Element, P, first_child, is_decorative

_SAME_ROLE = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_KINDS = {f"{P}{kind}": kind for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")}
_NON_VISUAL, _NON_VISUAL_MORE, _PLACEHOLDER, _TEXT_BODY = f"{P}cNvPr", f"{P}nvPr", f"{P}ph", f"{P}txBody"
_SHAPE_PROPERTIES, _GROUP_PROPERTIES, _STYLE = f"{P}spPr", f"{P}grpSpPr", f"{P}style"
_TRANSFORM, _FRAME_TRANSFORM = f"{A}xfrm", f"{P}xfrm"
_PARAGRAPH, _TEXT = f"{A}p", f"{A}t"
_ALTERNATIVES, _CHOICE = f"{MC}AlternateContent", f"{MC}Choice"
_NOT_PICTORIAL = (_TEXT, _PLACEHOLDER, f"{A}tbl", f"{A}hlinkClick", f"{P}grpSp", f"{P}graphicFrame")
"""Elements that a pictorial group cannot contain.

Nested groups are among them, so that all shapes in a pictorial group have the same coordinate system.
"""


@frozen(eq=False)
class SlideShape:
    """A shape on a slide, layout or master.

    `kind` is the tag of the shape's element, without the namespace. `non_visual` contains the shape's name and
    alternative text. `placeholder` is a placeholder's type and index, or None for other shapes. `box` is None if the
    shape sets no position. A shape is `described` if a group around it has alternative text or is decorative.
    """

    element: Element
    kind: str
    non_visual: Element
    placeholder: tuple[str, str] | None
    box: ShapeBox | None
    grouped: bool
    described: bool
    decorative: bool
    properties: Element | None = None
    style: Element | None = None
    body: Element | None = None
    inside: GroupTransform | None = None
    """For a group, the transform from its inner coordinates to those of the slide."""
    describes: bool = False
    """For a group, whether the shapes in it need no separate alternative text."""
    pictorial: bool = False
    """For a group, whether it is described as one picture, and has no text, placeholders, links, frames or groups.

    Shapes in a pictorial group are not checked one by one, and are read only if text might be in front of them.
    """
    angle: float = 0.0
    """The angle by which the shape is turned, in degrees. For a group, it is 0: its contents are turned instead."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text of each paragraph in the shape itself."""
        return () if self.body is None else paragraph_lines(self.body)

    @property
    def text(self) -> str:
        """The text in the shape itself."""
        return "\n".join(self.lines)

    @property
    def alt(self) -> str:
        """The alternative text, or an empty string if the shape has none."""
        return (self.non_visual.get("descr") or "").strip()

    @property
    def name(self) -> str:
        """The shape's name, as shown in PowerPoint's selection pane."""
        return self.non_visual.get("name") or ""

    @property
    def role(self) -> str:
        """The placeholder's type, or an empty string for other shapes.

        Similar types have the same role: for example, the role of a subtitle is `body`.
        """
        return _SAME_ROLE.get(self.placeholder[0], self.placeholder[0]) if self.placeholder else ""

    @cached_property
    def outline(self) -> Outline | None:
        """A freeform shape's outline, or None.

        It is None for other shapes, for shapes that are turned and for outlines that cannot be read.
        """
        turned = self.angle or (self.inside and self.inside.angle)
        return None if turned else outline(self.properties)

    def covers(self, place: ShapeBox, box: ShapeBox) -> bool:
        """Return whether this shape is behind most of a box.

        `place` is the shape's box on the slide.
        """
        return place.covers(box) and (self.outline is None or encloses(self.outline, place, box))

    @cached_property
    def inner_boxes(self) -> tuple[ShapeBox, ...]:
        """The boxes of the shapes in a pictorial group.

        For any other shape, this is an empty tuple.
        """
        if not self.pictorial:
            return ()
        own = None if self.properties is None else first_child(self.properties, _TRANSFORM)
        transforms = (transform for transform in self.element.iter(_TRANSFORM) if transform is not own)
        return tuple([box for transform in transforms if (box := shape_box(transform, self.inside))])

    @cached_property
    def inner_bounds(self) -> ShapeBox | None:
        """The smallest box around `inner_boxes`, or None if there are no boxes."""
        boxes = self.inner_boxes
        if not boxes:
            return None
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
        return ShapeBox(left, top, right - left, bottom - top)

    def inner_covers(self, box: ShapeBox) -> bool:
        """Return whether any shape in this pictorial group covers a box."""
        around = self.inner_bounds
        return around is not None and around.covers(box) and any(inner.covers(box) for inner in self.inner_boxes)

    @cached_property
    def inner_shapes(self) -> tuple["SlideShape", ...]:
        """The shapes in a pictorial group.

        For any other shape, this is an empty tuple.
        """
        return tuple(shapes_in(self.element, self)) if self.pictorial else ()


def paragraph_lines(body: Element) -> tuple[str, ...]:
    """Return the text of each paragraph in a text body."""
    return tuple([text_in(paragraph) for paragraph in body if paragraph.tag == _PARAGRAPH])


def text_in(element: Element) -> str:
    """Return the text inside a DrawingML element."""
    return "".join([text.text or "" for text in element.iter(_TEXT)])


def shapes_in(tree: Element, group: SlideShape | None = None) -> Iterator[SlideShape]:
    """Yield a tree's shapes in drawing order, each group before its contents.

    `group` is the group whose contents the tree contains, or None for a whole slide. The contents of pictorial groups
    in the tree are omitted.
    """
    for element in _children(tree):
        kind = _KINDS.get(element.tag)
        non_visual = None if kind is None else non_visual_properties(element)
        if kind is None or non_visual is None:
            continue
        shape = _shape(element, kind, non_visual, group)
        yield shape
        if kind == "grpSp" and not shape.pictorial:
            yield from shapes_in(element, shape)


def _shape(element: Element, kind: str, non_visual: Element, group: SlideShape | None) -> SlideShape:
    outer = None if group is None else group.inside
    properties = first_child(element, _GROUP_PROPERTIES if kind == "grpSp" else _SHAPE_PROPERTIES)
    if kind == "graphicFrame":
        transform = first_child(element, _FRAME_TRANSFORM)
    else:
        transform = None if properties is None else first_child(properties, _TRANSFORM)
    body = first_child(element, _TEXT_BODY) if kind == "sp" else None
    shape = SlideShape(
        element,
        kind,
        non_visual,
        _placeholder(element),
        shape_box(transform, outer),
        grouped=group is not None,
        described=group is not None and group.describes,
        decorative=len(non_visual) > 0 and is_decorative(non_visual),
        properties=properties,
        style=None if kind == "grpSp" else first_child(element, _STYLE),
        body=body,
    )
    if kind != "grpSp":
        angle = shape_angle(transform, outer)
        return evolve(shape, angle=angle) if angle else shape
    describes = shape.described or shape.decorative or bool(shape.alt)
    pictorial = describes and next(element.iterdescendants(_NOT_PICTORIAL), None) is None
    return evolve(shape, inside=group_transform(transform, outer), describes=describes, pictorial=pictorial)


def non_visual_properties(element: Element) -> Element | None:
    """Return a shape's non-visual properties, or None if it has none."""
    return first_child(element[0], _NON_VISUAL) if len(element) else None


def _placeholder(element: Element) -> tuple[str, str] | None:
    """Return a placeholder's type and index, or None for other shapes."""
    more = first_child(element[0], _NON_VISUAL_MORE)
    found = None if more is None else first_child(more, _PLACEHOLDER)
    return None if found is None else (found.get("type") or "", found.get("idx") or "")


def _children(tree: Element) -> Iterator[Element]:
    """Yield a tree's child elements.

    If the file has alternatives for different versions of PowerPoint, only the first alternative is used.
    """
    for element in tree:
        if element.tag == _ALTERNATIVES:
            choice = first_child(element, _CHOICE)
            yield from () if choice is None else choice
        else:
            yield element
