"""Changes to finished paragraphs: page breaks, spacing and indents."""

import re
from collections.abc import Callable, Sequence

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_guide.pagination.body_heights import BodyHeights
from coprod_guide.styles.formatting import line_spacing, twips
from coprod_office.reading.xml import Element, W, first_child

_CLOSE, _REST = 2.5, 0.25  # points of space that stay, and the share of any further space that stays
_CLOSEST = 0.9  # share of the space above paragraphs that can be removed
_LEADING = 0.9  # of the usual line spacing
_SINGLE = 240  # single spacing
_BEFORE_HYPHEN = re.compile(r"\w[^\s-]*-(?=\w)")
_SCALES = (1.0, 0.99, 1.01)  # text is sometimes a little wider or narrower than measured
_BREAK, _KEEP, _SPACING = f"{W}pageBreakBefore", f"{W}keepNext", f"{W}spacing"
_BEFORE_KEEP = {f"{W}pStyle"}
_BEFORE_BREAK = {*_BEFORE_KEEP, _KEEP, f"{W}keepLines"}
_BEFORE_SPACING = {
    *_BEFORE_BREAK,
    *(f"{W}{name}" for name in ("pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs")),
}

Measure = Callable[[str], float]


def break_before(paragraph: Element) -> None:
    """Set a page break before a paragraph, and remove the space above."""
    _child(_properties(paragraph), _BREAK, _BEFORE_BREAK).attrib.clear()
    _child(_properties(paragraph), _SPACING, _BEFORE_SPACING).set(f"{W}before", "0")


def tighten_all(elements: list[Element], heights: BodyHeights, brand: Brand) -> None:
    """Reduce the line spacing of paragraphs, and the space between them.

    Tables stay as they are.
    """
    for paragraph in elements:
        if paragraph.tag == f"{W}p":
            before = heights.space_before(paragraph)
            spacing = _child(_properties(paragraph), _SPACING, _BEFORE_SPACING)
            spacing.set(f"{W}before", str(round(min(before, _CLOSE + max(0.0, before - _CLOSE) * _REST) * 20)))
            # with less than single spacing, a picture would be cut off
            least = _SINGLE if next(paragraph.iter(f"{W}drawing"), None) is not None else 0
            spacing.set(f"{W}line", str(max(least, round(line_spacing(brand, _LEADING) * _SINGLE))))
            spacing.set(f"{W}lineRule", "auto")


def close_up(elements: list[Element], heights: BodyHeights, width: float, room: float) -> None:
    """Reduce the space above paragraphs, so that they fit into `room`.

    If that is not possible, the paragraphs stay as they are. Tables are never changed. `width` is the width of the
    text. `width` and `room` are in millimetres.
    """
    spaces = [(each, heights.space_before(each)) for each in elements if each.tag == f"{W}p"]
    over = heights.of_paragraphs(elements, width) - room
    whole = sum(before for _, before in spaces) * MM_PER_PT
    if not 0 < over <= whole * _CLOSEST:
        return
    for paragraph, before in spaces:
        spacing = _child(_properties(paragraph), _SPACING, _BEFORE_SPACING)
        spacing.set(f"{W}before", str(round(before * (1 - over / whole) * 20)))


def keep_lines(paragraph: Element) -> None:
    """Keep all lines of a paragraph on one page."""
    _child(_properties(paragraph), f"{W}keepLines", {*_BEFORE_KEEP, _KEEP})


def release(paragraph: Element) -> None:
    """Allow a page break after a paragraph."""
    _child(_properties(paragraph), _KEEP, _BEFORE_KEEP).set(f"{W}val", "0")


def keep_words_whole(paragraph: Element, heights: Sequence[BodyHeights], width: float, beyond: int = 0) -> None:
    """Indent a title, if necessary, so that its lines break predictably.

    If possible, no line ends at a hyphen inside a word, and the number of lines is the same in each font for which
    `heights` has estimates, even if text is a little wider or narrower than measured. The words stay
    as they are, so that people can find and copy them. `width` is the width of the text, in millimetres. Lines can be
    up to `beyond` millimetres longer.
    """
    measured = [each.on_one_line(paragraph) for each in heights]
    indent = hyphen_indent(measured[0][0], [measure for _, measure in measured], width, beyond)
    if indent:
        properties = _properties(paragraph)
        _child(properties, f"{W}ind", {*_BEFORE_SPACING, _SPACING}).set(f"{W}right", str(twips(indent)))


def hyphen_indent(words: str, measures: Sequence[Measure], width: float, beyond: int = 0) -> float:
    """Return the right-hand indent at which lines break predictably.

    Each function in `measures` returns the width of words on one line in one font, in millimetres. A word that is wider
    than a line can break. The indent is in millimetres. It is negative, by at most `beyond`, for lines that are longer
    than `width`. Returns 0 if no indent of less than half of the width would do.
    """
    for indent in (*range(0, -beyond - 1, -1), *range(1, round(width / 2))):
        lines = [(measure, (width - indent) * scale) for measure in measures for scale in _SCALES]
        if len({_line_count(words, *each) for each in lines}) > 1:
            continue
        if not any(_breaks(words, *each) for each in lines):
            return float(indent)
    return 0.0


def _line_count(words: str, measure: Measure, width: float) -> int:
    line, count = "", 1
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        is_new = bool(line) and measure(longer) > width
        line, count = (word, count + 1) if is_new else (longer, count)
    return count


def _breaks(words: str, measure: Measure, width: float) -> bool:
    """Return whether a line ends at a hyphen inside a word."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) > width:
            start = _BEFORE_HYPHEN.match(word)
            if line and start and measure(f"{line} {start[0]}") <= width and measure(word) <= width:
                return True
            longer = word
        line = longer
    return False


def _properties(paragraph: Element) -> Element:
    properties = first_child(paragraph, f"{W}pPr")
    assert properties is not None  # our paragraphs have styles
    return properties


def _child(properties: Element, tag: str, earlier: set[str]) -> Element:
    """Return a child of `w:pPr`, adding it if missing.

    It is added after any children whose tags are in `earlier`.
    """
    child = first_child(properties, tag)
    if child is None:
        child = etree.Element(tag)
        properties.insert(sum(each.tag in earlier for each in properties), child)
    return child
