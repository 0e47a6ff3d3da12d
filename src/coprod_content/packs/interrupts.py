"""Keep Ctrl-C from reaching worker processes."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C, and start processes that ignore it.

    Threads that are started pass this on to their processes. Windows cannot do this.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # not for Windows

    resource_tracker.ensure_running()  # starting it would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
