"""Keep Ctrl-C from reaching worker processes."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Delay Ctrl-C during a `with` block, and protect processes started in it.

    Processes started in the block, directly or from a thread that was started there, ignore Ctrl-C for good. Has no
    effect on Windows.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # not available on Windows

    resource_tracker.ensure_running()  # if it started inside the block, it would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
