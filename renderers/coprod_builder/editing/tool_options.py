"""The tools that can be added, and whether they suit the plan."""

from collections.abc import Iterator

from attrs import frozen

from coprod_builder.editing.draft import Draft
from coprod_content.content.item_search import setting_of
from coprod_content.content.library import Library
from coprod_content.content.model import Theme, Tool
from coprod_content.content.phrases import minutes_range, people_range, setting_in_words


@frozen(kw_only=True)
class ToolOption:
    """A tool that can be added, with facts about it.

    `facts` gives the tool's length, group size and setting. `misfit` says why the tool does not suit the plan, or that
    the tool is already on the agenda. For any other tool, `misfit` is empty.
    """

    tool: Tool
    theme: Theme
    facts: str
    misfit: str

    @property
    def fits(self) -> bool:
        """Whether the tool suits the plan and is not already used."""
        return not self.misfit


def tool_options(draft: Draft, library: Library) -> tuple[ToolOption, ...]:
    """Return an option for every tool, ordered by theme."""
    return tuple(sorted(_tool_options(draft, library), key=lambda option: option.theme.number))


def _tool_options(draft: Draft, library: Library) -> Iterator[ToolOption]:
    used = {draft.words((*path, "tool")) for path in draft.item_paths}
    for tool in library.tools.values():
        where = setting_in_words(tool.setting).lower() if tool.setting else ""
        facts = filter(None, (minutes_range(tool.minutes), people_range(tool.people), where))
        yield ToolOption(
            tool=tool,
            theme=library.themes[tool.theme],
            facts=", ".join(facts),
            misfit="; ".join(_misfits(tool, draft, used)),
        )


def _misfits(tool: Tool, draft: Draft, used: set[str]) -> Iterator[str]:
    if tool.id in used:
        yield "already on the agenda"
    least, most = draft.number(("people", "least")), draft.number(("people", "most"))
    if (most is not None and most < tool.people.least) or (least is not None and least > tool.people.most):
        yield f"works with {people_range(tool.people)}"
    setting = draft.words(("setting",))
    suits = setting_of(tool)
    if suits and suits not in ("either", setting) and setting in ("in-person", "online"):
        yield f"{setting_in_words(suits).lower()} only"
