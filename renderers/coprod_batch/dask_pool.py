"""Dask workers for a batch, on one computer or many."""

import os
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from attrs import field, frozen
from distributed import Client, WorkerPlugin

import coprod_content
from coprod_batch.batch_job import Batch, prepare
from coprod_batch.finished_rows import RECORDS, write_whole

_PATIENCE = 20
"""The seconds to wait for a scheduler and its first worker."""
_one_at_a_time = Lock()


class SchedulerError(Exception):
    """Error raised if a scheduler or its workers cannot be used."""


class _Prepared(WorkerPlugin):  # type: ignore[misc]  # distributed has no types
    """Plugin that gives the batch to each worker, including later ones."""

    name = "coprod-batch"

    def __init__(self, batch: Batch) -> None:
        self.batch = batch

    def setup(self, worker: Any) -> None:  # noqa: ARG002  # as Dask calls it
        prepare(self.batch)


@frozen
class DaskPool:
    """The workers of a Dask scheduler."""

    address: str
    workers: int
    _client: Client = field(repr=False)
    _executor: Executor = field(repr=False)

    def submit(self, function: Callable[..., Any], *args: object) -> "Future[Any]":
        """Run a function on a worker, and return its future."""
        self.check()
        return self._executor.submit(_alone, function, *args)

    def check(self) -> None:
        """Raise SchedulerError if the scheduler is gone."""
        if self._client.status != "running":
            raise SchedulerError(f"The scheduler at {self.address} is gone. Start it, and run the same command again.")


def _alone(function: Callable[..., Any], *args: object) -> Any:
    """Call a function while no other thread of this worker calls one."""
    with _one_at_a_time:
        return function(*args)


@contextmanager
def dask_pool(batch: Batch, address: str) -> Iterator[DaskPool]:
    """Yield the workers of the scheduler at `address` for a `with` block.

    Raises SchedulerError if the scheduler cannot be reached, or its workers cannot be used.
    """
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        what = f"There is no scheduler at {address}. Start one with `dask scheduler`, or correct the address."
        raise SchedulerError(what) from error
    with client:
        workers = _usable_workers(client, batch, address)
        client.register_plugin(_Prepared(batch))
        with client.get_executor(pure=False) as executor:
            yield DaskPool(address, workers, client, executor)


def _usable_workers(client: Client, batch: Batch, address: str) -> int:
    """Return the number of workers.

    Raises SchedulerError if there are none, or if any of them cannot do the work.
    """
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError) as error:
        what = f"The scheduler at {address} has no workers. Start some with `dask worker {address} --nthreads 1`."
        raise SchedulerError(what) from error
    mark = (batch.out / RECORDS / f"{secrets.token_hex(8)}.mark").absolute()
    write_whole(mark, b"")
    try:
        answers = client.run(_answer, mark)
    except OSError as error:  # such as a closed connection
        what = f"A worker of {address} was lost at the start. Run the same command again."
        raise SchedulerError(what) from error
    except ImportError as error:
        what = f"The workers of {address} lack a package: {error}."
        raise SchedulerError(f"{what} Install coprod-content there with the same extras as here.") from error
    finally:
        mark.unlink(missing_ok=True)
    ours = coprod_content.__version__
    for worker, (version, sees) in sorted(answers.items()):
        if version != ours:
            what = f"The worker at {worker} has coprod-content {version}, but this computer has {ours}."
            raise SchedulerError(f"{what} Install the same version on both.")
        if not sees:
            what = f"The worker at {worker} cannot see the folder {batch.out}."
            raise SchedulerError(f"{what} Choose a folder that all the computers share under the same path.")
    return len(answers)


def _answer(mark: Path) -> tuple[str, bool]:
    """Return a worker's version of this package, and whether it sees `mark`."""
    return coprod_content.__version__, os.path.exists(mark)
