"""Files that a public repository needs: releases, citation, issue forms, checks before commits and in CI."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.support.known_names import make_targets

ROOT = Path(__file__).parents[2]
FORMS = [path for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_a_release_has_one_version_and_one_date() -> None:
    """The package, the citation and the newest release in the change log agree."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", changes, re.MULTILINE)
    assert newest
    assert newest.groups() == (CITATION["version"], CITATION["date-released"])
    assert PROJECT["version"] == newest[1]


def test_the_citation_has_what_the_format_requires() -> None:
    """Citation File Format 1.2 requires a message, a title and authors, and knows two types."""
    assert {"cff-version", "message", "title", "authors"} <= set(CITATION)
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in {"software", "dataset"}
    assert [author["name"] for author in CITATION["authors"]] == [author["name"] for author in PROJECT["authors"]]
    assert PROJECT["license"] == " AND ".join(CITATION["license"])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_an_issue_form_asks_for_something(form: Path) -> None:
    """A form has a name, a description, and fields of known types with labels; one of them is required."""
    read = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert read["name"]
    assert read["description"]
    assert {field["type"] for field in read["body"]} <= {"textarea", "input", "dropdown", "markdown"}
    assert all("label" in field["attributes"] for field in read["body"] if field["type"] != "markdown")
    assert any(field.get("validations", {}).get("required") for field in read["body"])


def test_commands_of_ci_and_of_commits_exist() -> None:
    """Each target of make and each program that a workflow or a hook calls exists."""
    workflow = (ROOT / ".github" / "workflows" / "checks.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(workflow)["jobs"]
    steps = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [*steps, *(hook["entry"] for hook in hooks), *script]
    called = {command.split()[1] for command in commands if command.startswith("make ")}
    assert {"judges", "test", "check", "pack", "docs"} <= called <= make_targets()
    programs = {command.split()[0].removeprefix(".venv/bin/") for command in commands if command.startswith(".venv/")}
    assert programs == {"coprod", "mypy", "ruff"}
