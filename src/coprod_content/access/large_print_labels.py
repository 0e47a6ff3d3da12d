"""Labels of drawings in large print: enlarged, or numbered and listed below."""

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
"""The smallest size of a label, in points."""
_LINE = 1.15


@frozen
class DrawingArea:
    """The largest area that a drawing can fill, in millimetres."""

    width: float
    height: float

    @classmethod
    def of(cls, section: Section, frames: Frames | None) -> "DrawingArea":
        """Return the area in a section's frame, or on an A4 page."""
        if frames is None:
            return cls(166, 200)
        frame = frames.of(section)
        return cls(frame.width, max(frame.height, frame.least_figure))

    def scale(self, drawing: Drawing) -> float:
        """Return the number of millimetres per drawing unit."""
        return min(self.width / drawing.width, self.height / drawing.height)


def legible_figure(figure: Figure, area: DrawingArea, brand: Brand) -> Iterator[Block]:
    """Yield a figure with legible labels, and a list of longer ones.

    A label that no longer fits its box is replaced by its number in the list.
    """
    drawing, scale = figure.drawing, area.scale(figure.drawing)
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
        yield Bullets(tuple(map(verbatim, listed)), "number")


def _fits(label: Label, scale: float, brand: Brand) -> bool:
    """Whether a label fits its box in both fonts, unbroken."""
    width, type_ = label.width * scale, TextStyle(label.size * scale / MM_PER_PT, line=_LINE, strong=label.strong)
    for family in (brand.fonts.office, brand.fonts.print):
        letters = font_metrics(family)
        longest = max(letters.width(word, type_) for word in label.text.split())
        height = letters.lines(verbatim(label.text), width, type_) * type_.line_mm
        if longest > width or height > label.height * scale:
            return False
    return True
