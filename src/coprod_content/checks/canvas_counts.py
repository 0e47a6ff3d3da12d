"""Check that words and pictures count the same parts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from coprod_content.content.library import Library
from coprod_content.content.model import Canvas, Diagram, Item, TalkSlot, Tool, ToolSlot, Variant, Workshop
from coprod_content.content.model.tool import Task
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import is_english
from coprod_content.text.spans import plain, text_of

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = "bones|rungs|rows|columns|boxes|sheets|circles|rings|faces|lines|strips|stages|spaces"
_NUMBER = rf"{'|'.join(_NUMBERS[1:])}|[2-9]|1[0-9]"
_BETWEEN = r"(?: (?!of |or |to |and )[\w’'-]+){0,2}?"
_COUNTED = re.compile(rf"(?<!up to )(?<!at least )\b(?P<count>{_NUMBER}){_BETWEEN} (?P<part>{_PARTS})\b", re.IGNORECASE)
_Texts = tuple[tuple[FieldPath, str], ...]


def canvas_count_findings(library: Library) -> Iterator[Finding]:
    """Yield warnings about words that miscount the parts of a picture.

    A picture's own parts are those that its alternative text counts, such as "five bones". Only English is checked.
    """
    if not is_english(library.about.language):
        return
    for tool in library.tools.values():
        yield from _in_tool(tool, library)
    for workshop in library.workshops.values():
        yield from _in_workshop(workshop, library)


def _in_tool(tool: Tool, library: Library) -> Iterator[Finding]:
    for at, step in enumerate(tool.steps):
        if step.canvas:
            texts = _of_task(("steps", at), step.task) + _at(("steps", at, "do"), step.do)
            yield from _miscounts(tool, _canvas(tool, None, library), texts)
    if tool.short:
        texts = _of_task(("short",), tool.short.task) + _at(("short", "how"), tool.short.how)
        yield from _miscounts(tool, _canvas(tool, tool.short, library), texts)


def _in_workshop(workshop: Workshop, library: Library) -> Iterator[Finding]:
    for at, slot in enumerate(workshop.agenda):
        match slot:
            case TalkSlot(diagram=str(id_)):
                texts = _of_task(("agenda", at), slot.task)
                yield from _miscounts(workshop, library.diagrams.get(id_), texts)
            case ToolSlot(focus=str(focus), tool=id_) if tool := library.tools.get(id_):
                short = tool.short if slot.minutes < tool.minutes.least else None
                yield from _miscounts(workshop, _canvas(tool, short, library), ((("agenda", at, "focus"), focus),))
            case _:
                pass


def _canvas(tool: Tool, short: Variant | None, library: Library) -> Canvas | None:
    """Return the canvas of a tool, or of its short version."""
    return library.canvases.get((short.canvas if short else None) or tool.canvas or "")


def _of_task(path: FieldPath, task: Task | None) -> _Texts:
    return _at((*path, "task", "lines"), task.lines) if task else ()


def _at(path: FieldPath, texts: tuple[str, ...]) -> _Texts:
    return tuple(((*path, at), text) for at, text in enumerate(texts))


def _miscounts(item: Item, picture: Canvas | Diagram | None, texts: _Texts) -> Iterator[Finding]:
    drawn: dict[str, set[int]] = defaultdict(set)
    for part, count, _ in _counts(picture.alt if picture else ""):
        drawn[part].add(count)
    everything = set().union(*drawn.values())
    for path, text in texts:
        for part, count, words in _counts(text):
            known = drawn.get(part, {count})
            if count not in known | {a * b for a, b in product(known, everything)}:
                shown = " or ".join(map(str, sorted(known)))
                what = f"'{words}' does not match the picture on the slide, which has {shown} {part}."
                fix = "Change the number, or show another picture. A short version can have its own `canvas`."
                yield finding_in(item.source, path, "canvas-count", what, fix, "warning")


def _counts(prose: str) -> Iterator[tuple[str, int, str]]:
    """Yield each part that a text counts, its number and words."""
    for found in _COUNTED.finditer(plain(text_of(prose))):
        count = found["count"].casefold()
        number = _NUMBERS.index(count) + 1 if count in _NUMBERS else int(count)
        yield found["part"].casefold(), number, found.group()
