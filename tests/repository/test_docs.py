"""The documentation is true: its Python and its commands run, its data can be read, its links lead somewhere."""

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from tests.support.doc_pages import DocPage, doc_pages
from tests.support.known_names import command_fault, has_file, make_targets
from tests.support.plugins import install_example
from typer.testing import CliRunner

from coprod_content.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = doc_pages()
SHELL = ("", "sh", "powershell")
EXIT_CODE = re.compile(r"#.*\bexits with (\d)")
# A server waits, films take minutes (tests/coprod_film makes a short one), and a builder in a browser needs downloads.
NOT_RUN = ("coprod serve", "coprod film", "coprod site --builder")
RIVERBEND = "examples/riverbend_trust"
OTHER_PROGRAMS = ("git ", "cd ", "python3 -m venv", ".venv/bin/python -m pip", ".venv/bin/python -m benchmarks", "pip ")
MADE_FILE = re.compile(r"(?:build/|…-|first-steps-)[\w./-]+|[\w/-]+\.html|\w+/")

# Made by `make docs`, `make gallery`, `make films`, `make pages`, `coprod site` with its downloads, and the renderer on
# the page about plugins.
MADE_ELSEWHERE = {
    *("build/engine", "build/engine/", "build/pages", "build/accessibility.html", "build/index.html"),
    *("build/docs", "build/gallery", "build/films", "downloads/", "first-steps-run-sheet-as-text.txt"),
    *("…-captions.vtt", "…-described-captions.vtt", "…-described.mp4", "…-film.json", "…-poster.png"),
    *("…-transcript.docx", "…-transcript.html"),
}


def ids(page: DocPage) -> str:
    return page.name


def lines(page: DocPage, *languages: str) -> Iterator[str]:
    """Yield the lines in code blocks of some languages, with the paths of Linux and plain `coprod`."""
    for fence in page.fences:
        if fence.language in languages:
            text = fence.text.replace(".venv\\Scripts\\", ".venv/bin/").replace("py -m venv", "python3 -m venv")
            yield from (line.removeprefix(".venv/bin/") if "coprod " in line else line for line in text.splitlines())


@pytest.mark.parametrize("page", [page for page in PAGES if "python" in str(page.fences)], ids=ids)
def test_the_python_on_a_page_runs(
    page: DocPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Python blocks of a page run from top to bottom. A text block right after one is what it prints."""
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    for fence, following in zip_longest(page.fences, page.fences[1:]):
        if fence.language == "python":
            exec(compile(fence.text, page.name, "exec"), scope)
            output = capsys.readouterr().out
            if following and following.language == "text":
                assert output == following.text, fence.text


def test_every_recipe_for_the_library_runs_and_shows_its_output() -> None:
    """The page about the library has ten recipes, each with a block of Python and what it prints."""
    recipes = (ROOT / "docs" / "library.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert [recipe.split(".")[0] for recipe in recipes] == [str(number) for number in range(1, 11)]
    assert all("```\n\n```text\n" in recipe for recipe in recipes)


@pytest.mark.thorough
@pytest.mark.judged
def test_every_command_on_a_page_works_and_the_files_that_are_named_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each `coprod` command in a block runs as shown, from the first page to the last in one folder.

    One of them needs LibreOffice. Before the first, the folder contains only the example of a content root.
    It exits with 0 unless a comment behind it says otherwise. Then every file that is named in prose is in the project
    or was made by these commands.
    """
    install_example(monkeypatch)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / RIVERBEND, tmp_path / RIVERBEND)
    commands = dict.fromkeys(line for page in PAGES for line in lines(page, *SHELL) if line.startswith("coprod "))
    assert len(commands) >= 10
    for line in commands:
        if line.startswith(NOT_RUN):
            continue
        expected = EXIT_CODE.search(line)
        result = CliRunner().invoke(app, shlex.split(line, comments=True)[1:])
        assert result.exit_code == (int(expected[1]) if expected else 0), f"{line}: {result.output}"
    made = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")]
    named = {span for page in PAGES for span in page.code_spans if MADE_FILE.fullmatch(span)} - MADE_ELSEWHERE
    assert {span for span in named if not has_file(span) and not is_made(span, made)} == set()


def is_made(name: str, made: list[str]) -> bool:
    """Return whether a name, or its end after an ellipsis, is that of a file or folder that commands made."""
    end = name.rstrip("/").removeprefix("…")
    return any(path.endswith(end) or f"{end}." in path for path in made)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_other_line_of_a_shell_block_is_known(page: DocPage) -> None:
    """A line that is no `coprod` command calls a target of the Makefile, or one of a few other programs."""
    others = [line for line in lines(page, *SHELL) if line and not line.startswith(("coprod ", "#"))]
    targets = {line: line.split()[1] for line in others if line.startswith("make ")}
    assert {line for line, target in targets.items() if target not in make_targets()} == set()
    assert [line for line in others if line not in targets and not line.startswith(OTHER_PROGRAMS)] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_in_blocks_of_text_can_be_typed(page: DocPage) -> None:
    """A command that needs a file of the reader's own, in a block of text, has a known name and known options."""
    commands = [line for line in lines(page, "text") if line.startswith("coprod ")]
    assert {line: fault for line in commands if (fault := command_fault(shlex.split(line)[1:]))} == {}


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_data_on_a_page_can_be_read(page: DocPage) -> None:
    """Blocks of YAML, JSON and TOML are sound."""
    read = {"yaml": yaml.safe_load, "json": json.loads, "toml": tomllib.loads}
    for fence in page.fences:
        if fence.language in read:
            assert read[fence.language](fence.text)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_between_pages_lead_somewhere(page: DocPage) -> None:
    """A relative link or picture points to a file that exists, and to a heading that the page has."""
    pages = {other.path: other for other in PAGES}
    for path, heading in page.links:
        target = (page.path.parent / path).resolve() if path else page.path
        assert target.exists(), path
        assert not heading or heading in pages[target].anchors, f"{path}#{heading}"
