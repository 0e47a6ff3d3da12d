"""Coverage: what counts for a theme, and what is a gap."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import THEME, changed, small_root

from coprod_content import Library, load
from coprod_content.checks.coverage import Axis, CoverageCount, ThemeCoverage, coverage
from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Items
from coprod_content.content.model import MinutesRange, Tool, Variant


def counts(theme: ThemeCoverage) -> dict[str, int]:
    """Return the counts of a theme by name."""
    return {cell.name: cell.count for cell in theme.cells}


def test_the_small_root_is_counted(tmp_path: Path) -> None:
    """It has one item of each kind, and a tool for 2 to 20 people and 6 to 30 minutes in either setting."""
    (theme,) = coverage(load(small_root(tmp_path)))
    assert counts(theme) == {
        "tools": 1,
        "tools in simple words": 0,
        "canvases": 0,
        "postcards": 1,
        "films": 1,
        "cases": 0,
        "references": 1,
        "in-person": 1,
        "online": 1,
        "15 minutes": 1,
        "30 minutes": 1,
        "60 minutes": 0,
        "90 minutes": 0,
        "4 people": 1,
        "8 people": 1,
        "16 people": 1,
        "30 people": 0,
    }
    lengths = ("no tool that fits 60 minutes", "no tool that fits 90 minutes")
    assert theme.gaps == ("no tools in simple words", "no canvases", "no cases", *lengths, "no tool for 30 people")


def test_a_theme_without_items_has_every_gap(tmp_path: Path) -> None:
    """Themes are listed by number."""
    bare = THEME.replace("number: 1", "number: 2").replace(" [@egan2020]", "")
    first, second = coverage(load(small_root(tmp_path, {"themes/bare.yaml": bare})))
    assert (first.number, second.id, second.number) == (1, "bare", 2)
    assert len(second.gaps) == len(second.cells)
    assert second.gaps[:6] == (
        "no tools",
        "no tools in simple words",
        "no canvases",
        "no postcards",
        "no films",
        "no cases",
    )
    assert [cell.name for cell in first.cells] == [cell.name for cell in second.cells]


def test_a_tool_counts_only_for_its_setting(tmp_path: Path) -> None:
    """An in-person tool does not count as an online tool."""
    change = changed("tools/pairs.yaml", "setting: either", "setting: in-person")
    (theme,) = coverage(load(small_root(tmp_path, change)))
    assert counts(theme)["in-person"] == 1
    assert counts(theme)["online"] == 0
    assert "no tool to run online" in theme.gaps


@pytest.mark.parametrize(("short", "fifteen"), [(15, 1), (16, 0), (None, 0)])
def test_the_short_variant_counts(tmp_path: Path, short: int | None, fifteen: int) -> None:
    """A tool of 20 to 40 minutes fits 15 minutes only with a variant of 15 minutes or less."""
    library = load(small_root(tmp_path))
    minutes = MinutesRange(least=20, most=40)
    tool = evolve(library.tools["pairs"], minutes=minutes, short=Variant(how=("Quickly.",), minutes=short))
    (theme,) = coverage(evolve(library, tools=Items((tool,))))
    assert counts(theme)["15 minutes"] == fifteen


def test_a_reference_counts_for_themes_that_it_names_or_that_cite_it(tmp_path: Path) -> None:
    """A reference without a link to a theme is not counted."""
    loose = changed("themes/sharing.yaml", " [@egan2020]", "")
    (theme,) = coverage(load(small_root(tmp_path / "loose", loose)))
    assert counts(theme)["references"] == 0
    tagged = changed("references.yaml", "  finding: It helped.", "  finding: It helped.\n  themes: [sharing]")
    (theme,) = coverage(load(small_root(tmp_path / "tagged", {**loose, **tagged})))
    assert counts(theme)["references"] == 1


@pytest.mark.parametrize(
    ("axis", "name", "gap"),
    [
        ("items", "films", "no films"),
        ("setting", "in-person", "no tool to run in person"),
        ("setting", "online", "no tool to run online"),
        ("minutes", "15 minutes", "no tool that fits 15 minutes"),
        ("people", "30 people", "no tool for 30 people"),
    ],
)
def test_only_a_count_of_zero_is_a_gap(axis: Axis, name: str, gap: str) -> None:
    """The gap says in words what is missing."""
    assert CoverageCount(axis, name, 0).gap == gap
    assert CoverageCount(axis, name, 1).gap == ""


def test_every_theme_of_the_library_has_tools_postcards_and_references(library: Library) -> None:
    """Tools also count for their further themes."""
    rows = coverage(library)
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    for row in rows:
        tools: list[Tool] = [tool for tool in library.tools.values() if row.id in themes_of(tool)]
        assert counts(row)["tools"] == len(tools)
        assert not {"no tools", "no postcards", "no references"} & set(row.gaps)
