"""Worker processes, in which everything slow is done: each job has a time limit, and no job can harm another."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import define, field, frozen
from pebble import ProcessExpired, ProcessPool

from coprod_builder.tasks import prepare

P = ParamSpec("P")
R = TypeVar("R")


class TooManyJobs(Exception):
    """There are as many jobs as may wait, so that this one is not taken."""

    def __str__(self) -> str:
        return "Many packs are being made just now. Wait a minute, then try again."


class JobStopped(Exception):
    """A job took longer than it may, or took its process with it; it was stopped."""

    def __str__(self) -> str:
        return "This took too long and was stopped. Try again, or make the plan smaller."


@frozen(kw_only=True)
class WorkerLimits:
    """How many processes there are, for how many seconds a job may run, and how many jobs may wait or run at once.

    `arrival` is the seconds within which the whole of a request has to be there.
    """

    processes: int = max(2, min(8, os.cpu_count() or 2))
    seconds: float = 60.0
    jobs: int = 60
    arrival: float = 10.0


@define
class WorkerPool:
    """The processes of a server. They load the library from its roots once, and are started anew when one is lost."""

    limits: WorkerLimits
    _pool: ProcessPool
    _jobs: int = field(default=0, init=False)

    @classmethod
    def started(
        cls, content_roots: tuple[Path, ...], brand_roots: tuple[Path, ...], limits: WorkerLimits
    ) -> "WorkerPool":
        """Processes that prepare themselves. They are new ones, not copies of this one, on every system alike."""
        pool = ProcessPool(
            max_workers=limits.processes,
            initializer=prepare,
            initargs=(content_roots, brand_roots),
            context=multiprocessing.get_context("spawn"),
        )
        workers = cls(limits, pool)
        pool.schedule(int)  # so that they start now, and not with the first job
        return workers

    async def done(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What a function gives that a worker calls. Raises Busy, Stuck, and what the function raises."""
        if self._jobs >= self.limits.jobs:
            raise TooManyJobs
        self._jobs += 1
        try:
            future = self._pool.schedule(work, args=args, kwargs=kwargs, timeout=self.limits.seconds)
            return await asyncio.wrap_future(future)
        except (TookTooLong, ProcessExpired) as error:
            raise JobStopped from error
        finally:
            self._jobs -= 1

    def stop(self) -> None:
        """End the processes, whatever they are doing."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # as pebble has it
        self._pool.join()
