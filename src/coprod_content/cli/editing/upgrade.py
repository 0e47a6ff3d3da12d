"""`coprod upgrade`, which brings copied and amended items up to date."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.brand.brand import Brand
from coprod_content.cli.console import note, say
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import Roots, save
from coprod_content.cli.roots import brand_of
from coprod_content.files.our_content import with_ours
from coprod_content.overlays.adopt import library_version
from coprod_content.overlays.root_changes import undo_changes, write_changes
from coprod_content.overlays.three_way import Choice, FieldDifference
from coprod_content.overlays.upgrade import UpgradePlan, upgrade_plan
from coprod_content.overlays.upgrade_words import change_of, item_heading, summary_of, upgrade_lines, upgrade_report
from coprod_content.packs.build import render
from coprod_content.plugins.renderers import installed_renderers, renderer

UNDECIDED = 3
"""The exit code if someone must still decide about a conflict."""
_REPORTS = (".html", ".docx", ".txt")
_QUESTION = "Take the [l]ibrary's, keep [y]ours, or [s]kip it for now?"
_ANSWERS: dict[str, Choice] = {"l": "theirs", "y": "ours", "s": "undecided"}


def upgrade(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Your content root.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="Take the library's version in every conflict.")] = False,
    ours: Annotated[bool, typer.Option("--ours", help="Keep your version in every conflict.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Undo the last `coprod upgrade`, `adopt` or `take-back`.")
    ] = False,
    match: Annotated[
        bool,
        typer.Option("--match", help="From now on, compare items that you copied by hand with the current library."),
    ] = False,
    was: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="The older library that you copied items from by hand."),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write a report to this file, such as changes.html. If you give only a format, such as html, coprod "
            "names the file.",
        ),
    ] = None,
    root: Roots = None,
) -> None:
    """Bring copied and amended items of your content root up to date.

    Changes made only in the library are taken, changes made only here are kept, and you are asked about the rest. If
    nobody can be asked, the rest stays as you have it, and the exit code is 3.
    """
    if theirs and ours:
        raise Usage("Give --theirs or --ours, not both.")
    if undo:
        for name in undo_changes(folder):
            note(name)
        note("The last change is undone.")
        return
    library = with_ours(root or ())
    if folder.resolve() in [each.resolve() for each in library]:
        raise Usage(f"{folder} is the library itself. Give the folder of your own content root.")
    planned = partial(upgrade_plan, folder, library, was=(was,) if was else (), match=match)
    asked = not (theirs or ours or dry_run) and _at_a_terminal()
    choice: Choice = "theirs" if theirs else "ours" if ours else "undecided"
    plan = planned(lambda _id, _difference: choice)
    if asked and plan.undecided:
        plan = _decided(plan, planned)
    for line in upgrade_lines(plan):
        say(line)
    if report:
        _write_report(plan, library_version(library), report, brand_of((folder,)))
    files = plan.files()
    if files and not dry_run:
        write_changes(folder, files, plan.seen)
    say(summary_of(plan) + (" Nothing was written." if dry_run else ""))
    if plan.undecided:
        note("Decide with --theirs or --ours, edit your file, or run this command in a terminal to be asked.")
        raise typer.Exit(UNDECIDED)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _decided(plan: UpgradePlan, planned: "partial[UpgradePlan]") -> UpgradePlan:
    """Ask about each conflict, and return a new plan with the answers."""
    answers: dict[tuple[str, tuple[str, ...]], Choice] = {}
    for item in plan.items:
        for each in item.undecided:
            say(item_heading(item))
            answers[item.id, each.path] = _answer(each)
    return planned(lambda id_, each: answers.get((id_, each.path), "undecided"))


def _answer(difference: FieldDifference) -> Choice:
    change = change_of(difference)
    say(f"  {change.sentence.removesuffix(' Not decided, so yours stays for now.')}")
    for label, words in change.values:
        say(f"    {label}: {words}")
    while True:
        try:
            answer = input(f"  {_QUESTION} ").strip().lower()[:1]
        except EOFError:
            return "undecided"
        if answer in _ANSWERS:
            return _ANSWERS[answer]


def _write_report(plan: UpgradePlan, version: str, report: str, brand: Brand) -> None:
    """Write the report in the format that its name gives."""
    name = Path(report)
    to = _renderer_for(name)
    file = name if name.suffix else Path(f"upgrade-report{renderer(to).suffix}")
    made = render(upgrade_report(plan, version), to, brand)
    if made.data is None:
        raise Stop(f"The renderer '{to}' could not make the report. Choose another format, such as html.")
    (path,) = save(file.parent, {file.name: made.data}, replace=True, keep=False)
    note(f"{path}")


def _renderer_for(report: Path) -> str:
    usable = reversed(installed_renderers().usable)
    known = {each.suffix: name for name, each in usable if each.suffix in _REPORTS}
    found = known.get(report.suffix or f".{report.name}", "")
    if not found:
        raise Usage(f"There is no format for '{report.name}'. Use a name that ends in .html, .docx or .txt.")
    return found
