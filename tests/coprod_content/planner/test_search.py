"""The search, compared with an exhaustive one."""

from collections.abc import Iterator
from itertools import pairwise, permutations, product

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.planner.activity import Activity
from coprod_content.planner.points import FOR_LINK, FOR_MOMENT
from coprod_content.planner.schedule import (
    SOONEST_BREAK,
    TALK_DESIGNED,
    TALK_DURATIONS,
    best_schedule,
    segment_misfit,
)
from coprod_content.planner.search.branch_and_bound import best_sequence
from coprod_content.planner.search.requirements import Requirements
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_budget import TimeBudget

IDS = ("ask", "bake", "call", "dance", "eat")
THEMES = ("one", "two")


@st.composite
def activity_lists(draw: st.DrawFn) -> tuple[Activity, ...]:
    """A few activities, some with a short variant, with random links, purposes and lengths."""
    found = []
    for id_ in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True)):
        least = draw(st.sampled_from((10, 20, 23, 45)))
        whole = Activity(
            id=id_,
            kind="tool",
            title=id_,
            moments=tuple(sorted(draw(st.sets(st.integers(0, 3), min_size=1)))),
            least=least,
            designed=least + draw(st.sampled_from((0, 5, 12))),
            most=least + draw(st.sampled_from((2, 15, 40))),
            points=draw(st.integers(0, 8)),
            themes=frozenset(draw(st.sets(st.sampled_from(THEMES)))),
            serves=draw(st.booleans()),
            next=frozenset(draw(st.sets(st.sampled_from(IDS), max_size=2))),
        )
        found.append(whole)
        if draw(st.booleans()):
            short = evolve(whole, least=5, designed=5, most=least - 1, points=whole.points - 5, short=True)
            found.append(short)
    return tuple(sorted((each for each in found if each.durations), key=lambda each: (each.id, each.short)))


budgets = st.builds(
    TimeBudget,
    minutes=st.integers(2, 24).map(lambda steps: 5 * steps),
    breaks=st.sampled_from(((), (10,), (15, 10))),
    welcome=st.sampled_from((5, 12)),
    closing=st.sampled_from((5, 10)),
)
requirements = st.builds(
    Requirements,
    must=st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
    themes=st.lists(st.sampled_from(THEMES), max_size=2, unique=True).map(tuple),
    purpose=st.booleans(),
)


@given(activity_lists(), st.integers(1, 3), budgets, requirements)
def test_the_search_finds_the_same_as_an_exhaustive_one(
    activities: tuple[Activity, ...], count: int, budget: TimeBudget, required: Requirements
) -> None:
    """It finds a sequence with the most points, ties broken by id, or None if there is none."""
    found = best_sequence(activities, count, budget, TotalDurations(activities, required))
    every = sorted(_everything(activities, count, budget, required))
    if not every:
        assert found is None
        return
    assert found is not None
    order = {id(each): at for at, each in enumerate(activities)}
    key = tuple((order[id(each.activity)], each.moment) for each in found.placed)
    assert (-found.points, key) == every[0]


def _everything(
    activities: tuple[Activity, ...], count: int, budget: TimeBudget, required: Requirements
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
            if _least_misfit(tuple(each), moments[-1] < 2, budget) is not None:
                yield -points, tuple(zip(chosen, moments, strict=True))


def _least_misfit(activities: tuple[Activity, ...], talk: bool, budget: TimeBudget) -> int | None:
    """Return the least misfit of all possible schedules, tried one by one, or None."""
    spans = [(each.durations, each.designed) for each in activities]
    spans += [(TALK_DURATIONS, TALK_DESIGNED)] if talk else []
    found = []
    for times in product(*(span for span, _ in spans)):
        if sum(times) != budget.minutes:
            continue
        for pauses in product((False, True), repeat=len(times)):
            if sum(pauses) != len(budget.breaks):
                continue
            segments = [budget.welcome]
            for pause, minutes in zip(pauses, times, strict=True):
                if pause:
                    segments.append(0)
                segments[-1] += minutes
            segments[-1] += budget.closing
            if max(segments) <= 75 and min(segments[:-1], default=99) >= SOONEST_BREAK:
                off = sum(abs(m - designed) for m, (_, designed) in zip(times, spans, strict=True))
                found.append(off + sum(map(segment_misfit, segments)))
    return min(found, default=None)


@given(activity_lists().map(lambda found: found[:3]), st.booleans(), budgets)
def test_schedules_have_the_least_misfit(activities: tuple[Activity, ...], talk: bool, budget: TimeBudget) -> None:
    """A schedule adds up, keeps segments short, and no other is nearer to the designed lengths."""
    times = best_schedule(activities, talk, budget)
    least = _least_misfit(activities, talk, budget)
    assert (times.misfit if times else None) == least
    if times:
        assert sum(times.minutes) + times.talk == budget.minutes
        assert sum(times.after_break) == len(budget.breaks)
        assert all(minutes in each.durations for minutes, each in zip(times.minutes, activities, strict=True))
