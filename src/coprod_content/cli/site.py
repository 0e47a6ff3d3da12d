"""`coprod site`: make the web edition of the whole library."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.brand.brand import Brand
from coprod_content.cli.console import ASK_A_PERSON, Stop, complain, counted, needs_extra, note, remind, working
from coprod_content.cli.options import Roots
from coprod_content.cli.roots import brand_of, library_of
from coprod_content.content.library import Library
from coprod_content.packs.atomic_write import NotOurs, refuse_others, write_folder
from coprod_content.packs.downloads import Download, DownloadSpec, download, download_specs
from coprod_content.packs.pack import FileResult, file_result


def site(
    out: Annotated[Path, typer.Option(help="The folder to write to: a new one, or that of an earlier run.")],
    root: Roots = None,
    downloads: Annotated[
        bool,
        typer.Option("--downloads/--no-downloads", help="Add the decks, guides and cards, or leave them out."),
    ] = True,
) -> None:
    """Make the web edition of the whole library, to open from a folder or to publish."""
    with needs_extra("site", "site"):
        from coprod_site import make_site
    try:
        refuse_others(out)
        library, brand = library_of(root), brand_of(root)
        offered = _finished(library, brand) if downloads else ()
        with working("Making the pages …"):
            pages = make_site(library, brand, offered)
        files = {file.path: file.data for file in pages} | {file.path: file.data for file in offered}
        write_folder(out, files)
    except NotOurs as error:
        raise Stop(str(error)) from error
    size = sum(map(len, files.values())) / 1_000_000
    note(f"{counted(len(pages), 'file')} of the site, {counted(len(offered), 'download')}, {size:,.1f} MB")
    note(f"Open {out / 'index.html'} in a browser.")
    remind(ASK_A_PERSON)


def _finished(library: Library, brand: Brand) -> tuple[Download, ...]:
    """Make every file that the pages offer. Raises Stop if one has an error or cannot be made."""
    specs = tuple(download_specs(library))
    found, failed = [], 0
    with _workers(library, brand) as pool, working(f"Making {counted(len(specs), 'file')} to download …"):
        for spec, result in zip(specs, pool.map(_result, specs), strict=True):
            for problem in (result.failure, *(result.built.findings if result.built else ())):
                if problem:
                    complain(str(problem))
            if result.written is None or result.written.has_errors:
                failed += 1
            else:
                found.append(download(spec, result.written))
    if failed:
        problem = f"{counted(failed, 'file')} to download could not be made."
        way_out = "Correct the content, or leave the files out with --no-downloads."
        raise Stop(f"The site was not written: {problem} {way_out}")
    return tuple(found)


class _Worker:
    """The library and brand of a worker process, sent to it once."""

    given: tuple[Library, Brand]


def _prepare(library: Library, brand: Brand) -> None:
    _Worker.given = library, brand


def _result(spec: DownloadSpec) -> FileResult:
    return file_result(spec.file, *_Worker.given)


@contextmanager
def _workers(library: Library, brand: Brand) -> Iterator[Executor]:
    """Start a process for each processor, each with the library."""
    spawned = get_context("spawn")
    given = (library, brand)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawned, initializer=_prepare, initargs=given) as pool:
        yield pool
