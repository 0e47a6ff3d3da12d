"""Coverage: how much there is for each theme, of what kind, and for which setting, length and size of group."""

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from coprod_content.content.item_texts import pointers
from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Reference, Theme, Tool

Axis = Literal["items", "setting", "minutes", "people"]

LENGTHS = (15, 30, 60, 90)
"""The minutes that a team may have for one tool."""
GROUPS = (4, 8, 16, 30)
"""The sizes of groups that teams come in."""
SETTINGS = ("in-person", "online")


@frozen
class CoverageCount:
    """A count: on the axis "items" of what is named, on all others of the tools that fit."""

    axis: Axis
    name: str
    count: int

    @property
    def gap(self) -> str:
        """What is missing, in words; empty where something is there."""
        if self.count:
            return ""
        match self.axis:
            case "items":
                return f"no {self.name}"
            case "setting":
                return f"no tool to run {'in person' if self.name == 'in-person' else self.name}"
            case "minutes":
                return f"no tool that fits {self.name}"
            case "people":
                return f"no tool for {self.name}"


@frozen
class ThemeCoverage:
    """What there is for one theme; every theme has the same cells in the same order."""

    id: str
    number: int
    title: str
    cells: tuple[CoverageCount, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, in words."""
        return tuple(cell.gap for cell in self.cells if cell.gap)


def coverage(library: Library) -> tuple[ThemeCoverage, ...]:
    """The coverage of each theme, by number.

    A tool or film counts for each theme that it is tagged with; a reference also for a theme that cites it, itself or
    in one of its tools or cards. Articles do not count here: one that reviews a field cites for all themes. A tool fits
    a length between its shortest form and its longest, as `coprod check` has it.
    """
    cited = _cited(library)
    themes = sorted(library.themes.values(), key=lambda theme: (theme.number, theme.id))
    return tuple(_of_theme(theme, library, cited.get(theme.id, frozenset())) for theme in themes)


def _of_theme(theme: Theme, library: Library, references: frozenset[str]) -> ThemeCoverage:
    tools = [tool for tool in library.tools.values() if theme.id in themes_of(tool)]
    counted = {
        "tools": len(tools),
        "postcards": sum(card.theme == theme.id for card in library.postcards.values()),
        "films": sum(theme.id in film.themes for film in library.films.values()),
        "references": len(references),
    }
    cells = (
        *(CoverageCount("items", name, count) for name, count in counted.items()),
        *(CoverageCount("setting", name, sum(tool.setting in (name, "either") for tool in tools)) for name in SETTINGS),
        *(
            CoverageCount("minutes", f"{length} minutes", sum(_fits(tool, length) for tool in tools))
            for length in LENGTHS
        ),
        *(CoverageCount("people", f"{size} people", sum(_holds(tool, size) for tool in tools)) for size in GROUPS),
    )
    return ThemeCoverage(theme.id, theme.number, theme.title, cells)


def _fits(tool: Tool, minutes: int) -> bool:
    return min(tool.minutes.least, tool.short.minutes or tool.minutes.least) <= minutes <= tool.minutes.most


def _holds(tool: Tool, people: int) -> bool:
    return tool.people.least <= people <= tool.people.most


def _cited(library: Library) -> Mapping[str, frozenset[str]]:
    """The ids of the references of each theme: tagged with it, or cited by it, its tools or its cards."""
    found: dict[str, set[str]] = {id_: set() for id_ in library.themes}
    for item in library:
        if isinstance(item, Reference):
            ids = {item.id}
        elif isinstance(item, Theme | Tool | Postcard):
            ids = {pointer.target for pointer in pointers(item) if pointer.kind == "reference"}
        else:
            continue
        for theme in themes_of(item):
            found.setdefault(theme, set()).update(ids)
    return {theme: frozenset(ids) for theme, ids in found.items()}
