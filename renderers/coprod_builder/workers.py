"""Worker processes for slow jobs, with a time limit for each job."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import define, field
from pebble import ProcessExpired, ProcessPool

from coprod_builder.job_content import prepare
from coprod_builder.job_runner import JobStopped, TooManyJobs, WorkerLimits
from coprod_content.packs.interrupts import end_with_parent, uninterrupted
from coprod_content.plugins.plugin_process import lower_limit

P = ParamSpec("P")
R = TypeVar("R")


_TOO_LONG = "This took too long, so it was stopped."
_DIED = "The process that was doing this ended unexpectedly, twice in a row."
_ENDED = "A plugin, or another part of the builder, stopped this before it was finished."


@define
class WorkerPool:
    """The server's worker processes, which start immediately.

    Each process loads the library and brand once, and is replaced if it dies.
    """

    content_roots: tuple[Path, ...]
    brand_roots: tuple[Path, ...]
    limits: WorkerLimits
    _pool: ProcessPool = field(init=False)
    _jobs: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._pool = self._new_pool()
        with uninterrupted():
            self._pool.schedule(int)  # starts the processes now rather than when the first job arrives

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function in a worker process, and return its result.

        If the process dies, the function is run once more in another process. Raises TooManyJobs, JobStopped, or any
        exception that the function raises.
        """
        if self._jobs >= self.limits.jobs:
            raise TooManyJobs
        self._jobs += 1
        try:
            try:
                return await self._scheduled(work, *args, **kwargs)
            except (ProcessExpired, BrokenProcessPool):
                return await self._scheduled(work, *args, **kwargs)
        except TimeoutError as error:
            raise JobStopped(_TOO_LONG) from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise JobStopped(_DIED) from error
        finally:
            self._jobs -= 1

    def stop(self) -> None:
        """Stop the processes immediately, even if jobs are running."""
        _stop(self._pool)

    async def _scheduled(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        if not self._pool.active:  # pebble stops a pool if a process dies while no job is running
            broken, self._pool = self._pool, self._new_pool()
            await asyncio.to_thread(_stop, broken)
        try:
            with uninterrupted():
                future = self._pool.schedule(_done, args=(work, args, kwargs), timeout=self.limits.seconds)
        except RuntimeError as error:  # pebble has stopped the pool in the meantime
            raise BrokenProcessPool from error
        return await asyncio.wrap_future(future)

    def _new_pool(self) -> ProcessPool:
        """Return a new pool whose processes are spawned rather than forked."""
        return ProcessPool(
            max_workers=self.limits.processes,
            initializer=_prepare,
            initargs=(self.content_roots, self.brand_roots, self.limits.seconds / 3),
            context=multiprocessing.get_context("spawn"),
        )


def _prepare(content_roots: tuple[Path, ...], brand_roots: tuple[Path, ...], plugin_seconds: float) -> None:
    """Prepare a worker process, and limit the time for its plugins."""
    end_with_parent()
    lower_limit(plugin_seconds)
    prepare(content_roots, brand_roots)


def _done(work: Callable[..., R], args: tuple[object, ...], kwargs: dict[str, object]) -> R:
    """Call `work` in a worker process, and return its result.

    Raises JobStopped if `work` tries to end the process.
    """
    try:
        return work(*args, **kwargs)
    except (SystemExit, KeyboardInterrupt) as error:
        raise JobStopped(_ENDED) from error


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types for it
    pool.join()
