"""A pool that runs the tasks of a batch."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol


class TaskPool(Protocol):
    """A pool of processes that run functions, on any number of computers."""

    @property
    def workers(self) -> int:
        """The number of functions that can run at once."""

    def submit(self, function: Callable[..., Any], *args: object) -> "Future[Any]":
        """Run a function, and return a future for its result."""

    def check(self) -> None:
        """Raise an exception if no more functions can be run."""
