"""A pool that runs the tasks of a batch."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol


class TaskPool(Protocol):
    """A pool that runs functions elsewhere, on this computer or others."""

    @property
    def workers(self) -> int:
        """The number of functions that run at a time."""

    def submit(self, function: Callable[..., Any], *args: object) -> "Future[Any]":
        """Run a function, and return its result later."""

    def check(self) -> None:
        """Raise an exception if no more functions can be run."""
