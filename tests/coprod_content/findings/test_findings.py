"""Findings are values in order, and print for people, programs and CI."""

import json
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coprod_content import ContentError, Finding, Place
from coprod_content.content.source import Source, display_path, field_name
from coprod_content.findings.finding import in_order, nearest
from coprod_content.findings.finding_formats import as_github, as_json, as_text
from coprod_content.planner.request import PlanRequestError

Form = Callable[[Sequence[Finding]], str]
FINDING = Finding(
    code="number", where=Place("a/b.yaml", 14, 12), field="minutes", what="expected a number.", fix="Write one."
)


def test_a_finding_prints_its_place_field_problem_and_fix() -> None:
    """A finding is one line."""
    assert str(FINDING) == "a/b.yaml:14:12: minutes: expected a number. Write one."
    assert str(Finding(code="x", what="is wrong.")) == "is wrong."
    assert str(Finding(code="x", field="title", what="is wrong.")) == "title: is wrong."


@pytest.mark.parametrize(
    ("place", "expected"), [(Place("a"), "a"), (Place("a", 3), "a:3"), (Place("a", 3, 4), "a:3:4"), (Place(""), "")]
)
def test_a_place_prints_what_is_known(place: Place, expected: str) -> None:
    """A line or column of zero is unknown, and is left out."""
    assert str(place) == expected


def test_findings_are_sorted_by_place_without_duplicates() -> None:
    """Lines sort as numbers, findings without a place come last, and duplicates are dropped."""
    one, two, ten = (Finding(code="x", where=Place("a", line), what="?") for line in (1, 2, 10))
    nowhere, other = Finding(code="x", what="?"), Finding(code="x", where=Place("b", 1), what="?")
    assert in_order([nowhere, ten, other, two, one, one]) == (one, two, ten, other, nowhere)


def test_the_error_carries_all_findings_in_order() -> None:
    """The error has the findings as values, and prints them as lines."""
    later = Finding(code="x", where=Place("a/b.yaml", 15), what="is later.")
    error = ContentError([later, FINDING, later])
    assert error.findings == (FINDING, later)
    assert str(error) == f"{FINDING}\na/b.yaml:15: is later."


def test_files_keep_the_order_in_which_they_were_found() -> None:
    """The code that collects findings decides which file comes first, such as the user's before ours."""
    mine, ours = Finding(code="x", where=Place("mine", 9), what="?"), Finding(code="x", where=Place("a", 1), what="?")
    assert in_order([mine, ours]) == (mine, ours)


def test_long_values_are_cut_at_80_characters() -> None:
    """A file with a huge value does not fill the screen, wherever in the message the value is."""
    found = Finding(code="x", field="f" * 600_000, what=f"there is no '{'x' * 600_000}', but '{'y' * 80}'.")
    assert found.what == f"there is no '{'x' * 79}…', but '{'y' * 80}'."
    assert len(str(found)) < 300
    assert len(Finding(code="x", what="word " * 100_000).what) == 600


def test_text_has_a_line_for_each_finding() -> None:
    """No findings print an empty text."""
    assert as_text([FINDING, FINDING]).splitlines() == [str(FINDING)] * 2
    assert as_text([]) == ""


def test_json_holds_every_field() -> None:
    """A program gets everything that a person reads."""
    assert json.loads(as_json([FINDING, Finding(code="x", level="advice", what="Ä")])) == [
        {
            "code": "number",
            "level": "error",
            "where": {"file": "a/b.yaml", "line": 14, "column": 12},
            "field": "minutes",
            "what": "expected a number.",
            "fix": "Write one.",
        },
        {"code": "x", "level": "advice", "where": None, "field": "", "what": "Ä", "fix": ""},
    ]


@pytest.mark.parametrize(("level", "command"), [("error", "error"), ("warning", "warning"), ("advice", "notice")])
def test_ci_gets_a_workflow_command(level: str, command: str) -> None:
    """Each level has a command, with the place as its properties."""
    finding = Finding(code="x", level=level, where=Place("a.yaml", 3, 4), field="f", what="w.", fix="f.")
    assert as_github([finding]) == f"::{command} file=a.yaml,line=3,col=4,title=x::f: w. f."
    assert as_github([Finding(code="x", where=Place("a"), what="w.")]) == "::error file=a,line=1,col=1,title=x::w."


@pytest.mark.parametrize("form", [as_text, as_json, as_github])
@pytest.mark.parametrize("character", ["\n", "\r", "\x1b", "\x9b", "\u2028", "\u202e", "\udcff"])
def test_no_file_name_or_text_steers_a_terminal_or_breaks_a_line(form: Form, character: str) -> None:
    """Control characters in file names and texts are printed as U+FFFD, so a finding stays on one line."""
    finding = Finding(code="x", where=Place(f"a{character}b.yaml"), field=f"c{character}d", what=f"e{character}f.")
    printed = form([finding])
    printed.encode()
    assert printed.count("\ufffd") == 3
    if form is not as_json:
        assert len(printed.splitlines()) == 1


def test_a_file_name_cannot_add_properties_to_a_workflow_command() -> None:
    """Commas, colons and per cent signs are escaped for CI."""
    expected = as_github([Finding(code="x", where=Place("a,line=9::b%.yaml", 1, 1), what="100%.")])
    assert expected == "::error file=a%2Cline=9%3A%3Ab%25.yaml,line=1,col=1,title=x::100%25."


def test_a_mistyped_word_gets_the_nearest_known_word() -> None:
    """A "did you mean" is offered only for a similar word."""
    assert nearest("minuts", ["minutes", "title"]) == "Did you mean 'minutes'?"
    assert nearest("zzz", ["minutes", "title"]) == ""
    assert nearest("", []) == ""


@pytest.mark.parametrize(
    ("path", "expected"),
    [((), ""), (("steps", 1, "minutes"), "steps[2].minutes"), ((0,), "[1]"), (("a", 0, 1, "b"), "a[1][2].b")],
)
def test_a_path_counts_from_one(path: tuple[str | int, ...], expected: str) -> None:
    """Messages count list entries from one, as people do."""
    assert field_name(path) == expected


def test_paths_are_shown_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths below the working folder are relative to it, and others are in full."""
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert display_path(tmp_path / "below" / "a" / "b.yaml") == "a/b.yaml"
    assert display_path(tmp_path / "other.yaml") == (tmp_path / "other.yaml").as_posix()
    assert Source("content", "a/b.yaml").path.as_posix() == "content/a/b.yaml"


def test_an_error_reaches_another_process_with_its_findings() -> None:
    """Errors survive pickling with every finding and its place."""
    for kind in (ContentError, PlanRequestError):
        error = kind([Finding(code="a", where=Place("x.yaml", 2, 3), what="is wrong."), Finding(code="b", what="too.")])
        back = pickle.loads(pickle.dumps(error))
        assert type(back) is kind
        assert back.findings == error.findings
        assert str(back) == str(error)
