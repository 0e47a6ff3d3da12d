"""Mistakes on the command line are one line each, with an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.plugins import WORKING, install
from tests.support.roots import small_root


@pytest.mark.parametrize("command", [("pack", "first-steps"), ("build", "glossary", "--to", "guide")])
def test_an_unknown_access_edition_is_a_usage_error(command: tuple[str, ...], tmp_path: Path) -> None:
    """The line suggests the nearest name and the command that lists them."""
    result = coprod(*command, "--out", tmp_path / "x.docx", "--access", "large-prnt")
    assert result.exit_code == 2
    assert "Did you mean 'large-print'? `coprod access` lists them." in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pack", "fist-steps", "--out", "x"], "'fist-steps'. Did you mean 'first-steps'? `coprod list workshops`"),
        (
            ["build", "dek", "--to", "slides", "--out", "x.pptx"],
            "no edition 'dek'. Did you mean 'deck'? `coprod editions` lists them.",
        ),
        (
            ["build", "deck", "--to", "slids", "--select", "first-steps", "--out", "x.pptx"],
            "no renderer 'slids'. Did you mean 'slides'? `coprod renderers` lists them.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "first-step", "--out", "x.pptx"],
            "no item 'first-step'. Did you mean 'first-steps'? `coprod list KIND`",
        ),
        (["build", "deck", "--to", "slides", "--out", "x.pptx"], "needs the id of a workshop. `coprod list workshops`"),
        (
            ["build", "introduction", "--to", "guide", "--select", "world-cafe", "--out", "x.docx"],
            "The edition 'introduction' does not take ids. Leave them out.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "world-cafe", "--out", "x.pptx"],
            "'world-cafe' is a tool, but this edition is made from workshops.",
        ),
        (
            ["build", "postcards", "--to", "cards", "--select", "world-cafe", "--out", "x.pdf"],
            "'world-cafe' is a tool, but this edition is made from postcards, themes or workshops.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "first-steps", "--out", "x.ppt"],
            "makes .pptx files. Name the file x.pptx.",
        ),
        (["show", "world-caffe"], "no item 'world-caffe'. Did you mean 'world-cafe'?"),
        (["list", "tolls"], "no kind 'tolls'. Did you mean 'tools'?"),
        (["list", "tools", "--theme", "9"], "no theme '9'."),
        (["schema", "tol"], "no schema 'tol'. Did you mean 'tool'?"),
        (["reference", "card", "--out", "x.pptx"], "no renderer 'card'. Did you mean 'cards'?"),
    ],
)
def test_a_wrong_name_is_one_line_and_exit_2(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It suggests the nearest name and the command that lists them, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    result = coprod(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.output
    assert os.listdir(tmp_path) == []


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """With --debug the error itself is raised."""
    result = coprod("--debug", "show", "nothing-like-it")
    assert result.exception is not None
    assert "nothing-like-it" in str(result.exception)
    assert type(result.exception).__name__ == "UnknownId"


def test_content_errors_come_all_at_once_with_exit_1(tmp_path: Path) -> None:
    """Each fault of a root is a line with file, line and column, and nothing is written."""
    (tmp_path / "in" / "postcards").mkdir(parents=True)
    card = tmp_path / "in" / "postcards" / "bad.yaml"
    card.write_text("theme: sharing-pwer\nquestion: ''\nwhy: Because.\nmoment: midle\ncolour: red\n")
    result = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path / "in")
    assert result.exit_code == 1
    places = [line.split(": ")[0].rsplit("bad.yaml", 1)[1] for line in result.stderr.splitlines()]
    assert places == [":1:1", ":1:1", ":1:1", ":2:11", ":4:9", ":5:1"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "exit_code"), [(("renderers",), 0), (("pack", "meeting", "--root", "root", "--out", "x"), 1)]
)
def test_two_renderers_of_one_name_disable_only_those_two(
    words: tuple[str, ...], exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names both packages, and a pack still has all other files."""
    monkeypatch.chdir(tmp_path)
    small_root(tmp_path / "root")
    install(tmp_path, monkeypatch, "first", WORKING, {"same": "first:renderer"})
    install(tmp_path, monkeypatch, "second", WORKING, {"same": "second:renderer"})
    result = coprod(*words)
    assert result.exit_code == exit_code
    message = "Two renderers are called 'same', in first and second. Uninstall one of the packages."
    assert [line for line in result.stderr.splitlines() if "called" in line] == [message]
    assert (tmp_path / "x").exists() == (words[0] == "pack")


def test_a_broken_renderer_is_listed_as_one_that_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`coprod renderers` lists it with its package, says what is wrong, and lists all others."""
    install(tmp_path, monkeypatch, "clash", "renderer = 1 / 0\n", {"zz": "clash:renderer"})
    result = coprod("renderers")
    assert result.exit_code == 0
    assert "zz                   cannot be used" in result.stdout
    assert "The renderer 'zz' from clash 1.2.3 cannot be imported (ZeroDivisionError" in result.stderr
    assert "slides               PowerPoint" in result.stdout


def test_a_reader_that_stops_early_is_not_an_error() -> None:
    """If a command such as `head` reads only the first line, nothing is said about a broken pipe."""
    command = [sys.executable, "-m", "coprod_content", "editions"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == ""
