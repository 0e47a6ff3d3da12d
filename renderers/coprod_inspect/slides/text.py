"""Check the contrast, size, language, direction and lists of slide text."""

from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import NamedTuple

from coprod_content.brand.contrast import contrast
from coprod_content.findings.fault import Fault
from coprod_content.text.languages import is_from_right
from coprod_content.text.markup_mistakes import TYPED_BULLET
from coprod_inspect.office_file import contrast_problem
from coprod_inspect.shared_checks import direction_problem, quoted
from coprod_inspect.slides.slide import InspectedSlide
from coprod_office.reading.colours import ResolvedColour
from coprod_office.reading.list_styles import ListStyles
from coprod_office.reading.slide_layers import colours_behind, colours_over
from coprod_office.reading.slide_shapes import paragraph_lines
from coprod_office.reading.slide_tables import table_cells
from coprod_office.reading.xml import A, Element, first_child

_SMALLEST = 18.0
"""The usual minimum text size for slides, in points."""
_PARAGRAPH, _PARAGRAPH_PROPERTIES, _TEXT, _RUN_PROPERTIES = (f"{A}{name}" for name in ("p", "pPr", "t", "rPr"))
_BODY_PROPERTIES, _AUTOFIT, _WARP, _TABLE = (f"{A}{name}" for name in ("bodyPr", "normAutofit", "prstTxWarp", "tbl"))
_RUNS = (f"{A}r", f"{A}fld")


class _Text(NamedTuple):
    """A text body with its lines, inherited styles and backgrounds.

    `backgrounds` contains the colours behind the text.
    """

    body: Element
    lines: tuple[str, ...]
    styles: ListStyles
    backgrounds: tuple[str, ...]


def text_faults(slide: InspectedSlide) -> Iterator[Fault]:
    """Yield the faults in a slide's text.

    Of undersized text, only the smallest is reported. Of text without a language, and of text that runs in the wrong
    direction, only the first is reported.
    """
    small: list[tuple[float, str]] = []
    no_language: list[str] = []
    wrong = ""
    for text in _texts(slide):
        faint = ""
        for run, level, words in _runs(text.body):
            size = text.styles.size(run, level)
            if size < _SMALLEST:
                small.append((size, words))
            if run is None or not run.get("lang"):
                no_language.append(words)
            if not faint:
                bold = 14 <= size < 18 and text.styles.is_bold(run, level)
                ratio = _lowest_ratio(text.styles.text_colour(run, level), text.backgrounds)
                faint = contrast_problem(words, ratio, size, bold=bold)
                if faint:
                    yield slide.fault("contrast", faint, words)
        yield from _body_faults(text, slide)
        wrong = wrong or _wrong_direction(text)
    if small:
        size, words = min(small)
        yield slide.fault(
            "text-too-small", f"{quoted(words)} is {size:g} pt, but text needs to be at least {_SMALLEST:g} pt.", words
        )
    if wrong:
        yield slide.fault("no-direction", direction_problem(wrong), wrong)
    if no_language:
        yield slide.fault("no-language", f"no language is set for {quoted(no_language[0])}.", no_language[0])


@lru_cache(maxsize=1024)
def _lowest_ratio(colour: ResolvedColour | None, backgrounds: tuple[str, ...]) -> float:
    """Return a colour's lowest contrast with the backgrounds, or infinity if unknown."""
    return min((contrast(colour.over(each), each) for each in backgrounds), default=inf) if colour else inf


def _texts(slide: InspectedSlide) -> Iterator[_Text]:
    layer = slide.layer
    behind = list(layer.behind)
    for shape in layer.shapes:
        box = layer.box(shape)
        if shape.text.strip() and shape.body is not None:
            backgrounds = colours_over(layer.fill(shape), colours_behind(layer.background, behind, box))
            yield _Text(shape.body, shape.lines, slide.text_styles.of_shape(shape, layer), backgrounds)
        table = next(shape.element.iter(_TABLE), None) if shape.kind == "graphicFrame" else None
        if table is not None:
            backgrounds = colours_behind(layer.background, behind, box)
            for cell in table_cells(table, slide.table_styles, layer.theme):
                body = first_child(cell.element, f"{A}txBody")
                if body is not None:
                    styles = slide.text_styles.of_table(layer.theme, cell.colour)
                    yield _Text(body, paragraph_lines(body), styles, colours_over(cell.fill, backgrounds))
        behind += layer.placed(shape)


def _wrong_direction(text: _Text) -> str:
    """Return the first right-to-left text in a left-to-right paragraph, or ""."""
    for paragraph in text.body.iterchildren(_PARAGRAPH):
        words = "".join(run.findtext(_TEXT) or "" for run in paragraph.iterchildren(*_RUNS))
        if is_from_right(words, ""):
            properties = first_child(paragraph, _PARAGRAPH_PROPERTIES)
            level = "0" if properties is None else properties.get("lvl") or "0"
            if not text.styles.is_from_right(properties, int(level) if level.isdigit() else 0):
                return words.strip()
    return ""


def _runs(body: Element) -> Iterator[tuple[Element | None, int, str]]:
    for paragraph in body:
        if paragraph.tag != _PARAGRAPH:
            continue
        level = "0"
        for run in paragraph:
            if run.tag in _RUNS:
                text = first_child(run, _TEXT)
                words = "" if text is None else text.text or ""
                if words.strip():
                    yield first_child(run, _RUN_PROPERTIES), int(level) if level.isdigit() else 0, words
            elif run.tag == _PARAGRAPH_PROPERTIES:
                level = run.get("lvl") or "0"


def _body_faults(text: _Text, slide: InspectedSlide) -> Iterator[Fault]:
    typed = [line.strip() for line in text.lines if TYPED_BULLET.match(line)]
    if len(typed) > 1:
        yield slide.fault("fake-list", f"{quoted(typed[0])} starts with a typed bullet.", typed[0])
    properties = first_child(text.body, _BODY_PROPERTIES)
    if properties is None or not len(properties):
        return
    first = text.lines[0] if text.lines else ""
    autofit = first_child(properties, _AUTOFIT)
    if autofit is not None and autofit.get("fontScale") not in (None, "100000", "100%"):
        yield slide.fault("shrunk-text", f"{quoted(first)} was shrunk to fit.", first)
    warp = first_child(properties, _WARP)
    if warp is not None and warp.get("prst") != "textNoShape":
        yield slide.fault("word-art", f"{quoted(first)} is bent into a shape.", first)
