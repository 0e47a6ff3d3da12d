"""The interface through which the web application runs slow jobs."""

import os
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from attrs import frozen

P = ParamSpec("P")
R = TypeVar("R")


class TooManyJobs(Exception):
    """Error raised if too many jobs are already waiting or running."""

    def __str__(self) -> str:
        return "The builder is busy. Wait a minute, then try again."


class JobStopped(Exception):
    """Error raised if a job is stopped or dies before it finishes."""


class JobRunner(Protocol):
    """Something that runs jobs, such as a pool of processes."""

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function, and return its result.

        Raises TooManyJobs, JobStopped, or any exception that the function raises.
        """
        ...

    def stop(self) -> None:
        """Stop immediately, even if jobs are running."""
        ...


@frozen(kw_only=True)
class WorkerLimits:
    """Limits on worker processes, jobs and time.

    `processes` is the number of worker processes. `jobs` is the maximum number of jobs that are waiting or running.
    `seconds` is the time limit for a job, and `arrival` the time limit for receiving a whole request, also in seconds.
    """

    processes: int = max(2, min(8, os.cpu_count() or 2))
    seconds: float = 60.0
    jobs: int = 60
    arrival: float = 10.0
