"""The rules of the design that imports, names and sizes can break."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "src").rglob("*.py"))
RENDERERS = sorted((ROOT / "renderers").rglob("*.py"))
PACKAGES = {path.name for path in (ROOT / "renderers").iterdir() if path.is_dir() and path.name.startswith("coprod_")}
FORMATS = {"pptx", "docx", "typst", "pikepdf", "lxml", "segno", "jinja2", "snowballstemmer"} | {
    "pebble",
    "pypdfium2",
    "starlette",
    "uvicorn",
}
SHARED = {"coprod_builder": {"coprod_office", "coprod_web"}, "coprod_site": {"coprod_web"}}
OPENED = {
    "src/coprod_content/cli/serve.py": {"coprod_builder"},
    "src/coprod_content/cli/site.py": {"coprod_site"},
}
COMMAND_LINE = {"cli"}
LONGEST = 260


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Every import of a module, wherever it stands, as module and name; the name is empty for a whole module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)} has a relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)


def top(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("path", CORE, ids=named)
def test_the_core_neither_imports_nor_names_a_format(path: Path) -> None:
    """Imports point inwards: the core knows no renderer and none of their libraries.

    Two commands are the outermost layer: they open the builder and make the site, which have one implementation each.
    """
    known = OPENED.get(named(path), set())
    assert not {top(module) for module, _ in imports(path)} & (FORMATS | PACKAGES) - known
    words = rf"\b({'|'.join(sorted(PACKAGES - known))}|python-pptx|python-docx|typst|pikepdf|lxml)\b"
    assert re.findall(words, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", RENDERERS, ids=named)
def test_renderers_use_only_what_the_core_promises_and_never_each_other(path: Path) -> None:
    """A renderer could live in anybody's repository: public names of the core, and for Office files what they share.

    A web edition of many pages, and the builder, stand on the renderer of one page.
    """
    own = path.relative_to(ROOT / "renderers").parts[0]
    for module, name in imports(path):
        if top(module) in PACKAGES:
            assert top(module) in (own, *SHARED.get(own, {"coprod_office"})), f"{named(path)} imports {module}"
        if top(module) == "coprod_content":
            assert not any(part.startswith("_") for part in (*module.split("."), name)), (
                f"{named(path)}: {module}.{name}"
            )
            assert module.split(".")[1:2] != ["cli"]


@pytest.mark.parametrize("path", CORE + RENDERERS, ids=named)
def test_a_module_is_short_enough_to_be_read_at_once(path: Path) -> None:
    """One noun a module, and no more than 260 lines about it."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", [path for path in CORE if not COMMAND_LINE & {path.parent.name}], ids=named)
def test_only_the_command_line_knows_the_command_line(path: Path) -> None:
    """Whoever uses the library brings neither typer nor rich along."""
    assert not {top(module) for module, _ in imports(path)} & {"typer", "rich", "click"}
    own = [module.split(".") for module, _ in imports(path) if top(module) == "coprod_content"]
    assert not {part for parts in own for part in parts} & COMMAND_LINE


def test_modules_of_the_core_do_not_import_each_other_in_a_circle() -> None:
    """There is an order in which the modules can be read."""
    files = [path for path in CORE if path.name != "__init__.py"]
    modules = {".".join(path.relative_to(ROOT / "src").with_suffix("").parts): path for path in files}
    graph = {
        module: {name for of, what in imports(path) for name in (of, f"{of}.{what}") if name in modules}
        for module, path in modules.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(modules)


@pytest.mark.parametrize("path", [p for p in CORE + RENDERERS if p.name == "__init__.py"], ids=named)
def test_what_a_package_promises_is_a_sorted_list(path: Path) -> None:
    """`__all__` is in alphabetical order without duplicates, and each name exists.

    The package itself imports its names when they are first used; a type checker sees them in a block of its own.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path == ROOT / "src" / "coprod_content" / "__init__.py":
        tree.body = [each for node in tree.body for each in (node.body if isinstance(node, ast.If) else [node])]
        tree.body = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    lists = [ast.literal_eval(n.value) for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == "__all__"]
    for promised in lists:
        assert promised == sorted(set(promised))
        bound = {alias.asname or alias.name for n in tree.body if isinstance(n, ast.ImportFrom) for alias in n.names}
        bound |= {t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets}
        bound |= {n.target.id for n in tree.body if isinstance(n, ast.AnnAssign)}
        bound |= {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
        assert set(promised) <= bound
    if path.is_relative_to(ROOT / "src"):
        kinds = (ast.Expr, ast.ImportFrom, ast.Assign, ast.AnnAssign)
        assert all(isinstance(node, kinds) for node in tree.body), "a package of the core only re-exports"


def test_importing_the_library_imports_no_format_font_or_command_line() -> None:
    """`import coprod_content` is quick, and works without the extras."""
    code = "import coprod_content, sys; print('\\n'.join(sys.modules))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "renderers")))}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    loaded = {top(module) for module in done.stdout.split()}
    assert "coprod_content" in loaded
    assert not loaded & (FORMATS | PACKAGES | {"fontTools", "fontpkg", "typer", "rich", "click"})


def test_the_core_reads_no_clock_and_no_network() -> None:
    """The same input gives the same output, today and tomorrow, here and there."""
    for path in CORE:
        modules = {top(module) for module, _ in imports(path)}
        assert not modules & {"random", "socket", "urllib3", "requests", "time", "uuid", "locale"}, named(path)
        assert not re.search(r"\b(now|today|utcnow)\(\)", path.read_text(encoding="utf-8")), named(path)
