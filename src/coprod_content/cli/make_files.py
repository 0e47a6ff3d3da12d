"""Commands that make files: pack, build, reference, renderers, stocks."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typer
from attrs import evolve, frozen

from coprod_content.access import ACCESS_EDITIONS, UnknownAccessEdition, access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.cli.console import Stop, Usage, complain, counted, say, working
from coprod_content.cli.inspection import ASK_A_PERSON
from coprod_content.cli.print_options import PrintWish, for_file, for_pack, stock_lines
from coprod_content.cli.roots import brand_of, library_of, with_files
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.content.unknown_names import UnknownId
from coprod_content.editions import EDITIONS, Edition, SelectionError, UnknownEdition
from coprod_content.findings.finding import nearest
from coprod_content.packs import pack
from coprod_content.packs.build import Made, make
from coprod_content.packs.packing import Attempt, attempt, packed
from coprod_content.packs.write_file import write_whole
from coprod_content.plugins.renderers import RendererError, UnknownRenderer, names, package_of, renderer

_ALLOW = "Put it right, or write it all the same with --allow-findings."


@frozen
class _Tally:
    """What came of a pack. `failures` are renderers that could not be used."""

    files: int
    cards: int
    findings: int
    failures: int

    def __str__(self) -> str:
        return f"{counted(self.files, 'file')}, {counted(self.cards, 'card')}, {counted(self.findings, 'finding')}"


@frozen(kw_only=True)
class Terms:
    """What is done about faults: stop at the first file that cannot be made; write a pack in spite of errors."""

    strict: bool = False
    allow_findings: bool = False


def make_packs(  # noqa: PLR0913  # an argument for each option
    id_: str | None,
    out: Path,
    roots: Sequence[Path],
    access: Sequence[str],
    wish: PrintWish,
    *,
    every: bool,
    terms: Terms,
) -> None:
    """Write the pack of a workshop, or of every workshop into a folder of its own.

    What a renderer cannot make is reported, and the rest is made all the same. A pack with an error among its findings
    is not written at all, unless the terms allow it.
    """
    if every == (id_ is not None):
        raise Usage("Name one workshop, or give --all. `coprod list workshops` shows them.")
    wanted = tuple(_access(name) for name in dict.fromkeys(access or (STANDARD.name,)))
    library, brand = library_of(roots), for_pack(brand_of(roots), wish)
    if id_ is not None:
        (id_,), library = with_files((id_,), library)
        tallies = [_make_pack(_workshop(id_, library), out, library, brand, wanted, terms)]
    else:
        workshops = library.workshops.values()
        tallies = [_make_pack(shop, out / shop.id, library, brand, wanted, terms) for shop in workshops]
        say(counted(len(tallies), "pack"))
    complain(ASK_A_PERSON)
    if any(tally.findings or tally.failures for tally in tallies):
        raise typer.Exit(1)


def _make_pack(
    workshop: Workshop, out: Path, library: Library, brand: Brand, access: Sequence[str], terms: Terms
) -> _Tally:
    """Make every file of a pack, and write them only then."""
    made = packed(workshop, _told(workshop, library, brand, access, terms))
    _tell_unseen(made.unseen)
    count, failures, files = len(made.findings), len(made.failures), made.files(library)
    if made.faulty and not terms.allow_findings:
        complain(f"The pack {workshop.id} was not written: {counted(count, 'finding')}. {_ALLOW}")
        made, files = evolve(made, attempts=()), ()
    for name, data in files:
        write_whole(out / name, data)
    for entry in made.entries:
        say(f"{entry.file}  {_size(entry.made)}")
    tally = _Tally(len(made.entries), made.cards, count, failures)
    say(str(tally))
    return tally


def _told(workshop: Workshop, library: Library, brand: Brand, access: Sequence[str], terms: Terms) -> Iterator[Attempt]:
    """Each file of a pack as it is made, with what is wrong with it printed."""
    for job in (job for name in access for job in pack.jobs(workshop, library, name)):
        with working(f"Making {job.name} …"):
            tried = attempt(job, workshop, library, brand)
        if tried.failure:
            complain(tried.failure)
        if tried.made:
            _report(tried.made)
        if terms.strict and tried.entry is None:
            raise Stop("Stopped, because of --strict.")
        yield tried


def _tell_unseen(reasons: Iterable[str]) -> None:
    """Say why files were not inspected, if they were not."""
    for reason in reasons:
        complain(f"Not inspected: {reason}")


def _access(name: str) -> str:
    """The name of an access edition that there is."""
    try:
        return access_edition_named(name).name
    except UnknownAccessEdition as error:
        raise Usage(f"{error} `coprod access` lists them.") from error


def _workshop(id_: str, library: Library) -> Workshop:
    if id_ in library.workshops:
        return library.workshops[id_]
    near = nearest(id_, library.workshops)
    raise Usage(f"There is no workshop '{id_}'. {near} `coprod list workshops` shows them.".replace("  ", " "))


def _report(made: Made) -> int:
    for finding in made.findings:
        complain(str(finding))
    return len(made.findings)


def _size(made: Made) -> str:
    data = made.data or b""
    return f"{len(data) / 1000:,.0f} kB"


def make_file(  # noqa: PLR0913, PLR0917  # an argument for each option
    edition: str,
    to: str,
    select: Sequence[str],
    out: Path,
    roots: Sequence[Path],
    access: str,
    wish: PrintWish,
    terms: Terms,
) -> None:
    """Write one file."""
    wanted = _access(access)
    library, brand = library_of(roots), for_file(brand_of(roots), wish)
    try:
        with working(f"Making {out.name} …"):
            ids, library = with_files(select, library)
            made = make(edition, to, library, brand, ids, access=wanted)
    except UnknownEdition as error:
        raise Usage(f"{error} `coprod editions` lists them.") from error
    except UnknownRenderer as error:
        raise Usage(f"{error} `coprod renderers` lists them.") from error
    except UnknownId as error:
        raise Usage(f"{error} `coprod list KIND` shows the ids of a kind.") from error
    except SelectionError as error:
        raise Usage(str(error)) from error
    except RendererError as error:
        raise Stop(str(error)) from error
    if out.suffix.lower() != made.suffix:
        raise Usage(
            f"The renderer '{made.renderer}' makes {made.suffix} files. Name it {out.with_suffix(made.suffix).name}."
        )
    findings = _report(made)
    _tell_unseen((made.unseen,) if made.unseen else ())
    if made.data is None or (made.faulty and not terms.allow_findings):
        way_out = f" {_ALLOW}" if made.data else ""
        raise Stop(f"{out.name} was not written: {counted(findings, 'finding')}.{way_out}")
    write_whole(out, made.data)
    say(f"{out.name}  {_size(made)}")
    say(f"1 file, {counted(made.cards, 'card')}, {counted(findings, 'finding')}")
    complain(ASK_A_PERSON)


def make_reference(name: str, out: Path, roots: Sequence[Path]) -> None:
    """Write the file that holds a renderer's layouts or styles."""
    try:
        found = renderer(name)
    except UnknownRenderer as error:
        raise Usage(f"{error} `coprod renderers` lists them.") from error
    except RendererError as error:
        raise Stop(str(error)) from error
    if found.reference is None:
        raise Usage(f"The renderer '{name}' has no file of layouts or styles.")
    if out.suffix.lower() != found.suffix:
        raise Usage(f"The renderer '{name}' makes {found.suffix} files. Name it {out.with_suffix(found.suffix).name}.")
    write_whole(out, found.reference(brand_of(roots)))
    say(f"{out.name}. Change it, put it beside your brand.yaml, and name it there under reference.")


def list_editions() -> None:
    """Print each edition with what it is and what it is made from."""
    width = max(len(edition.name) for edition in EDITIONS)
    for edition in EDITIONS:
        say(f"{edition.name:<{width}}  {edition.about} ({_selection(edition)})")
    say(counted(len(EDITIONS), "edition"))


def _selection(edition: Edition) -> str:
    if not edition.kind:
        return "nothing to select"
    return f"select {edition.kind}s" if edition.needs_selection else f"select {edition.kind}s, or none for all"


def list_access() -> None:
    """Print each access edition with what it is."""
    width = max(len(access.name) for access in ACCESS_EDITIONS)
    for access in ACCESS_EDITIONS:
        say(f"{access.name:<{width}}  {access.about}")
    say(counted(len(ACCESS_EDITIONS), "access edition"))


def list_renderers() -> None:
    """Print each renderer with the package that brings it."""
    try:
        found = names()
    except RendererError as error:
        raise Stop(str(error)) from error
    width = max((len(name) for name in found), default=0)
    for name in found:
        say(f"{name:<{width}}  {package_of(name)}")
    say(counted(len(found), "renderer"))


def list_stocks(roots: Sequence[Path]) -> None:
    """Print each stock that cards can be printed on."""
    lines = stock_lines(brand_of(roots))
    for line in lines:
        say(line)
    say(counted(len(lines), "stock"))
