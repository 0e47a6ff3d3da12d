"""The answers and printed text of processes that run plugins."""

import io
import os
import pickle
import select
import subprocess
import sys
from contextlib import suppress
from typing import Any

_MOST = 20_000
"""The maximum size of the printed text that is passed on, in bytes."""


def pass_on(printed: int) -> None:
    """Copy a plugin's printed text to standard error, up to a limit."""
    left = _MOST
    with suppress(OSError), os.fdopen(printed, "rb") as file:
        while data := file.read1():
            if left > 0:
                os.write(2, data[:left] if len(data) < left else data[:left] + b"\n(The rest is left out.)\n")
            left -= len(data)


def answer_of(process: "subprocess.Popen[bytes]") -> Any:
    """Return a process's next answer. Raises EOFError if the process ends."""
    return _Answers(io.BufferedReader(_Pipe(process))).load()


class _Pipe(io.RawIOBase):
    """A stream of a process's answers that ends when the process does.

    It ends even if a child of the process keeps the pipe open.
    """

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        """Take a process that was started with pipes."""
        self.process = process

    def readable(self) -> bool:
        """Return True, because the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read the bytes that are available into `buffer`, and return their number.

        Returns 0 when the process has ended.
        """
        assert self.process.stdout is not None
        pipe = self.process.stdout.fileno()
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(pipe, select.POLLIN)
            while not poll.poll(100):
                if self.process.poll() is not None:
                    return 0
        data = os.read(pipe, len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Answers(pickle.Unpickler):
    """An unpickler for a plugin's answers that imports no further modules."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class from a module that this process has already imported.

        Raises UnpicklingError for any other module.
        """
        if module not in sys.modules:
            raise pickle.UnpicklingError(f"it contains a {module}.{name}")
        return super().find_class(module, name)
