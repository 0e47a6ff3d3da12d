"""`coprod build`: make one file."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import ASK_A_PERSON, complain, counted, kilobytes, note, remind, working
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import (
    AllowFindings,
    CardPrinting,
    Films,
    Keep,
    Marks,
    PosterSizes,
    Replace,
    Roots,
    Stacked,
    Stocks,
    edited_files,
    repeatable,
    save,
)
from coprod_content.cli.roots import brand_of, library_of, remind_of_people, with_clips, with_files
from coprod_content.packs.build import make
from coprod_content.packs.writing.output_folder import refuse_file


def build(
    edition: Annotated[str, typer.Argument(help="An edition that `coprod editions` lists, such as deck.")],
    to: Annotated[str, typer.Option(help="A renderer that `coprod renderers` lists, or odt or odp.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    select: Annotated[
        list[str] | None,
        repeatable("ID", "The id of an item, or the name of a workshop file. Can be given more than once."),
    ] = None,
    root: Roots = None,
    access: Annotated[str, typer.Option(help="An access edition that `coprod access` lists.")] = "standard",
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
    size: PosterSizes = None,
    films: Films = None,
    allow_findings: AllowFindings = False,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Make one file: an edition in one format."""
    refuse_file(out)
    edited_files(replace=replace, keep=keep)
    printing = CardPrinting(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked, poster=size)
    library, brand = with_clips(library_of(root), films), printing.file_brand(brand_of(root))
    with working(f"Making {out.name} …"):
        ids, library = with_files(select or (), library)
        built = make(edition, to, library, brand, ids, access=access)
    check_suffix(out, built.renderer, built.suffix)
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
    (out,) = save(out.parent, {out.name: built.data}, replace=replace, keep=keep)
    note(f"{out.name}  {kilobytes(built.data)}")
    note(f"1 file, {counted(built.card_count, 'card')}, {count}")
    remind_of_people(library)
    remind(ASK_A_PERSON)
    if built.not_inspected:
        raise typer.Exit(1)


def check_suffix(out: Path, name: str, suffix: str) -> None:
    """Raise Usage if a file name lacks the renderer's ending.

    `name` is the name of the renderer, and `suffix` is the ending of its files.
    """
    if not out.name.lower().endswith(suffix):
        raise Usage(f"The renderer '{name}' makes {suffix} files. Name the file {out.with_suffix(suffix).name}.")
