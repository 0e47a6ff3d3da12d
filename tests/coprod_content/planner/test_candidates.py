"""Candidates for agendas, and how many activities an agenda has."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY, activity, mini_library, tool

from coprod_content.content.library import Items
from coprod_content.content.model import ToolSlot
from coprod_content.planner.best_agenda import Candidates, _counts, candidates
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.time_allocation import TimeAllocation

TEMPLATE = LIBRARY.templates["in-a-room"]


def candidates_of(*activities, **required) -> Candidates:
    """Return candidates with some requirements."""
    return Candidates(template=TEMPLATE, activities=activities, requirements=Requirements(**required))


def test_the_template_and_requirements_follow_from_the_request() -> None:
    """The template is for the setting. All required postcards are one activity, in place of the first."""
    cards = LIBRARY.find(kind="postcard", theme="sharing-power")
    library = mini_library(tool("a-tool"), postcards=Items(cards))
    must = (cards[0].id, "a-tool", cards[1].id)
    request = PlanRequest(minutes=60, people=12, purpose="decide", must=must, themes=("alignment",))
    found = candidates(request, library)
    assert found.template == TEMPLATE
    assert found.requirements == Requirements(must=("postcards", "a-tool"), themes=("alignment",), purpose=True)
    assert {each.id for each in found.activities} == {"a-tool", "postcards"}
    assert candidates(evolve(request, setting="online"), library).template == LIBRARY.templates["on-screen"]


def test_short_variants_are_left_out_except_of_deciding_tools_that_do_not_fit() -> None:
    """A deciding tool may be short if the whole is too long for any segment of the session."""
    whole = activity("a", least=75, most=90, deciding=True)
    short = activity("a", least=45, most=74, deciding=True, short=True)
    other = activity("b", least=20, most=74, short=True)
    found = candidates_of(whole, short, other)
    assert found.whole.activities == (whole,)
    tight = TimeAllocation(minutes=90, breaks=(10,), welcome=10, closing=10)
    assert tight.longest_activity == 65
    assert found.for_allocation(tight).activities == (whole, short)
    roomy = TimeAllocation(minutes=150, breaks=(10, 10), welcome=10, closing=10)
    assert roomy.longest_activity == 75
    assert found.for_allocation(roomy) is found.whole
    assert found.for_allocation(evolve(tight, welcome=1)).activities == (whole, short)
    assert found.for_allocation(evolve(roomy, minutes=74)).activities == (whole, short)


def test_requirements_can_be_met_if_there_is_an_activity_for_each() -> None:
    """One alone need not meet them all."""
    one = activity("one", themes=frozenset(("power",)))
    two = activity("two", serves=True)
    assert candidates_of(one, two, must=("two",), themes=("power",)).can_meet_requirements
    assert not candidates_of(one, must=("one",)).can_meet_requirements
    assert not candidates_of(two, must=("one",)).can_meet_requirements
    assert not candidates_of(two, themes=("power",)).can_meet_requirements


def test_requirements_are_bits() -> None:
    """Required activities come first, then themes, then the purpose."""
    every = Requirements(must=("a", "b"), themes=("power",))
    assert every.every_bit == 0b1111
    assert evolve(every, purpose=False).every_bit == 0b111
    assert every.bits_of(activity("b", themes=frozenset(("power",)))) == 0b0110
    assert every.bits_of(activity("c", serves=True)) == 0b1000
    assert evolve(every, purpose=False).bits_of(activity("a", serves=True)) == 0b0001


@pytest.mark.parametrize(
    ("minutes", "count"),
    [(35, 1), (70, 1), (85, 2), (120, 2), (140, 3), (185, 4), (190, 4), (195, 3), (240, 4), (300, 5)],
)
def test_each_activity_has_about_forty_minutes_or_fifty_five_in_long_sessions(minutes: int, count: int) -> None:
    """The number of activities follows from the time, if they can be as long as that."""
    tools = [
        tool(f"tool-{at}", 20, 75, purposes=("decide",), moments=("opening", "deepening", "deciding"))
        for at in range(8)
    ]
    answer = plan(PlanRequest(minutes=minutes, people=12, purpose="decide"), mini_library(*tools))
    assert isinstance(answer, Plan)
    assert sum(isinstance(slot, ToolSlot) for slot in answer.workshop.agenda) == count


def test_an_activity_designed_for_its_share_has_a_point_more() -> None:
    """It may be up to fifteen minutes longer or shorter."""
    for designed, points in ((24, 0), (25, 1), (40, 1), (55, 1), (56, 0)):
        single = tool("a-tool", 10, 75, purposes=("decide",), moments=("deciding",))
        first, second, *_ = single.steps
        steps = evolve(first, minutes=designed - 5), evolve(second, minutes=5)
        answer = plan(PlanRequest(minutes=50, people=12, purpose="decide"), mini_library(evolve(single, steps=steps)))
        assert isinstance(answer, Plan)
        assert answer.points == 4 + 1 + 1 + points, designed


@pytest.mark.parametrize(
    ("minutes", "counts"),
    [
        (10, [1, 2, 3, 4, 5, 6, 7, 8]),
        (80, [2, 1, 3, 4, 5, 6, 7, 8]),
        (150, [4, 3, 5, 2, 6, 1, 7, 8]),
        (151, [3, 2, 4, 1, 5, 6, 7, 8]),
        (400, [7, 6, 8, 5, 4, 3, 2, 1]),
    ],
)
def test_the_most_suitable_number_of_activities_is_tried_first(minutes: int, counts: list[int]) -> None:
    """Activities of long sessions are longer. One to eight activities are tried, and fewer of two equally suitable."""
    assert _counts(minutes) == counts
