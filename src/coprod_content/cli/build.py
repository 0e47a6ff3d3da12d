"""`coprod build` and `coprod reference`: make one file."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import ASK_A_PERSON, complain, counted, note, remind, working
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import AllowFindings, CardPrinting, Marks, Roots, Stacked, Stocks, repeatable
from coprod_content.cli.pack import kilobytes
from coprod_content.cli.roots import brand_of, library_of, with_files
from coprod_content.packs.atomic_write import write_file
from coprod_content.packs.build import make
from coprod_content.plugins.renderers import renderer


def build(
    edition: Annotated[str, typer.Argument(help="The edition, such as deck: `coprod editions` lists them.")],
    to: Annotated[str, typer.Option(help="The renderer: `coprod renderers` lists them.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    select: Annotated[list[str] | None, repeatable("ID", "The id of an item, or a workshop file. Repeatable.")] = None,
    root: Roots = None,
    access: Annotated[str, typer.Option(help="The access edition: `coprod access` lists them.")] = "standard",
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
    allow_findings: AllowFindings = False,
) -> None:
    """Make one file: an edition in one format."""
    printing = CardPrinting(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked)
    library, brand = library_of(root), printing.file_brand(brand_of(root))
    with working(f"Making {out.name} …"):
        ids, library = with_files(select or (), library)
        built = make(edition, to, library, brand, ids, access=access)
    _check_suffix(out, built.renderer, built.suffix)
    for finding in built.findings:
        complain(str(finding))
    if built.not_inspected:
        complain(f"Not inspected: {built.not_inspected}")
    count = counted(len(built.findings), "finding")
    if built.data is None:
        raise Stop(f"{out.name} was not written: {count}.")
    if built.has_errors and not allow_findings:
        way_out = "Correct the content, or use --allow-findings to write it anyway."
        raise Stop(f"{out.name} was not written: {count}. {way_out}")
    write_file(out, built.data)
    note(f"{out.name}  {kilobytes(built.data)}")
    note(f"1 file, {counted(built.card_count, 'card')}, {count}")
    remind(ASK_A_PERSON)


def reference(
    name: Annotated[
        str, typer.Argument(metavar="RENDERER", help="The renderer whose layouts or styles you want to change.")
    ],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    root: Roots = None,
) -> None:
    """Write a renderer's layouts or styles to a file.

    Change them in PowerPoint or Word, and name the file in your brand.yaml.
    """
    found = renderer(name)
    if found.reference is None:
        raise Usage(f"The renderer '{name}' has no file of layouts or styles.")
    _check_suffix(out, name, found.suffix)
    write_file(out, found.reference(brand_of(root)))
    note(f"{out.name}. Change it, put it beside your brand.yaml, and name it there under reference.")


def _check_suffix(out: Path, name: str, suffix: str) -> None:
    if out.suffix.lower() != suffix:
        raise Usage(f"The renderer '{name}' makes {suffix} files. Name it {out.with_suffix(suffix).name}.")
