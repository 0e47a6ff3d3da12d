"""Plugins found by entry point, and imported only when used."""

import sys
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

from attrs import frozen

from coprod_content.findings.finding import nearest

T = TypeVar("T")


class PluginError(Exception):
    """Error raised if a plugin cannot be used.

    The message names the plugin and its package, and suggests a fix.
    """


@frozen
class Plugins(Generic[T]):
    """The plugins of one entry-point group.

    `noun` is the word for a plugin in messages. Each plugin must be an instance of `type_`. `unknown` is the error for
    an unknown name, and `broken` the error for any other problem.
    """

    group: str
    noun: str
    type_: type[T]
    broken: type[PluginError]
    unknown: type[PluginError]

    def names(self) -> tuple[str, ...]:
        """Return the names of the installed plugins without importing them.

        Raises `broken` if two plugins have the same name.
        """
        return tuple(self._found())

    def package_of(self, name: str) -> str:
        """Return the name and version of a plugin's distribution."""
        found = self._entry(name).dist
        return f"{found.name} {found.version}" if found else "unknown package"

    def load(self, name: str) -> T:
        """Import and return a plugin.

        Raises `unknown` if there is no such plugin, or `broken` if it cannot be used.
        """
        entry = self._entry(name)
        try:
            loaded = entry.load()
        except Exception as error:
            raise self.broken(f"{self.whose(name)} {_import_problem(entry, error)}") from error
        if not isinstance(loaded, self.type_):
            article = "an" if self.type_.__name__[0] in "AEIOU" else "a"
            problem = f"must be {article} {self.type_.__name__}, not {type(loaded).__name__}"
            raise self.broken(f"{self.whose(name)} {problem}. Report this to the authors of the package.")
        return loaded

    def failure(self, name: str, error: Exception) -> PluginError:
        """Return the error for a plugin that raised an exception."""
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        return self.broken(f"{self.whose(name)} failed ({why}). Report this to the authors of the package.")

    def whose(self, name: str) -> str:
        """Return an error message's first words, naming a plugin and its package."""
        return f"The {self.noun} '{name}' from {self.package_of(name)}"

    def _entry(self, name: str) -> EntryPoint:
        found = self._found()
        if name not in found:
            raise self.unknown(f"There is no {self.noun} '{name}'. {nearest(name, found)}".rstrip())
        return found[name]

    def _found(self) -> Mapping[str, EntryPoint]:
        found: dict[str, EntryPoint] = {}
        for entry in _entries(self.group, tuple(sys.path)):
            if entry.name in found and found[entry.name].value != entry.value:
                owners = " and ".join(e.dist.name if e.dist else "?" for e in (found[entry.name], entry))
                problem = f"Two {self.noun}s are called '{entry.name}', in {owners}. Uninstall one of the packages."
                raise self.broken(problem)
            found[entry.name] = entry
        return found


@lru_cache(maxsize=16)
def _entries(group: str, path: tuple[str, ...]) -> tuple[EntryPoint, ...]:  # noqa: ARG001  # the result depends on it
    """Return a group's entry points, sorted by name and value.

    Results are cached by search path, because finding entry points means reading every installed distribution.
    """
    return tuple(sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)))


def _import_problem(entry: EntryPoint, error: Exception) -> str:
    missing = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    if missing and not missing.startswith("coprod_content"):
        package = entry.dist.name if entry.dist else "its package"
        extra = f"[{entry.extras[0]}]" if entry.extras else ""
        return f"needs the module '{missing}'. Install it with: pip install \"{package}{extra}\""
    return f"cannot be imported ({type(error).__name__}: {error}). Report this to the authors of the package."
