"""Upper bounds on the points for the rest of a sequence.

The bounds are cheap to compute and never too low. They allow an activity to occur twice unless it is in `unique`.
SegmentPositions checks the breaks, and TotalDurations the minutes.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coprod_content.planner.activity import DECIDING, MOMENTS, Activity
from coprod_content.planner.fitted_schedule import TALK_DURATIONS
from coprod_content.planner.points import FOR_LINK
from coprod_content.planner.search.remaining_activities import IMPOSSIBLE, RemainingActivities
from coprod_content.planner.search.segments import SegmentPositions
from coprod_content.planner.search.state import START, State, Transition, moment_points, next_moments
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_allocation import TimeAllocation


class _Group(NamedTuple):
    """Activities with the same `bits` and `once`, ranked by points.

    `bits` has the bits that each activity adds to a state: the requirements that it meets, and its own bit if it is
    unique. `once` is the bit of an activity that can occur only once, or 0; such an activity cannot follow a state in
    which that bit is set. `ranked` has (points, index) pairs, best first.
    """

    bits: int
    once: int
    ranked: tuple[tuple[int, int], ...]


class PointBounds:
    """Cached upper bounds on the points that can follow each state.

    `unique` contains the ids of activities that count at most once. Required activities also count at most once.

    In the methods, `moment` is the moment of the last activity so far, `met` has the bits of the requirements met and
    the unique activities used so far, and `count` is the number of activities to come.
    """

    def __init__(
        self,
        activities: tuple[Activity, ...],
        allocation: TimeAllocation,
        totals: TotalDurations,
        segments: tuple[SegmentPositions, ...],
        unique: tuple[str, ...] = (),
    ) -> None:
        self.activities, self.allocation, self.totals, self.segments = activities, allocation, totals, segments
        self.start = START._replace(positions=segments[0].start)
        self.remaining = RemainingActivities(activities)
        self.spans = [(each.durations[0], each.durations[-1]) for each in activities]
        indices: dict[str, list[int]] = defaultdict(list)
        for index, activity in enumerate(activities):
            indices[activity.id].append(index)
        self.next = [frozenset(i for id_ in each.next for i in indices.get(id_, ())) for each in activities]
        requirements = totals.requirements
        once = {id_: 1 << n for n, id_ in enumerate(requirements.must)}
        first = totals.required.bit_length()
        once |= {id_: 1 << first + n for n, id_ in enumerate(id_ for id_ in unique if id_ not in once)}
        self.once = [once.get(each.id, 0) for each in activities]
        self.bits = [requirements.bits_of(each) | own for each, own in zip(activities, self.once, strict=True)]
        self.groups = [self._groups(moment) for moment in range(len(MOMENTS))]
        self.most_points = cache(self._most_points)
        self.most_free_points = cache(self._most_free_points)
        self.most_linked_points = cache(self._most_linked_points)

    def _groups(self, moment: int) -> tuple[_Group, ...]:
        found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for index, activity in enumerate(self.activities):
            if moment in activity.moments:
                found[self.bits[index], self.once[index]].append((activity.points, index))
        groups = (
            _Group(bits, once, tuple(sorted(members, key=lambda each: (-each[0], each[1]))))
            for (bits, once), members in found.items()
        )
        return tuple(sorted(groups, key=lambda group: (-group.ranked[0][0], group.bits, group.once)))

    def with_unique(self, unique: tuple[str, ...]) -> "PointBounds":
        """Return the same bounds with `unique` activities counted at most once."""
        return PointBounds(self.activities, self.allocation, self.totals, self.segments, unique)

    def most(self, count: int) -> int:
        """Return an upper bound on the points of `count` activities.

        Returns IMPOSSIBLE if they cannot meet the requirements.
        """
        return self.most_points(START.moment, START.met, count)

    def least(self, count: int) -> int:
        """Return a lower bound on the points of `count` activities."""
        return count * min((each.points for each in self.activities), default=0)

    def repeated(self, count: int) -> tuple[str, ...]:
        """Return the ids of the activities that a highest-scoring sequence repeats.

        The sequence has `count` activities. It meets the requirements, but ignores breaks and minutes, so it may not be
        possible.
        """
        state, last = START, None
        points = self.most_points(START.moment, START.met, count)
        ids: list[str] = []
        for left in range(count, 0, -1) if points > IMPOSSIBLE else ():
            best = min(self._relaxed_transitions(state, left, points, last))
            ids.append(self.activities[best.activity].id)
            points -= best.points
            state, last = best.state, best.activity
        return tuple(dict.fromkeys(id_ for id_ in ids if ids.count(id_) > 1))

    def transitions(self, state: State, count: int, points: int, used: int, last: int | None) -> Iterator[Transition]:
        """Yield transitions after which a total of `points` still seems possible.

        `count` activities, including the next one, must score at least `points`. `used` has the bits of the activities
        used so far. `last` is the index of the last of these activities, or None at the start.
        """
        for step in sorted(self._relaxed_transitions(state, count, points, last)):
            bit, rest = self.remaining.bits[step.activity], points - step.points
            if bit & used or not self._can_complete(step, used | bit, count - 1, rest):
                continue
            positions = self.segments[0].after(state.positions, step.activity)
            for each in self.segments:
                positions &= each.before(step.moment, step.state.met, count - 1, rest)
            if positions:
                yield step._replace(state=step.state._replace(positions=positions))

    def _relaxed_transitions(self, state: State, count: int, points: int, last: int | None) -> Iterator[Transition]:
        """Yield transitions as `transitions` does, but with fewer checks.

        Activities can repeat, and breaks and minutes are ignored.
        """
        linked = self.next[last] if last is not None else frozenset()
        for moment in next_moments(state.moment):
            entered = moment_points(state.moment, moment)
            for group in self.groups[moment]:
                met = state.met | group.bits
                rest = IMPOSSIBLE if group.once & state.met else self.most_points(moment, met, count - 1)
                for own, index in group.ranked if rest > IMPOSSIBLE else ():
                    if entered + own + rest + 2 * FOR_LINK < points:
                        break
                    gained = own + entered + FOR_LINK * (index in linked)
                    if gained + self.most_linked_points(index, moment, met, count - 1) >= points:
                        least, most = self.spans[index]
                        following = State(moment, met, state.least + least, state.most + most)
                        yield Transition(index, moment, gained, following)

    def _most_points(self, moment: int, met: int, count: int) -> int:
        """Return an upper bound on the points of `count` more activities.

        Any points for a link to the first activity are left out. Returns IMPOSSIBLE if the requirements cannot be met.
        """
        if count == 0:
            return 0 if self.totals.can_end(moment, met) else IMPOSSIBLE
        most = IMPOSSIBLE
        for following in next_moments(moment) if self.totals.can_meet(met, count) else ():
            entered = moment_points(moment, following)
            free = self.most_free_points(following, count - 1)
            for group in self.groups[following]:
                if entered + group.ranked[0][0] + free + FOR_LINK <= most:
                    break
                after = met | group.bits
                rest = IMPOSSIBLE if group.once & met else self.most_points(following, after, count - 1)
                for own, index in group.ranked if rest > IMPOSSIBLE else ():
                    if entered + own + rest + FOR_LINK <= most:
                        break
                    most = max(most, entered + own + self.most_linked_points(index, following, after, count - 1))
        return most

    def _most_free_points(self, moment: int, count: int) -> int:
        """Return a bound that is looser than `_most_points`, but quicker to compute.

        It ignores requirements, and assumes that each activity leads to the next.
        """
        if count == 0:
            return 0
        points = (
            moment_points(moment, following)
            + self.groups[following][0].ranked[0][0]
            + self.most_free_points(following, count - 1)
            for following in next_moments(moment)
            if self.groups[following]
        )
        return max(points, default=IMPOSSIBLE) + FOR_LINK

    def _most_linked_points(self, last: int, moment: int, met: int, count: int) -> int:
        """Return the bound from `_most_points`, plus points for any link from `last`.

        `last` is the index of the activity before the `count` activities.
        """
        most = self.most_points(moment, met, count)
        if not count or not self.next[last] or most <= IMPOSSIBLE:
            return most
        limit = most + FOR_LINK
        for index in self.next[last]:
            activity = self.activities[index]
            for following in next_moments(moment):
                allowed = not self.once[index] & met
                if most < limit and allowed and following in activity.moments:
                    gained = FOR_LINK + moment_points(moment, following) + activity.points
                    rest = self.most_linked_points(index, following, met | self.bits[index], count - 1)
                    most = max(most, gained + rest)
        return most

    def _can_complete(self, step: Transition, used: int, count: int, points: int) -> bool:
        """Return whether it seems possible to complete a sequence after a step.

        False means that `count` unused activities cannot score `points`, or cannot fill the time. `used` has the bits
        of the activities used so far.
        """
        moment, met, least, most, _ = step.state
        if self.remaining.points(moment, used, self.remaining.bits[step.activity], count) < points:
            return False
        talk = TALK_DURATIONS[-1] if moment < DECIDING else 0
        shortest, longest = self.remaining.minutes(moment, used, count)
        minutes = self.allocation.minutes
        if not least + shortest <= minutes <= most + longest + talk:
            return False
        return self.totals.can_fill(moment, met, count, minutes - most, minutes - least)
