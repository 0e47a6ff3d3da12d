"""Worker processes: jobs that hang or die harm no other."""

import asyncio
import io
import multiprocessing
import os
import signal
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pytest
from tests.support.roots import small_root
from tests.support.running_builder import Answer, Site, form, running, summary, titles

from coprod_builder.job_content import prepare
from coprod_builder.job_runner import JobStopped, TooManyJobs, WorkerLimits
from coprod_builder.jobs import make_archive
from coprod_builder.workers import WorkerPool
from coprod_content import Library, canonical_root
from coprod_content.brand.brand import Brand
from coprod_content.planner.workshop_file import workshop_text

MANY = 20
P = ParamSpec("P")
T = TypeVar("T")


def waited_for(work: Coroutine[Any, Any, T]) -> T:
    """Return the result of a coroutine, run in its own thread: other tests have a running loop here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerPool]:
    """Return two processes with a time limit of one second and at most four jobs."""
    limits = WorkerLimits(processes=2, seconds=1.0, jobs=4)
    made = WorkerPool((small_root(tmp_path_factory.mktemp("content")),), (), limits)  # which is read at once
    try:
        waited_for(made.run(int))
        yield made
    finally:
        made.stop()


def test_a_job_that_hangs_is_stopped_and_the_next_is_done(workers: WorkerPool) -> None:
    """A job that hangs is stopped soon after its time limit, and other jobs carry on."""

    async def both() -> None:
        started = time.monotonic()
        hanging = asyncio.ensure_future(workers.run(time.sleep, 600))
        assert await workers.run(abs, -3) == 3
        with pytest.raises(JobStopped):
            await hanging
        assert time.monotonic() - started < 15
        assert await workers.run(abs, -4) == 4

    waited_for(both())


def test_a_process_that_dies_is_replaced(workers: WorkerPool) -> None:
    """If processes die twice during a job, the error says so, and the next job gets a new process."""

    async def both() -> None:
        with pytest.raises(JobStopped, match="ended unexpectedly, twice in a row"):
            await workers.run(os._exit, 3)
        assert await workers.run(abs, -5) == 5

    waited_for(both())


def die_once(mark: Path) -> str:
    """End the process, but only the first time this is called."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # which on Windows is as sudden
    return "done"


def test_a_job_whose_process_dies_is_tried_once_more(workers: WorkerPool, tmp_path: Path) -> None:
    """If a process dies once during a job, another process does it."""
    assert waited_for(workers.run(die_once, tmp_path / "mark")) == "done"


def test_a_job_that_exits_stops_nothing_else(workers: WorkerPool) -> None:
    """SystemExit in a job, such as from a plugin, stops that job and not the server."""
    with pytest.raises(JobStopped, match="stopped this before"):
        waited_for(workers.run(sys.exit, 0))
    assert waited_for(workers.run(abs, -7)) == 7


@pytest.mark.thorough
def test_an_idle_process_that_dies_is_replaced(workers: WorkerPool) -> None:
    """Killing a process that waits for a job breaks nothing: that job and all later ones are done."""
    for idle in multiprocessing.active_children()[:2]:
        idle.kill()
        assert [waited_for(workers.run(abs, -at)) for at in range(3)] == [0, 1, 2]
        time.sleep(0.5)  # long enough for the pool to notice that a process is gone
        assert [waited_for(workers.run(abs, -at)) for at in range(3)] == [0, 1, 2]


def test_too_many_jobs_are_refused(workers: WorkerPool) -> None:
    """The fifth job is refused at once, and there is room again when the others are done."""

    async def many() -> None:
        waiting = [asyncio.ensure_future(workers.run(time.sleep, 0.3)) for _ in range(4)]
        await asyncio.sleep(0)
        with pytest.raises(TooManyJobs):
            await workers.run(abs, -1)
        await asyncio.gather(*waiting)
        assert await workers.run(abs, -6) == 6

    waited_for(many())


def test_errors_of_jobs_are_raised(workers: WorkerPool) -> None:
    """An exception in a job is raised where the job was started."""
    with pytest.raises(ValueError, match="invalid literal"):
        waited_for(workers.run(int, "x"))


@pytest.mark.thorough
def test_the_same_plan_gives_the_same_pack(library: Library) -> None:
    """The same plan gives the same bytes in any process."""
    text = workshop_text(library.workshops["board-session"])
    workers = WorkerPool((canonical_root(),), (), WorkerLimits(processes=2))

    async def twice() -> list[bytes]:
        made = await asyncio.gather(*(workers.run(make_archive, text, "ours.yaml") for _ in range(2)))
        return [each.data for each in made]

    try:
        first, second = waited_for(twice())
    finally:
        workers.stop()
    assert first
    assert first == second


@pytest.mark.thorough
def test_twenty_people_at_once_each_get_their_pack(library: Library, brand: Brand) -> None:
    """Twenty packs at once are all made and not mixed up, and pages still load meanwhile."""
    with running(library, brand, WorkerLimits(processes=2)) as site:
        assert_each_gets_a_pack(site)


def assert_each_gets_a_pack(site: Site) -> None:
    """Assert that twenty people who ask for a pack at once get the right one."""
    page = form(site.get("/workshops/online-hour"))
    done = threading.Event()
    waits: list[float] = []

    def asked(number: int) -> Answer:
        fields = tuple((name, f"Session {number}" if name == "title" else value) for name, value in page)
        return site.post("/plan/pack", fields)

    def looked() -> None:
        while not done.is_set():
            started = time.monotonic()
            assert site.get("/workshops/first-steps").status == 200
            waits.append(time.monotonic() - started)
            time.sleep(0.2)

    watching = threading.Thread(target=looked)
    watching.start()
    try:
        with ThreadPoolExecutor(MANY) as people:
            answers = list(people.map(asked, range(MANY)))
    finally:
        done.set()
        watching.join()
    for number, answer in enumerate(answers):
        assert answer.headers.get("content-type") == "application/zip", summary(answer)
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive_:
            assert f"Session {number}<" in archive_.read("online-hour/online-hour-deck.html").decode()
    assert sorted(waits)[len(waits) // 2] < 1


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (WorkerLimits(processes=1, jobs=0), "The builder is busy."),
        (WorkerLimits(processes=1, seconds=0.05), "This took too long, so it was stopped."),
    ],
)
def test_a_pack_that_is_not_made_leaves_the_plan(
    limits: WorkerLimits, said: str, library: Library, brand: Brand
) -> None:
    """If too many jobs wait or one takes too long, the response has the plan and says what to do."""
    with running(library, brand, limits) as site:
        page = site.get("/workshops/first-steps")
        answer = site.post("/plan/pack", form(page))
        assert answer.status == 503
        assert said in summary(answer)[0]
        assert titles(answer) == titles(page)
        if not limits.jobs:
            assert site.post("/plan/preview", form(page)).status == 503
            refused = site.planned(minutes=85, people=12, purpose="decide")
            assert refused.status == 503
            assert said in summary(refused)[0]
            assert "again or shorten it" not in refused.text
            assert refused.tree.xpath("string(//input[@name='minutes']/@value)") == "85"
            assert site.post("/plan", form(page), do="cut 30").status == 503


class JobsHere:
    """Runs jobs in this process, as a browser has to."""

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return work(*args, **kwargs)

    def stop(self) -> None:
        pass


def test_the_builder_needs_no_processes(library: Library, brand: Brand) -> None:
    """Anything that runs jobs will do: a session is planned without a pool of processes."""
    prepare((canonical_root(),), ())
    with running(library, brand, jobs=JobsHere()) as site:
        answer = site.planned(minutes=60, people=12, purpose="decide", setting="in-person", starts="10:00")
    assert answer.status == 200
    assert titles(answer)
