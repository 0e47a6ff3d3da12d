"""The entry points of all installed packages."""

import importlib.metadata
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import Any


def entry_points_in(group: str) -> Iterable[importlib.metadata.EntryPoint]:
    """Return a group's entry points.

    Every installed package has to be read, which is done once for each search path. Raises the error of
    `importlib.metadata` if a file is malformed.
    """
    found: Iterable[importlib.metadata.EntryPoint] = _of_path(tuple(sys.path)).select(group=group)
    return found


@lru_cache(maxsize=4)
def _of_path(path: tuple[str, ...]) -> Any:  # noqa: ARG001  # the result depends on it, and its class on the version of Python
    return importlib.metadata.entry_points()
