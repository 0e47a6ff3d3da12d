"""Runs that are killed, fail or are interrupted at the nth operation on files."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache

_OPERATIONS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir"}


def dies_at(number: int, run: Callable[[], object], death: BaseException | None) -> bool:
    """Run a function until its nth operation on files, and return whether it got that far.

    There, `death` is raised once. If it is None, the function runs in a child process, which is killed there.
    """
    if death is not None:
        return _raises_at(number, run, death)
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    left = number

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event in _OPERATIONS:
            left -= 1
            if left == -1:
                os._exit(1)

    sys.addaudithook(hook)
    with suppress(BaseException):
        run()
    os._exit(left < 0)


_next: list[tuple[int, BaseException]] = []
"""How many operations are left until an exception, while a function runs; empty otherwise."""


def _raises_at(number: int, run: Callable[[], object], death: BaseException) -> bool:
    _add_hook()
    _next.append((number, death))
    with suppress(BaseException):
        run()
    return _next.pop()[0] < 0


@cache
def _add_hook() -> None:
    """Count operations from now on. A hook cannot be removed."""

    def hook(event: str, _: object) -> None:
        if _next and event in _OPERATIONS:
            left, death = _next[0]
            _next[0] = (left - 1, death)
            if left == 0:
                raise death

    sys.addaudithook(hook)
