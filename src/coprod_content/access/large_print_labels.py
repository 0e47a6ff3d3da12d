"""Large-print labels for drawings, either enlarged or numbered and listed below."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, Label, Shape
from coprod_content.document.blocks import Block, Bullets, Figure, Paragraph
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import strong, verbatim

LEAST = 16
"""The minimum label size, in points."""
_LINE = 1.15


def drawing_scale(drawing: Drawing, section: Section, frames: Frames | None) -> float:
    """Return a drawing's largest scale, in millimetres per drawing unit.

    The drawing must fit its section's frame, or the text area of an A4 page if `frames` is None.
    """
    width, height = 166.0, 200.0
    if frames is not None:
        frame = frames.of(section)
        width, height = frame.width, max(frame.height, frame.least_figure)
    return min(width / drawing.width, height / drawing.height)


def legible_figure(figure: Figure, scale: float, brand: Brand) -> Iterator[Block]:
    """Yield a figure with legible labels, then a list of overflowing labels.

    A label that no longer fits its box is replaced with its number in the list.
    """
    drawing, size = figure.drawing, LEAST * MM_PER_PT / scale
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
    """Return whether a label fits in both fonts without breaking words."""
    width, type_ = label.width * scale, TextStyle(label.size * scale / MM_PER_PT, line=_LINE, strong=label.strong)
    for family in (brand.fonts.office, brand.fonts.print):
        letters = font_metrics(family)
        longest = max(letters.width(word, type_) for word in label.text.split())
        height = letters.lines(verbatim(label.text), width, type_) * type_.line_mm
        if longest > width or height > label.height * scale:
            return False
    return True
