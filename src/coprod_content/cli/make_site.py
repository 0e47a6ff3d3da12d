"""The command that makes the web edition: site."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from coprod_content.brand.brand import Brand
from coprod_content.cli.console import Stop, Usage, complain, counted, say, working
from coprod_content.cli.inspection import ASK_A_PERSON
from coprod_content.cli.roots import brand_of, library_of
from coprod_content.content.library import Library
from coprod_content.packs.build import Made
from coprod_content.packs.downloads import Order, download_of, file_of, made, orders
from coprod_content.packs.write_folder import NotOurs, refuse_others, write_folder
from coprod_content.plugins import sites
from coprod_content.plugins.renderers import RendererError


def make_site(out: Path, roots: Sequence[Path], name: str, *, downloads: bool) -> None:
    """Write the web edition of a library, with the files that its pages offer, or without."""
    try:
        refuse_others(out)
        library, brand = library_of(roots), brand_of(roots)
        files = tuple(_finished(library, brand)) if downloads else ()
        offered = tuple(download_of(order, file_of(order, done)) for order, done in files)
        with working("Making the pages …"):
            pages = sites.made(name, library, brand, offered)
        ready = {file.path: file.data for file in (*pages, *(file_of(order, done) for order, done in files))}
        write_folder(out, ready)
    except sites.UnknownSite as error:
        raise Usage(str(error)) from error
    except (sites.SiteError, NotOurs) as error:
        raise Stop(str(error)) from error
    size = sum(map(len, ready.values())) / 1_000_000
    say(f"{counted(len(pages), 'file')} of the site, {counted(len(files), 'download')}, {size:,.1f} MB")
    say(f"Open {out / 'index.html'} in a browser.")
    complain(ASK_A_PERSON)


def _finished(library: Library, brand: Brand) -> Iterator[tuple[Order, Made]]:
    """Every file that the pages offer. Raises Stop where one has an error or cannot be made."""
    wanted = tuple(orders(library))
    found, failed = [], 0
    with _workers(library, brand) as pool, working(f"Making {counted(len(wanted), 'file')} to download …"):
        for order, done in zip(wanted, pool.map(_attempt, wanted), strict=True):
            if isinstance(done, str):
                complain(done)
            else:
                for finding in done.findings:
                    complain(str(finding))
            if isinstance(done, str) or done.faulty or done.data is None:
                failed += 1
            else:
                found.append((order, done))
    if failed:
        what = f"{counted(failed, 'file')} to download could not be made."
        raise Stop(f"The site was not written: {what} Put it right, or leave the files out with --no-downloads.")
    yield from found


class _Worker:
    """What a worker makes files from, sent to it once."""

    given: tuple[Library, Brand]


def _prepare(library: Library, brand: Brand) -> None:
    _Worker.given = library, brand


def _attempt(order: Order) -> Made | str:
    """What an order makes, or why it cannot be made."""
    try:
        return made(order, *_Worker.given)
    except RendererError as error:
        return str(error)


@contextmanager
def _workers(library: Library, brand: Brand) -> Iterator[Executor]:
    """Processes that make files side by side, one for each processor, each with the library."""
    spawned = get_context("spawn")
    given = (library, brand)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawned, initializer=_prepare, initargs=given) as pool:
        yield pool
