"""A shape of a slide, of its layout or its master: what it is, says and where it gives its place."""

from collections.abc import Iterator
from functools import cached_property, partial

from attrs import frozen

from coprod_office.reading.shape_positions import GroupTransform, ShapeBox, around, moved, placed
from coprod_office.reading.xml import MC, A, Element, P, child, decorative

_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_KINDS = {f"{P}{kind}": kind for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")}
_NAMED, _VARIED, _HOLDER, _BODY = f"{P}cNvPr", f"{P}nvPr", f"{P}ph", f"{P}txBody"
_LOOK, _OF_GROUP, _OF_FRAME, _PLACED, _STYLE = f"{P}spPr", f"{P}grpSpPr", f"{P}xfrm", f"{A}xfrm", f"{P}style"
_PARAGRAPH, _WORDS = f"{A}p", f"{A}t"
_ALTERNATIVES, _CHOICE = f"{MC}AlternateContent", f"{MC}Choice"
_SAYING = (_WORDS, _HOLDER, f"{A}tbl", f"{A}hlinkClick", f"{P}grpSp", f"{P}graphicFrame")
"""What no group without words has in it. Groups are among it to keep the coordinates inside of one kind."""


@frozen(eq=False)
class SlideShape:
    """A shape: its kind, the tag of its element; its non-visual properties; its place, where it gives one.

    `holds` is the type and number of a placeholder. `grouped` shapes stand in a group, whose text stands for them where
    they are `voiced`: a group around them has alternative text or is decoration. `look`, `style` and `body` are the
    elements that say how it is drawn, after what, and with which words.
    """

    element: Element
    kind: str
    properties: Element
    holds: tuple[str, str] | None
    box: ShapeBox | None
    grouped: bool
    voiced: bool
    hidden: bool
    """Whether it is marked as decoration."""
    look: Element | None = None
    style: Element | None = None
    body: Element | None = None
    inside: GroupTransform | None = None
    """For a group: how the coordinates in it become those of the slide."""
    lines: tuple[str, ...] = ()
    """The words in the shape itself, a line for each paragraph."""
    text: str = ""
    still: bool = False
    """Whether it is a group without words, links and groups in it that its alternative text stands for, or none has to.

    Nothing is said of the shapes in such a group, and they are only looked at where text may lie on them.
    """

    speaks: bool = False
    """For a group: whether nothing in it needs alternative text of its own."""

    @property
    def role(self) -> str:
        """What a placeholder is for, `title` for each kind of title; nothing for other shapes."""
        return _SAME.get(self.holds[0], self.holds[0]) if self.holds else ""

    @cached_property
    def places(self) -> tuple[ShapeBox, ...]:
        """The places of the shapes in a still group, told without a look at each shape."""
        if not self.still:
            return ()
        own = None if self.look is None else child(self.look, _PLACED)
        transforms = (transform for transform in self.element.iter(_PLACED) if transform is not own)
        return tuple([box for transform in transforms if (box := placed(transform, self.inside))])

    @cached_property
    def reach(self) -> ShapeBox | None:
        """A box around the shapes in a still group; nothing where none of them has a place."""
        return around(self.places)

    def under(self, box: ShapeBox) -> bool:
        """Whether one of the shapes in a still group lies under most of a box."""
        return self.reach is not None and self.reach.under(box) and any(place.under(box) for place in self.places)

    @cached_property
    def parts(self) -> tuple["SlideShape", ...]:
        """The shapes in a still group."""
        return tuple(_inside(self)) if self.still else ()


def lines_of(body: Element) -> tuple[str, ...]:
    """The words of each paragraph of a body of text."""
    return tuple([words_of(paragraph) for paragraph in body if paragraph.tag == _PARAGRAPH])


def words_of(paragraph: Element) -> str:
    """The words of a paragraph of DrawingML."""
    return "".join([text.text or "" for text in paragraph.iter(_WORDS)])


def shapes_in(tree: Element, group: SlideShape | None = None) -> Iterator[SlideShape]:
    """The shapes of a tree in drawing order, those of a group after it; a still group keeps its own."""
    for element in _children(tree):
        kind = _KINDS.get(element.tag)
        properties = None if kind is None else properties_of(element)
        if kind is None or properties is None:
            continue
        shape = _shape(element, kind, properties, group)
        yield shape
        if kind == "grpSp" and not shape.still:
            yield from _inside(shape)


def _inside(group: SlideShape) -> Iterator[SlideShape]:
    return shapes_in(group.element, group)


def _shape(element: Element, kind: str, properties: Element, group: SlideShape | None) -> SlideShape:
    move = None if group is None else group.inside
    look = child(element, _OF_GROUP if kind == "grpSp" else _LOOK)
    transform = child(element, _OF_FRAME) if kind == "graphicFrame" else None if look is None else child(look, _PLACED)
    hidden = len(properties) > 0 and decorative(properties)
    place, voiced, holds = placed(transform, move), group is not None and group.speaks, _holds(element)
    shape = partial(SlideShape, element, kind, properties, holds, place, group is not None, voiced, hidden, look)
    if kind == "grpSp":
        speaks = voiced or hidden or bool((properties.get("descr") or "").strip())
        still = speaks and next(element.iterdescendants(_SAYING), None) is None
        return shape(inside=moved(transform, move), speaks=speaks, still=still)
    body = child(element, _BODY) if kind == "sp" else None
    lines = () if body is None else lines_of(body)
    return shape(child(element, _STYLE), body, lines=lines, text="\n".join(lines))


def properties_of(element: Element) -> Element | None:
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
    """What a tree holds; of what is there in two forms, the one for programs of today."""
    for element in tree:
        if element.tag == _ALTERNATIVES:
            choice = child(element, _CHOICE)
            yield from () if choice is None else choice
        else:
            yield element
