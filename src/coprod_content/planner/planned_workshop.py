"""Build a workshop from an agenda and the text of its template."""

from collections.abc import Iterator
from itertools import zip_longest

from attrs import evolve

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.planner.activity import MOMENTS
from coprod_content.planner.eligible_activities import usable_postcards
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import Agenda, PlacedActivity
from coprod_content.planner.time_allocation import TimeAllocation
from coprod_content.planner.workshop_file import id_from_name

SHORT = "Use the short version."
"""The note on a tool if there is too little time to use it in full."""
_FEWEST_CARDS, _MOST_CARDS = 6, 24
"""The fewest and most postcards put on the table, unless more are required. In between, each person has one."""
_MOST_NAMED_THEMES = 2


def planned_workshop(
    request: PlanRequest, agenda: Agenda, template: model.Template, library: Library, title: str | None = None
) -> model.Workshop:
    """Return a workshop built from an agenda, ready to edit or render.

    If `title` is None or empty, a title is made from the requested purpose and themes.
    """
    purpose = library.purposes[request.purpose]
    themes = request.themes or _themes(agenda, library)
    return model.Workshop(
        id=id_from_name(title or f"{purpose.id}-{request.minutes}-minutes"),
        title=title or _title(request, purpose, library),
        summary=purpose.summary,
        minutes=request.minutes,
        starts=request.starts,
        people=model.PeopleRange(least=request.people, most=request.people),
        setting=request.setting,
        audience=template.audience,
        themes=themes,
        outcomes=purpose.outcomes,
        before=template.before,
        agenda=tuple(_slots(request, agenda, template, library)),
        next_steps=template.next_steps,
        access=template.access,
        safety=template.safety,
        terms=template.terms,
    )


def _title(request: PlanRequest, purpose: model.Purpose, library: Library) -> str:
    named = [library.themes[id_].title for id_ in request.themes[: _MOST_NAMED_THEMES + 1]]
    return f"{purpose.heading}: {' and '.join(named)}" if 0 < len(named) <= _MOST_NAMED_THEMES else purpose.heading


def _themes(agenda: Agenda, library: Library) -> tuple[str, ...]:
    """Return the main themes of an agenda's tools.

    If the agenda has no tools, all themes are returned.
    """
    own = {library.tools[p.activity.id].theme for p in agenda.placed if p.activity.kind == "tool"}
    return tuple(id_ for id_ in library.themes if id_ in own or not own)


def _slots(request: PlanRequest, agenda: Agenda, template: model.Template, library: Library) -> Iterator[model.Slot]:
    allocation, schedule = agenda.allocation, agenda.schedule
    breaks = _breaks(request, allocation)
    yield evolve(template.welcome, minutes=allocation.welcome)
    for placed, minutes, after_break in zip_longest(agenda.placed, schedule.minutes, schedule.after_break):
        if after_break:
            yield next(breaks)
        talk = evolve(template.deciding, minutes=minutes)
        yield _slot(placed, minutes, request, template, library) if placed else talk
    question = library.purposes[request.purpose].closing_question
    yield evolve(template.closing, minutes=allocation.closing, question=question)


def _breaks(request: PlanRequest, allocation: TimeAllocation) -> Iterator[model.BreakSlot]:
    for at, minutes in enumerate(allocation.breaks):
        lunch = request.lunch_minutes and at == len(allocation.breaks) // 2
        yield model.BreakSlot(minutes=minutes, title="Lunch" if lunch else "Break")


def _slot(
    placed: PlacedActivity, minutes: int, request: PlanRequest, template: model.Template, library: Library
) -> model.Slot:
    id_ = placed.activity.id
    match placed.activity.kind:
        case "tool":
            return model.ToolSlot(minutes=minutes, tool=id_, focus=SHORT if placed.activity.short else None)
        case "film":
            return model.FilmSlot(minutes=minutes, film=id_)
        case "diagram":
            diagram = library.diagrams[id_]
            return model.TalkSlot(minutes=minutes, title=diagram.title, points=diagram.questions, diagram=id_)
        case _:
            table = template.postcards
            cards = tuple(card.id for card in _cards(placed.moment, request, library))
            return model.PostcardSlot(
                minutes=minutes,
                title=table.title,
                mode=table.mode,
                task=table.task,
                how=table.how,
                say=table.say,
                postcards=cards,
            )


def _cards(moment: int, request: PlanRequest, library: Library) -> list[model.Postcard]:
    """Return the postcards to use in a moment, in order of preference.

    Required cards come first. The others follow in rounds: one card on each theme, then a second card on each, and so
    on. Within a theme, cards for this moment come first.
    """
    cards = usable_postcards(request, library)
    turns: dict[str, int] = {}
    ranks = {}
    for card in sorted(cards, key=lambda each: (each.moment != MOMENTS[moment], each.id)):
        turns[card.theme] = turns.get(card.theme, 0) + 1
        ranks[card.id] = card.id not in request.must, turns[card.theme], library.themes[card.theme].number, card.id
    count = max(_FEWEST_CARDS, min(_MOST_CARDS, request.people), sum(card.id in request.must for card in cards))
    return sorted(cards, key=lambda card: ranks[card.id])[:count]
