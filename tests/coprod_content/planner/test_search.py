"""The search, compared with an exhaustive one."""

from collections.abc import Iterator
from itertools import pairwise, permutations, product

from hypothesis import given
from hypothesis import strategies as st
from tests.coprod_content.planner.test_fitted_schedule import least_misfit
from tests.support.planning import activity_lists, allocations, requirements

from coprod_content.planner.activity import Activity
from coprod_content.planner.points import FOR_LINK, FOR_MOMENT
from coprod_content.planner.search.branch_and_bound import best_of_count
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_allocation import TimeAllocation


@given(activity_lists(), st.integers(1, 3), allocations, requirements)
def test_the_search_finds_the_same_as_an_exhaustive_one(
    activities: tuple[Activity, ...], count: int, allocation: TimeAllocation, required: Requirements
) -> None:
    """It finds an agenda with the most points, ties broken by id, or None if there is none."""
    found = best_of_count(activities, count, allocation, TotalDurations(activities, required))
    every = sorted(_everything(activities, count, allocation, required))
    if not every:
        assert found is None
        return
    assert found is not None
    order = {id(each): at for at, each in enumerate(activities)}
    key = tuple((order[id(each.activity)], each.moment) for each in found.placed)
    assert (-found.points, key) == every[0]


def _everything(
    activities: tuple[Activity, ...], count: int, allocation: TimeAllocation, required: Requirements
) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """Yield every sequence that keeps the rules, as negative points and (index, moment) pairs."""
    for chosen in permutations(range(len(activities)), count):
        each = [activities[at] for at in chosen]
        if len({one.id for one in each}) < count:
            continue
        if not {one.id for one in each}.issuperset(required.must):
            continue
        if not frozenset().union(*(one.themes for one in each)).issuperset(required.themes):
            continue
        if required.purpose and not any(one.serves for one in each):
            continue
        for moments in product(*(one.moments for one in each)):
            steps = {b - a for a, b in pairwise(moments)}
            if moments[-1] < 1 or moments[0] > 2 or not steps <= {0, 1}:
                continue
            points = sum(one.points for one in each) + FOR_LINK * sum(b.id in a.next for a, b in pairwise(each))
            points += FOR_MOMENT * ((moments[0] == 0) + (2 in moments))
            if least_misfit(tuple(each), moments[-1] < 2, allocation) is not None:
                yield -points, tuple(zip(chosen, moments, strict=True))
