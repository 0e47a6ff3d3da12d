"""The names in the prose of the documentation exist: commands, options, files, modules, classes and fields."""

import re
import shlex

import pytest
from tests.support.doc_pages import DocPage, doc_pages
from tests.support.known_names import (
    all_options,
    command_fault,
    has_file,
    is_importable,
    is_member,
    make_targets,
    words_of_code,
    words_of_data,
)

PAGES = doc_pages()
OURS = re.compile(r"coprod_\w+(\.\w+)*")
DOTTED = re.compile(r"(\w+)\.(\w+)(?:\(.*\))?")
CALL = re.compile(r"(\w+)\(.*\)")
SETTING = re.compile(r"(\w+)[:=].*")
INDEX = re.compile(r"\[\d+\]")
SOURCES = (".py", ".pyi", ".md", ".java", ".toml", ".yaml", ".cff", ".svg", ".potx", ".dotx")
# Files that `coprod` makes: test_docs.py and the tests of films make them, and look.
MADE = re.compile(r"(?:build/|…-|first-steps-|starting-small[.-]|voice/)[\w./…-]+|[\w/-]+\.html(?:#.*)?|\w+/")
# Names in other programs and standards, shell commands, and examples of how something is typed.
FOREIGN = {
    *("/Duplex", "Sec-Fetch-Site", "typer-slim", "no-store", "tspan", "w14:paraId", "[project.urls]", "thorough"),
    *(
        ".venv",
        "lint-imports",
        "pdftotext -bbox",
        "from coprod_content import ...",
        "npm install --prefix build/peers pptxgenjs docx",
        "pip install",
        'pip install "coprod-content[audio]"',
        'pip install "coprod-content[film]"',
        '".[dev]"',
        '".[all]"',
    ),
    *("--cert", "--proxy http://proxy.example.org:8080", "Activate.ps1", "cmd", ".venv\\Scripts\\activate.bat"),
    *("source .venv/bin/activate", ".venv\\Scripts\\activate", ".venv/bin/coprod", ".venv\\Scripts\\coprod"),
    *("[link text](tool:power-mapping)", "[words](tool:power-mapping)"),
    *("**strong**", "*emphasis*", "[link text](https://www.example.org)", "[@boivin2014]", '"2026-12-03"'),
}


def fault(span: str) -> str:
    """Return what is wrong with a code span, or "" if it names something that exists."""
    first, *rest = span.removeprefix(".venv/bin/").split(" ")
    if span in FOREIGN or span.startswith("https:"):
        return ""
    if first == "coprod" and rest:
        return command_fault(shlex.split(span)[1:])
    if first == "make" and rest:
        return "" if rest[0] in make_targets() else "no such target"
    if first == "python" and rest:
        return "" if is_importable(rest[1]) else "no such module"
    if first.startswith("--"):
        return "" if first in all_options() | words_of_code() else "no such option"
    return "" if exists(span) else "no such name"


def exists(name: str) -> bool:
    """Return whether a name is of a file, of our code or of our content."""
    if OURS.fullmatch(name):
        return is_importable(name) or name in words_of_data()
    if MADE.fullmatch(name) and not has_file(name):
        return True
    if "/" in name or name.endswith(SOURCES) or name.startswith("."):
        return has_file(name) or name in words_of_code()
    if name.count(".") > 1 and "(" not in name:
        return is_importable(f"coprod_content.{name}")
    plain = INDEX.sub("", name)
    if found := DOTTED.fullmatch(plain):
        owner, member = found.groups()
        if is_member(owner, member) or is_member(owner.capitalize(), member) or {owner, member} <= words_of_data():
            return True
    if found := CALL.fullmatch(plain) or SETTING.fullmatch(plain):
        return is_known(found[1])
    return is_known(name)


def is_known(word: str) -> bool:
    """Return whether the code or the content has a name or a string that is this word."""
    return word in words_of_code() or word in words_of_data()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_in_the_prose_of_a_page_exists(page: DocPage) -> None:
    """Each command, option, file, module, class, function, field and id that a page names exists."""
    shown = "".join(fence.text for fence in page.fences)
    assert {span: wrong for span in page.code_spans if span not in shown and (wrong := fault(span))} == {}
