"""Worker processes for a batch.

Each process is replaced after a number of tasks, to limit the memory that it uses.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from typing import Any

from attrs import define, field
from pebble import ProcessPool

from coprod_batch.batch_job import Batch, prepare
from coprod_content.packs.interrupts import end_with_parent, uninterrupted

_TASKS = 60
"""The number of tasks after which a process is replaced.

A process needs about 350 MiB by then. Each pack with a different brand adds 25 MiB.
"""


@define
class LocalPool:
    """A pool of worker processes on this computer."""

    batch: Batch
    workers: int = os.cpu_count() or 1
    tasks: int = _TASKS
    _pool: ProcessPool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._pool = self._new_pool()

    def submit(self, function: Callable[..., Any], *args: object) -> "Future[Any]":
        """Run a function in a process, and return its future."""
        if not self._pool.active:  # pebble stops a pool if a process dies while no task is running
            self.stop()
            self._pool = self._new_pool()
        with uninterrupted():  # processes start here
            future: Future[Any] = self._pool.schedule(function, args=args)
        return future

    def check(self) -> None:
        """Do nothing: a process that dies is replaced."""

    def stop(self) -> None:
        """Stop the processes immediately, even if tasks are running."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types for it
        self._pool.join()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.workers,
            max_tasks=self.tasks,
            initializer=_prepare,
            initargs=(self.batch,),
            context=multiprocessing.get_context("spawn"),
        )


def _prepare(batch: Batch) -> None:
    end_with_parent()
    prepare(batch)


@contextmanager
def local_pool(batch: Batch, workers: int | None = None, tasks: int = _TASKS) -> Iterator[LocalPool]:
    """Yield a pool of worker processes for a `with` block.

    The processes are stopped at the end of the block.
    """
    started = partial(LocalPool, batch, tasks=tasks)
    pool = started(workers) if workers else started()
    try:
        yield pool
    finally:
        pool.stop()
