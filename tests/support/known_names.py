"""Every name that the documentation can use: of the command line, the code, the content and the files."""

import ast
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
import yaml
from tests.support.syntax_trees import tree_of

from coprod_content import load
from coprod_content.cli.app import app

ROOT = Path(__file__).parents[2]
_CODE = ("src", "renderers", "tests", "tools", "benchmarks", "examples")
_SKIPPED = {".git", ".venv", "build", "dist", "node_modules", "__pycache__"}


def command_fault(words: Iterable[str]) -> str:
    """Return what is wrong with the words after `coprod`: an unknown command or option, or "" if nothing is."""
    command, rest = _command_line(), list(words)
    while _subcommands(command) and rest and not rest[0].startswith("-"):
        if rest[0] not in _subcommands(command):
            return f"unknown command {rest[0]}"
        command = _subcommands(command)[rest.pop(0)]
    unknown = [word for word in rest if word.startswith("--") and word.split("=")[0] not in _options(command)]
    return f"unknown options {unknown}" if unknown else ""


@cache
def all_options() -> frozenset[str]:
    """Return the options of all commands."""
    return frozenset(option for command in _commands(_command_line()) for option in _options(command))


@cache
def _command_line() -> Any:
    return typer.main.get_command(app)


def _subcommands(command: Any) -> dict[str, Any]:
    return getattr(command, "commands", {})


def _commands(command: Any) -> Iterator[Any]:
    yield command
    for inner in _subcommands(command).values():
        yield from _commands(inner)


def _options(command: Any) -> set[str]:
    return {"--help", *(name for param in command.params for name in (*param.opts, *param.secondary_opts))}


@cache
def make_targets() -> frozenset[str]:
    """Return the targets of the Makefile."""
    return frozenset(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def has_file(path: str) -> bool:
    """Return whether the project has a file or folder whose path ends in this one."""
    return any(f"/{file}".endswith(f"/{path.rstrip('/')}") for file in _files())


@cache
def _files() -> frozenset[str]:
    found = set()
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in _SKIPPED and not name.endswith("_cache")]
        found |= {Path(folder, name).relative_to(ROOT).as_posix() for name in (*names, *folders)}
    return frozenset(found)


@cache
def words_of_code() -> frozenset[str]:
    """Return each identifier and each string literal in the Python files of the project."""
    return frozenset().union(*(names for _, names in _modules_and_classes()))


@cache
def words_of_data() -> frozenset[str]:
    """Return the ids of the library, and the keys and single words of brand.yaml and pyproject.toml."""
    brand = yaml.load((ROOT / "content" / "brand.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return frozenset((*(item.id for item in load()), *_words(brand), *_words(settings)))


def is_member(owner: str, member: str) -> bool:
    """Return whether a module or class of this name has a member of that name."""
    return any(name == owner and member in names for name, names in _modules_and_classes())


def is_importable(dotted: str) -> bool:
    """Return whether a dotted name leads to a module, or to something in one."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part, None)
        return found is not None
    return False


@cache
def _modules_and_classes() -> tuple[tuple[str, frozenset[str]], ...]:
    found = []
    for path in (path for folder in _CODE for path in (ROOT / folder).rglob("*.py")):
        tree = tree_of(path)
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        found += [(path.stem, _identifiers(tree)), *((node.name, _identifiers(node)) for node in classes)]
    return tuple(found)


def _identifiers(tree: ast.AST) -> frozenset[str]:
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.arg(arg=name) | ast.Name(id=name) | ast.alias(name=name) | ast.Constant(value=str(name)):
                found.add(name)
    return frozenset(found)


def _words(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from map(str, value)
            for inner in value.values():
                yield from _words(inner)
        case list():
            for inner in value:
                yield from _words(inner)
        case str():
            yield from re.findall(r"[\w-]+", value) if " " not in value else ()
