"""The bounds of the search, compared with exhaustive ones."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st
from tests.support.examples import examples
from tests.support.planning import activity_lists, allocations

from coprod_content.planner.activity import Activity
from coprod_content.planner.points import FOR_LINK, FOR_MOMENT
from coprod_content.planner.search.point_bounds import PointBounds
from coprod_content.planner.search.remaining_activities import IMPOSSIBLE, RemainingActivities
from coprod_content.planner.search.segments import SegmentPositions
from coprod_content.planner.search.state import START, Requirements
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_allocation import TimeAllocation

Position = tuple[int, int, int]
"""Breaks so far, steps of activities so far, steps since the last break."""
Problem = tuple[tuple[Activity, ...], Requirements]
many = examples(120)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A few activities, and requirements that most of their sequences can meet."""
    activities = draw(activity_lists().map(lambda found: found[:4]).filter(bool))
    themes = sorted({theme for each in activities for theme in each.themes})
    return activities, Requirements(
        must=tuple(draw(st.lists(st.sampled_from([each.id for each in activities]), max_size=1))),
        themes=tuple(draw(st.lists(st.sampled_from(themes), max_size=1))) if themes else (),
        purpose=draw(st.booleans()) and any(each.serves for each in activities),
    )


def arcs(moment: int, count: int) -> list[tuple[int, ...]]:
    """Return the moments that `count` activities after one in `moment` can have, until a session can close."""
    if count == 0:
        return [()] if moment >= 1 else []
    following = (0, 1, 2) if moment < 0 else (moment, moment + 1) if moment < 3 else (3,)
    return [(each, *rest) for each in following for rest in arcs(each, count - 1)]


def sequences(activities: tuple[Activity, ...], moment: int, count: int) -> list[tuple[tuple[Activity, int], ...]]:
    """Return all sequences of activities, which can repeat, with their moments."""
    return [
        tuple(zip(chosen, moments, strict=True))
        for moments in arcs(moment, count)
        for chosen in product(*([a for a in activities if each in a.moments] for each in moments))
    ]


@many
@given(problems(), st.integers(0, 3))
def test_total_durations_are_those_of_all_sequences_that_meet_the_requirements(problem: Problem, count: int) -> None:
    """Whatever the points and breaks, and with activities that repeat."""
    activities, required = problem
    totals = TotalDurations(activities, required)
    possible: set[int] = set()
    for sequence in sequences(activities, START.moment, count):
        met = 0
        for each, _ in sequence:
            met |= required.bits_of(each)
        if met == required.every_bit:
            talk = (5, 10, 15) if sequence[-1][1] < 2 else (0,)
            possible |= {sum(times) for times in product(*(each.durations for each, _ in sequence), talk)}
    for minutes in range(0, 300, 5):
        assert totals.can_fill(START.moment, 0, count, minutes, minutes) == (minutes in possible)
        window = totals.can_fill(START.moment, 0, count, minutes, minutes + 20)
        assert window == bool(possible & set(range(minutes, minutes + 21)))
    assert not totals.can_fill(START.moment, 0, count, -10, -5)
    assert totals.can_fill(START.moment, 0, count, -50, 480) == bool(possible)


@many
@given(problems(), st.integers(1, 3), allocations, st.booleans())
def test_the_most_points_are_those_of_the_best_sequence_in_which_activities_repeat(
    problem: Problem, count: int, allocation: TimeAllocation, unique: bool
) -> None:
    """Required and unique activities never repeat. The ids that do are those of one of the best sequences."""
    activities, required = problem
    totals = TotalDurations(activities, required)
    once = {*required.must, *((activities[0].id,) if unique and activities else ())}
    bounds = PointBounds(
        activities, allocation, totals, (segments(activities, allocation, required),), tuple(sorted(once))
    )
    scores: dict[int, list[list[str]]] = {}
    for sequence in sequences(activities, START.moment, count):
        ids = [each.id for each, _ in sequence]
        met = 0
        for each, _ in sequence:
            met |= required.bits_of(each)
        if met == required.every_bit and not any(ids.count(id_) > 1 for id_ in once):
            scores.setdefault(score(sequence), []).append(ids)
    assert bounds.most(count) == max(scores, default=IMPOSSIBLE)
    assert bounds.least(count) <= min(scores, default=bounds.least(count))
    repeated = bounds.repeated(count)
    best = scores[max(scores)] if scores else [[]]
    assert repeated in {tuple(dict.fromkeys(id_ for id_ in ids if ids.count(id_) > 1)) for ids in best}


def score(sequence: tuple[tuple[Activity, int], ...]) -> int:
    """Return the points of a sequence."""
    links = sum(second.id in first.next for (first, _), (second, _) in pairwise(sequence))
    moments = [moment for _, moment in sequence]
    arc = (moments[0] == 0) + (2 in moments)
    return sum(each.points for each, _ in sequence) + FOR_LINK * links + FOR_MOMENT * arc


@many
@given(activity_lists(), st.integers(-1, 3), st.integers(0, 4), st.data())
def test_remaining_activities_bound_points_and_minutes(
    activities: tuple[Activity, ...], moment: int, count: int, data: st.DataObject
) -> None:
    """None counts twice, and only those count that suit this moment or a later one."""
    remaining = RemainingActivities(activities)
    ids = list(dict.fromkeys(each.id for each in activities))
    bit = {each.id: own for each, own in zip(activities, remaining.bits, strict=True)}
    assert sorted(bit.values()) == [1 << n for n in range(len(ids))]
    used = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    last = data.draw(st.sampled_from(sorted(used))) if used else None
    left = [each for each in activities if each.id not in used and max(each.moments) >= moment]
    before = {*(id_ for id_ in ids if id_ not in used), *((last,) if last else ())}
    points, shortest, longest = [], [], []
    for id_ in dict.fromkeys(each.id for each in left):
        own = [each for each in left if each.id == id_]
        linked = any(id_ in each.next for each in activities if each.id in before - {id_})
        points.append(max(each.points for each in own) + FOR_LINK * linked)
        shortest.append(min(each.durations[0] for each in own))
        longest.append(max(each.durations[-1] for each in own))
    bits = sum(bit[id_] for id_ in used)
    arc = FOR_MOMENT * ((moment < 0) + (moment < 2))
    expected = sum(sorted(points, reverse=True)[:count]) + arc if len(points) >= count else IMPOSSIBLE
    assert remaining.points(moment, bits, bit[last] if last else 0, count) == expected
    bounds = sum(sorted(shortest)[:count]), sum(sorted(longest, reverse=True)[:count])
    assert remaining.minutes(moment, bits, count) == bounds


def segments(
    activities: tuple[Activity, ...], allocation: TimeAllocation, required: Requirements, *, scored: bool = True
) -> SegmentPositions:
    """Return the positions with all requirements checked."""
    return SegmentPositions(activities, allocation, required, required.every_bit, scored=scored)


def decoded(positions: int, allocation: TimeAllocation) -> set[Position]:
    """Return the positions in a set of bits."""
    layer = (allocation.minutes // 5 + 1 + 16) * 16
    bits = [bit for bit in range(positions.bit_length()) if positions >> bit & 1]
    return {(bit // layer, bit % layer // 16, bit % 16) for bit in bits}


def can_break(position: Position, allocation: TimeAllocation) -> bool:
    """Return whether there can be a break at a position."""
    breaks, _, since = position
    minutes = 5 * since + (allocation.welcome if breaks == 0 else 0)
    return breaks < len(allocation.breaks) and 20 <= minutes <= 75


def moved(position: Position, steps: int, allocation: TimeAllocation) -> set[Position]:
    """Return the positions after an activity of some steps, with or without a break before it."""
    breaks, done, since = position
    found = {(breaks, done + steps, since + steps)}
    if can_break(position, allocation):
        found.add((breaks + 1, done + steps, steps))
    return {each for each in found if is_allowed(each, allocation)}


def is_allowed(position: Position, allocation: TimeAllocation) -> bool:
    """Return whether a position is within the time, and its segment is short enough."""
    breaks, done, since = position
    return 5 * done <= allocation.minutes and 5 * since + (allocation.welcome if breaks == 0 else 0) <= 75


def can_close(position: Position, moment: int, allocation: TimeAllocation) -> bool:
    """Return whether the session can close at a position, after the talk if nothing has decided."""
    if moment < 2:
        after = {each for steps in (1, 2, 3) for each in moved(position, steps, allocation)}
        return moment == 1 and any(can_close(each, 2, allocation) for each in after)
    breaks, done, since = position
    minutes = 5 * since + allocation.closing + (allocation.welcome if breaks == 0 else 0)
    return breaks == len(allocation.breaks) and 5 * done == allocation.minutes and minutes <= 75


@many
@given(problems(), allocations, st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_positions_after_activities_are_those_of_a_simulation(
    problem: Problem, allocation: TimeAllocation, chosen: list[int]
) -> None:
    """Each activity moves every position by each of its durations, with and without a break before it."""
    activities, required = problem
    tracked = segments(activities, allocation, required)
    positions, simulated = tracked.start, {(0, 0, 0)}
    for index in (each % len(activities) for each in chosen):
        positions = tracked.after(positions, index)
        steps = [minutes // 5 for minutes in activities[index].durations]
        simulated = {new for old in simulated for by in steps for new in moved(old, by, allocation)}
        assert decoded(positions, allocation) == simulated


@many
@given(problems(), allocations, st.integers(-1, 3), st.integers(0, 2), st.integers(0, 8))
def test_positions_before_the_rest_are_those_of_a_simulation(
    problem: Problem, allocation: TimeAllocation, moment: int, count: int, points: int
) -> None:
    """From each of them some activities, which can repeat, bring the points, meet the requirements and fill the time.

    Every activity that another leads to counts as linked.
    """
    activities, required = problem
    linked = {id_ for each in activities for id_ in each.next}
    ways = []
    for sequence in sequences(activities, moment, count):
        met, gained, before = 0, 0, moment
        for each, following in sequence:
            met |= required.bits_of(each)
            gained += each.points + FOR_LINK * (each.id in linked)
            gained += FOR_MOMENT * ((following == 0 and before < 0) or (following == 2 and before != 2))
            before = following
        if met == required.every_bit and gained >= points:
            ways.append(sequence)
    tracked = segments(activities, allocation, required)
    expected = {
        position
        for position in decoded(tracked.allowed, allocation)
        if any(_fills(position, moment, sequence, allocation) for sequence in ways)
    }
    found = decoded(tracked.before(moment, 0, count, points), allocation)
    assert {each for each in found if each[2] <= each[1]} == {each for each in expected if each[2] <= each[1]}
    unscored = segments(activities, allocation, required, scored=False)
    assert unscored.before(moment, 0, count, 99) == tracked.before(moment, 0, count, -99)


def _fills(
    position: Position, moment: int, sequence: tuple[tuple[Activity, int], ...], allocation: TimeAllocation
) -> bool:
    """Return whether a sequence can fill the rest of the time from a position."""
    positions = {position}
    for each, _ in sequence:
        positions = {
            new for old in positions for minutes in each.durations for new in moved(old, minutes // 5, allocation)
        }
    last = sequence[-1][1] if sequence else moment
    return any(can_close(each, last, allocation) for each in positions)
