"""Checking whether labels in drawings fit their boxes."""

import re
from collections.abc import Iterable

from coprod_content.content.drawing import Label
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.text.spans import verbatim

_LINE = 1.15
_WORDS = re.compile(r"[\u3000-\u9fff]|[^\s\u3000-\u9fff]+")


def label_fits(label: Label, scale: float, families: Iterable[str]) -> bool:
    """Return whether a label fits its box without breaking a word.

    The label must fit in each of the font families. `scale` is in millimetres per drawing unit. Chinese and Japanese
    lines can break between any two characters.
    """
    width, type_ = label.width * scale, TextStyle(label.size * scale / MM_PER_PT, line=_LINE, strong=label.strong)
    for family in dict.fromkeys(families):
        letters = font_metrics(family)
        longest = max(letters.width(word, type_) for word in _WORDS.findall(label.text))
        height = letters.lines(verbatim(label.text), width, type_) * type_.line_mm
        if longest > width or height > label.height * scale:
            return False
    return True
