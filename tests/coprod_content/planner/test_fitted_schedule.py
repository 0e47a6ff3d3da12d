"""Schedules: the lengths of activities, and where the breaks are."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.planning import activity, activity_lists, allocations

from coprod_content.planner.activity import Activity
from coprod_content.planner.fitted_schedule import (
    SOONEST_BREAK,
    TALK_DESIGNED,
    TALK_DURATIONS,
    Schedule,
    best_schedule,
    segment_misfit,
)
from coprod_content.planner.time_allocation import TimeAllocation


def allocation(minutes: int, *breaks: int, welcome: int = 10, closing: int = 5) -> TimeAllocation:
    """Return a time allocation."""
    return TimeAllocation(minutes=minutes, breaks=breaks, welcome=welcome, closing=closing)


@pytest.mark.parametrize(
    ("activities", "talk", "time", "expected"),
    [
        ([(20, 30, 40)], False, allocation(25), Schedule(minutes=(25,), after_break=(False,), misfit=5 + 16)),
        ([(20, 20, 40)], True, allocation(35), Schedule(minutes=(20, 15), after_break=(False, False), misfit=5 + 25)),
        (
            [(20, 30, 40), (20, 30, 40)],
            False,
            allocation(55),
            Schedule(minutes=(25, 30), after_break=(False, False), misfit=5 + 49),
        ),
        (
            [(30, 40, 50), (30, 40, 50)],
            False,
            allocation(80, 10),
            Schedule(minutes=(40, 40), after_break=(False, True), misfit=25 + 20),
        ),
        (
            [(45, 45, 45)],
            True,
            allocation(55, 10),
            Schedule(minutes=(45, 10), after_break=(False, True), misfit=30 + 2),
        ),
    ],
)
def test_a_schedule_is_near_the_designed_lengths_with_even_segments(
    activities: list[tuple[int, int, int]], talk: bool, time: TimeAllocation, expected: Schedule
) -> None:
    """The misfit adds up both. In a tie, earlier activities are shorter."""
    drawn = tuple(
        activity(f"a{at}", least=least, designed=designed, most=most)
        for at, (least, designed, most) in enumerate(activities)
    )
    assert best_schedule(drawn, talk, time) == expected


@pytest.mark.parametrize(
    ("durations", "time"),
    [
        ((30, 40), allocation(25)),
        ((30, 40), allocation(45)),
        ((60, 75), allocation(65)),
        ((10, 15), allocation(15, 10, welcome=5)),
        ((60, 75), allocation(60, 10, welcome=10, closing=20)),
    ],
)
def test_an_impossible_schedule_is_none(durations: tuple[int, int], time: TimeAllocation) -> None:
    """There is none if the minutes do not add up, a segment is too long or a break too soon."""
    assert best_schedule((activity("a", least=durations[0], most=durations[1]),), False, time) is None


def test_a_break_needs_twenty_minutes_before_it() -> None:
    """The welcome counts among them."""
    drawn = activity("a", least=20, most=20), activity("b", least=60, most=60)
    fits = best_schedule(drawn, False, allocation(80, 10, welcome=5))
    assert fits is not None
    assert fits.after_break == (False, True)
    late = activity("a", least=10, most=10), activity("b", least=60, most=60)
    assert best_schedule(late, False, allocation(70, 10, welcome=5)) is None
    soon = best_schedule(late, False, allocation(70, 10, welcome=10))
    assert soon is not None
    assert soon.after_break == (False, True)
    first = best_schedule((activity("a", least=60, most=60),), False, allocation(60, 10, welcome=20))
    assert first is not None
    assert first.after_break == (True,)


def test_the_misfit_of_a_segment_grows_with_its_square() -> None:
    """So two even segments have less than an uneven pair."""
    assert [segment_misfit(minutes) for minutes in (0, 5, 20, 22, 40, 75)] == [0, 0, 4, 4, 16, 56]


def least_misfit(activities: tuple[Activity, ...], talk: bool, allocation: TimeAllocation) -> int | None:
    """Return the least misfit of all possible schedules, tried one by one, or None."""
    spans = [(each.durations, each.designed) for each in activities]
    spans += [(TALK_DURATIONS, TALK_DESIGNED)] if talk else []
    found = []
    for times in product(*(span for span, _ in spans)):
        if sum(times) != allocation.minutes:
            continue
        for pauses in product((False, True), repeat=len(times)):
            if sum(pauses) != len(allocation.breaks):
                continue
            segments = [allocation.welcome]
            for pause, minutes in zip(pauses, times, strict=True):
                if pause:
                    segments.append(0)
                segments[-1] += minutes
            segments[-1] += allocation.closing
            if max(segments) <= 75 and min(segments[:-1], default=99) >= SOONEST_BREAK:
                off = sum(abs(m - designed) for m, (_, designed) in zip(times, spans, strict=True))
                found.append(off + sum(map(segment_misfit, segments)))
    return min(found, default=None)


@given(activity_lists().map(lambda found: found[:3]), st.booleans(), allocations)
def test_schedules_have_the_least_misfit(
    activities: tuple[Activity, ...], talk: bool, allocation: TimeAllocation
) -> None:
    """A schedule adds up, keeps segments short, and no other is nearer to the designed lengths."""
    times = best_schedule(activities, talk, allocation)
    least = least_misfit(activities, talk, allocation)
    assert (times.misfit if times else None) == least
    if times:
        assert sum(times.minutes) == allocation.minutes
        assert sum(times.after_break) == len(allocation.breaks)
        spans = [*(each.durations for each in activities), *((TALK_DURATIONS,) if talk else ())]
        assert all(minutes in span for minutes, span in zip(times.minutes, spans, strict=True))
