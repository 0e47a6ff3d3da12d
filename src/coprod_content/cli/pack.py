"""`coprod pack`: make all the files of a workshop."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from attrs import frozen

from coprod_content.access import access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.cli.console import (
    ASK_A_PERSON,
    STRICT,
    Stop,
    Usage,
    complain,
    counted,
    note,
    remind,
    report_unusable_renderers,
    working,
)
from coprod_content.cli.options import AllowFindings, CardPrinting, Marks, Roots, Stacked, Stocks
from coprod_content.cli.roots import brand_of, library_of, with_files, workshop_named
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.packs.pack import FileResult, Pack, file_result
from coprod_content.packs.pack_files import pack_files
from coprod_content.packs.write_pack import written
from coprod_content.plugins.renderers import installed_renderers


def pack(
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    workshop: Annotated[
        str | None, typer.Argument(help="The id of a workshop, or the name of a workshop file that ends in .yaml.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Make every workshop, each in its own folder.")] = False,
    root: Roots = None,
    access: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="An access edition: `coprod access` lists them. Repeatable.", show_default=False
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first file that cannot be made.")] = False,
    allow_findings: AllowFindings = False,
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
) -> None:
    """Make all the files of a workshop.

    They are slides, guides, handouts and cards, with a manifest that lists them.
    """
    if every == (workshop is not None):
        raise Usage("Name one workshop, or give --all. `coprod list workshops` shows them.")
    names = tuple(access_edition_named(name).name for name in dict.fromkeys(access or (STANDARD.name,)))
    printing = CardPrinting(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked)
    library, brand = library_of(root), printing.pack_brand(brand_of(root))
    if workshop is not None:
        (id_,), library = with_files((workshop,), library)
        folders = {out: workshop_named(id_, library)}
    else:
        folders = {out / each.id: each for each in library.workshops.values()}
    unusable = report_unusable_renderers(strict=strict)
    run = _Run(library=library, brand=brand, access=names, strict=strict, allow_findings=allow_findings)
    packs = [run.write(each, folder) for folder, each in folders.items()]
    if every:
        note(counted(len(packs), "pack"))
    remind(ASK_A_PERSON)
    if unusable or any(made.findings or made.failures for made in packs):
        raise typer.Exit(1)


@frozen(kw_only=True)
class _Run:
    """What the packs of one run have in common."""

    library: Library
    brand: Brand
    access: tuple[str, ...]
    strict: bool
    allow_findings: bool

    def write(self, workshop: Workshop, folder: Path) -> Pack:
        """Make every file of a pack, then write them all, or none if there are errors in them."""
        results = tuple(self._results(workshop))
        made = Pack(workshop=workshop, results=results, problems=installed_renderers().problems)
        for reason in made.not_inspected:
            complain(f"Not inspected: {reason}")
        files, cards = made.built, made.card_count
        if made.has_errors and not self.allow_findings:
            problem = f"The pack {workshop.id} was not written: {counted(len(made.findings), 'finding')}."
            complain(f"{problem} Correct the content, or use --allow-findings to write it anyway.")
            files, cards = (), 0
        else:
            written(made, folder, self.library)
        for name, built in files:
            note(f"{name}  {kilobytes(built.data)}")
        note(f"{counted(len(files), 'file')}, {counted(cards, 'card')}, {counted(len(made.findings), 'finding')}")
        return made

    def _results(self, workshop: Workshop) -> Iterator[FileResult]:
        """Make each file, and print any problem with it. Raises Stop if `strict` is set and one fails."""
        for spec in (spec for name in self.access for spec in pack_files(workshop, self.library, name)):
            with working(f"Making {spec.name} …"):
                result = file_result(spec, self.library, self.brand)
            if result.failure:
                complain(result.failure)
            for finding in result.built.findings if result.built else ():
                complain(str(finding))
            if self.strict and result.written is None:
                raise Stop(STRICT)
            yield result


def kilobytes(data: bytes | None) -> str:
    """Return the size of a file: `12 kB`."""
    return f"{len(data or b'') / 1000:,.0f} kB"
