"""The workshop of an agenda: its text, its items and the postcards on the table."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY, mini_library, tool

from coprod_content.content.library import Items, Library
from coprod_content.content.model import BreakSlot, FilmSlot, PeopleRange, Postcard, PostcardSlot, TalkSlot, ToolSlot
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest

START = tool("a-start", 30, 40, moments=("deepening",), purposes=("decide",))
CHOICE = tool("b-choice", 30, 40, moments=("deciding",), purposes=("decide",), theme="sharing-power")


def planned(library: Library, minutes: int, title: str | None = None, **values: object) -> Plan:
    """Return the plan of a session in which 12 people decide."""
    request = PlanRequest(**{"minutes": minutes, "people": 12, "purpose": "decide", **values})
    answer = plan(request, library, title)
    assert isinstance(answer, Plan)
    return answer


def test_a_workshop_has_the_text_of_its_template_and_purpose() -> None:
    """The times, people and place are those of the request."""
    workshop = planned(mini_library(CHOICE), 50, starts="13:30").workshop
    template, purpose = LIBRARY.templates["in-a-room"], LIBRARY.purposes["decide"]
    assert workshop.agenda[0] == evolve(template.welcome, minutes=5, reason=workshop.agenda[0].reason)
    assert workshop.agenda[-1] == evolve(
        template.closing, minutes=5, question=purpose.closing_question, reason=workshop.agenda[-1].reason
    )
    assert (workshop.id, workshop.title, workshop.summary) == ("decide-50-minutes", purpose.heading, purpose.summary)
    assert (workshop.minutes, workshop.starts, workshop.setting) == (50, "13:30", "in-person")
    assert workshop.people == PeopleRange(least=12, most=12)
    assert (workshop.outcomes, workshop.before) == (purpose.outcomes, template.before)
    assert (workshop.audience, workshop.next_steps) == (template.audience, template.next_steps)
    assert (workshop.access, workshop.safety, workshop.terms) == (template.access, template.safety, template.terms)


def test_a_title_gives_the_id() -> None:
    """It replaces the heading of the purpose."""
    workshop = planned(mini_library(CHOICE), 50, "Our Thursday!").workshop
    assert (workshop.id, workshop.title) == ("our-thursday", "Our Thursday!")


def test_themes_are_those_requested_or_those_of_the_tools() -> None:
    """They are in the order of the library."""
    library = mini_library(START, CHOICE)
    assert planned(library, 50, themes=("sharing-power",)).workshop.themes == ("sharing-power",)
    both = planned(library, 85).workshop
    assert [slot.tool for slot in both.agenda if isinstance(slot, ToolSlot)] == ["a-start", "b-choice"]
    assert both.themes == tuple(id_ for id_ in LIBRARY.themes if id_ in ("alignment", "sharing-power"))


def test_each_kind_of_activity_has_its_slot() -> None:
    """A diagram becomes a talk with its questions; a film and a tool are named."""
    film, diagram = LIBRARY.films["sharing-power-film"], LIBRARY.diagrams["three-circles"]
    library = mini_library(CHOICE, films=Items((film,)), diagrams=Items((diagram,)))
    workshop = planned(library, 75, must=(film.id, diagram.id, "b-choice")).workshop
    kinds = {slot.kind: evolve(slot, reason=None) for slot in workshop.agenda[1:-1]}
    assert kinds["film"] == FilmSlot(minutes=kinds["film"].minutes, film=film.id)
    assert kinds["talk"] == TalkSlot(
        minutes=kinds["talk"].minutes, title=diagram.title, points=diagram.questions, diagram=diagram.id
    )
    assert kinds["tool"] == ToolSlot(minutes=kinds["tool"].minutes, tool="b-choice", focus=None)


def test_a_break_can_be_before_the_talk_and_lunch_is_named() -> None:
    """The middle break is lunch if one was asked for."""
    long = tool("a-long-one", 60, 60, moments=("deepening",), purposes=("decide",))
    agenda = planned(mini_library(long), 95).workshop.agenda
    assert [slot.kind for slot in agenda] == ["talk", "tool", "break", "talk", "closing"]
    assert agenda[2] == BreakSlot(minutes=10, title="Break", reason=agenda[2].reason)
    assert agenda[3] == evolve(
        LIBRARY.templates["in-a-room"].deciding, minutes=agenda[3].minutes, reason=agenda[3].reason
    )
    agenda = planned(mini_library(long), 115, lunch_minutes=30).workshop.agenda
    assert agenda[2] == BreakSlot(minutes=30, title="Lunch", reason=agenda[2].reason)


def card(id_: str, theme: str, moment: str = "opening") -> Postcard:
    """Return a postcard."""
    model = next(iter(LIBRARY.postcards.values()))
    return evolve(model, id=id_, theme=theme, moment=moment, resource=None)


def cards_on_the_table(cards: list[Postcard], people: int = 12, must: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the cards of a planned session that opens with postcards."""
    moments, anyone = ("deepening", "deciding"), PeopleRange(least=1, most=99)
    choice = tool("choice", 30, 40, moments=moments, purposes=("decide",), people=anyone)
    library = mini_library(choice, postcards=Items(tuple(cards)))
    answer = planned(library, 75, people=people, must=must or (cards[0].id,))
    slot = next(slot for slot in answer.workshop.agenda if isinstance(slot, PostcardSlot))
    assert answer.workshop.agenda.index(slot) == 1
    return slot.postcards


def test_required_cards_come_first_and_themes_take_turns() -> None:
    """Then each theme gives one card, and each another; within a theme those for the moment come first."""
    first, second = list(LIBRARY.themes)[:2]
    cards = [
        card("a-late", first, "closing"),
        card("b-one", first),
        card("c-two", second),
        card("d-three", first),
        card("e-four", second),
        card("f-needed", second, "deciding"),
    ]
    on_the_table = cards_on_the_table(cards, must=("f-needed",))
    assert on_the_table == ("f-needed", "b-one", "c-two", "d-three", "e-four", "a-late")


@pytest.mark.parametrize(("people", "count"), [(3, 6), (6, 6), (7, 7), (24, 24), (25, 24), (60, 24)])
def test_there_is_a_card_for_each_person_from_six_to_twenty_four(people: int, count: int) -> None:
    """Unless more are required, or there are fewer."""
    theme = next(iter(LIBRARY.themes))
    cards = [card(f"card-{at:02}", theme) for at in range(30)]
    assert len(cards_on_the_table(cards, people)) == count
    assert len(cards_on_the_table(cards[:4], people)) == 4
    every = tuple(each.id for each in cards)
    assert cards_on_the_table(cards, people, must=every) == every
