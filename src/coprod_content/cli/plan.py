"""`coprod plan` and `coprod cut`: plan a workshop, or shorten one."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import complain, counted, next_step, note, say
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import Keep, Replace, Roots, repeatable, save
from coprod_content.cli.roots import library_of, with_files, workshop_named
from coprod_content.content.library import Library
from coprod_content.content.phrases import clock_after
from coprod_content.editions.sections.timed_agenda import timed_slots
from coprod_content.planner.cut_workshop import CUTS, CutError, cut_workshop
from coprod_content.planner.plan import Plan
from coprod_content.planner.plan import plan as best_plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import plan_request
from coprod_content.planner.running.session_times import SessionTimes, read_times, with_times
from coprod_content.planner.workshop_file import workshop_text


def plan(
    minutes: Annotated[str, typer.Option(help="The length of the session, from 20 to 480 minutes.")],
    people: Annotated[str, typer.Option(help="The number of people who take part.")],
    purpose: Annotated[str, typer.Option(help="A purpose that `coprod list purposes` shows.")],
    setting: Annotated[str, typer.Option(help="Where you meet: in-person or online.")] = "in-person",
    theme: Annotated[
        list[str] | None,
        repeatable(
            "THEME",
            "The id or number of a theme for which the plan must include an activity. Can be given more than once.",
        ),
    ] = None,
    must: Annotated[
        list[str] | None, repeatable("ID", "The id of an item to include. Can be given more than once.")
    ] = None,
    without: Annotated[
        list[str] | None, repeatable("ID", "The id of an item to leave out. Can be given more than once.")
    ] = None,
    starts: Annotated[str, typer.Option(help="The start time.")] = "10:00",
    break_minutes: Annotated[str, typer.Option("--break", help="The length of each break in minutes.")] = "10",
    lunch: Annotated[str, typer.Option(help="The length of lunch in minutes. 0 means no lunch.")] = "0",
    times: Annotated[
        list[Path] | None,
        repeatable("FILE", "A file of times that the run page saved after a session. Can be given more than once."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the workshop.", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(help="The YAML file to write, for `coprod pack`.")] = None,
    root: Roots = None,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Plan a workshop whose agenda fills its time exactly.

    Print a reason for each item. With --out, also write the agenda as a workshop file.
    """
    library = library_of(root)
    sessions = tuple(_times(path) for path in times or ())
    library = with_times(library, sessions)
    theme_ids = {str(each.number): each.id for each in library.themes.values()}
    asked = {
        "minutes": minutes,
        "people": people,
        "purpose": purpose,
        "setting": setting,
        "themes": [theme_ids.get(name, name) for name in theme or ()],
        "must": must or [],
        "without": without or [],
        "starts": starts,
        "break_minutes": break_minutes,
        "lunch_minutes": lunch,
    }
    planned = best_plan(plan_request(asked), library, title)
    if isinstance(planned, Refusal):
        options = [f"- {change.words}" for change in planned.relaxations]
        lead = ("Any one of these changes makes a plan possible:",) if options else ()
        raise Stop("\n".join([*planned.reasons, *lead, *options]))
    if out and out.suffix != ".yaml":
        raise Usage(f"A plan is a YAML file. Name it {out.with_suffix('.yaml').name}.")
    _print(planned, library, note if out else say)
    for each in sessions:
        if each.changed:
            note(f"To change, from “{each.title}”: {each.changed}")
    if out:
        text = workshop_text(planned.workshop)
        (out,) = save(out.parent, {out.name: text.encode()}, replace=replace, keep=keep)
        roots = (word for each in root or () for word in ("--root", each))
        note(f"{out.name}. Edit it as you like. {next_step('pack', out, '--out', out.stem, *roots)}")


def _times(path: Path) -> SessionTimes:
    try:
        return read_times(path.read_bytes(), path.name)
    except OSError as error:
        raise Usage(f"{path} could not be read. Check the name of the file.") from error


def _print(planned: Plan, library: Library, show: Callable[[str], None]) -> None:
    workshop = planned.workshop
    show(workshop.title)
    show(f"{workshop.starts} to {clock_after(workshop.starts, workshop.minutes)}, {counted(planned.points, 'point')}")
    for item, why in zip(timed_slots(workshop, library), planned.reasons, strict=True):
        show(f"{item.starts}  {item.slot.minutes:>3} min  {item.title}")
        show(f"                {why}")
    if planned.omitted_tools:
        show("Left out:")
    for each in planned.omitted_tools:
        show(f"- {each.title}: {each.why}")


def cut(
    workshop: Annotated[str, typer.Argument(help="The id of a workshop, or the name of a workshop file.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    minutes: Annotated[
        list[int] | None,
        repeatable("MINUTES", "A length in minutes. Can be given more than once. The defaults are 30, 60 and 90."),
    ] = None,
    root: Roots = None,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Write shorter versions of a workshop.

    The items of each version stay in order, and keep as many of their minutes as possible.
    """
    library = library_of(root)
    (id_,), library = with_files((workshop,), library)
    whole = workshop_named(id_, library)
    files, lines = {}, []
    for length in minutes or CUTS:
        try:
            shorter = cut_workshop(whole, length, library)
        except CutError as error:
            complain(f"{length} minutes: {error}")
            continue
        files[f"{shorter.id}.yaml"] = workshop_text(shorter).encode()
        lines.append(f"{counted(len(shorter.agenda), 'item')} in {shorter.minutes} minutes")
    if not files:
        raise Stop("Nothing was written.")
    paths = save(out, files, replace=replace, keep=keep)
    for path, line in zip(paths, lines, strict=True):
        note(f"{path.name}  {line}")
    note(counted(len(files), "workshop"))
