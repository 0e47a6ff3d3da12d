"""Every command reads content roots in the same way, and reports files that it does not read."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import article_root, small_root

from coprod_content import Finding, canonical_root
from coprod_content.content.source import display_path
from coprod_content.findings.finding import Place
from coprod_content.loading import ours_last

STRAYS = {"postcard/new.yaml": "a: b\n", "tools/new.yaml.txt": "a: b\n"}


@pytest.fixture
def untidy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A complete root with a stray file and a stray folder."""
    monkeypatch.chdir(tmp_path)
    return small_root(Path("mine"), STRAYS)


def test_every_command_reports_what_it_does_not_read(untidy: Path) -> None:
    """Each stray file or folder is a line on standard error, in the words of `coprod check`."""
    expected = [
        "mine/postcard: this folder is not read. Did you mean 'postcards'?",
        "mine/tools/new.yaml.txt: this file is not read. Rename it to new.yaml.",
    ]
    for command in (
        ("list", "tools"),
        ("show", "pairs"),
        ("coverage",),
        ("export", "--out", "x.json"),
        ("build", "deck", "--to", "plain", "--select", "meeting", "--out", "x.txt"),
        ("site", "--out", "site", "--no-downloads"),
    ):
        lines = coprod(*command, "--root", untidy).stderr.splitlines()
        assert [line for line in lines if "not read" in line] == expected, command[0]
    few = article_root(Path("few"), STRAYS)
    assert {line.replace("mine/", "few/") for line in expected} <= set(coprod("check", few).stdout.splitlines())


def test_the_folder_around_a_root_is_reported(untidy: Path) -> None:
    """If the parent folder of a root is given, a message says so, and files are made without its content."""
    result = coprod("list", "tools", "--root", ".")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [".: there is no content in this folder. Did you mean 'mine'?"]


@pytest.mark.thorough
def test_only_the_items_of_the_roots_are_counted(tmp_path: Path) -> None:
    """Only the three items of the root are counted, not those of our content."""
    assert coprod("new", "root", tmp_path / "mine").exit_code == 0
    assert coprod("check", tmp_path / "mine").stdout.startswith("3 items, 0 errors, 0 to look at\n")


def test_findings_about_the_users_files_come_first() -> None:
    """Findings about our files, wherever they are installed, are listed after those about the user's own."""
    ours = display_path(canonical_root() / "about.yaml")
    findings = [Finding(code="x", where=Place(file), what="?") for file in (ours, "zebra/tools/b.yaml", "mine/a.yaml")]
    assert [finding.where for finding in ours_last(findings)] == [
        Place("mine/a.yaml"),
        Place("zebra/tools/b.yaml"),
        Place(ours),
    ]


def test_a_workshop_can_be_looked_for_among_all_kinds(tmp_path: Path) -> None:
    """If an id, or a similar one, belongs to another kind of item, the message says so."""
    said = coprod("pack", "world-cafe", "--out", tmp_path / "x").stderr
    assert said == "'world-cafe' is a tool, not a workshop. `coprod list workshops` shows them.\n"
    assert "Did you mean 'world-cafe'? It is a tool." in coprod("pack", "wrld-cafe", "--out", tmp_path / "x").stderr
