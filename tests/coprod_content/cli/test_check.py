"""`coprod check` and `coprod coverage`."""

import json
import re
from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import PERSON, SMALL, article_root, changed, small_root
from typer.testing import Result

from coprod_content import load
from coprod_content.checks.kinds.dates import passed_days

DATED = changed("articles/to-read.yaml", "chapters:", "as_of: 2026-11-29\nreview_by: 2027-05-29\nchapters:")


def test_a_root_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    """So is a file in the place of a root."""
    result = coprod("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere: there is no such folder." in result.stdout
    (tmp_path / "file").write_text("x")
    assert "is a file, not a folder." in coprod("check", tmp_path / "file").stdout


def test_check_prints_json_and_annotations(tmp_path: Path) -> None:
    """Findings can be printed as JSON with their places, or as annotations for GitHub."""
    (tmp_path / "postcards").mkdir()
    (tmp_path / "postcards" / "bad.yaml").write_text("theme: 1\n")
    rows = json.loads(coprod("check", tmp_path, "--format", "json").stdout)
    assert {row["code"] for row in rows} == {"missing-key"}
    assert all(row["where"]["line"] == 1 for row in rows)
    said = coprod("check", tmp_path, "--format", "github").stdout
    assert said.startswith("::error file=")
    assert ",line=1,col=1,title=missing-key::audience: is missing. Add it." in said


@pytest.mark.parametrize(("today", "warnings"), [("2027-05-29", 0), ("2027-05-30", 1), ("2099-01-01", 1)])
def test_facts_that_are_due_for_review_are_a_warning(tmp_path: Path, today: str, warnings: int) -> None:
    """The warning appears on the day after the date of review."""
    assert len(tuple(passed_days(load(small_root(tmp_path, DATED)), today))) == warnings


def test_a_strict_check_passes_facts_that_are_due_for_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The warning gives the line. Nothing in the content has changed, so the check does not fail."""
    monkeypatch.setattr("coprod_content.cli.check.today", lambda: "2027-05-30")
    result = coprod("check", "--strict", article_root(tmp_path, DATED))
    assert result.exit_code == 0
    assert "0 errors, 1 to look at" in result.stdout
    assert "articles/to-read.yaml:4:12: review_by: " in result.stdout


def test_check_says_how_to_get_pictures_of_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so once, never as an error, and not with --quiet or if there are no people."""
    line = 'Pictures of people are left out. To draw them, install the extra: pip install "coprod-content[pictures]"'
    monkeypatch.setattr("coprod_content.illustration.open_peeps.is_installed", lambda: False)
    with_people = article_root(tmp_path / "people", {"people.yaml": PERSON})
    result = coprod("check", "--strict", with_people)
    assert (result.exit_code, result.stderr.splitlines()) == (0, [line])
    assert line not in coprod("--quiet", "check", with_people).stderr
    assert line not in coprod("check", article_root(tmp_path / "small")).stderr


def test_strict_fails_on_warnings(tmp_path: Path) -> None:
    """A folder that nothing reads is a warning. It fails the check only with --strict."""
    (tmp_path / "tool").mkdir()
    assert coprod("check", tmp_path).exit_code == 0
    strict = coprod("check", tmp_path, "--strict")
    assert strict.exit_code == 1
    assert "this folder is not read. Did you mean 'tools'?" in strict.stdout


def test_check_reports_a_faint_colour(tmp_path: Path) -> None:
    """A brand colour in which text is unreadable is a finding with its line."""
    (tmp_path / "brand.yaml").write_text('palette:\n  theme_1: "#cccccc"\n')
    result = coprod("check", tmp_path)
    assert result.exit_code == 1
    assert "brand.yaml:2:12: palette.theme_1: " in result.stdout
    assert "on paper is 1.61:1. Text needs 4.5:1" in result.stdout


def test_check_reports_a_font_that_is_not_installed_at_its_place(tmp_path: Path) -> None:
    """A font that is missing is a finding in brand.yaml, also if a text has letters beyond ASCII."""
    small_root(tmp_path)
    (tmp_path / "brand.yaml").write_text("fonts:\n  print: No Such Font\n", encoding="utf-8")
    result = coprod("check", str(tmp_path))
    assert result.exit_code == 1
    assert f"{tmp_path}/brand.yaml:2:10: fonts.print: the font 'No Such Font' is not installed." in result.output


def _before_the_end(result: Result) -> str:
    """Return the line before the count of items, after which only the questions for a person follow."""
    lines = result.stdout.splitlines()
    return lines[lines.index("A person must still check:") - 2]


def test_advice_is_printed_when_asked_for_and_never_fails() -> None:
    """`check --strict` finds nothing in the canonical content. --advice prints more, and it still passes."""
    plain = coprod("check", "--strict")
    asked = coprod("check", "--strict", "--advice")
    assert plain.exit_code == asked.exit_code == 0
    assert plain.stdout.splitlines()[0].endswith("0 errors, 0 to look at")
    assert plain.stdout.splitlines()[1] == "A person must still check:"
    assert "the SMOG reading age is" in asked.stdout
    assert "A score is a hint, not proof" in _before_the_end(asked)
    assert any(line.startswith("postcard, participant ") for line in asked.stdout.splitlines())


@pytest.mark.thorough
def test_advice_of_a_root_is_on_that_root_alone(tmp_path: Path) -> None:
    """People who check their own root get advice on their own text only."""
    assert coprod("new", "root", tmp_path / "mine").exit_code == 0
    tool = tmp_path / "mine" / "tools" / "one-good-thing.yaml"
    tool.write_text(re.sub(r"^title: .*$", "title: Ask the XYZ", tool.read_text(encoding="utf-8"), flags=re.MULTILINE))
    result = coprod("check", tmp_path / "mine", "--strict", "--advice", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [(finding["code"], finding["level"], finding["field"]) for finding in found] == [
        ("acronym", "advice", "title")
    ]


def test_advice_comes_with_the_errors_of_content_that_is_broken(tmp_path: Path) -> None:
    """A tool that cannot be read, or is missing, is an error with --advice too."""
    root = small_root(tmp_path / "mine", {"tools/pairs.yaml": "title: [", "about.yaml": SMALL["about.yaml"]})
    result = coprod("check", root, "--advice")
    assert (result.exit_code, "this is not YAML" in result.output) == (1, True)
    (root / "tools" / "pairs.yaml").unlink()
    assert "there is no tool 'pairs'" in coprod("check", root, "--advice").output


def test_coverage_counts_by_theme_and_names_the_gaps() -> None:
    """The table has a column for each theme. JSON has the same numbers and gaps."""
    lines = coprod("coverage").stdout.splitlines()
    counts = json.loads(coprod("coverage", "--json").stdout)
    themes = counts["themes"]
    assert f"Articles by series: {', '.join(f'{n} {id_}' for id_, n in counts['articles'].items())}" in lines
    assert lines[0] == f"{themes[0]['number']}  {themes[0]['title']}"
    row = next(line for line in lines if line.startswith("postcards "))
    assert row.split()[1:] == [str(theme["items"]["postcards"]) for theme in themes]
    assert set(themes[0]) == {"id", "number", "title", "items", "setting", "minutes", "people", "gaps", "incomplete"}
    gaps = sum(len(theme["gaps"]) for theme in themes)
    assert lines[-1] == (f"{gaps} gap" if gaps == 1 else f"{gaps} gaps")
    for theme in themes:
        for gap in theme["gaps"]:
            assert any(line.startswith(f"Theme {theme['number']}: ") and gap in line for line in lines)
