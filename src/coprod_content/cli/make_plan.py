"""Commands about plans: plan, cut."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import typer

from coprod_content.cli.console import Stop, Usage, complain, counted, say
from coprod_content.cli.roots import library_of, with_files
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.content.phrases import clock_after
from coprod_content.editions.sections.agenda import timed_slots
from coprod_content.findings.finding import nearest
from coprod_content.packs.write_file import write_whole
from coprod_content.planner.cut_workshop import CUTS, CutError, cut_workshop
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequestError, plan_request
from coprod_content.planner.workshop_file import workshop_text


def make_plan(asked: Mapping[str, object], title: str | None, out: Path | None, roots: Sequence[Path]) -> None:
    """Print the best agenda for what was asked, and write its workshop; or say why there is none, and fail."""
    library = library_of(roots)
    try:
        planned = plan(plan_request(_with_theme_ids(asked, library)), library, title)
    except PlanRequestError as error:
        for finding in error.findings:
            complain(str(finding))
        raise typer.Exit(2) from error
    if isinstance(planned, Refusal):
        _refuse(planned)
    _check_name(out)
    _print(planned, library)
    if out:
        write_whole(out, workshop_text(planned.workshop).encode())
        say(f"{out.name}. Change it as you like. Next: coprod pack {out} --out {out.stem}")


def _with_theme_ids(asked: Mapping[str, object], library: Library) -> dict[str, object]:
    """What was asked, with themes that were given by number named by id."""
    ids = {str(theme.number): theme.id for theme in library.themes.values()}
    themes = asked.get("themes")
    named = [ids.get(str(theme), theme) for theme in themes] if isinstance(themes, list) else []
    return {**asked, "themes": named}


def _refuse(refusal: Refusal) -> NoReturn:
    for why in refusal.reasons:
        complain(why)
    if refusal.relaxations:
        complain("Any one of these makes it possible:")
    for change in refusal.relaxations:
        complain(f"- {change.words}")
    raise typer.Exit(1)


def _check_name(out: Path | None) -> None:
    if out and out.suffix != ".yaml":
        raise Usage(f"A plan is a YAML file. Name it {out.with_suffix('.yaml').name}.")


def _print(planned: Plan, library: Library) -> None:
    workshop = planned.workshop
    say(workshop.title)
    say(f"{workshop.starts} to {clock_after(workshop.starts, workshop.minutes)}, {planned.points} points")
    for item, why in zip(timed_slots(workshop, library), planned.reasons, strict=True):
        say(f"{item.starts}  {item.slot.minutes:>3} min  {item.title}")
        say(f"                {why}")
    if planned.omitted_tools:
        say("Left out:")
    for each in planned.omitted_tools:
        say(f"- {each.title}: {each.why}")


def make_cuts(name: str, minutes: Sequence[int], out: Path, roots: Sequence[Path]) -> None:
    """Write a workshop cut to each of some lengths into a folder; fail where it cannot be cut to any of them."""
    library = library_of(roots)
    (id_,), library = with_files((name,), library)
    if id_ not in library.workshops:
        near = nearest(id_, library.workshops)
        raise Usage(f"There is no workshop '{id_}'. {near} `coprod list workshops` shows them.".replace("  ", " "))
    done = 0
    for length in minutes or CUTS:
        try:
            shorter = cut_workshop(library.workshops[id_], length, library)
        except CutError as error:
            complain(f"{length} minutes: {error}")
            continue
        done += 1
        _write(shorter, out / f"{shorter.id}.yaml")
    if not done:
        raise Stop("Nothing was written.")
    say(counted(done, "workshop"))


def _write(workshop: Workshop, path: Path) -> None:
    write_whole(path, workshop_text(workshop).encode())
    say(f"{path.name}  {counted(len(workshop.agenda), 'item')} in {workshop.minutes} minutes")
