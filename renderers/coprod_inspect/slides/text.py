"""The text of a slide: contrast with what it stands on, size, language, lists."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.findings.fault import Fault
from coprod_inspect.slides.slide import InspectedSlide
from coprod_inspect.slides.tables import cells
from coprod_office.reading.colours import ResolvedColour
from coprod_office.reading.list_styles import ListStyles
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_layers import Drawn
from coprod_office.reading.slide_shapes import lines_of
from coprod_office.reading.xml import A, Element, child, short

SMALLEST = 18.0
"""Points: the usual floor for slides."""
LEAST_FOR_LARGE = 3.0
_PARAGRAPH, _OF_PARAGRAPH, _WORDS, _STYLED = f"{A}p", f"{A}pPr", f"{A}t", f"{A}rPr"
_OF_BODY, _FITTED, _BENT, _TABLE = f"{A}bodyPr", f"{A}normAutofit", f"{A}prstTxWarp", f"{A}tbl"
_RUNS = (f"{A}r", f"{A}fld")
_BULLET = re.compile(r"\s*[-–—•*▪◦·‣][ \t\u00a0]")


class _Text(NamedTuple):
    """A piece of text on a slide: its body and the words of its paragraphs, how it is set, and the colours that it may
    stand on."""

    body: Element
    lines: tuple[str, ...]
    lettering: ListStyles
    grounds: tuple[str, ...]


def text_faults(slide: InspectedSlide) -> Iterator[Fault]:
    """What is wrong with the text of a slide: the smallest and the first without a language stand for the rest."""
    small: list[tuple[float, str]] = []
    silent: list[str] = []
    for text in _bodies(slide):
        faint = False
        for run, level, words in _runs(text.body):
            size = text.lettering.size(run, level)
            if size < SMALLEST:
                small.append((size, words))
            if run is None or not run.get("lang"):
                silent.append(words)
            if not faint:
                least = LEAST_FOR_LARGE if _large(size, text.lettering, run, level) else LEAST_FOR_TEXT
                ratio = _ratio(text.lettering.paint(run, level), text.grounds)
                faint = ratio is not None and ratio < least
                if faint:
                    what = f"'{short(words)}' has a contrast of {_down(ratio or 0)}:1; it needs {least:g}:1."
                    yield slide.fault("contrast", what, words)
        yield from _body(text, slide)
    if small:
        size, words = min(small)
        yield slide.fault("text-too-small", f"'{short(words)}' has {size:g} pt; slides need {SMALLEST:g}.", words)
    if silent:
        yield slide.fault("no-language", f"'{short(silent[0])}' does not say its language.", silent[0])


def _down(ratio: float) -> str:
    """A ratio with two decimals, not rounded up: 4.499 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"


def _large(size: float, lettering: ListStyles, run: Element | None, level: int) -> bool:
    return size >= 18 or (size >= 14 and lettering.bold(run, level))


@lru_cache(maxsize=1024)
def _ratio(paint: ResolvedColour | None, grounds: tuple[str, ...]) -> float | None:
    """The lowest contrast that text may have; nothing where a colour cannot be told."""
    return min((contrast(paint.over(ground), ground) for ground in grounds), default=None) if paint else None


def _bodies(slide: InspectedSlide) -> Iterator[_Text]:
    """Every body of text with the ground that it lies on: what was drawn under it, and its own fill."""
    layer = slide.layer
    behind = list(layer.furniture)
    background = layer.background
    for shape in layer.shapes:
        box = layer.box(shape)
        if shape.text.strip() and shape.body is not None:
            grounds = _over(layer.fill(shape), _ground(background, behind, box))
            yield _Text(shape.body, shape.lines, slide.styles.of(shape, layer), grounds)
        table = next(shape.element.iter(_TABLE), None) if shape.kind == "graphicFrame" else None
        if table is not None:
            ground = _ground(background, behind, box)
            for cell in cells(table, slide.table_styles, layer.theme):
                body = child(cell.element, f"{A}txBody")
                if body is not None:
                    lettering = slide.styles.table(layer.theme, cell.colour)
                    yield _Text(body, lines_of(body), lettering, _over(cell.fill, ground))
        behind += layer.drawn(shape)


def _ground(background: tuple[str, ...], behind: Sequence[Drawn], box: ShapeBox | None) -> tuple[str, ...]:
    grounds = background
    if box is None:
        return grounds
    for place, layer, shape in behind:
        if shape.still:
            parts = shape.parts if shape.under(box) else ()
            grounds = _ground(grounds, [(part.box, layer, part) for part in parts if part.box], box)
        elif place.under(box):
            grounds = _over(None if shape.kind in ("pic", "graphicFrame") else layer.fill(shape), grounds)
    return grounds


def _over(fill: tuple[ResolvedColour, ...] | None, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """The colours that are seen where a fill lies on others; none where that cannot be told."""
    if fill is None:
        return ()
    if not fill:
        return grounds
    if all(paint.alpha >= 1 for paint in fill):
        return tuple(paint.colour for paint in fill)
    return tuple(paint.over(ground) for paint in fill for ground in grounds)


def _runs(body: Element) -> Iterator[tuple[Element | None, int, str]]:
    """The runs of a body of text: properties, level of the paragraph, words."""
    for paragraph in body:
        if paragraph.tag != _PARAGRAPH:
            continue
        said = "0"
        for run in paragraph:
            if run.tag in _RUNS:
                written = child(run, _WORDS)
                words = "" if written is None else written.text or ""
                if words.strip():
                    yield child(run, _STYLED), int(said) if said.isdigit() else 0, words
            elif run.tag == _OF_PARAGRAPH:
                said = run.get("lvl") or "0"


def _body(text: _Text, slide: InspectedSlide) -> Iterator[Fault]:
    """What is wrong with a body of text as a whole."""
    typed = [line for line in text.lines if _BULLET.match(line)]
    if len(typed) > 1:
        yield slide.fault("fake-list", f"the bullet of '{short(typed[0].strip())}' is typed.", typed[0].strip())
    properties = child(text.body, _OF_BODY)
    if properties is None or not len(properties):
        return
    first = text.lines[0] if text.lines else ""
    fitted = child(properties, _FITTED)
    if fitted is not None and fitted.get("fontScale") not in (None, "100000", "100%"):
        yield slide.fault("shrunk-text", f"'{short(first)}' was shrunk to fit.", first)
    bent = child(properties, _BENT)
    if bent is not None and bent.get("prst") != "textNoShape":
        yield slide.fault("word-art", f"'{short(first)}' is bent into a shape.", first)
