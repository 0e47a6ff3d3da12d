"""Lettering: lines of text made of runs of one kind each. Lengths and sizes are points."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle


@frozen
class TextRun:
    """Letters of one kind in a line."""

    words: str
    size: float
    strong: bool
    colour: str
    under: bool = False
    slant: bool = False


@frozen(kw_only=True)
class TextLine:
    """A line of text: where it starts, has its middle or ends, by `anchor`, and where its letters stand."""

    x: float
    y: float
    anchor: str
    runs: tuple[TextRun, ...]


def joined(line: Iterable[TextRun]) -> Iterator[TextRun]:
    """Runs of one kind that follow each other as one."""
    held: TextRun | None = None
    for run in line:
        if held and _kind(held) == _kind(run):
            held = evolve(held, words=held.words + run.words)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _kind(run: TextRun) -> tuple[float, str, bool, bool, bool]:
    return run.size, run.colour, run.strong, run.under, run.slant


def width(run: TextRun, letters: FontMetrics) -> float:
    """How wide a run is."""
    return letters.width(run.words, TextStyle(run.size, strong=run.strong)) / MM_PER_PT
