"""`coprod pack`: make all the files of a workshop or a programme."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from attrs import evolve

from coprod_content.access.access_editions import STANDARD, access_edition_named
from coprod_content.cli.console import ASK_A_PERSON, complain, counted, kilobytes, note, remind, working
from coprod_content.cli.errors import REPLACE_OR_KEEP, STRICT, Stop, Usage, report_unusable_renderers
from coprod_content.cli.options import (
    AllowFindings,
    CardPrinting,
    Films,
    Keep,
    Marks,
    NoCache,
    PosterSizes,
    Replace,
    Roots,
    Stacked,
    Stocks,
    Why,
    clear,
    edited_files,
    repeatable,
)
from coprod_content.cli.roots import brand_of, library_of, remind_of_people, with_clips, with_files, workshop_named
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import FileSpec
from coprod_content.packs.kept.kept_files import KeptFiles
from coprod_content.packs.pack import FileResult, Pack, make_pack, open_results, with_open_formats, written
from coprod_content.packs.pack_files import programme_files
from coprod_content.packs.writing.output_errors import EditedFiles, OutputError
from coprod_content.packs.writing.outputs import Edited, replaceable_pack, write_outputs


def pack(
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    workshop: Annotated[
        str | None,
        typer.Argument(help="The id of a workshop or a programme, or the name of a workshop file (.yaml)."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Make every workshop's pack, each in its own folder.")] = False,
    root: Roots = None,
    access: Annotated[
        list[str] | None,
        repeatable("NAME", "An access edition that `coprod access` lists. Can be given more than once."),
    ] = None,
    open_formats: Annotated[
        bool,
        typer.Option("--open", help="Also convert the Word and PowerPoint files to ODT and ODP, with LibreOffice."),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first file that cannot be made.")] = False,
    allow_findings: AllowFindings = False,
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
    size: PosterSizes = None,
    films: Films = None,
    replace: Replace = False,
    keep: Keep = False,
    why: Why = False,
    no_cache: NoCache = False,
) -> None:
    """Make all the files of a workshop or a programme.

    The files of a workshop are slides, guides, handouts and cards, and a manifest that lists them. A programme has a
    guide, slides, and a folder for each of its workshops.
    """
    if every == (workshop is not None):
        raise Usage("Name a workshop or a programme, or give --all, but not both. See `coprod list workshops`.")
    edited = edited_files(replace=replace, keep=keep)
    names = tuple(access_edition_named(name).name for name in dict.fromkeys(access or (STANDARD.name,)))
    printing = CardPrinting(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked, poster=size)
    library, brand = with_clips(library_of(root), films), printing.pack_brand(brand_of(root))
    (id_, *_), library = with_files((workshop or "",), library)
    programme = library.programmes.get(id_)
    failed = bool(report_unusable_renderers(strict=strict))
    files = KeptFiles.of(library, brand, reads=not no_cache)
    make_one = partial(_reported_result, files=files, strict=strict, printed=set(), why=why)
    if programme:
        results = tuple(make_one(spec) for name in names for spec in programme_files(programme, name))
        results += open_results(results) if open_formats else ()
        failed = _save_results(results, out, edited, allow_findings=allow_findings) or failed
    folders = _folders(id_ if workshop is not None else None, out, library)
    for folder, each in folders.items():
        try:
            clear(folder)
            replaceable_pack(each.id, folder)
            made = make_pack(each, library, brand, names, lambda spec, *_: make_one(spec))
            made = with_open_formats(made) if open_formats else made
            _write_pack(made, folder, library, edited, allow_findings=allow_findings)
            failed = failed or bool(_more_than_advice(made.findings) or made.failures or made.not_inspected)
        except OutputError as error:
            if out in folders:
                raise
            complain(f"{error} {REPLACE_OR_KEEP}" if isinstance(error, EditedFiles) else str(error))
            failed = True
    if out not in folders:
        note(counted(len(folders), "pack"))
    remind_of_people(library)
    remind(ASK_A_PERSON)
    if failed:
        raise typer.Exit(1)


def _folders(id_: str | None, out: Path, library: Library) -> dict[Path, Workshop]:
    """Return the workshops to make, with the folder of each.

    A single workshop is made in `out` itself. If `id_` is the id of a programme, the workshops of its sessions are
    returned. If it is None, all workshops are returned. Raises Usage if no workshop or programme has the id.
    """
    programme = library.programmes.get(id_ or "")
    if id_ is not None and not programme:
        return {out: workshop_named(id_, library)}
    chosen = programme.sessions if programme else library.workshops
    return {out / each: library.workshops[each] for each in chosen}


def _more_than_advice(findings: Iterable[Finding]) -> bool:
    """Return whether any finding is more than advice.

    Such findings make the exit code 1.
    """
    return any(finding.level != "advice" for finding in findings)


def _save_results(results: Sequence[FileResult], out: Path, edited: Edited, *, allow_findings: bool) -> bool:
    """Write the files of a programme, and return whether any had problems.

    Files with errors are not written, unless `allow_findings` is true.
    """
    sound = {each.file_name: each.written for each in results if each.written}
    files = {name: built.data or b"" for name, built in sound.items() if allow_findings or not built.has_errors}
    clear(out)
    for path, data in zip(write_outputs(out, files, edited), files.values(), strict=True):
        note(f"{path.name}  {kilobytes(data)}")
    return len(files) < len(results) or any(
        _more_than_advice(built.findings) or built.not_inspected for built in sound.values()
    )


def _reported_result(spec: FileSpec, files: KeptFiles, *, strict: bool, printed: set[str], why: bool) -> FileResult:
    """Make a file, print its problems and return the result.

    Problems in `printed` are not printed again, and the others are added to it. If `strict` is true, raises Stop if the
    file cannot be made. If `why` is true, prints why a file was not taken from the cache.
    """
    with working(f"Making {spec.name} …"):
        result = files.result(spec)
    for problem in (result.failure, *(result.built.findings if result.built else ())):
        if problem and str(problem) not in printed:
            printed.add(str(problem))
            complain(str(problem))
    if strict and result.written is None:
        raise Stop(STRICT)
    if why and result.why:
        note(f"{result.file_name}: {result.why}")
    return result


def _write_pack(made: Pack, folder: Path, library: Library, edited: Edited, *, allow_findings: bool) -> None:
    for reason in made.not_inspected:
        complain(f"Not inspected: {reason}")
    findings = counted(len(made.findings), "finding")
    if made.has_faulty_files and not allow_findings:
        complain(
            f"The pack {made.workshop.id} was not written: {findings}. Correct the content, or use --allow-findings to "
            "write it anyway."
        )
        made = evolve(made, results=(), calendar=())
    else:
        made = written(made, folder, library, edited)
    for name, data in made.contents:
        note(f"{name}  {kilobytes(data)}")
    for line in made.notes:
        note(line)
    note(f"{counted(len(made.contents), 'file')}, {counted(made.card_count, 'card')}, {findings}")
