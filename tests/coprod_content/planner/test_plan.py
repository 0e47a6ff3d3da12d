"""Plans add up and keep every rule."""

import pytest
from hypothesis import given
from tests.support.examples import examples
from tests.support.planning import LIBRARY, items_of, requests

from coprod_content.checks.library import workshop_errors
from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, ClosingSlot, FilmSlot, Slot, TalkSlot, ToolSlot, Workshop
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import read_workshop, workshop_text


def planned(**values: object) -> Plan:
    """Return the plan for a request of 90 minutes, 12 people and the purpose "decide", unless given otherwise."""
    answer = plan(PlanRequest(**{"minutes": 90, "people": 12, "purpose": "decide", **values}), LIBRARY)
    assert isinstance(answer, Plan)
    return answer


@examples(60)
@given(requests())
def test_every_plan_keeps_the_rules_and_every_refusal_is_true(request: PlanRequest) -> None:
    """A plan keeps every stated rule; each relaxation of a refusal makes a plan possible by itself."""
    answer = plan(request, LIBRARY)
    if isinstance(answer, Refusal):
        assert answer.reasons
        for relaxation in answer.relaxations:
            assert relaxation.request != request
            assert isinstance(plan(relaxation.request, LIBRARY), Plan), relaxation.words
    else:
        _keeps_the_rules(request, answer)
        assert plan(request, LIBRARY) == answer


def _keeps_the_rules(request: PlanRequest, answer: Plan) -> None:
    workshop = answer.workshop
    assert workshop_errors(workshop, LIBRARY) == ()
    assert sum(slot.minutes for slot in workshop.agenda) == request.minutes == workshop.minutes
    assert len(answer.reasons) == len(workshop.agenda)
    assert all(answer.reasons)
    first, last = workshop.agenda[0], workshop.agenda[-1]
    assert isinstance(first, TalkSlot)
    assert "access needs" in answer.reasons[0]
    assert isinstance(last, ClosingSlot)
    _breaks_are_in_time(request, workshop)
    used = [name for slot in workshop.agenda for name in items_of(slot)]
    assert len(used) == len(set(used))
    assert not set(used) & set(request.without)
    assert set(used) >= set(request.must)
    tools = [LIBRARY.tools[slot.tool] for slot in workshop.agenda if isinstance(slot, ToolSlot)]
    for tool in tools:
        assert tool.people.least <= request.people <= tool.people.most
        assert tool.setting in (request.setting, "either")
    assert any(request.purpose in tool.purposes for tool in tools)
    for theme in request.themes:
        assert any(theme in _themes(slot) for slot in workshop.agenda)
    for slot in workshop.agenda:
        short = isinstance(slot, ToolSlot) and slot.minutes < LIBRARY.tools[slot.tool].minutes.least
        assert bool(short) == (isinstance(slot, ToolSlot) and slot.focus is not None)


def _breaks_are_in_time(request: PlanRequest, workshop: Workshop) -> None:
    since = 0
    for slot in workshop.agenda:
        since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
        assert since <= 75
    breaks = [slot.minutes for slot in workshop.agenda if isinstance(slot, BreakSlot)]
    assert set(breaks) <= {request.break_minutes, request.lunch_minutes}
    assert (request.lunch_minutes in breaks) or not request.lunch_minutes


def _themes(slot: Slot) -> tuple[str, ...]:
    match slot:
        case ToolSlot(tool=id_):
            tool = LIBRARY.tools[id_]
            return (tool.theme, *tool.further_themes)
        case FilmSlot(film=id_):
            return LIBRARY.films[id_].themes
        case TalkSlot(diagram=str(id_)):
            return LIBRARY.diagrams[id_].themes
        case _:
            return ()


@pytest.mark.parametrize("minutes", [30, 60, 90, 180])
def test_every_session_has_something_that_decides(library: Library, minutes: int) -> None:
    """If no activity decides, the talk of the template does."""
    for purpose in library.purposes:
        answer = planned(minutes=minutes, purpose=purpose)
        titles = [getattr(slot, "title", None) for slot in answer.workshop.agenda]
        assert ("One thing we'll do" in titles) != any("group decides" in why for why in answer.reasons)


@pytest.mark.parametrize("people", [8, 14, 20])
@pytest.mark.parametrize("minutes", [60, 90, 120, 180])
def test_a_session_to_decide_has_a_tool_for_deciding(minutes: int, people: int) -> None:
    """The tool where the group decides is for deciding, and in two hours it weighs a list."""
    answer = planned(minutes=minutes, people=people)
    slots = zip(answer.workshop.agenda, answer.reasons, strict=True)
    deciding = [slot.tool for slot, why in slots if isinstance(slot, ToolSlot) and "group decides" in why]
    assert deciding
    assert all("decide" in LIBRARY.tools[id_].purposes for id_ in deciding)
    assert minutes != 120 or {"shared-priorities", "nominal-group-technique"} & set(deciding)


def test_a_single_activity_can_be_one_that_decides() -> None:
    """An hour to test a change is for planning a test, although that tool suits no moment but deciding."""
    answer = planned(minutes=60, people=8, purpose="test-a-change")
    assert [slot.tool for slot in answer.workshop.agenda if isinstance(slot, ToolSlot)] == ["pdsa-together"]


def test_lunch_is_the_middle_break_even_if_it_is_as_short_as_the_others() -> None:
    """The middle break is called lunch, and only that one."""
    answer = planned(minutes=400, purpose="share-power", break_minutes=20, lunch_minutes=20)
    titles = [slot.title for slot in answer.workshop.agenda if isinstance(slot, BreakSlot)]
    assert titles.count("Lunch") == 1
    assert titles[len(titles) // 2] == "Lunch"


def test_the_title_names_the_purpose_and_up_to_two_themes() -> None:
    """A title can be given; otherwise it names what the session is for."""
    heading = LIBRARY.purposes["decide"].heading
    named = [LIBRARY.themes[id_].title for id_ in ("sharing-power", "alignment")]
    assert planned().workshop.title == heading
    assert planned(themes=("sharing-power",)).workshop.title == f"{heading}: {named[0]}"
    two = planned(minutes=180, themes=("sharing-power", "alignment"))
    assert two.workshop.title == f"{heading}: {named[0]} and {named[1]}"
    assert two.workshop.id == "decide-180-minutes"
    three = planned(minutes=240, themes=("sharing-power", "alignment", "nurturing-capability"))
    assert three.workshop.title == heading


def test_a_planned_workshop_can_be_written_and_read_again() -> None:
    """Writing a plan as YAML and reading it gives an equal workshop."""
    answer = planned(minutes=120, people=20, purpose="share-power", lunch_minutes=30)
    text = workshop_text(answer.workshop)
    assert read_workshop(text.encode(), f"{answer.workshop.id}.yaml", LIBRARY) == answer.workshop
    assert "title: Lunch" in text


def test_purposes_are_offered_in_the_order_of_their_file(library: Library) -> None:
    """They go from the first meeting to the last, not by the alphabet."""
    first, *_, last = library.purposes
    assert (first, last) == ("start-a-relationship", "review")


def test_every_tool_has_a_purpose_and_a_moment(library: Library) -> None:
    """The planner can choose every tool of the canonical library, and every purpose has tools for it."""
    assert [tool.id for tool in library.tools.values() if not (tool.purposes and tool.moments)] == []
    for purpose in library.purposes:
        assert sum(purpose in tool.purposes for tool in library.tools.values()) >= 5
