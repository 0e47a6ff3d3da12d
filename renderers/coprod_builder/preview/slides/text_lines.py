"""Lay out the text of shapes in lines.

The lines are measured with the font metrics that are also used to fit text on slides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import evolve, frozen

from coprod_builder.preview.slides.paragraph_style import NUMBERED, ParagraphStyle, paragraph_style
from coprod_builder.preview.slides.shapes import EMU_PER_PT, DrawnShape, rounded
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.layout.known_fonts import measured_font
from coprod_content.layout.office_metrics import office_metrics
from coprod_office.reading.list_styles import ListStyles
from coprod_office.reading.xml import A, Element, first_child

_PIECE = re.compile("[ \t\n]+|[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*|[\u2010\u2013\u2014-]+")
"""Matches white space, or a word up to any hyphen or dash in it. Lines can break after each match."""
_ROUNDING = 0.01
_INSETS = ("lIns", "tIns", "rIns", "bIns")
_ANCHORS = {"l": "start", "ctr": "middle", "r": "end"}
_ACROSS = {"l": 0.0, "ctr": 0.5, "r": 1.0}
_DOWN = {"t": 0.0, "ctr": 0.5, "b": 1.0}
_RUNS = (f"{A}r", f"{A}fld")


@frozen
class DrawnRun:
    """A stretch of text in one size (in points), weight and colour."""

    words: str
    size: float
    strong: bool
    colour: str


@frozen(kw_only=True)
class TextLine:
    """A line of text, with its baseline at `y`.

    `anchor` says whether the start, middle or end of the line is at `x`.
    """

    x: float
    y: float
    anchor: str
    runs: tuple[DrawnRun, ...]


@frozen(kw_only=True)
class TextBox:
    """The area for text inside a shape, in points.

    `anchor` is the vertical alignment: t (top), ctr (centre) or b (bottom).
    """

    x: float
    y: float
    width: float
    height: float
    anchor: str = "t"


def text_box(
    shape: DrawnShape, properties: Mapping[str, str], sides: tuple[str, ...] = _INSETS, default: str = "0"
) -> TextBox:
    """Return a shape's text area, inside its insets.

    `sides` names the attributes of `properties` that give the left, top, right and bottom insets in English Metric
    Units. `default` is the inset on a side whose attribute is missing.
    """
    left, top, right, bottom = (int(properties.get(side, default)) / EMU_PER_PT for side in sides)
    return TextBox(
        x=shape.x + left,
        y=shape.y + top,
        width=shape.width - left - right,
        height=shape.height - top - bottom,
        anchor=properties.get("anchor", "t"),
    )


def text_lines(body: Element, styles: ListStyles, box: TextBox) -> tuple[TextLine, ...]:
    """Lay out a text body in a box, and return its lines."""
    metrics = office_metrics(measured_font(styles.theme.font or "Arial"))
    lines: list[TextLine] = []
    y = after = 0.0
    number = 0
    for paragraph in body.iterfind(f"{A}p"):
        style = paragraph_style(paragraph, styles)
        number = number + 1 if style.bullet == NUMBERED else 0
        x, width = box.x + style.margin, box.width - style.margin
        y += style.before
        for at, runs in enumerate(_broken(_runs(paragraph, style, styles), width + _ROUNDING, metrics)):
            y += metrics.natural * style.size * style.line
            baseline = y - metrics.descent * style.size
            if at == 0 and style.bullet:
                lines.append(_bullet(style, number, x, baseline))
            anchor = _ANCHORS.get(style.align, "start")
            lines.append(TextLine(x=x + width * _ACROSS.get(style.align, 0.0), y=baseline, anchor=anchor, runs=runs))
        after = style.after
        y += after
    down = box.y + (box.height - (y - after if lines else 0.0)) * _DOWN.get(box.anchor, 0.0)
    return tuple(evolve(line, x=rounded(line.x), y=rounded(line.y + down)) for line in lines)


def _bullet(style: ParagraphStyle, number: int, x: float, baseline: float) -> TextLine:
    numbered = style.bullet == NUMBERED
    run = DrawnRun(f"{number}." if numbered else style.bullet, style.size, numbered, style.colour)
    return TextLine(x=x + style.indent, y=baseline, anchor="start", runs=(run,))


def _runs(paragraph: Element, style: ParagraphStyle, styles: ListStyles) -> Iterator[DrawnRun]:
    for run in paragraph:
        if run.tag in _RUNS:
            properties = first_child(run, f"{A}rPr")
            colour = styles.text_colour(properties, style.level)
            yield DrawnRun(
                run.findtext(f"{A}t") or "",
                styles.size(properties, style.level) if properties is not None else style.size,
                styles.is_bold(properties, style.level),
                colour.colour if colour else "#000000",
            )


def _broken(runs: Iterable[DrawnRun], width: float, metrics: FontMetrics) -> list[tuple[DrawnRun, ...]]:
    """Break runs into lines between words, or after hyphens and dashes."""
    lines: list[list[DrawnRun]] = [[]]
    used = 0.0
    gap: DrawnRun | None = None
    for run in runs:
        for words in _PIECE.findall(run.words):
            piece = evolve(run, words=words)
            if words.isspace():
                gap = evolve(run, words=" ")
                continue
            space = _width(gap, metrics) if gap and used else 0.0
            length = _width(piece, metrics)
            if used and used + space + length > width:
                lines.append([])
                used, space, gap = 0.0, 0.0, None
            if gap and used:
                lines[-1].append(gap)
            lines[-1].append(piece)
            used, gap = used + space + length, None
    return [tuple(_joined(line)) for line in lines]


def _joined(line: Iterable[DrawnRun]) -> Iterator[DrawnRun]:
    """Join adjacent runs of the same size, weight and colour."""
    for style, runs in groupby(line, key=lambda run: evolve(run, words="")):
        yield evolve(style, words="".join(run.words for run in runs))


def _width(run: DrawnRun, metrics: FontMetrics) -> float:
    return metrics.width(run.words, TextStyle(run.size, strong=run.strong)) / MM_PER_PT
