"""Processes that run the plugins of other packages, one for each plugin."""

import atexit
import faulthandler
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread, Timer
from typing import Any, TypeVar

from attrs import define, field

from coprod_content.findings.fault import reason
from coprod_content.plugins.plugin_answers import answer_of, pass_on

Result = TypeVar("Result")
REPORT = "Report this to the authors of the package."
_HAS_GROUPS = hasattr(os, "killpg")
_SECONDS, _MOST_SECONDS = "COPROD_PLUGIN_SECONDS", 120.0
_GRACE = 5.0
"""How many seconds after the time limit a process ends itself, in case no parent is left to end it."""
_MOST_BYTES = 256 * 1024 * 1024
"""The maximum size of an answer, in bytes."""
_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from coprod_content.plugins.plugin_process import serve; serve()"
)


class PluginStopped(Exception):
    """Error raised if a plugin fails, ends or takes too long."""


def seconds_allowed() -> float:
    """Return the time limit for one call of a plugin, in seconds.

    The environment variable COPROD_PLUGIN_SECONDS sets it. The default is 120. Raises PluginStopped if the value is not
    a number above 0 and up to 1,000,000.
    """
    value = os.environ.get(_SECONDS, "").strip()
    try:
        seconds = float(value or _MOST_SECONDS)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 1e6:
        raise PluginStopped(f"was not called, because {_SECONDS} is '{value}'. Set it to a number of seconds.")
    return seconds


def lower_limit(seconds: float) -> None:
    """Lower this process's time limit for plugin calls to `seconds`."""
    with suppress(PluginStopped):  # the first call reports an invalid limit
        os.environ[_SECONDS] = f"{min(seconds, seconds_allowed()):g}"


@define
class PluginProcess:
    """A process that runs the functions of one plugin.

    It starts when it is first needed, and again if it has ended. After a call that took too long, it never starts
    again.
    """

    path: tuple[str, ...]
    """The folders from which the process imports modules."""
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    _too_slow: str = field(default="", init=False)
    _lock: Any = field(factory=Lock, init=False)

    def result(self, function: Callable[..., Result], *args: object) -> Result:
        """Call a module-level function in the process, and return its result.

        Raises PluginStopped if the function fails or takes too long, or if the process ends.
        """
        seconds = seconds_allowed()
        request = pickle.dumps((seconds, function, args))
        with self._lock:
            if self._too_slow:
                raise PluginStopped(self._too_slow)
            process = self._running()
            expired: list[bool] = []
            timer = Timer(seconds, _expire, (process, expired))
            timer.daemon = True
            timer.start()
            value: Result
            try:
                value, problem = _exchange(process, request)
            except KeyboardInterrupt:
                self.stop()
                raise
            except BaseException as error:
                self.stop()
                if expired:
                    way_out = f"Set {_SECONDS} to allow more, or report this to the authors of the package."
                    self._too_slow = f"was stopped after {seconds:g} seconds. {way_out}"
                    raise PluginStopped(self._too_slow) from error
                if isinstance(error, EOFError | OSError):
                    raise PluginStopped(f"ended its process (exit code {process.returncode}). {REPORT}") from error
                raise PluginStopped(f"gave an answer that cannot be read ({reason(error)}). {REPORT}") from error
            finally:
                timer.cancel()
        if problem:
            raise PluginStopped(f"failed ({problem}). {REPORT}")
        return value

    def stop(self) -> None:
        """Kill the process, if it is running."""
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # the process ended before the request was sent
                    if pipe is not None:
                        pipe.close()
            process.wait()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.stop()
            command = [sys.executable, "-c", _START]
            printed, prints = os.pipe()
            pipe, group = subprocess.PIPE, 0 if _HAS_GROUPS else None
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=prints, process_group=group)
            os.close(prints)
            Thread(target=pass_on, args=(printed,), daemon=True).start()
            assert self._process.stdin is not None
            with suppress(OSError):  # if it has already ended, reading its answer will fail
                pickle.dump(list(self.path), self._process.stdin)
        return self._process


def _expire(process: "subprocess.Popen[bytes]", expired: list[bool]) -> None:
    expired.append(True)
    _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and any processes that it started."""
    with suppress(OSError):  # it has already ended
        os.killpg(process.pid, signal.SIGKILL) if _HAS_GROUPS else process.kill()


def _exchange(process: "subprocess.Popen[bytes]", request: bytes) -> tuple[Any, str]:
    assert process.stdin is not None
    process.stdin.write(request)
    process.stdin.flush()
    value, problem = answer_of(process)
    return value, problem


_PROCESSES: dict[tuple[int, str], PluginProcess] = {}


def process_of(plugin: str, path: tuple[str, ...]) -> PluginProcess:
    """Return the process in which a plugin runs.

    `path` contains the folders from which it imports modules. If they have changed, the process is replaced.
    """
    key = os.getpid(), plugin
    known = _PROCESSES.get(key)
    if known is None or known.path != path:
        if known is not None:
            known.stop()
        known = _PROCESSES[key] = PluginProcess(path)
    return known


@atexit.register
def _stop_all() -> None:
    for (process, _), running in _PROCESSES.items():
        if process == os.getpid():
            running.stop()


def serve() -> None:
    """Call functions when the parent process asks, until the parent ends.

    Anything that a plugin prints goes to standard error.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests, sys.stdin = sys.stdin.buffer, io.StringIO()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        while True:
            try:
                seconds, function, args = pickle.load(requests)
            except EOFError:
                return
            except Exception as error:
                answer = pickle.dumps((None, reason(error)))
            else:
                faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
                answer = _answer(function, args)
                faulthandler.cancel_dump_traceback_later()
            answers.write(answer)
            answers.flush()


def _answer(function: Callable[..., object], args: tuple[object, ...]) -> bytes:
    try:
        answer = pickle.dumps((function(*args), ""))
        size = f"more than {_MOST_BYTES / 1_000_000:.0f} MB"
        return answer if len(answer) <= _MOST_BYTES else pickle.dumps((None, f"it returned {size}"))
    except BaseException as error:
        return pickle.dumps((None, reason(error)))
