"""`coprod film`: make films with speech, captions and description."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.checks.kinds.recordings import recording_findings, recording_names
from coprod_content.cli.console import ASK_A_PERSON, complain, counted, note, remind, working
from coprod_content.cli.errors import REPLACE_OR_KEEP, Stop, Usage, needs_extra
from coprod_content.cli.options import Keep, NoCache, Replace, Roots, Why, clear, edited_files, repeatable, save
from coprod_content.cli.roots import brand_of, library_of, remind_of_people
from coprod_content.content.library import Library
from coprod_content.files.cache.cache_folder import reading_nothing
from coprod_content.files.films.recordings import recording_paths
from coprod_content.files.our_content import with_ours
from coprod_content.packs.build import FileSpec
from coprod_content.packs.interrupts import end_with_parent, uninterrupted, worker_processes
from coprod_content.packs.kept.kept_files import KeptFiles
from coprod_content.packs.writing.output_errors import EditedFiles
from coprod_content.packs.writing.output_folder import refuse_folder

if TYPE_CHECKING:
    from coprod_film import FilmFiles, FilmOptions

_FORMATS = ("mp4", "webm")
_TRANSCRIPTS = ("web", "guide")


@frozen
class FilmRequest:
    """Everything needed to make films, apart from their ids.

    `recordings` maps the names of recordings to their paths. `scratch` is a folder for temporary files.
    """

    library: Library
    brand: Brand
    options: "FilmOptions"
    recordings: dict[str, Path]
    scratch: str


@frozen
class FilmResult:
    """The files of a film, or the reason why there are none."""

    id: str
    made: "FilmFiles | None" = None
    problem: str = ""


def film(
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    films: Annotated[list[str] | None, typer.Argument(help="The ids of films. `coprod list films` shows them.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Make every film.")] = False,
    root: Roots = None,
    to: Annotated[
        list[str] | None, repeatable("FORMAT", "mp4 (the default) or webm. Can be given more than once.", "--to")
    ] = None,
    size: Annotated[
        Literal["720", "1080"], typer.Option(help="The height of the picture, in pixels.", show_default="720")
    ] = "720",
    open_captions: Annotated[
        bool, typer.Option("--open-captions", help="Make captions part of the picture, so that they are always shown.")
    ] = False,
    still: Annotated[bool, typer.Option("--still", help="Make films in which nothing moves.")] = False,
    replace: Replace = False,
    keep: Keep = False,
    why: Why = False,
    no_cache: NoCache = False,
) -> None:
    """Make films with speech, captions, a described version and a transcript."""
    for name in to or ():
        if name not in _FORMATS:
            raise Usage(f"'{name}' is not a format for films. Choose mp4 or webm.")
    if every == bool(films):
        raise Usage("Name one or more films, or give --all, but not both. See `coprod list films`.")
    with needs_extra("film"):
        from coprod_film import FilmOptions
    edited_files(replace=replace, keep=keep)
    refuse_folder(out)
    clear(out)
    library, brand = library_of(root), brand_of(root)
    ids = tuple(library.films) if every else tuple(library.films[id_].id for id_ in dict.fromkeys(films or ()))
    roots = with_ours(root or ())
    _refuse_recordings(roots, library, ids)
    options = FilmOptions(
        height=int(size), formats=tuple(dict.fromkeys(to or ("mp4",))), open_captions=open_captions, still=still
    )
    written: list[bool] = []
    with TemporaryDirectory(prefix="coprod-films-", ignore_cleanup_errors=True) as scratch:
        request = FilmRequest(library, brand, options, recording_paths(roots), scratch)
        transcripts = KeptFiles.of(library, brand, reads=not no_cache)
        with working(f"Making {counted(len(ids), 'film')} …"), reading_nothing(no_cache):
            for result in _results(ids, request):
                written.append(_written(result, transcripts, out, replace=replace, keep=keep, why=why))
    if any(written):
        remind_of_people(library)
        remind(ASK_A_PERSON)
    if not all(written):
        raise typer.Exit(1)


def _refuse_recordings(roots: Sequence[Path], library: Library, ids: Sequence[str]) -> None:
    """Print warnings about recordings, and refuse unusable ones.

    Raises Stop if a recording for one of the films in `ids` cannot be used.
    """
    names = {f"{id_}-{name}" for id_ in ids for name in recording_names(library.films[id_])}
    found = tuple(recording_findings(roots, library))
    unusable = [
        str(each)
        for each in found
        if each.level == "error" and each.where and Path(each.where.file).stem.lower() in names
    ]
    for finding in found:
        if finding.level != "error":
            complain(str(finding))
    if unusable:
        raise Stop("\n".join(unusable))


def _written(result: FilmResult, kept: KeptFiles, out: Path, *, replace: bool, keep: bool, why: bool) -> bool:
    """Write the files of a film, or say why there are none.

    Returns whether all were written without problems.
    """
    if result.made is None:
        for line in result.problem.splitlines():
            complain(line)
        return False
    transcripts, missing, reasons = _transcripts(result.id, kept)
    for problem in (*map(str, result.made.unspoken), *missing):
        complain(problem)
    for reason in reasons if why else ():
        note(reason)
    files = {**dict(result.made.files), **transcripts}
    try:
        save(out, files, replace=replace, keep=keep)
    except EditedFiles as error:
        complain(f"{error} {REPLACE_OR_KEEP}")
        return False
    size = sum(map(len, files.values())) / 1_000_000
    minutes, seconds = divmod(round(result.made.seconds), 60)
    note(f"{result.id}  {minutes}:{seconds:02}  {counted(len(files), 'file')}, {size:,.1f} MB")
    return not missing


def _transcripts(id_: str, kept: KeptFiles) -> tuple[dict[str, bytes], tuple[str, ...], tuple[str, ...]]:
    """Return a film's transcripts, any problems, and why files were made again."""
    files, missing, reasons = {}, [], []
    for to in _TRANSCRIPTS:
        spec = FileSpec(edition="film-transcript", renderer=to, select=(id_,), name=f"{id_}-transcript")
        result = kept.result(spec)
        if result.built is None:
            missing.append(result.failure)
            continue
        files[result.file_name] = result.built.data or b""
        missing += [str(each) for each in result.built.findings]
        reasons += [f"{result.file_name}: {result.why}"] if result.why else []
    return files, tuple(missing), tuple(reasons)


def _results(ids: Sequence[str], request: FilmRequest) -> Iterator[FilmResult]:
    """Make films, and yield the result of each in order.

    Several are made at a time. Raises Stop if a process that makes them ends unexpectedly.
    """
    make_one, done = partial(_result, request), 0
    tempfile.tempdir = request.scratch
    try:
        if len(ids) == 1:
            yield make_one(ids[0])
            return
        with worker_processes(min(len(ids), os.cpu_count() or 1), _prepare, (request,)) as pool:
            with uninterrupted():  # workers start here
                futures = [pool.submit(_result_in_worker, id_) for id_ in ids]
            for future in futures:
                yield future.result()
                done += 1
    except BrokenProcessPool as error:
        raise Stop(
            f"{counted(len(ids) - done, 'film')} could not be made. Close other programs to free memory, and make the "
            "films one at a time."
        ) from error
    finally:
        tempfile.tempdir = None


class _Worker:
    """The request that a worker process receives when it starts."""

    given: FilmRequest


def _prepare(request: FilmRequest) -> None:
    end_with_parent()
    tempfile.tempdir = request.scratch
    _Worker.given = request


def _result_in_worker(id_: str) -> FilmResult:
    return _result(_Worker.given, id_)


def _result(request: FilmRequest, id_: str) -> FilmResult:
    from coprod_film import FilmProblem, make_film

    try:
        made = make_film(
            request.library.films[id_], request.library, request.brand, request.options, request.recordings
        )
    except FilmProblem as problem:
        return FilmResult(id_, problem=str(problem))
    return FilmResult(id_, made)
