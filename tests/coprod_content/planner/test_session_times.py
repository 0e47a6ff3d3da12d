"""The times of a session make the next plan's minutes better."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coprod_content import ContentError, Library
from coprod_content.cli.app import app
from coprod_content.planner.running.session_times import read_times, suggested_minutes, with_times


def saved(*items: dict[str, object], **more: object) -> bytes:
    """Return a file as the run page saves it."""
    return json.dumps({"workshop": "first-steps", "title": "First steps", "items": items, **more}, indent=2).encode()


def test_tools_last_as_long_as_they_took(library: Library) -> None:
    """The average counts, within the tool's limits. Short versions and items left out do not count."""
    tool = library.tools["what-matters-to-you"]
    took = [{"title": tool.title, "tool": tool.id, "planned": 30, "took": n} for n in (30, 33)]
    short = {**took[0], "took": 5, "short": True}
    sessions = [read_times(saved(each, short, {**took[0], "took": 0}), "a.json") for each in took]
    better = with_times(library, sessions).tools[tool.id]
    assert sum(step.minutes for step in better.steps) == round(31.5)
    assert (better.minutes, better.short) == (tool.minutes, tool.short)
    long = read_times(saved({**took[0], "took": 400}), "a.json")
    assert sum(step.minutes for step in with_times(library, [long]).tools[tool.id].steps) == tool.minutes.most
    assert suggested_minutes(long.items[0], tool) == tool.minutes.most
    assert suggested_minutes(long.items[0], None) == 400
    assert with_times(library, []).tools == library.tools


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"workshop": "a", "title": "A", "items": [{"title": "B", "planned": 5, "took": "long"}]}', "took"),
        (b'{"workshop": "../a", "title": "A", "items": []}', "workshop"),
        (b'{"workshop": "a", "title": "A", "items": [], "people": ["Asha"]}', "people"),
        (b"<html>", "a.json:1"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_another_file_is_refused_by_place(data: bytes, words: str) -> None:
    """A file that the run page did not save is refused, with the place and the way out."""
    with pytest.raises(ContentError, match=words):
        read_times(data, "a.json")


def test_a_plan_uses_the_times(tmp_path: Path) -> None:
    """`coprod plan --times` says what to change, and names a file that it cannot read."""
    path = tmp_path / "first-steps-times.json"
    path.write_bytes(saved({"title": "Welcome", "planned": 10, "took": 12}, changed="Start with the cards."))
    asked = ["plan", "--minutes", "90", "--people", "12", "--purpose", "decide", "--times"]
    done = CliRunner().invoke(app, [*asked, str(path)])
    assert done.exit_code == 0
    assert "To change, from “First steps”: Start with the cards." in done.output
    missing = CliRunner().invoke(app, [*asked, str(tmp_path / "none.json")])
    assert missing.exit_code != 0
