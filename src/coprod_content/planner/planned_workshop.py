"""The Workshop that an agenda is, with the sentences of its template."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import (
    BreakSlot,
    FilmSlot,
    PeopleRange,
    Postcard,
    PostcardSlot,
    Purpose,
    Slot,
    TalkSlot,
    ToolSlot,
    Workshop,
)
from coprod_content.planner.activity import MOMENTS, usable_postcards
from coprod_content.planner.best_agenda import Agenda
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import PlacedActivity
from coprod_content.planner.workshop_file import id_of

SHORT = "Use the short variant."
"""What an agenda says of a tool for which there is not enough time."""
_FEWEST_CARDS, _MOST_CARDS = 6, 24
"""Cards on the table: one for each person within these."""
_MOST_NAMED_THEMES = 2


def planned_workshop(request: PlanRequest, agenda: Agenda, library: Library, title: str | None = None) -> Workshop:
    """The workshop of an agenda, complete, to be made into a pack or to be edited."""
    purpose, template = library.purposes[request.purpose], agenda.template
    themes = request.themes or _themes(agenda, library)
    return Workshop(
        id=id_of(title or f"{purpose.id}-{request.minutes}-minutes"),
        title=title or _title(request, purpose, library),
        summary=purpose.summary,
        minutes=request.minutes,
        starts=request.starts,
        people=PeopleRange(least=request.people, most=request.people),
        setting=request.setting,
        audience=template.audience,
        themes=themes,
        outcomes=purpose.outcomes,
        before=template.before,
        agenda=tuple(_slots(request, agenda, library)),
        next_steps=template.next_steps,
        access=template.access,
        safety=template.safety,
        terms=template.terms,
    )


def _title(request: PlanRequest, purpose: Purpose, library: Library) -> str:
    """What a session is called: by its purpose, and by its themes where they are few."""
    named = [library.themes[id_].title for id_ in request.themes[: _MOST_NAMED_THEMES + 1]]
    return f"{purpose.heading}: {' and '.join(named)}" if 0 < len(named) <= _MOST_NAMED_THEMES else purpose.heading


def _themes(agenda: Agenda, library: Library) -> tuple[str, ...]:
    """The themes of the tools of an agenda, in the order of their numbers; without tools, all themes."""
    own = {library.tools[p.activity.id].theme for p in agenda.sequence.placed if p.activity.kind == "tool"}
    return tuple(id_ for id_ in library.themes if id_ in own or not own)


def _slots(request: PlanRequest, agenda: Agenda, library: Library) -> Iterator[Slot]:
    template, budget, times = agenda.template, agenda.budget, agenda.sequence.schedule
    breaks = iter(budget.breaks)
    yield evolve(template.welcome, minutes=budget.welcome)
    for placed, minutes, paused in zip(agenda.sequence.placed, times.minutes, times.after_break, strict=False):
        if paused:
            yield _break(next(breaks), request)
        yield _slot(placed, minutes, request, agenda, library)
    if times.talk:
        if times.after_break[-1]:
            yield _break(next(breaks), request)
        yield evolve(template.deciding, minutes=times.talk)
    question = library.purposes[request.purpose].closing_question
    yield evolve(template.closing, minutes=budget.closing, question=question)


def _break(minutes: int, request: PlanRequest) -> BreakSlot:
    return BreakSlot(
        minutes=minutes, title="Lunch" if minutes == request.lunch_minutes != request.break_minutes else "Break"
    )


def _slot(placed: PlacedActivity, minutes: int, request: PlanRequest, agenda: Agenda, library: Library) -> Slot:
    id_ = placed.activity.id
    match placed.activity.kind:
        case "tool":
            return ToolSlot(minutes=minutes, tool=id_, focus=SHORT if placed.activity.short else None)
        case "film":
            return FilmSlot(minutes=minutes, film=id_)
        case "diagram":
            diagram = library.diagrams[id_]
            return TalkSlot(minutes=minutes, title=diagram.title, points=diagram.questions, diagram=id_)
        case _:
            table = agenda.template.postcards
            cards = tuple(card.id for card in _cards(placed.moment, request, library))
            return PostcardSlot(minutes=minutes, title=table.title, how=table.how, say=table.say, postcards=cards)


def _cards(moment: int, request: PlanRequest, library: Library) -> list[Postcard]:
    """A card for each person: those that must be, then those for the moment, the themes taking turns."""
    cards = usable_postcards(request, library)
    turns: dict[str, int] = {}
    ranks = {}
    for card in sorted(cards, key=lambda each: (each.moment != MOMENTS[moment], each.id)):
        turns[card.theme] = turns.get(card.theme, 0) + 1
        ranks[card.id] = card.id not in request.must, turns[card.theme], library.themes[card.theme].number, card.id
    count = max(_FEWEST_CARDS, min(_MOST_CARDS, request.people), sum(card.id in request.must for card in cards))
    return sorted(cards, key=lambda card: ranks[card.id])[:count]
