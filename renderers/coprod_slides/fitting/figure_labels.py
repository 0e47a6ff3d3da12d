"""Make figures whose labels fit at the smallest type size for slides."""

from functools import lru_cache

from attrs import evolve

from coprod_content.content.drawing import Drawing, Label
from coprod_content.document.blocks import Figure
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.layout.known_fonts import OFFICE_FALLBACK, is_office_font
from coprod_content.layout.labels import label_fits, with_numbers
from coprod_content.text.spans import Span, Text
from coprod_slides.fitting.line_counts import SAFE_WIDTH
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.figures import LEAST_LABEL

_SLACK = 1.06
"""The factor by which a label can be larger than its box."""
_MOST_TRIES = 3


def labels_fit(figure: Figure, width: float, height: float, frame: SlideFrame) -> bool:
    """Return whether a figure's labels fit, with its caption, in a box.

    The width and height of the box are in millimetres. The figure must also be at least as tall as the frame's minimum,
    unless the box itself is shorter than that.
    """
    below = frame.text_height(figure.caption, width, frame.caption) if figure.caption else 0.0
    room = height - below
    return room >= min(frame.least_figure, height) and _labels_fit(
        figure.drawing, _scale(figure.drawing, width, room), frame.font
    )


def with_legend(figure: Figure, frame: SlideFrame) -> tuple[Figure, tuple[str, ...]]:
    """Return a figure whose labels fit, if possible, and its legend.

    Labels that would not fit below the slide's title are replaced with numbers, which the caption explains. The legend
    contains the replaced labels, in the order of their numbers.
    """
    found: Figure = figure
    listed: tuple[str, ...] = ()
    for _ in range(_MOST_TRIES):
        if labels_fit(found, frame.width, frame.height, frame):
            break
        below = frame.text_height(found.caption, frame.width, frame.caption) if found.caption else 0.0
        scale = _scale(figure.drawing, frame.width, max(frame.least_figure, frame.height - below))
        least = LEAST_LABEL * MM_PER_PT / scale
        drawing, listed = with_numbers(figure.drawing, lambda label: _fits(label, scale, frame.font), least)  # noqa: B023  # used at once
        found = evolve(figure, drawing=drawing, caption=(*figure.caption, *_legend(listed, figure.caption)))
    return found, listed


def _legend(labels: tuple[str, ...], caption: Text) -> Text:
    spans = [Span(" ")] if labels and caption else []
    for number, label in enumerate(labels, start=1):
        spans += [Span(f"{number}\u00a0", strong=True), Span(label if number == len(labels) else f"{label} · ")]
    return tuple(spans)


def _scale(drawing: Drawing, width: float, height: float) -> float:
    return max(0.01, min(width / drawing.width, height / drawing.height))


@lru_cache(maxsize=1024)
def _labels_fit(drawing: Drawing, scale: float, font: str) -> bool:
    least = LEAST_LABEL * MM_PER_PT / scale
    labels = (evolve(each, size=max(each.size, least)) for each in drawing.shapes if isinstance(each, Label))
    return all(_fits(each, scale, font) for each in labels)


def _fits(label: Label, scale: float, font: str) -> bool:
    families = (font,) if is_office_font(font) else (font, OFFICE_FALLBACK)
    return label_fits(evolve(label, width=label.width * SAFE_WIDTH), scale, families, _SLACK)
