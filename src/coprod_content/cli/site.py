"""`coprod site`: make the web edition of the whole library."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import ASK_A_PERSON, complain, counted, note, remind, working
from coprod_content.cli.errors import STRICT, Stop, needs_extra, report_unusable_renderers
from coprod_content.cli.options import NoCache, Replace, Roots, Why, clear
from coprod_content.cli.roots import brand_of, library_of, remind_of_people
from coprod_content.packs.downloads import DownloadSpec, download, download_specs
from coprod_content.packs.interrupts import end_with_parent, uninterrupted, worker_processes
from coprod_content.packs.kept.kept_files import KeptFiles
from coprod_content.packs.pack import FileResult
from coprod_content.packs.writing.output_errors import EditedFiles
from coprod_content.packs.writing.outputs import refuse_others, write_folder


def site(
    out: Annotated[Path, typer.Option(help="The folder to write to: a new folder, or the folder of an earlier run.")],
    root: Roots = None,
    downloads: Annotated[
        bool,
        typer.Option("--downloads/--no-downloads", help="Add the decks, guides and cards, or leave them out."),
    ] = True,
    films: Annotated[
        Path | None, typer.Option(help="A folder of films that `coprod film` made, to play on their pages.")
    ] = None,
    builder: Annotated[
        Path | None,
        typer.Option(help="The folder of the builder's engine that `make pages` downloaded, to add the builder."),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Do not write the site if a renderer fails. Without --strict, only its files are left out."
        ),
    ] = False,
    replace: Replace = False,
    why: Why = False,
    no_cache: NoCache = False,
) -> None:
    """Make the web edition of the whole library.

    Open it from its folder, or publish it on any web server.
    """
    with needs_extra("site"):
        from coprod_site import UnusableFilm, made_films, make_site
    engine = _engine(builder)
    try:
        clear(out)
        refuse_others(out, replace=replace)
        library, brand = library_of(root), brand_of(root)
        played = made_films(films, library) if films else ()
        missing = report_unusable_renderers(strict=strict) if downloads else 0
        kept = KeptFiles.of(library, brand, reads=not no_cache)
        results = tuple(_results(kept, why=why)) if downloads else ()
        missing += sum(bool(result.failure) for _, result in results)
        if strict and missing:
            raise Stop(STRICT)
        offered = tuple(download(spec, result.built) for spec, result in results if result.built)
        with working("Making the pages …"):
            pages = make_site(library, brand, offered, played, builder=builder is not None)
        files = {file.path: file.data for file in pages} | {file.path: file.data for file in offered} | engine(root)
        write_folder(out, files, replace=replace)
    except UnusableFilm as error:
        raise Stop(str(error)) from error
    except EditedFiles as error:
        raise Stop(f"{error} Use --replace to overwrite such files, or move them elsewhere.") from error
    size = sum(map(len, files.values())) / 1_000_000
    note(f"{counted(len(pages), 'file')} of the site, {counted(len(offered), 'download')}, {size:,.1f} MB")
    note(f"Open {out / 'index.html'} in a browser.")
    remind_of_people(library)
    remind(ASK_A_PERSON)
    if missing:
        raise typer.Exit(1)


def _engine(folder: Path | None) -> Callable[[Roots], dict[str, bytes]]:
    """Return a function that makes the builder's files for content roots.

    It makes none if `folder` is None. Raises Stop if the folder does not have every part of the engine.
    """
    if folder is None:
        return lambda _: {}
    with needs_extra("serve"):
        from coprod_browser import CompilingFailed, UnusableParts, builder_files, engine_parts
    try:
        parts = engine_parts(folder)
    except UnusableParts as error:
        raise Stop(f"The site was not written, as it cannot have the builder. {error}") from error

    def made(roots: Roots) -> dict[str, bytes]:
        with working("Making the builder …"):
            try:
                return builder_files(tuple(roots or ()), parts)
            except CompilingFailed as error:
                raise Stop(
                    f"The site was not written, as its builder could not be made: {error} Run it again."
                ) from error

    return made


def _results(kept: KeptFiles, *, why: bool) -> Iterator[tuple[DownloadSpec, FileResult]]:
    """Make the files to download, and yield each one's specification and result.

    Problems are printed and, if `why` is true, why files are made again. After the last file, raises Stop if any file
    has errors or text that does not fit. A file that is missing because its renderer failed is not an error.
    """
    specs = tuple(download_specs(kept.state.library))
    faulty = 0
    with working(f"Making {counted(len(specs), 'file')} to download …"):
        for spec, result in zip(specs, _made(specs, kept), strict=True):
            if why and result.why:
                note(f"{result.file_name}: {result.why}")
            for problem in (result.failure, *(result.built.findings if result.built else ())):
                if problem:
                    complain(str(problem))
            faulty += bool(result.built and (result.built.data is None or result.built.has_errors))
            yield spec, result
    if faulty:
        way_out = "Correct the content, or leave the files out with --no-downloads."
        raise Stop(f"The site was not written: {counted(faulty, 'file')} to download could not be made. {way_out}")


def _made(specs: Sequence[DownloadSpec], kept: KeptFiles) -> Iterator[FileResult]:
    """Make files in worker processes, and yield their results.

    If a worker dies, a single new one makes the remaining files. Raises Stop if that dies too.
    """
    done = 0
    for count in (os.cpu_count() or 1, 1):
        try:
            with worker_processes(count, _prepare, (kept,)) as pool:
                with uninterrupted():  # workers start here
                    futures = [pool.submit(_result, spec) for spec in specs[done:]]
                for future in futures:
                    yield future.result()
                    done += 1
                return
        except BrokenProcessPool:
            complain("A process that makes files to download ended unexpectedly.")
    raise Stop("The site was not written. Close other programs to free memory, or leave the files out: --no-downloads.")


class _Worker:
    """What a worker process receives when it starts."""

    given: KeptFiles


def _prepare(kept: KeptFiles) -> None:
    end_with_parent()
    _Worker.given = kept


def _result(spec: DownloadSpec) -> FileResult:
    return _Worker.given.result(spec.file)
