"""Worker processes that are protected from Ctrl-C, and end with their parent."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Delay Ctrl-C during a `with` block, and protect processes started in it.

    Processes started in the block, directly or from a thread that was started there, ignore Ctrl-C for good. On
    Windows, nothing is delayed or protected.
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


def end_with_parent() -> None:
    """Make this worker process end as soon as its parent does."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


@contextmanager
def worker_processes(
    count: int, prepare: Callable[..., None], given: tuple[object, ...]
) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of `count` worker processes for a `with` block.

    When a process starts, it calls `prepare` with the arguments in `given`. If the block ends with an exception, such
    as KeyboardInterrupt, the processes are terminated.
    """
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, spawned, prepare, given) as pool:
        try:
            yield pool
        except BaseException:
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise
