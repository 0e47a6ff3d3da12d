"""The documentation is true: its Python runs, its commands exist, its links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coprod_content.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)(?:#[^)]*)?\)")


def _fences(page: Path, language: str) -> list[str]:
    return [code for found, code in _FENCE.findall(page.read_text(encoding="utf-8")) if found == language]


@pytest.mark.parametrize("page", [p for p in PAGES if _fences(p, "python")], ids=lambda p: p.name)
def test_the_python_on_a_page_runs(page: Path) -> None:
    """The Python blocks of a page run from top to bottom, each after the one before."""
    scope: dict[str, object] = {}
    for code in _fences(page, "python"):
        exec(compile(code, str(page), "exec"), scope)


def _commands() -> list[str]:
    lines = [line for page in PAGES for code in _fences(page, "") for line in code.splitlines()]
    return sorted(
        {line.replace(".venv/bin/", "") for line in lines if line.replace(".venv/bin/", "").startswith("coprod ")}
    )


def test_every_command_on_a_page_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each `coprod` command that the pages show runs as shown, in an empty folder, those that start something first."""
    commands = sorted(_commands(), key=lambda line: " new " not in line and " plan " not in line)
    assert len(commands) >= 10
    monkeypatch.chdir(tmp_path)
    for line in commands:
        result = CliRunner().invoke(app, shlex.split(line)[1:])
        if "--to markdown" in line and result.exit_code == 2:
            continue
        assert result.exit_code == 0, f"{line}: {result.output}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A relative link or picture points to a file that is there."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_make_targets_on_the_pages_exist() -> None:
    """Each `make` target that a page names is in the Makefile."""
    named = {target for page in PAGES for target in re.findall(r"`make (\w+)`", page.read_text(encoding="utf-8"))}
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets
