"""Check whether labels fit in drawings, and number those that do not."""

import re
from collections.abc import Callable, Iterable

from attrs import evolve

from coprod_content.content.drawing import Drawing, Label, Shape
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.text.spans import verbatim

_LINE, _ROUNDING = 1.15, 1.001
_WORDS = re.compile(r"[\u3000-\u9fff]|[^\s\u3000-\u9fff]+")


def label_fits(label: Label, scale: float, families: Iterable[str], slack: float = 1.0) -> bool:
    """Return whether a label fits its box without breaking a word.

    The label must fit in each of the font families. `scale` is in millimetres per drawing unit. A word can be wider
    than the box, and the text taller, by the factor `slack`. Chinese and Japanese lines can break between any two
    characters.
    """
    width, type_ = label.width * scale, TextStyle(label.size * scale / MM_PER_PT, line=_LINE, strong=label.strong)
    for family in dict.fromkeys(families):
        letters = font_metrics(family)
        longest = max(letters.width(word, type_) for word in _WORDS.findall(label.text))
        height = letters.lines(verbatim(label.text), max(width, longest * _ROUNDING), type_) * type_.line_mm
        if longest > width * slack or height > label.height * scale * slack:
            return False
    return True


def with_numbers(drawing: Drawing, fits: Callable[[Label], bool], least: float) -> tuple[Drawing, tuple[str, ...]]:
    """Return a drawing with overflowing labels replaced by numbers, and those labels.

    The labels are in the order of their numbers, and equal labels share a number. Type smaller than `least`, in drawing
    units, is first enlarged to that size. `fits` then returns whether a label fits its box.
    """
    shapes: list[Shape] = []
    listed: list[str] = []
    for shape in drawing.shapes:
        larger = shape
        if isinstance(shape, Label):
            larger = evolve(shape, size=max(shape.size, least))
            if not fits(larger):
                listed += [] if shape.text in listed else [shape.text]
                larger = _numbered(larger, listed.index(shape.text) + 1, drawing)
        shapes.append(larger)
    return evolve(drawing, shapes=tuple(shapes)), tuple(listed)


def _numbered(label: Label, number: int, drawing: Drawing) -> Label:
    """Return a label that shows a number, in a large enough box."""
    height, width = max(label.height, 1.25 * label.size), max(label.width, 1.4 * label.size)
    y = max(0.0, min(label.y - (height - label.height) / 2, drawing.height - height))
    return evolve(label, text=str(number), strong=True, y=y, height=height, width=width)
