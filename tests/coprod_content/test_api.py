"""The names that `coprod_content` promises."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from pkgutil import walk_packages

import pytest

import coprod_content

ROOT = Path(__file__).parents[2]
SUBMODULES = [module.name for module in walk_packages(coprod_content.__path__, "coprod_content.")]
NAMES = [name for name in coprod_content.__all__ if name != "__version__"]


def ran(code: str) -> str:
    """Return what some code prints in a fresh interpreter."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "renderers")))}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_type_checker_sees_the_names_that_are_imported() -> None:
    """The stub has one import for each name, which it exports under the same name (`import X as X`)."""
    stub = ast.parse((ROOT / "src" / "coprod_content" / "__init__.pyi").read_text(encoding="utf-8"))
    seen = [(alias.name, alias.asname, f"coprod_content.{node.module}") for node, alias in _imported(stub)]
    assert sorted(name for name, _, _ in seen) == coprod_content.__all__
    for name, exported, module in seen:
        assert exported == name
        assert getattr(coprod_content, name) is getattr(sys.modules[module], name)


def _imported(stub: ast.Module) -> Iterator[tuple[ast.ImportFrom, ast.alias]]:
    for node in stub.body:
        assert isinstance(node, ast.ImportFrom)
        yield from ((node, alias) for alias in node.names)


def test_no_promised_name_is_also_the_name_of_a_submodule() -> None:
    """Importing a submodule binds its name in the package, and would hide a function of the same name."""
    assert not set(NAMES) & {name.split(".")[1] for name in SUBMODULES}


def test_the_names_are_the_same_whatever_is_imported_first() -> None:
    """After every submodule has been imported, the functions are still functions, and values are the same objects."""
    first = "from coprod_content import load, plan, inspect, Library; "
    last = f"import importlib; [importlib.import_module(m) for m in {SUBMODULES!r} if '__main__' not in m]; "
    check = "import coprod_content as c; print(all(map(callable, (c.load, c.plan, c.inspect, c.make, c.compose))), {})"
    same = "c.load is load, c.plan is plan, c.inspect is inspect, c.Library is Library"
    assert ran(first + last + check.format(same)) == "True True True True True"
    assert ran(last + check.format("c.plan.__module__")) == "True coprod_content.planner.plan"


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt import fails as in any module."""
    with pytest.raises(AttributeError, match="No coprod_content attribute Libary"):
        _ = coprod_content.Libary
    with pytest.raises(ImportError, match="cannot import name 'Libary'"):
        exec("from coprod_content import Libary")
    assert dir(coprod_content) == sorted(coprod_content.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    """`__version__` needs no second place to change."""
    assert coprod_content.__version__ == version("coprod-content")


def test_importing_the_package_is_quick() -> None:
    """`import coprod_content` takes at most 0.12 s of processor time, and imports none of its submodules."""
    code = "import time; a = time.process_time(); import coprod_content; b = time.process_time(); import sys; "
    took, loaded = ran(code + "print(b - a, [m for m in sys.modules if m.startswith('coprod_content.')])").split(" ", 1)
    assert float(took) < 0.12
    assert loaded == "[]"


@pytest.mark.thorough
def test_a_type_checker_knows_the_names(tmp_path: Path) -> None:
    """mypy knows the items that `find` returns, and refuses a misspelt name."""
    code = tmp_path / "use.py"
    code.write_text(
        "from coprod_content import Libary, load\n"
        "library = load()\n"
        "reveal_type(library.find(kind='tool', purpose='decide'))\n"
        "reveal_type(library.find(kind='films'))\n"
        "reveal_type(library.find(text='power'))\n",
        encoding="utf-8",
    )
    options = [
        "--strict",
        "--config-file",
        os.devnull,
        "--cache-dir",
        str(tmp_path / "cache"),
        "--follow-imports",
        "silent",
    ]
    env = {**os.environ, "MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(code)], env=env, capture_output=True, text=True, check=False
    )
    assert 'Module "coprod_content" has no attribute "Libary"' in done.stdout
    revealed = re.findall(r'Revealed type is "(.*)"', done.stdout)
    assert [re.findall(r"\.(\w+), \.\.\.", each) for each in revealed] == [["Tool"], ["Film"], ["Item"]]
