"""The timeline of a programme, as a figure."""

from collections.abc import Iterator
from itertools import accumulate

from attrs import frozen

from coprod_content.content.drawing import Drawing, Label, Rectangle, Shape, Stroke
from coprod_content.content.field_types import Role
from coprod_content.content.model import Programme, ProgrammeStage
from coprod_content.content.phrases import weeks_in_words, weeks_range
from coprod_content.document.blocks import Figure
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.text.spans import verbatim

FILLED_BARS = "Filled bars are stages with workshops. Empty bars are work between them."
_WIDTH, _MOST_FOR_NAMES, _AXIS, _BAR = 280.0, 155.0, 10.0, 8.0
_TYPE, _LINE, _SPACE = 7.0, 1.2, 4.0
_STYLE = TextStyle(_TYPE / MM_PER_PT, line=_LINE)
_FONTS = "Arial", "Atkinson Hyperlegible"
_FILLED: Role = "brand"
_EMPTY: Role = "paper"
_STEPS, _MOST_MARKS = (1, 2, 4, 8, 13), 13


def timeline_figure(programme: Programme, caption: str = "") -> Figure:
    """Return a programme's timeline, with a bar for each stage."""
    names = tuple(f"{number}. {stage.title}" for number, stage in enumerate(programme.stages, 1))
    widest = max(font_metrics(family).width(name, _STYLE) for family in _FONTS for name in names)
    scale = _WeekScale(min(_MOST_FOR_NAMES, round(widest * 1.15 + _SPACE, 1)), programme.weeks)
    tops = tuple(accumulate((_row_height(name, scale.names - _SPACE) for name in names), initial=_AXIS))
    rows = zip(programme.stages, names, tops, tops[1:], strict=False)
    bars = (shape for stage, name, top, bottom in rows for shape in _row(stage, name, top, bottom, scale))
    drawing = Drawing(width=_WIDTH, height=tops[-1], shapes=(*_weeks(scale, tops[-1]), *bars))
    stages = (f"{name}, {_when(stage)}." for name, stage in zip(names, programme.stages, strict=True))
    alt = f"A timeline of {weeks_in_words(programme.weeks)}, with a bar for each stage. {' '.join(stages)}"
    return Figure(drawing, alt, caption)


@frozen
class _WeekScale:
    """The positions of weeks in the drawing, beside a column of names.

    `names` is the width of that column, in drawing units. `weeks` is the length of the programme.
    """

    names: float
    weeks: int

    def start(self, week: int) -> float:
        """Return where a week starts, in drawing units from the left."""
        return round(self.names + (min(week, self.weeks + 1) - 1) * (_WIDTH - self.names) / self.weeks, 2)


def _when(stage: ProgrammeStage) -> str:
    return weeks_range(stage.weeks).lower() + (", with workshops" if stage.sessions else "")


def _weeks(scale: _WeekScale, bottom: float) -> Iterator[Shape]:
    """Yield the week numbers, each with a line down from it."""
    yield Label(x=0, y=0, width=scale.names - _SPACE, height=_AXIS, text="Week", size=_TYPE, align="left", strong=True)
    step = next(step for step in _STEPS if scale.weeks <= step * _MOST_MARKS)
    for week in range(1, scale.weeks + 1, step):
        left, right = scale.start(week), scale.start(week + step)
        yield Stroke(x=left, y=_AXIS, to_x=left, to_y=bottom, colour="line", weight=0.4)
        yield Label(x=left, y=0, width=round(right - left, 2), height=_AXIS, text=str(week), size=6, align="left")


def _row_height(name: str, width: float) -> float:
    lines = max(font_metrics(family).lines(verbatim(name), width, _STYLE) for family in _FONTS)
    return round(lines * _TYPE * _LINE + _SPACE, 2)


def _row(stage: ProgrammeStage, name: str, top: float, bottom: float, scale: _WeekScale) -> Iterator[Shape]:
    left, right = scale.start(stage.weeks.first), scale.start(stage.weeks.last + 1)
    height, width = round(bottom - top, 2), round(right - left, 2)
    yield Label(x=0, y=top, width=scale.names - _SPACE, height=height, text=name, size=_TYPE, align="left")
    y, fill = round((top + bottom - _BAR) / 2, 2), _FILLED if stage.sessions else _EMPTY
    yield Rectangle(x=left, y=y, width=width, height=_BAR, fill=fill, outline="brand", corner=1.5)
