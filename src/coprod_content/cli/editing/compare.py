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
from coprod_content.comparing.differences import differences
from coprod_content.comparing.remade import CHANGED_SINCE, Comparison, NotComparable, comparison
from coprod_content.comparing.taking_back import TakenBack, changed_items
from coprod_content.comparing.taking_back import take_back as take_back_differences
from coprod_content.content.library import Library
from coprod_content.content.source import display_path
from coprod_content.files.amending.field_changes import RootFile, with_changes
from coprod_content.files.content_root import root_fault
from coprod_content.files.root_files import is_yaml
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.packs.atomic_write import writing_to
from coprod_content.packs.file_set import recover, replace_set

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
    for file in files:
        compared = _compared(file, library, [into])
        take_back_differences(differences(compared.new, compared.edited), compared.built.document, library, made)
    for line in made.taken:
        note(line)
    for left in made.left:
        complain(str(left))
    files_written = [with_changes(item, changes, into) for item, changes in changed_items(made, library)]
    with working("Checking …"):
        _refuse_faults(files_written, into)
    if files_written:
        clear(into)
        with writing_to(into):
            recover(into)
            replace_set(into, {each.name: each.text.encode() for each in files_written})
    for each in files_written:
        note(each.name)
    note(f"{counted(len(files_written), 'file')} written. {next_step('check', into)}")


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
    if compared.changed_since:
        complain(f"{file.name}: {CHANGED_SINCE}")
    return compared


def _refuse_faults(files: Sequence[RootFile], into: Path) -> None:
    """Raise ContentError if these files would not pass `coprod check`."""
    with TemporaryDirectory() as folder:
        for each in files:
            path = Path(folder, each.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.text, encoding="utf-8")
        found = checked_roots([into], Path(folder)).findings if files else ()
        prefix = display_path(Path(folder))
    errors = [finding for finding in found if finding.level == "error"]
    if errors:
        complain("Nothing was written, because these texts would not pass `coprod check`:")
        raise ContentError(_moved(finding, prefix, display_path(into)) for finding in errors)


def _moved(finding: Finding, prefix: str, root: str) -> Finding:
    where = finding.where and evolve(finding.where, file=finding.where.file.replace(prefix, root))
    return evolve(finding, where=where, what=finding.what.replace(prefix, root), fix=finding.fix.replace(prefix, root))
