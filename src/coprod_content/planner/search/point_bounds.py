"""Bounds of the search: how many points may still come, and whether the minutes may still add up.

Each leaves something aside, so that it is soon known, and none is ever too low: an activity may come twice, unless it
is watched; or wishes and minutes, or breaks, are not looked at.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from coprod_content.planner.activity import DECIDING, MOMENTS, Activity, lengths
from coprod_content.planner.schedule import TALK_LENGTHS, TimeBudget
from coprod_content.planner.search.remaining_activities import IMPOSSIBLE, RemainingActivities
from coprod_content.planner.search.segments import SegmentPositions
from coprod_content.planner.search.state import FOR_LINK, START, State, Transition, entered, moves
from coprod_content.planner.search.total_durations import TotalDurations


class _Group(NamedTuple):
    """Activities that set the same bits: points and index of each, the best first.

    None of the bits `once` may be set before them.
    """

    bits: int
    once: int
    ranked: tuple[tuple[int, int], ...]


class PointBounds:
    """What may still come, found out once for each state. The activities `watched` do not come twice."""

    def __init__(
        self,
        activities: tuple[Activity, ...],
        budget: TimeBudget,
        totals: TotalDurations,
        segments: tuple[SegmentPositions, ...],
        watched: tuple[str, ...] = (),
    ) -> None:
        self.activities, self.budget, self.target, self.totals = activities, budget, budget.minutes, totals
        requirements = totals.requirements
        self.segments = segments
        self.start = START._replace(places=segments[0].start)
        self.remaining = RemainingActivities(activities)
        self.spans = [(lengths(each)[0], lengths(each)[-1]) for each in activities]
        places: dict[str, list[int]] = defaultdict(list)
        for index, activity in enumerate(activities):
            places[activity.id].append(index)
        self.next = [frozenset(i for id_ in each.next for i in places.get(id_, ())) for each in activities]
        once = {id_: 1 << n for n, id_ in enumerate(requirements.must)}
        first = totals.wanted.bit_length()
        once |= {id_: 1 << first + n for n, id_ in enumerate(id_ for id_ in watched if id_ not in once)}
        self.once = [once.get(each.id, 0) for each in activities]
        self.own_bits = [requirements.bits_of(each) | own for each, own in zip(activities, self.once, strict=True)]
        self.groups = [self._groups(moment) for moment in range(len(MOMENTS))]
        self.free: dict[tuple[int, int], int] = {}
        self.fresh: dict[tuple[int, int, int], int] = {}
        self.linked: dict[tuple[int, int, int, int], int] = {}

    def _groups(self, moment: int) -> tuple[_Group, ...]:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, activity in enumerate(self.activities):
            if moment in activity.moments:
                found[self.own_bits[index], self.once[index]].append(index)
        groups = (
            _Group(
                bits,
                once,
                tuple(sorted(((self.activities[i].points, i) for i in members), key=lambda each: (-each[0], each[1]))),
            )
            for (bits, once), members in sorted(found.items())
        )
        return tuple(sorted(groups, key=lambda group: (-group.ranked[0][0], group.bits, group.once)))

    def watching(self, watched: tuple[str, ...]) -> "PointBounds":
        """Bounds of the same in which some activities do not come twice."""
        return PointBounds(self.activities, self.budget, self.totals, self.segments, watched)

    def most(self, count: int) -> int:
        """No fewer points than so many activities may bring; IMPOSSIBLE where they cannot bring what has to come."""
        return self._fresh(START.moment, START.met, count)

    def least(self, count: int) -> int:
        """No more points than so many activities may bring."""
        return count * min((each.points for each in self.activities), default=0)

    def wanted_twice(self, count: int) -> tuple[str, ...]:
        """The activities that come twice in one of the best sequences, as far as that is not forbidden."""
        state, last = START, None
        points = self._fresh(START.moment, START.met, count)
        ids: list[str] = []
        for left in range(count, 0, -1) if points > IMPOSSIBLE else ():
            step = min(self._reaching(state, left, points, last))
            ids.append(self.activities[step.place].id)
            points -= step.points
            state, last = step.state, step.place
        return tuple(dict.fromkeys(id_ for id_ in ids if ids.count(id_) > 1))

    def steps(self, state: State, count: int, points: int, used: int, last: int | None) -> Iterator[Transition]:
        """The activities from which so many, this one among them, may bring so many points, in the order of ids."""
        for step in sorted(self._reaching(state, count, points, last)):
            bit, rest = self.remaining.bits[step.place], points - step.points
            if bit & used or not self._is_enough(step, used | bit, count - 1, rest):
                continue
            places = self.segments[0].after(state.places, step.place)
            for each in self.segments:
                places &= each.before(step.moment, step.state.met, count - 1, rest)
            if places:
                yield step._replace(state=step.state._replace(places=places))

    def _reaching(self, state: State, count: int, points: int, last: int | None) -> Iterator[Transition]:
        """The activities from which so many may bring so many points, if those not watched may come twice."""
        leads = self.next[last] if last is not None else frozenset()
        for moment in moves(state.moment):
            opened = entered(state.moment, moment)
            for group in self.groups[moment]:
                met = state.met | group.bits
                rest = IMPOSSIBLE if group.once & state.met else self._fresh(moment, met, count - 1)
                for own, index in group.ranked if rest > IMPOSSIBLE else ():
                    if opened + own + rest + 2 * FOR_LINK < points:
                        break
                    brought = own + opened + FOR_LINK * (index in leads)
                    if brought + self._after(index, moment, met, count - 1) >= points:
                        least, most = self.spans[index]
                        yield Transition(
                            index, moment, brought, State(moment, met, state.least + least, state.most + most)
                        )

    def _fresh(self, moment: int, met: int, count: int) -> int:
        """The most points of activities that may come twice, when no link leads into the first."""
        if count == 0:
            return 0 if self.totals.ends(moment, met) else IMPOSSIBLE
        key = moment, met, count
        if key not in self.fresh:
            self.fresh[key] = self._best(moment, met, count) if self.totals.may_meet(met, count) else IMPOSSIBLE
        return self.fresh[key]

    def _best(self, moment: int, met: int, count: int) -> int:
        most = IMPOSSIBLE
        for following in moves(moment):
            opened = entered(moment, following)
            free = self._free(following, count - 1)
            for group in self.groups[following]:
                if opened + group.ranked[0][0] + free + FOR_LINK <= most:
                    break
                after = met | group.bits
                rest = IMPOSSIBLE if group.once & met else self._fresh(following, after, count - 1)
                for own, index in group.ranked if rest > IMPOSSIBLE else ():
                    if opened + own + rest + FOR_LINK <= most:
                        break
                    most = max(most, opened + own + self._after(index, following, after, count - 1))
        return most

    def _free(self, moment: int, count: int) -> int:
        """The most points if nothing had to come, anything came twice, and all of it was linked."""
        if count == 0:
            return 0
        key = moment, count
        if key not in self.free:
            brought = (
                entered(moment, following) + self.groups[following][0].ranked[0][0] + self._free(following, count - 1)
                for following in moves(moment)
                if self.groups[following]
            )
            self.free[key] = max(brought, default=IMPOSSIBLE)
        return self.free[key] + FOR_LINK

    def _after(self, last: int, moment: int, met: int, count: int) -> int:
        """The most points of activities that may come twice, when a link may lead from one into the first."""
        most = self._fresh(moment, met, count)
        if not count or not self.next[last] or most <= IMPOSSIBLE:
            return most
        key = last, moment, met, count
        if key not in self.linked:
            enough = most + FOR_LINK
            for index in self.next[last]:
                activity = self.activities[index]
                for following in moves(moment):
                    free = not self.once[index] & met
                    if most < enough and free and following in activity.moments:
                        brought = FOR_LINK + entered(moment, following) + activity.points
                        most = max(most, brought + self._after(index, following, met | self.own_bits[index], count - 1))
            self.linked[key] = most
        return self.linked[key]

    def _is_enough(self, step: Transition, used: int, count: int, points: int) -> bool:
        """Whether so many that are not used yet, none twice, may bring so many points and may fill the minutes."""
        moment, met, least, most, _ = step.state
        if self.remaining.points(moment, used, self.remaining.bits[step.place], count) < points:
            return False
        talk = TALK_LENGTHS[-1] if moment < DECIDING else 0
        shortest, longest = self.remaining.minutes(moment, used, count)
        if not least + shortest <= self.target <= most + longest + talk:
            return False
        return self.totals.fill(moment, met, count, self.target - most, self.target - least)
