"""Times of a session, and the minutes they suggest for the next."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated

from attrs import evolve, frozen

from coprod_content.checks.minutes import shortest_minutes
from coprod_content.content.field_types import Line, Minutes, Note, Slug, ToolId, WholeNumber
from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.files.converter import converted
from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.findings.finding import ContentError, in_order
from coprod_content.planner.activity import STEP

SUFFIX = ".json"
"""The end of the name of a file of times."""


@frozen(kw_only=True)
class ItemTimes:
    """The planned and actual minutes of an agenda item.

    `took` is 0 if the item was left out. `short` says whether only the short version of a tool was used.
    """

    title: Line
    tool: ToolId | None = None
    planned: Minutes
    took: Annotated[int, WholeNumber(0, 1440, "minutes", 25)]
    short: bool = False


@frozen(kw_only=True)
class SessionTimes:
    """The times of a session, and what its facilitator wants to change."""

    workshop: Slug
    title: Line
    items: tuple[ItemTimes, ...]
    changed: Note | None = None


def read_times(data: bytes, name: str) -> SessionTimes:
    """Read a file of times that the run page saved.

    `name` is the file name, for messages. Raises ContentError with all the problems found.
    """
    try:
        parsed = parse_yaml(decode_utf8(data, name), name)  # JSON is also YAML, and this reader gives line numbers
    except UnreadableFile as error:
        raise ContentError([error.finding]) from error
    findings = list(parsed.findings)
    times = converted(SessionTimes, parsed.value, {}, parsed, (), findings)
    if times is None or findings:
        raise ContentError(in_order(findings))
    return times


def suggested_minutes(times: ItemTimes, tool: Tool | None) -> int:
    """Return the minutes to plan for an item next time.

    They are the minutes that it took, rounded to a multiple of five, within the limits of its tool.
    """
    minutes = max(STEP, round(times.took / STEP) * STEP)
    return minutes if tool is None else min(max(minutes, shortest_minutes(tool)), tool.minutes.most)


def with_times(library: Library, sessions: Iterable[SessionTimes]) -> Library:
    """Return a library whose tools last as long as they took.

    The average time of a tool is kept within its limits, and divided among its steps in the same proportions as before.
    Sessions that used only its short version, or left it out, do not count.
    """
    took: dict[str, list[int]] = defaultdict(list)
    for session in sessions:
        for item in session.items:
            if item.tool and item.took and not item.short:
                took[item.tool].append(item.took)
    tools = tuple(_lasting(tool, took[tool.id]) if tool.id in took else tool for tool in library.tools.values())
    return evolve(library, tools=evolve(library.tools, items_in_order=tools))


def _lasting(tool: Tool, took: list[int]) -> Tool:
    total = min(max(round(sum(took) / len(took)), tool.minutes.least), tool.minutes.most)
    lengths = tool.scaled_step_minutes(total)
    steps = (evolve(step, minutes=minutes) for step, minutes in zip(tool.steps, lengths, strict=True))
    return evolve(tool, steps=tuple(steps))
