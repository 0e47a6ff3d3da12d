"""How the time of a session is divided."""

import pytest
from tests.support.planning import LIBRARY

from coprod_content.planner.request import PlanRequest
from coprod_content.planner.time_allocation import TimeAllocation, time_allocations

TEMPLATE = LIBRARY.templates["in-a-room"]


def budgets_of(minutes: int, **values: int) -> list[TimeAllocation]:
    """Return the allocations for a session of some length."""
    return list(time_allocations(PlanRequest(minutes=minutes, people=12, purpose="decide", **values), TEMPLATE))


def parts(allocation: TimeAllocation) -> tuple[int, int, tuple[int, ...], int]:
    """Return the minutes of the welcome, the activities, the breaks and the closing."""
    return allocation.welcome, allocation.minutes, allocation.breaks, allocation.closing


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (20, (5, 10, (), 5)),
        (59, (9, 45, (), 5)),
        (60, (10, 45, (), 5)),
        (75, (10, 60, (), 5)),
        (76, (11, 50, (10,), 5)),
        (119, (14, 90, (10,), 5)),
        (120, (10, 90, (10,), 10)),
        (160, (10, 130, (10,), 10)),
        (165, (10, 125, (10, 10), 10)),
    ],
)
def test_there_are_as_few_breaks_as_possible(minutes: int, expected: tuple[int, int, tuple[int, ...], int]) -> None:
    """Long sessions have longer welcomes and closings, odd minutes go to the welcome, and everything adds up."""
    first = budgets_of(minutes)[0]
    assert parts(first) == expected
    assert first.welcome + first.minutes + sum(first.breaks) + first.closing == minutes


def test_up_to_two_breaks_more_are_tried() -> None:
    """Each further allocation has one more break, and less time for activities."""
    assert [parts(allocation) for allocation in budgets_of(60)] == [
        (10, 45, (), 5),
        (10, 35, (10,), 5),
        (10, 25, (10, 10), 5),
    ]
    assert [allocation.breaks for allocation in budgets_of(30)] == [(), (10,)]


def test_lunch_is_the_middle_break() -> None:
    """With lunch there is at least one break, and other breaks have their own length."""
    allocations = budgets_of(240, break_minutes=15, lunch_minutes=40)
    assert [allocation.breaks for allocation in allocations] == [(15, 40), (15, 40, 15), (15, 15, 40, 15)]
    assert budgets_of(60, lunch_minutes=20)[0].breaks == (20,)


@pytest.mark.parametrize(
    ("breaks", "minutes", "longest"),
    [((), 200, 60), ((10,), 200, 70), ((10, 10), 200, 75), ((10, 10, 10), 200, 75), ((), 40, 40), ((10,), 40, 40)],
)
def test_the_longest_activity_shares_its_segment_with_the_welcome_or_the_closing(
    breaks: tuple[int, ...], minutes: int, longest: int
) -> None:
    """Only with two breaks or more can it have a segment to itself."""
    assert TimeAllocation(minutes=minutes, breaks=breaks, welcome=10, closing=5).longest_activity == longest
