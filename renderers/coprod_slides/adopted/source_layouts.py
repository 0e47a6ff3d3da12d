"""A template's own layouts and masters, with their placeholders."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from coprod_office.reading.deck import Deck
from coprod_office.reading.shape_positions import tilt
from coprod_office.reading.slide_layers import SlideLayer, colours_over
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.xml import P
from coprod_slides.adopted.picture_colours import TemplatePictures
from coprod_slides.adopted.readable_text import backgrounds, readable
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.template.deck_template import TemplatePlaceholder
from coprod_slides.template.placeholder_reader import column_count, outer_box, read_placeholder, text_direction

_TEXT = ("title", "body")
_WHOLE_SLIDE = 0.9
_PARTS, _EDGE, _TOP = 12, 5.2, 7.0


@frozen(eq=False)
class SourcePlaceholder:
    """A placeholder of a template: its shape, outer box and text settings.

    `role` is `title`, `body` or another type of placeholder. `upright` is true if the text is horizontal, not turned,
    and in one column.
    """

    role: str
    shape: SlideShape
    outer: SlideBox
    text: TemplatePlaceholder
    upright: bool


@frozen(eq=False)
class SourceLayout:
    """A layout or master of a template.

    `part` and `master` are part names, which are the same for a master. `kind` is PowerPoint's name for the type of
    layout, or an empty string. `slide` is the whole slide.
    """

    name: str
    part: str
    master: str
    kind: str
    layer: SlideLayer
    slide: SlideBox
    deck: Deck = field(repr=False)
    pictures: TemplatePictures = field(repr=False)

    @cached_property
    def placeholders(self) -> tuple[SourcePlaceholder, ...]:
        """The placeholders that have a place on the slide."""
        return tuple(self._placeholders())

    def _placeholders(self) -> Iterator[SourcePlaceholder]:
        used = Counter(shape.placeholder[1] or "0" for shape in self.layer.shapes if shape.placeholder)
        for shape in self.layer.shapes:
            outer = outer_box(shape, self.layer) if shape.placeholder else None
            if outer is None or not outer.overlaps(self.slide):
                continue
            upright = text_direction(shape, self.layer) == "horz" and column_count(shape, self.layer) == 1
            upright = upright and not shape.angle
            text = read_placeholder(shape, self.layer, outer)
            if text.box.width <= 0 or text.box.height <= 0:
                continue
            if shape.role in _TEXT or shape.role == "sldNum":
                text = readable(text, shape, self)
            number = shape.placeholder[1] if shape.placeholder else ""
            filled = self.layer.fill(shape) != ()
            text = evolve(text, kind=_kind(shape), moved=used[number or "0"] > 1, filled=filled)
            yield SourcePlaceholder(shape.role, shape, outer, text, upright)

    def of(self, role: str) -> tuple[SourcePlaceholder, ...]:
        """Return the placeholders that have the given role."""
        return tuple(each for each in self.placeholders if each.role == role)

    def behind(self, box: SlideBox) -> tuple[str, ...]:
        """Return the colours behind a box, or an empty tuple if unknown."""
        parts = (self.part, self.master, self.deck.package.related(self.master, "theme"))
        return backgrounds(self.layer, box) or self.pictures.behind(self.layer, parts, box, self.slide)

    def is_on(self, ground: tuple[str, ...], row: SlideBox) -> bool:
        """Return whether a row has only the colours of `ground` behind it."""
        part = row.width / _PARTS
        return all(self.behind(evolve(row, x=row.x + part * at, width=part)) == ground for at in range(_PARTS))

    def behind_text(self, shape: SlideShape, box: SlideBox) -> tuple[str, ...]:
        """Return the colours behind a placeholder's text, or `()` if unknown.

        The placeholder can have a fill, which is in front of everything else. `box` is the place for the text.
        """
        return colours_over(self.layer.fill(shape), self.behind(box))

    @cached_property
    def has_picture(self) -> bool:
        """Whether slides show a picture from the template, such as a logo."""
        hidden = self.layer.root.get("showMasterSp") in ("0", "false")
        layers = (self.layer, *([] if hidden or self.layer.below is None else [self.layer.below]))
        shapes = (shape for layer in layers for shape in layer.all_shapes())
        return any(shape.kind == "pic" and not shape.placeholder for shape in shapes)

    @cached_property
    def obstacles(self) -> tuple[SlideBox, ...]:
        """The boxes of shapes and pictures that slides show, except backgrounds.

        A background covers at least nine tenths of the slide.
        """
        turned = (box.turned(tilt(shape.angle)) for box, _, shape in self.layer.drawn)
        boxes = (SlideBox(*(length / EMU_PER_MM for length in box)) for box in turned)
        whole = self.slide.width * self.slide.height * _WHOLE_SLIDE
        return tuple(box for box in boxes if box.width * box.height < whole and box.overlaps(self.slide))


def off_edges(place: SourcePlaceholder, slide: SlideBox) -> SlideBox:
    """Return a placeholder's box for text, clear of the slide's edges.

    It is 5.2 mm from the sides and 7 mm from the top, because tight lines rise above their box. The box is unchanged if
    the placeholder has a fill, which shows where the text should be, or if it ends off the slide.
    """
    box = place.text.box
    inner = slide.grown(-_EDGE)
    if place.text.filled or not (slide.x <= box.x and box.right <= slide.right and slide.y <= box.y):
        return box
    left, top = max(box.x, inner.x), max(box.y, slide.y + _TOP)
    return SlideBox(left, top, min(box.right, inner.right) - left, box.bottom - top)


def _kind(shape: SlideShape) -> str:
    """Return the `p:ph` element with which slides refer to a placeholder."""
    kind, index = shape.placeholder or ("", "")
    attributes = "".join(f' {name}="{value}"' for name, value in (("type", kind), ("idx", index)) if value)
    return f"<p:ph{attributes}/>"


def source_layouts(deck: Deck, slide: SlideBox, pictures: TemplatePictures) -> tuple[SourceLayout, ...]:
    """Return all layouts of a deck, in the order of its masters."""
    found = []
    for _, master in deck.masters():
        for _, part in deck.layouts(master):
            layer = deck.layout(part)
            kind = layer.root.get("type") or ""
            found.append(SourceLayout(_name(layer), part, master, kind, layer, slide, deck, pictures))
    return tuple(found)


def source_master(deck: Deck, master: str, slide: SlideBox, pictures: TemplatePictures) -> SourceLayout:
    """Return a master as if it were a layout without a name."""
    return SourceLayout("", master, master, "", deck.master(master), slide, deck, pictures)


def _name(layer: SlideLayer) -> str:
    common = layer.root.find(f"{P}cSld")
    return " ".join(("" if common is None else common.get("name") or "").split())
