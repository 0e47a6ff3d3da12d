"""The tree of the code: folders that are small enough to look through, and one class for each name."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = sorted(path for folder in ("src", "renderers") for path in (ROOT / folder).rglob("*.py"))
CORE = ROOT / "src" / "coprod_content"
CLASS = re.compile(r"^class ([A-Z]\w*)", re.MULTILINE)
MOST_IN_A_FOLDER, MOST_FLAT_IN_CORE = 14, 6

# What is still too large or named twice. These shrink until they are empty, and then they go.
FULL_FOLDERS_LEFT: dict[str, int] = {}
TWICE_LEFT: set[str] = set()


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_a_folder_has_at_most_14_modules() -> None:
    """A reader can take in a folder's list of modules at a glance; `__init__.py` does not count."""
    count = Counter(named(path.parent) for path in CODE if path.name != "__init__.py")
    most = {folder: FULL_FOLDERS_LEFT.get(folder, MOST_IN_A_FOLDER) for folder in count}
    assert {folder: number for folder, number in count.items() if number > most[folder]} == {}


def test_the_core_has_at_most_6_flat_modules() -> None:
    """Only the public verbs are modules of `coprod_content` itself; everything else is in a folder."""
    assert len([path for path in CORE.glob("*.py") if path.name != "__init__.py"]) <= MOST_FLAT_IN_CORE


def test_no_public_class_name_appears_twice() -> None:
    """A class name means one thing in the whole tree."""
    where: dict[str, list[str]] = {}
    for path in CODE:
        for name in CLASS.findall(path.read_text(encoding="utf-8")):
            where.setdefault(name, []).append(named(path))
    assert len(where) > 400
    twice = {name: paths for name, paths in where.items() if len(paths) > 1}
    assert {name: paths for name, paths in twice.items() if name not in TWICE_LEFT} == {}
