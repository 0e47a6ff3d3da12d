"""`coprod compare` and `coprod take-back`, for changes made in finished files."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from attrs import evolve

from coprod_content.cli.check import checked_roots
from coprod_content.cli.console import complain, counted, next_step, note, say, working
from coprod_content.cli.errors import Stop
from coprod_content.cli.options import Roots, clear
from coprod_content.cli.roots import brand_with_warnings, library_with_warnings, with_files
from coprod_content.comparing.changed_fields import TakenBack, changed_items
from coprod_content.comparing.changed_fields import take_back as take_back_differences
from coprod_content.comparing.differences import differences
from coprod_content.comparing.remade import CHANGED_SINCE, NOT_TAKEN_BACK, Comparison, NotComparable, comparison
from coprod_content.content.library import Library
from coprod_content.content.source import display_path
from coprod_content.files.amending.writing_back import RootFile, with_changes
from coprod_content.files.content_root import root_fault
from coprod_content.files.our_content import with_ours
from coprod_content.files.root_files import is_yaml
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.overlays.adopt import stamp_of
from coprod_content.overlays.raw_items import raw_items
from coprod_content.overlays.root_changes import write_changes
from coprod_content.overlays.stamps import Stamp

_LARGEST = 200_000_000


def compare(
    files: Annotated[list[Path], typer.Argument(help="PowerPoint, Word and workshop files.")],
    root: Roots = None,
) -> None:
    """List the changes that people made to a file that coprod made."""
    library, _ = library_with_warnings(root)
    plans = [file for file in files if is_yaml(file)]
    _, library = with_files([str(plan) for plan in plans], library)
    for file in (each for each in files if each not in plans):
        compared = _compared(file, library, root or ())
        if compared.changed_since:
            complain(f"{file.name}: {CHANGED_SINCE}")
        found = differences(compared.new, compared.edited)
        for difference in found:
            say(str(difference))
        say(f"{file}: {counted(len(found), 'difference') if found else 'no changes'}.")


def take_back(
    files: Annotated[list[Path], typer.Argument(help="PowerPoint and Word files that coprod made.")],
    into: Annotated[Path, typer.Option("--into", help="The content root to write to.")],
) -> None:
    """Write changes that people made in files back into your content root.

    Whatever cannot be taken back is listed.
    """
    if fault := root_fault(into):
        raise ContentError([fault])
    made = TakenBack()
    library, _ = library_with_warnings([into])
    pairs = [(file, _compared(file, library, [into])) for file in files]
    for file, compared in pairs:
        if compared.changed_since:
            raise Stop(f"{file}: {NOT_TAKEN_BACK}")
        take_back_differences(differences(compared.new, compared.edited), compared.built.document, library, made)
    for line in made.taken:
        note(line)
    for left in made.left:
        complain(str(left))
    files_written = [with_changes(item, changes, into) for item, changes in changed_items(made, library)]
    with working("Checking …"):
        _refuse_faults(files_written, pairs, made, into)
    if files_written:
        clear(into)
        stamps = _stamps(made, library, into)
        texts = {each.name: each.text for each in files_written} | {each.name: each.text for each in stamps}
        write_changes(into, {name: text.encode() for name, text in texts.items()})
    for each in files_written:
        note(each.name)
    note(f"{counted(len(files_written), 'file')} written. {next_step('check', into)}")


def _stamps(made: TakenBack, library: Library, into: Path) -> list[Stamp]:
    """Return stamps for the library's items that the content root now amends.

    Items that the root amends already, or has a stamp for, are left out.
    """
    roots = with_ours(())
    ours = raw_items(roots)
    items = (item for item, _ in changed_items(made, library) if not item.source.amends and item.id in ours)
    theirs = (item.id for item in items if Path(item.source.root or "").resolve() != into.resolve())
    stamps = (stamp_of(ours[id_], roots) for id_ in theirs)
    return [stamp for stamp in stamps if not (into / stamp.name).exists()]


def _compared(file: Path, library: Library, roots: Sequence[Path]) -> Comparison:
    with file.open("rb") as stream:
        data = stream.read(_LARGEST)
    brand, _ = brand_with_warnings(roots)
    try:
        with working(f"Making {file.name} again …"):
            compared = comparison(data, display_path(file), library, brand)
    except NotComparable as error:
        raise Stop(str(error)) from error
    for remark in compared.edited.remarks:
        complain(f"{file.name}: {remark}")
    return compared


def _refuse_faults(
    files: Sequence[RootFile], pairs: Sequence[tuple[Path, Comparison]], made: TakenBack, into: Path
) -> None:
    """Raise ContentError if content files would not pass `coprod check`.

    `files` are the content files to write to `into`. If they would pass, print the changes that would still be missing
    if the edited files were made again.
    """
    with TemporaryDirectory() as folder:
        for each in files:
            path = Path(folder, each.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.text, encoding="utf-8")
        found = checked_roots([into], Path(folder)).findings if files else ()
        prefix = display_path(Path(folder))
        if files and not any(finding.level == "error" for finding in found):
            _list_lost(pairs, made, library_with_warnings([into, Path(folder)])[0], into)
    errors = [finding for finding in found if finding.level == "error"]
    if errors:
        complain("Nothing was written, because these texts would not pass `coprod check`:")
        raise ContentError(_moved(finding, prefix, display_path(into)) for finding in errors)


def _list_lost(pairs: Sequence[tuple[Path, Comparison]], made: TakenBack, library: Library, into: Path) -> None:
    """Print changes that would be missing from files made again from `library`."""
    brand, _ = brand_with_warnings([into])
    left = {(each.difference.what, each.difference.new or each.difference.old) for each in made.left}
    for file, _ in pairs:
        again = comparison(file.read_bytes(), display_path(file), library, brand)
        for each in differences(again.new, again.edited):
            if (each.what, each.new or each.old) not in left:
                complain(f"{file.name}: {each} A new file would not have this change.")


def _moved(finding: Finding, prefix: str, root: str) -> Finding:
    where = finding.where and evolve(finding.where, file=finding.where.file.replace(prefix, root))
    return evolve(finding, where=where, what=finding.what.replace(prefix, root), fix=finding.fix.replace(prefix, root))
