"""The rules of the design that imports and sizes can break; `lint-imports` checks which package imports which."""

import ast
import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tests.support.syntax_trees import tree_of

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "src").rglob("*.py"))
RENDERERS = sorted((ROOT / "renderers").rglob("*.py"))
PACKAGES = {path.name for path in (ROOT / "renderers").iterdir() if path.name.startswith("coprod_")}
LIBRARIES_OF_FORMATS = {
    *(
        "docx",
        "jinja2",
        "lxml",
        "pebble",
        "pikepdf",
        "pptx",
        "pypdf",
        "pypdfium2",
        "segno",
        "snowballstemmer",
        "starlette",
    ),
    *("typst", "uvicorn"),
}
LIBRARIES_OF_THE_COMMAND_LINE = {"click", "rich", "typer"}
OPENED = {
    "src/coprod_content/cli/serve.py": {"coprod_builder"},
    "src/coprod_content/cli/film.py": {"coprod_film"},
    "src/coprod_content/cli/packing/batch.py": {"coprod_batch"},
    "src/coprod_content/cli/site.py": {"coprod_browser", "coprod_site"},
    "src/coprod_content/cli/editing/template.py": {"coprod_builder"},
}
LONGEST = 250


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@functools.cache
def imports(path: Path) -> tuple[tuple[str, str], ...]:
    """Return every import of a module, as module and name; the name of a whole module is empty."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)} has a relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)


def packages_imported(path: Path) -> set[str]:
    """Return the first part of every module that a module imports."""
    return {module.split(".", maxsplit=1)[0] for module, _ in imports(path)}


def test_the_core_neither_imports_nor_names_a_format() -> None:
    """The core knows no renderer and none of their libraries, except five commands.

    These open the builder, make the site, films and batches, and draw a template, which have one implementation each.
    """
    for path in CORE:
        known = OPENED.get(named(path), set())
        assert not packages_imported(path) & (LIBRARIES_OF_FORMATS | PACKAGES) - known, named(path)
        words = rf"\b({'|'.join(sorted(PACKAGES - known))}|python-pptx|python-docx|typst|pikepdf|lxml)\b"
        assert re.findall(words, read(path)) == [], named(path)


def test_renderers_use_only_public_names_of_the_core() -> None:
    """A renderer could be in anyone's repository."""
    used = [(module, name, named(path)) for path in RENDERERS for module, name in imports(path)]
    core = [each for each in used if each[0].startswith("coprod_content")]
    assert [each for each in core if "._" in f"{each[0]}.{each[1]}"] == []


def test_a_module_is_short_enough_to_read_at_once() -> None:
    """A module has at most 250 lines, including docstrings."""
    lengths = {named(path): len(read(path).splitlines()) for path in CORE + RENDERERS}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_only_the_command_line_needs_its_libraries() -> None:
    """People who import the library need neither typer nor rich."""
    others = [path for path in CORE if "cli" not in path.parts]
    assert [named(path) for path in others if packages_imported(path) & LIBRARIES_OF_THE_COMMAND_LINE] == []


def test_modules_of_the_core_have_no_circular_imports() -> None:
    """There is an order in which the modules can be read."""
    files = [path for path in CORE if path.name != "__init__.py"]
    modules = {".".join(path.relative_to(ROOT / "src").with_suffix("").parts): path for path in files}
    graph = {
        module: {name for of, what in imports(path) for name in (of, f"{of}.{what}") if name in modules}
        for module, path in modules.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(modules)


def test_a_package_that_exports_names_lists_them_in_order() -> None:
    """`__all__` has the names that a package imports or defines, in alphabetical order without duplicates.

    The names of `coprod_content` are in its stub, and tested with it.
    """
    for path in CORE + RENDERERS:
        if path.name == "__init__.py":
            body = tree_of(path).body
            bound = _names_bound(body)
            promised = [ast.literal_eval(n.value) for n in body if isinstance(n, ast.Assign) and _is_all(n)]
            assert [sorted(set(names)) for names in promised] == promised, named(path)
            assert bool(bound) == bool(promised), named(path)
            assert all(set(names) <= bound for names in promised), named(path)


def _names_bound(body: list[ast.stmt]) -> set[str]:
    bound = {alias.asname or alias.name for n in body if isinstance(n, ast.ImportFrom) for alias in n.names}
    bound |= {t.id for n in body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)}
    bound |= {n.target.id for n in body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)}
    return bound | {n.name for n in body if isinstance(n, ast.FunctionDef)}


def _is_all(node: ast.Assign) -> bool:
    return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"


def test_importing_the_library_imports_no_format_font_or_command_line() -> None:
    """`import coprod_content` is quick, and works without the extras."""
    code = "import coprod_content, sys; print('\\n'.join(sys.modules))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "renderers")))}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    loaded = {module.split(".", maxsplit=1)[0] for module in done.stdout.split()}
    assert "coprod_content" in loaded
    assert not loaded & (LIBRARIES_OF_FORMATS | PACKAGES | LIBRARIES_OF_THE_COMMAND_LINE | {"fontTools", "fontpkg"})


def test_the_core_reads_no_clock_and_no_network() -> None:
    """The same input gives the same output, at any time and on any machine. Only `coprod check` asks for the day."""
    for path in CORE:
        modules = packages_imported(path)
        assert not modules & {"random", "socket", "urllib3", "requests", "time", "uuid", "locale"}, named(path)
        reads_clock = bool(re.search(r"\b(now|today|utcnow)\(\)", read(path)))
        assert reads_clock == named(path).endswith("coprod_content/cli/check.py"), named(path)
