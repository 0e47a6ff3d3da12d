"""Entry points of installed packages, skipping malformed ones."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import Distribution, EntryPoint, distributions
from importlib.util import find_spec
from pathlib import Path

from coprod_content.findings.fault import reason
from coprod_content.importing.entry_points import entry_points_in
from coprod_content.plugins.plugin_process import REPORT

_OURS = "coprod-content"


@lru_cache(maxsize=16)
def entries_of(group: str, path: tuple[str, ...]) -> tuple[tuple[EntryPoint, ...], tuple[str, ...]]:  # noqa: ARG001  # the result depends on it
    """Return a group's entry points, and messages about packages that are unreadable.

    The entry points are sorted by name and value. The result is cached for each search path, because every installed
    package has to be read.
    """
    problems: list[str] = []
    try:
        found = list(entry_points_in(group))
    except Exception:  # one malformed file hides the entry points of all packages
        found = list(_readable_entries(group, problems))
    return tuple(sorted(found, key=lambda entry: (entry.name, entry.value))), tuple(problems)


def _readable_entries(group: str, problems: list[str]) -> Iterator[EntryPoint]:
    """Yield a group's entry points, package by package.

    If the entry points of a package cannot be read, and some could be in the group, a message is added to `problems`.
    """
    seen = set()
    for distribution in distributions():
        package = package_name(distribution)
        if package.split()[0] in seen:
            continue
        seen.add(package.split()[0])
        try:
            yield from (entry for entry in distribution.entry_points if entry.group == group)
        except Exception as error:
            if _could_name(distribution, group):
                problem = f"The entry points of {package} cannot be read ({reason(error)})."
                problems.append(f"{problem} Its plugins were left out. {REPORT}")


def _could_name(distribution: Distribution, group: str) -> bool:
    try:
        return group in (distribution.read_text("entry_points.txt") or "")
    except Exception:
        return True


@cache
def package_name(distribution: Distribution | None) -> str:
    with suppress(Exception):
        if distribution and distribution.metadata["Name"]:
            return f"{distribution.metadata['Name']} {distribution.version}"
    return Path(str(getattr(distribution, "_path", "unknown package"))).name


def our_packages(*groups: str) -> tuple[Path, ...] | None:
    """Return the folders of our packages, if nobody else has plugins.

    Only plugins in `groups` count. The folders of the packages that plugins share are included. Returns None if there
    are plugins by others.
    """
    return _folders([entry for group in groups for entry in entries_of(group, tuple(sys.path))[0]])


def our_packages_of(name: str, group: str, *groups: str) -> tuple[Path, ...] | None:
    """Return the folders of our packages, if certain plugins are ours.

    They are the plugin called `name` in `group`, and all the plugins in `groups`. Returns None if any of them is
    someone else's, or if not exactly one plugin in `group` is called `name`.
    """
    path = tuple(sys.path)
    named = [entry for entry in entries_of(group, path)[0] if entry.name == name]
    others = [entry for each in groups for entry in entries_of(each, path)[0]]
    return _folders([*named, *others]) if len(named) == 1 else None


def _folders(entries: Sequence[EntryPoint]) -> tuple[Path, ...] | None:
    if not entries or not all(map(is_ours, entries)):
        return None
    specs = (find_spec(name) for name in {entry.module.split(".")[0] for entry in entries})
    folders = {Path(spec.origin).parents[1] for spec in specs if spec and spec.origin}
    return tuple(sorted(each for folder in folders for each in folder.glob("coprod_*") if each.is_dir()))


def is_ours(entry: EntryPoint) -> bool:
    return package_name(entry.dist).split()[0].lower().replace("_", "-") == _OURS
