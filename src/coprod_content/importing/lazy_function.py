"""Functions that are imported when they are first called."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from attrs import frozen


@frozen
class LazyFunction:
    """A function of a module that takes a while to import.

    `place` is like an entry point: `package.module:function`. A list of renderers needs none of their functions.
    """

    place: str

    @cached_property
    def _function(self) -> Callable[..., Any]:
        module, _, name = self.place.partition(":")
        function: Callable[..., Any] = getattr(import_module(module), name)
        return function

    def __call__(self, *args: Any, **options: Any) -> Any:
        """Call the function."""
        return self._function(*args, **options)


def require(*modules: str) -> None:
    """Raise ModuleNotFoundError if a module is not installed, without importing it."""
    for name in modules:
        if find_spec(name) is None:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
