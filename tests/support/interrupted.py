"""Runs that are killed, fail or are interrupted at the nth operation on files."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

_OPERATIONS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir"}


def dies_at(number: int, run: Callable[[], object], death: BaseException | None) -> bool:
    """Run a function in a child process until its nth operation on files, and return whether it got that far.

    There, `death` is raised once, or the process is killed if it is None.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    left = number

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event in _OPERATIONS:
            left -= 1
            if left == -1:
                if death is None:
                    os._exit(1)
                raise death

    sys.addaudithook(hook)
    with suppress(BaseException):
        run()
    os._exit(left < 0)
