"""The labels of drawings in large print: as large as all other words, or a number that a list below explains."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, Label, Shape
from coprod_content.document.blocks import Block, Bullets, Figure, Paragraph
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import strong, verbatim

LEAST = 16
_LINE = 1.15


@frozen
class Room:
    """The most that a drawing may take up, in millimetres."""

    width: float
    height: float

    @classmethod
    def of(cls, section: Section, frames: Frames | None) -> "Room":
        """The room in the frame of a section; without frames that on a page of A4."""
        if frames is None:
            return cls(166, 200)
        frame = frames.of(section)
        return cls(frame.width, max(frame.height, frame.least_figure))

    def scale(self, drawing: Drawing) -> float:
        """Millimetres for each unit of a drawing."""
        return min(self.width / drawing.width, self.height / drawing.height)


def legible(figure: Figure, room: Room, brand: Brand) -> Iterator[Block]:
    """A figure whose labels are of 16 pt and more; those that then have no room in their boxes are numbered, and said
    in a list below it."""
    drawing, scale = figure.drawing, room.scale(figure.drawing)
    size = LEAST * MM_PER_PT / scale
    shapes: list[Shape] = []
    listed: list[str] = []
    for shape in drawing.shapes:
        if not isinstance(shape, Label):
            shapes.append(shape)
            continue
        larger = evolve(shape, size=max(shape.size, size))
        if not _fits(larger, scale, brand):
            listed.append(shape.text)
            larger = evolve(larger, text=str(len(listed)), strong=True)
        shapes.append(larger)
    yield evolve(figure, drawing=evolve(drawing, shapes=tuple(shapes)))
    if listed:
        yield Paragraph(strong("The numbers in the drawing:"))
        yield Bullets(tuple(verbatim(words) for words in listed), "number")


def _fits(label: Label, scale: float, brand: Brand) -> bool:
    """Whether the words of a label have room in its box, in either font, without a word being broken."""
    width, type_ = label.width * scale, TextStyle(label.size * scale / MM_PER_PT, line=_LINE, strong=label.strong)
    for family in (brand.fonts.office, brand.fonts.print):
        letters = font_metrics(family)
        longest = max(letters.width(word, type_) for word in label.text.split())
        height = letters.lines(verbatim(label.text), width, type_) * type_.line_mm
        if longest > width or height > label.height * scale:
            return False
    return True
