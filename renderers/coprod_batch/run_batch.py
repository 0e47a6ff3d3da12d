"""Run a batch: make each file once, and write all the packs."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from typing import Any

from attrs import Factory, define, evolve, field

from coprod_batch.batch_job import Batch, PlannedFile, RowKey, make_planned, planned_files, write_row
from coprod_batch.finished_rows import RowResult, finished
from coprod_batch.task_pool import TaskPool
from coprod_content.findings.fault import reason

_ROWS_FOR_EACH_WORKER = 3
_PATIENCE = 5.0
"""The seconds after which the pool is checked if no task ends."""
_DIED = "the process that made this pack ended unexpectedly, twice. Close other programs, and run the command again."
_LOST = ("ProcessExpired", "BrokenProcessPool", "CancelledError", "KilledWorker")
"""The names of the errors that pools raise if a process was lost."""
After = Callable[[Any, str], None]
"""A function that receives a task's result and the reason why the task failed, or an empty string."""


@define
class _Row:
    """A row in progress, and the files that must be made first.

    `planned` are the files that the cache can keep, and `waits` are the names of those that are still being made.
    """

    key: RowKey
    planned: tuple[PlannedFile, ...] = ()
    waits: set[str] = Factory(set)
    made: int = 0
    result: RowResult | None = None


@define
class _Run:
    """The tasks of a run.

    `making` maps the name of each file that is being made to the rows that wait for it.
    """

    batch: Batch
    pool: TaskPool
    done: set[str] = field(factory=set)
    making: dict[str, list[_Row]] = field(factory=dict)
    tasks: "dict[Future[Any], tuple[After, Callable[..., Any], tuple[object, ...], bool]]" = field(factory=dict)

    def start(self, row: _Row) -> None:
        """Start making a row's pack, or read an earlier run's result."""
        if self.batch.reads and row.key.digest:
            row.result = finished(self.batch.out, row.key.row.given.id, row.key.digest)
        if row.result:
            row.result = evolve(row.result, row=row.key.row.where.line)
            return
        self._submit(lambda planned, _: self._planned(row, planned or ()), planned_files, row.key.row)

    def step(self) -> None:
        """Wait briefly for tasks to end, and start those that follow them."""
        ended, _ = wait(self.tasks, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
        self.pool.check()
        for future in [each for each in self.tasks if each in ended]:  # earlier rows first, even if several have ended
            after, function, args, is_second = self.tasks.pop(future)
            error = CancelledError() if future.cancelled() else future.exception()
            if error and not is_second:
                self._submit(after, function, *args, again=True)
            else:
                after(None if error else future.result(), _said(error) if error else "")

    def _submit(self, after: After, function: Callable[..., Any], *args: object, again: bool = False) -> None:
        self.tasks[self.pool.submit(function, *args)] = (after, function, args, again)

    def _planned(self, row: _Row, planned: tuple[PlannedFile, ...]) -> None:
        row.planned = planned
        for each in {file.name: file for file in planned}.values():
            if each.name in self.done:
                continue
            row.waits.add(each.name)
            if each.name in self.making:
                self.making[each.name].append(row)
                continue
            self.making[each.name] = [row]
            self._submit(self._made(each.name), make_planned, row.key.row, each.spec)
        self._write_if_ready(row)

    def _made(self, name: str) -> After:
        def after(made: Any, _: str) -> None:
            self.done.add(name)
            rows = self.making.pop(name)
            rows[0].made += bool(made)
            for row in rows:
                row.waits.discard(name)
                self._write_if_ready(row)

        return after

    def _write_if_ready(self, row: _Row) -> None:
        if not row.waits:
            self._submit(lambda result, why: self._written(row, result, why), write_row, row.key, row.planned, row.made)

    @staticmethod
    def _written(row: _Row, result: RowResult | None, why: str) -> None:
        given = row.key.row.given
        row.result = result or RowResult(id=given.id, name=given.name, row=row.key.row.where.line, failure=why)


def _said(error: BaseException) -> str:
    """Return why a task failed, for the reader of a report."""
    lost = type(error).__name__ in _LOST
    return _DIED if lost else f"this pack failed ({reason(error)}). Please report this."


def row_results(keys: Sequence[RowKey], batch: Batch, pool: TaskPool) -> Iterator[RowResult]:
    """Make the packs of all rows, and yield the results in order.

    Only a few rows are in progress at once. A task that fails is tried once more.
    """
    run, most = _Run(batch, pool), _ROWS_FOR_EACH_WORKER * pool.workers + 1
    waiting, in_work = iter(keys), list[_Row]()
    more = True
    while more or in_work:
        while more and len(in_work) < most:
            key = next(waiting, None)
            if key is None:
                more = False
                break
            in_work.append(_Row(key))
            run.start(in_work[-1])
        while in_work and in_work[0].result:
            yield in_work.pop(0).result or RowResult(id="", name="", row=0)
        if in_work and run.tasks and (len(in_work) >= most or not more):
            run.step()
