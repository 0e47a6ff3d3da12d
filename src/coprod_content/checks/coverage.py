"""How well each theme is covered: its item counts and gaps."""

from collections import defaultdict
from typing import Literal

from attrs import frozen

from coprod_content.checks.completeness import missing_fields
from coprod_content.checks.minutes import shortest_minutes
from coprod_content.content.item_search import setting_of
from coprod_content.content.item_texts import pointers
from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Reference, Theme, Tool

Axis = Literal["items", "setting", "minutes", "people"]

LENGTHS = (15, 30, 60, 90)
"""Times, in minutes, that a team might have for one tool."""
GROUPS = (4, 8, 16, 30)
"""Typical numbers of people in a group."""
SETTINGS = ("in-person", "online")
_GAPS: dict[Axis, str] = {
    "items": "no {}",
    "setting": "no tool to run {}",
    "minutes": "no tool that fits {}",
    "people": "no tool for {}",
}


@frozen
class CoverageCount:
    """A count of a theme's items that have something in common.

    If `axis` is `items`, `name` says in the plural what is counted, such as `postcards` or `tools in simple words`.
    Otherwise, `count` is a number of tools, and `name` is the setting, length or group size that these tools suit, such
    as `online`, `30 minutes` or `8 people`.
    """

    axis: Axis
    name: str
    count: int

    @property
    def gap(self) -> str:
        """A description of the gap, or "" if `count` is positive."""
        return "" if self.count else _GAPS[self.axis].format(self.name.replace("in-person", "in person"))


@frozen
class IncompleteTool:
    """A tool without some of the optional fields that it should have."""

    id: str
    missing: tuple[str, ...]

    @property
    def gap(self) -> str:
        """The missing fields in words, such as `no access, safety`."""
        return f"no {', '.join(self.missing)}"


@frozen
class ThemeCoverage:
    """The counts for one theme, in the same order for every theme.

    `incomplete` contains the tools whose main theme this is and that lack optional fields.
    """

    id: str
    number: int
    title: str
    cells: tuple[CoverageCount, ...]
    incomplete: tuple[IncompleteTool, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """Descriptions of the theme's gaps."""
        return tuple(cell.gap for cell in self.cells if cell.gap)


def coverage(library: Library) -> tuple[ThemeCoverage, ...]:
    """Return each theme's coverage, in order of theme number.

    A tool, film, case or reference counts towards each theme that it names. A reference also counts towards a theme if
    the theme itself, or one of its tools or postcards, cites it. Citations in articles do not count, because a review
    cites works on every theme. The shortest length that suits a tool is that of its short version, if it has one.
    """
    cited = _cited(library)
    themes = sorted(library.themes.values(), key=lambda theme: (theme.number, theme.id))
    return tuple(_theme_coverage(theme, library, len(cited[theme.id])) for theme in themes)


def articles_by_series(library: Library) -> dict[str, int]:
    """Return the number of articles in each series, by series id."""
    return {id_: sum(article.series == id_ for article in library.articles.values()) for id_ in library.series}


def _theme_coverage(theme: Theme, library: Library, references: int) -> ThemeCoverage:
    tools = [tool for tool in library.tools.values() if theme.id in themes_of(tool)]
    counts: dict[Axis, dict[str, int]] = {
        "items": {
            "tools": len(tools),
            "tools in simple words": sum(tool.easy_read is not None for tool in tools),
            "canvases": sum(tool.canvas is not None for tool in tools),
            "postcards": sum(card.theme == theme.id for card in library.postcards.values()),
            "films": sum(theme.id in film.themes for film in library.films.values()),
            "cases": sum(theme.id in case.themes for case in library.cases.values()),
            "references": references,
        },
        "setting": {name: sum(setting_of(tool) in (name, "either") for tool in tools) for name in SETTINGS},
        "minutes": {
            f"{length} minutes": sum(shortest_minutes(tool) <= length <= tool.minutes.most for tool in tools)
            for length in LENGTHS
        },
        "people": {
            f"{size} people": sum(tool.people.least <= size <= tool.people.most for tool in tools) for size in GROUPS
        },
    }
    cells = (CoverageCount(axis, name, count) for axis, named in counts.items() for name, count in named.items())
    own = ((tool.id, missing_fields(tool)) for tool in tools if tool.theme == theme.id)
    incomplete = tuple(IncompleteTool(id_, missing) for id_, missing in own if missing)
    return ThemeCoverage(theme.id, theme.number, theme.title, tuple(cells), incomplete)


def _cited(library: Library) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for item in library:
        if isinstance(item, Reference):
            ids = {item.id}
        elif isinstance(item, Theme | Tool | Postcard):
            ids = {pointer.target for pointer in pointers(item) if pointer.kind == "reference"}
        else:
            continue
        for theme in themes_of(item):
            found[theme] |= ids
    return found
