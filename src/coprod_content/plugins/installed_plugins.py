"""Plugins found by entry point, and imported only when used."""

import sys
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from importlib.metadata import EntryPoint
from types import GeneratorType
from typing import Generic, ParamSpec, TypeVar

from attrs import fields_dict, frozen

from coprod_content.findings.fault import reason
from coprod_content.findings.finding import ContentError, nearest
from coprod_content.layout.known_fonts import UnknownFont
from coprod_content.plugins.entry_points import entries_of, is_ours, package_name
from coprod_content.plugins.plugin_process import REPORT, PluginStopped, process_of

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class PluginError(Exception):
    """Error raised if a plugin cannot be used.

    The message names the plugin and its package, and suggests a fix.
    """


@frozen
class Plugins(Generic[T]):
    """The plugins of one entry-point group.

    `noun` is the word for a plugin in messages. Each plugin must be an instance of `type_`. `unknown` is the error for
    an unknown name, and `broken` the error for any other problem. Each plugin of another package runs in a separate
    process.
    """

    group: str
    noun: str
    type_: type[T]
    broken: type[PluginError]
    unknown: type[PluginError]

    def names(self) -> tuple[str, ...]:
        """Return the names of the installed plugins without importing them."""
        return tuple(self._found())

    def malformed(self) -> tuple[str, ...]:
        """Return a message for each package whose entry points cannot be read."""
        return entries_of(self.group, tuple(sys.path))[1]

    def package_of(self, name: str) -> str:
        """Return the name and version of a plugin's distribution."""
        return " and ".join(dict.fromkeys(package_name(entry.dist) for entry in self._named(name)))

    def load(self, name: str) -> T:
        """Import and return a plugin.

        If the plugin is from another package, its functions run in a separate process, and raise `broken` if they fail.
        Raises `unknown` if there is no such plugin, or `broken` if it cannot be used.
        """
        (entry, *others) = self._named(name)
        if others:
            problem = f"{'Two' if len(others) == 1 else len(others) + 1} {self.noun}s are called '{name}'"
            owners = " and ".join(dict.fromkeys(package_name(each.dist).split()[0] for each in (entry, *others)))
            raise self.broken(f"{problem}, in {owners}. Uninstall one of the packages.")
        if is_ours(entry) or not sys.executable:
            return self.load_here(name)
        found = _in_its_process(self, name, tuple(sys.path))
        if isinstance(found, PluginError):
            raise found.with_traceback(None)
        assert isinstance(found, self.type_)
        return found

    def load_here(self, name: str) -> T:
        """Import and return a plugin in this process.

        Raises `broken` if it cannot be imported, or is not an instance of `type_`.
        """
        entry = self._named(name)[0]
        try:
            loaded = entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raise self.broken(f"{self.whose(name)} {_import_problem(entry, error)}") from error
        if not isinstance(loaded, self.type_):
            article = "an" if self.type_.__name__[0] in "AEIOU" else "a"
            problem = f"must be {article} {self.type_.__name__}, not {type(loaded).__name__}"
            raise self.broken(f"{self.whose(name)} {problem}. {REPORT}")
        return loaded

    def call(self, name: str, gives: type[R], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a plugin's function, and return its result.

        Raises `broken` if the function raises an exception, tries to end the program, or returns anything that is not
        an instance of `gives`. Only KeyboardInterrupt, ContentError and UnknownFont are passed on.
        """
        try:
            result = function(*args, **kwargs)
        except (KeyboardInterrupt, ContentError, UnknownFont):  # Ctrl-C, or a brand that cannot be used
            raise
        except BaseException as error:
            if type(error) is self.broken:  # from the plugin's process
                raise
            raise self.failure(name, error) from error
        if not isinstance(result, gives):
            problem = f"returned {type(result).__name__}, not {gives.__name__}"
            raise self.broken(f"{self.whose(name)} {problem}. {REPORT}")
        return result

    def failure(self, name: str, error: BaseException) -> PluginError:
        """Return the error for a plugin that raised an exception."""
        missing = _missing_module(self._named(name)[0], error)
        return self.broken(f"{self.whose(name)} {missing or f'failed ({reason(error)}). {REPORT}'}")

    def whose(self, name: str) -> str:
        """Return the beginning of an error message: a plugin's name and package."""
        return f"The {self.noun} '{name}' from {self.package_of(name)}"

    def elsewhere(self, name: str, function: Callable[..., object], *args: object) -> object:
        """Call a function in a plugin's separate process, and return its result.

        The function is called with this object, the plugin's name and `args`. Raises `broken` if it fails or takes too
        long.
        """
        try:
            value, problem, trace = process_of(f"{self.group} {name}", tuple(sys.path)).result(
                _value_or_problem, function, self, name, *args
            )
        except PluginStopped as stopped:
            raise self.broken(f"{self.whose(name)} {stopped}") from stopped
        if problem:
            error = self.broken(problem)
            error.add_note(trace)
            raise error
        return value

    def _named(self, name: str) -> tuple[EntryPoint, ...]:
        found = self._found()
        if name not in found:
            raise self.unknown(f"There is no {self.noun} '{name}'. {nearest(name, found)}".rstrip())
        return found[name]

    def _found(self) -> Mapping[str, tuple[EntryPoint, ...]]:
        found: dict[str, tuple[EntryPoint, ...]] = {}
        for entry in entries_of(self.group, tuple(sys.path))[0]:
            same = found.get(entry.name, ())
            if all(other.value != entry.value for other in same):
                found[entry.name] = (*same, entry)
        return found


def _value_or_problem(
    function: Callable[..., object], plugins: Plugins[T], name: str, *args: object
) -> tuple[object, str, str]:
    """Return a function's result, or an error message with its traceback."""
    try:
        return function(plugins, name, *args), "", ""
    except PluginError as error:
        return None, str(error), "".join(traceback.format_exception(error))


@lru_cache(maxsize=64)
def _in_its_process(plugins: Plugins[T], name: str, path: tuple[str, ...]) -> T | PluginError:  # noqa: ARG001  # a cache key
    """Return a plugin whose functions run in another process, or an error.

    Errors are cached too, because it takes two minutes to find out that a plugin hangs.
    """
    try:
        described = plugins.elsewhere(name, _described)
        assert isinstance(described, tuple)
        functions = {key: partial(plugins.elsewhere, name, _called, key) for key, value in described if value is None}
        values = {key: value[0] for key, value in described if value is not None}
        return plugins.type_(**values, **functions)
    except PluginError as error:
        return error
    except Exception as error:
        return plugins.failure(name, error)


def _described(plugins: Plugins[T], name: str) -> tuple[tuple[str, tuple[object] | None], ...]:
    """Return a plugin's fields as names and values, with None for functions.

    Each value is wrapped in a tuple, so that a value of None cannot be mistaken for a function.
    """
    loaded = plugins.load_here(name)
    values = ((key, getattr(loaded, key)) for key in fields_dict(plugins.type_))  # type: ignore[arg-type]  # attrs classes
    return tuple((key, None if callable(value) else (value,)) for key, value in values)


def _called(plugins: Plugins[T], name: str, key: str, *args: object) -> object:
    """Call a plugin's function, and turn a generator into a tuple."""
    function = getattr(plugins.load_here(name), key)

    def completed() -> object:
        result = function(*args)
        return tuple(result) if isinstance(result, GeneratorType) else result

    try:
        return plugins.call(name, object, completed)
    except KeyboardInterrupt as error:  # from the plugin, because the process ignores Ctrl+C
        raise plugins.failure(name, error) from error


def _import_problem(entry: EntryPoint, error: BaseException) -> str:
    try:
        missing = _missing_module(entry, error)
    except (AttributeError, TypeError, ValueError):
        return f"has a malformed entry point, '{entry.value}'. {REPORT}"
    return missing or f"cannot be imported ({reason(error)}). {REPORT}"


def _missing_module(entry: EntryPoint, error: BaseException) -> str:
    """Return how to install a missing module, or "" for other errors."""
    module, extras = entry.module, entry.extras
    missing = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    its_own = missing.split(".")[0] == module.split(".")[0] and not extras
    if not missing or its_own or missing.startswith("coprod_content"):
        return ""
    package = package_name(entry.dist).split()[0] if entry.dist else "its package"
    extra = f"[{','.join(extras)}]" if extras else ""
    return f"needs the module '{missing}'. Install it with: pip install \"{package}{extra}\""
