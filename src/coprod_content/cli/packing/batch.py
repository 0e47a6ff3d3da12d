"""`coprod batch`: make the packs of many organisations."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from attrs import frozen

from coprod_batch.batch_job import Batch, RowKey
from coprod_batch.finished_rows import RECORDS, RowResult, clear_unfinished
from coprod_batch.listed_organisation import OrganisationRow
from coprod_batch.organisation_list import organisations_in
from coprod_batch.overview import INDEX, REPORT, overview, report
from coprod_batch.row_keys import checked_keys
from coprod_batch.row_material import BatchContent
from coprod_batch.run_batch import row_results
from coprod_batch.run_progress import RunProgress
from coprod_batch.task_pool import TaskPool
from coprod_content.cli.console import ASK_A_PERSON, complain, counted, note, remind, updated_status, working
from coprod_content.cli.errors import Stop, needs_extra
from coprod_content.cli.options import AllowFindings, Keep, NoCache, Replace, Roots, clear, edited_files
from coprod_content.cli.roots import brand_of, library_of, remind_of_people
from coprod_content.files.cache.cache_folder import CacheFolder, cache_path
from coprod_content.findings.finding import ContentError
from coprod_content.packs.writing.output_folder import refuse_folder, writing_to
from coprod_content.packs.writing.outputs import refuse_site, write_outputs


def batch(
    organisations: Annotated[Path, typer.Argument(metavar="LIST", help="A CSV, XLSX or YAML file.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    workshop: Annotated[
        str, typer.Option(help="The id or file of a workshop, for organisations that name none.", show_default=False)
    ] = "",
    root: Roots = None,
    zipped: Annotated[bool, typer.Option("--zip", help="Write a ZIP file for each organisation.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="How many processes to use. By default, one for each core.")
    ] = None,
    scheduler: Annotated[
        str, typer.Option(help="The address of a Dask scheduler whose workers make the files.", show_default=False)
    ] = "",
    allow_findings: AllowFindings = False,
    replace: Replace = False,
    keep: Keep = False,
    no_cache: NoCache = False,
) -> None:
    """Make packs for many organisations, one for each row of a list.

    The columns are: id, name, logo, colour, brand, slides template, guide template, workshop, place, day, starts,
    contact, language and access. If the run is stopped, the same command continues from there.
    """
    edited = edited_files(replace=replace, keep=keep)
    refuse_folder(out)
    refuse_site(out)
    clear(out)
    with needs_extra("batch"):
        rows = organisations_in(organisations)
    where = _Places(out, organisations.parent, tuple(root or ()))
    if scheduler:
        where = where.absolute()
    content = BatchContent(
        library=library_of(root), brand=brand_of(root), roots=where.roots, folder=where.list_, workshop=workshop
    )
    job = Batch(
        content=content,
        out=where.out,
        zipped=zipped,
        edited=edited,
        allow_findings=allow_findings,
        reads=not no_cache,
        cached=_is_cache_usable(),
    )
    keys = _checked(rows, job)
    with writing_to(out / RECORDS):  # another run waits
        clear_unfinished(out)
        with _pool(job, workers, scheduler) as pool:
            results = tuple(_shown(row_results(keys, job, pool), len(keys)))
        _conclude(results, job)


@frozen
class _Places:
    """The output folder, the folder of the list, and the content roots."""

    out: Path
    list_: Path
    roots: tuple[Path, ...]

    def absolute(self) -> "_Places":
        """Return the same places for other computers."""
        return _Places(self.out.absolute(), self.list_.absolute(), tuple(each.absolute() for each in self.roots))


@contextmanager
def _pool(job: Batch, workers: int | None, scheduler: str) -> Iterator[TaskPool]:
    """Yield the processes of this computer, or the workers of a scheduler.

    Raises Stop if they cannot be used.
    """
    if not scheduler:
        with needs_extra("batch"):
            from coprod_batch.worker_pool import local_pool
        with local_pool(job, workers) as pool:
            yield pool
        return
    with needs_extra("batch"):
        from coprod_batch.dask_pool import SchedulerError, dask_pool
    try:
        with dask_pool(job, scheduler) as elsewhere:
            yield elsewhere
    except SchedulerError as error:
        raise Stop(str(error)) from error


def _is_cache_usable() -> bool:
    """Return whether files can be kept.

    If a folder cannot be used, prints the reason.
    """
    path = cache_path()
    if path and (fault := CacheFolder(path).fault()):
        complain(f"The cache is not used, because {path} {fault}.")
        return False
    return path is not None


def _checked(rows: Sequence[OrganisationRow], job: Batch) -> tuple[RowKey, ...]:
    try:
        with working(f"Checking {counted(len(rows), 'row')} …"):
            return checked_keys(rows, job)
    except ContentError as error:
        raise Stop(f"{error}\nNothing was made. Correct the list, and run the command again.") from error


def _shown(results: Iterator[RowResult], total: int) -> Iterator[RowResult]:
    """Yield results, and print lines about them.

    There is a line for each row that was made, and there are lines about the progress.
    """
    progress = RunProgress(total)
    with updated_status(progress.line()) as show:
        for each in results:
            progress.done += 1
            progress.made += not each.is_old
            if each.failure:
                complain(f"{each.id} (row {each.row}): {each.failure}")
            elif not each.is_old:
                cached = max(0, len(each.names) - each.made)
                note(f"{each.id}  {counted(each.files, 'file')}, {each.size / 1e6:,.1f} MB, {cached} from the cache")
            if show:
                show(progress.line())
            elif progress.is_due():
                remind(progress.line())
            yield each


def _conclude(results: Sequence[RowResult], job: Batch) -> None:
    """Write the report and the overview, and print a last line.

    Raises Exit if a row failed.
    """
    library, out = job.content.library, job.out
    title = counted(len(results), "organisation")
    files = {REPORT: report(results, zipped=job.zipped), INDEX: overview(results, title, library.about.language)}
    write_outputs(out, files, job.edited)
    failed, old = sum(bool(each.failure) for each in results), sum(each.is_old for each in results)
    count, made = sum(each.files for each in results), sum(each.made for each in results)
    rows = f"{len(results) - failed - old} written, {old} unchanged, {failed} failed"
    note(f"{title}: {rows}. {counted(count, 'file')}, {made} made in this run.")
    note(f"See {out / INDEX} and {out / REPORT}.")
    remind_of_people(library)
    remind(ASK_A_PERSON)
    if failed:
        raise typer.Exit(1)
