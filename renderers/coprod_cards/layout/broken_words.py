"""Find words that are broken to fit their lines."""

import re

from coprod_cards.layout.text_runs import breaks_in_long_words
from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.text.spans import Text, plain

_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\s\u00a0]+")


def broken_word(text: Text, metrics: FontMetrics, width: float, style: TextStyle) -> str:
    """Return the first word too wide for a line, or "".

    `width` is the width of a line in millimetres. Words that fit when they are broken after punctuation, such as most
    web addresses, are ignored. So is text in scripts that are written without spaces, such as Thai.
    """
    words = plain(text)
    for soft, offsets in breaks_in_long_words(words, metrics, width, style):
        word = next(
            (each[0] for each in _WORD.finditer(words) if offsets and each.start() < offsets[0] < each.end()), ""
        )
        if not soft and metrics.width(word, style) > width and not _SPACELESS.search(word):
            return word
    return ""
