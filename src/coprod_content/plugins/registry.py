"""Plugins: what other distributions bring, found by entry point, named without an import, imported when asked for."""

import sys
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

from attrs import frozen

from coprod_content.findings.finding import nearest

T = TypeVar("T")


class PluginError(Exception):
    """A plugin that cannot be used: which, whose, and what to do."""


@frozen
class Plugins(Generic[T]):
    """The plugins of one entry-point group: what one of them is called, its type, and the errors about them.

    `unknown` is raised for a name that nobody has, `broken` for all else that is wrong.
    """

    group: str
    noun: str
    type_: type[T]
    broken: type[PluginError]
    unknown: type[PluginError]

    def names(self) -> tuple[str, ...]:
        """The names of what is installed. Imports none of them. Raises `broken` where two share a name."""
        return tuple(self._found())

    def package_of(self, name: str) -> str:
        """The distribution that brings a plugin, with its version."""
        found = self._entry(name).dist
        return f"{found.name} {found.version}" if found else "unknown package"

    def load(self, name: str) -> T:
        """The plugin of a name, imported now. Raises `unknown`, or `broken` when it does not import or is not one."""
        entry = self._entry(name)
        try:
            loaded = entry.load()
        except ModuleNotFoundError as error:
            raise self.broken(f"{self.whose(name)} needs the module '{error.name}'. {_install(entry)}") from error
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise self.broken(f"{self.whose(name)} does not import ({why}). Report it to those who make it.") from error
        if not isinstance(loaded, self.type_):
            article = "an" if self.type_.__name__[0] in "AEIOU" else "a"
            what = f"is not {article} {self.type_.__name__} but {type(loaded).__name__}"
            raise self.broken(f"{self.whose(name)} {what}. Report it to those who make it.")
        return loaded

    def whose(self, name: str) -> str:
        """A plugin as a message names it."""
        return f"The {self.noun} '{name}' of {self.package_of(name)}"

    def _entry(self, name: str) -> EntryPoint:
        found = self._found()
        if name not in found:
            near = nearest(name, found)
            raise self.unknown(" ".join(p for p in (f"There is no {self.noun} '{name}'.", near) if p))
        return found[name]

    def _found(self) -> Mapping[str, EntryPoint]:
        found: dict[str, EntryPoint] = {}
        for entry in _entries(self.group, tuple(sys.path)):
            if entry.name in found and found[entry.name].value != entry.value:
                owners = " and ".join(e.dist.name if e.dist else "?" for e in (found[entry.name], entry))
                what = f"Two {self.noun}s are called '{entry.name}', of {owners}. Uninstall one of the packages."
                raise self.broken(what)
            found[entry.name] = entry
        return found


@lru_cache(maxsize=16)
def _entries(group: str, path: tuple[str, ...]) -> tuple[EntryPoint, ...]:  # noqa: ARG001  # what is found depends on it
    """The entry points of a group, looked for once for each search path: that reads the list of every distribution."""
    return tuple(sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)))


def _install(entry: EntryPoint) -> str:
    package = entry.dist.name if entry.dist else "its package"
    extra = f"[{entry.extras[0]}]" if entry.extras else ""
    return f'Install it with: pip install "{package}{extra}"'
