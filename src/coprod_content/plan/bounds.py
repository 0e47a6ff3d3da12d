"""Bounds of the search: how many points may still come, and whether the minutes may still add up.

An activity is worth its points less a price for the fewest minutes that it takes; the minutes at hand are paid for at
the same price. Whatever the price, the sum is no less than the points of what fits in the minutes (a Lagrangian bound).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from coprod_content.plan.activity import DECIDING, DEEPENING, MOMENTS, STEP, Activity, lengths
from coprod_content.plan.fitting import TALK_LENGTHS, Room
from coprod_content.plan.states import FOR_LINK, FOR_MOMENT, START, State, Step, Wishes, entered, moves

FULL = 100
"""What a point is worth where worth is counted: finely, so that minutes may have a price of less than a point."""
IMPOSSIBLE = -1_000_000


class _Group(NamedTuple):
    """Activities that set the same bits: their worth and index, the best first, and the steps that they may last.

    None of the bits `once` may be set before them.
    """

    bits: int
    once: int
    ranked: tuple[tuple[int, int], ...]
    steps: tuple[int, ...]


class Bounds:
    """What may still come, found out once for each state.

    `price` is that of a step of minutes; the activities `watched` do not come twice.
    """

    def __init__(
        self,
        activities: tuple[Activity, ...],
        wishes: Wishes,
        room: Room,
        price: int = 0,
        watched: tuple[str, ...] = (),
    ) -> None:
        self.activities, self.target, self.price = activities, room.minutes, price
        self.wanted = (1 << len(wishes.must) + len(wishes.themes) + wishes.purpose) - 1
        self.spans = [(lengths(each)[0], lengths(each)[-1]) for each in activities]
        places: dict[str, list[int]] = defaultdict(list)
        for index, activity in enumerate(activities):
            places[activity.id].append(index)
        self.worth = [
            FULL * a.points - price * least // STEP for a, (least, _) in zip(activities, self.spans, strict=True)
        ]
        self.next = [frozenset(i for id_ in each.next for i in places.get(id_, ())) for each in activities]
        once = {id_: 1 << n for n, id_ in enumerate(wishes.must)}
        first = self.wanted.bit_length()
        once |= {id_: 1 << first + n for n, id_ in enumerate(id_ for id_ in watched if id_ not in once)}
        self.once = [once.get(each.id, 0) for each in activities]
        self.own_bits = [wishes.bits_of(each) | self.once[index] for index, each in enumerate(activities)]
        self.groups = [self._groups(moment) for moment in range(len(MOMENTS))]
        best_of = {id_: max(self.worth[index] for index in found) for id_, found in places.items()}
        self.by_points = sorted(((worth, id_) for id_, worth in best_of.items()), reverse=True)
        self.fresh: dict[tuple[int, int, int], int] = {}
        self.linked: dict[tuple[int, int, int, int], int] = {}
        self.totals: dict[tuple[int, int, int], int] = {}

    def _groups(self, moment: int) -> tuple[_Group, ...]:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, activity in enumerate(self.activities):
            if moment in activity.moments:
                found[self.own_bits[index], self.once[index]].append(index)
        return tuple(
            _Group(
                bits,
                once,
                tuple(sorted(((self.worth[i], i) for i in members), key=lambda each: (-each[0], each[1]))),
                tuple(sorted({n // STEP for i in members for n in lengths(self.activities[i])})),
            )
            for (bits, once), members in sorted(found.items())
        )

    def is_done(self, state: State) -> bool:
        """Whether all that has to come has come."""
        return self._ends(state.moment, state.met)

    def most(self, count: int) -> int:
        """No fewer points than so many activities may bring; IMPOSSIBLE where they cannot bring what has to come."""
        if not self._adds_up(START, count):
            return IMPOSSIBLE
        worth = self._fresh(START.moment, START.met, count)
        return (worth + self._budget(START)) // FULL if worth > IMPOSSIBLE else IMPOSSIBLE

    def _budget(self, state: State) -> int:
        """What the minutes that are left cost."""
        return self.price * (self.target - state.least) // STEP

    def least(self, count: int) -> int:
        """No more points than so many activities may bring."""
        return count * min((each.points for each in self.activities), default=0)

    def wanted_twice(self, count: int) -> tuple[str, ...]:
        """The activities that come twice in one of the best sequences, as far as that is not forbidden."""
        state, last = START, None
        worth = self._fresh(START.moment, START.met, count)
        ids: list[str] = []
        for left in range(count, 0, -1) if worth > IMPOSSIBLE else ():
            step = min(self._reaching(state, left, worth, last))
            ids.append(self.activities[step.place].id)
            worth -= FULL * step.points - self.price * (step.state.least - state.least) // STEP
            state, last = step.state, step.place
        return tuple(dict.fromkeys(id_ for id_ in ids if ids.count(id_) > 1))

    def steps(self, state: State, count: int, points: int, used: frozenset[str], last: int | None) -> tuple[Step, ...]:
        """The activities from which so many, this one among them, may bring so many points, in the order of ids."""
        return tuple(
            sorted(
                step
                for step in self._reaching(state, count, FULL * points - self._budget(state), last)
                if (id_ := self.activities[step.place].id) not in used
                and self._unused(used | {id_}, count - 1) + self._budget(step.state) >= FULL * (points - step.points)
                and self._adds_up(step.state, count - 1)
            )
        )

    def _reaching(self, state: State, count: int, worth: int, last: int | None) -> Iterator[Step]:
        """The activities from which so many may be worth so much, if those not watched may come twice."""
        leads = self.next[last] if last is not None else frozenset()
        for moment in moves(state.moment):
            opened = entered(state.moment, moment)
            for group in self.groups[moment]:
                met = state.met | group.bits
                rest = IMPOSSIBLE if group.once & state.met else self._fresh(moment, met, count - 1)
                for own, index in group.ranked if rest > IMPOSSIBLE else ():
                    if FULL * opened + own + rest + 2 * FULL * FOR_LINK < worth:
                        break
                    extra = opened + FOR_LINK * (index in leads)
                    if FULL * extra + own + self._after(index, moment, met, count - 1) >= worth:
                        least, most = self.spans[index]
                        points = extra + self.activities[index].points
                        yield Step(index, moment, points, State(moment, met, state.least + least, state.most + most))

    def _ends(self, moment: int, met: int) -> bool:
        return moment >= DEEPENING and met & self.wanted == self.wanted

    def _fresh(self, moment: int, met: int, count: int) -> int:
        """The most that activities are worth that may come twice, when no link leads into the first."""
        if count == 0:
            return 0 if self._ends(moment, met) else IMPOSSIBLE
        key = moment, met, count
        if key not in self.fresh:
            most = IMPOSSIBLE
            for following in moves(moment):
                opened = FULL * entered(moment, following)
                for group in self.groups[following]:
                    after = met | group.bits
                    rest = IMPOSSIBLE if group.once & met else self._fresh(following, after, count - 1)
                    for own, index in group.ranked if rest > IMPOSSIBLE else ():
                        if opened + own + rest + FULL * FOR_LINK <= most:
                            break
                        most = max(most, opened + own + self._after(index, following, after, count - 1))
            self.fresh[key] = most
        return self.fresh[key]

    def _after(self, last: int, moment: int, met: int, count: int) -> int:
        """The most that activities are worth that may come twice, when a link may lead from one into the first."""
        most = self._fresh(moment, met, count)
        if not count or not self.next[last] or most <= IMPOSSIBLE:
            return most
        key = last, moment, met, count
        if key not in self.linked:
            enough = most + FULL * FOR_LINK
            for index in self.next[last]:
                activity = self.activities[index]
                for following in moves(moment):
                    free = not self.once[index] & met
                    if most < enough and free and following in activity.moments:
                        brought = FULL * (FOR_LINK + entered(moment, following)) + self.worth[index]
                        most = max(most, brought + self._after(index, following, met | self.own_bits[index], count - 1))
            self.linked[key] = most
        return self.linked[key]

    def _unused(self, used: frozenset[str], count: int) -> int:
        """The most that so many activities are worth that are not used yet, none twice, if all of them are linked."""
        total = 0
        left = count
        for worth, id_ in self.by_points:
            if not left:
                break
            if id_ not in used:
                total += worth
                left -= 1
        return total + FULL * (count * FOR_LINK + 2 * FOR_MOMENT) if not left else IMPOSSIBLE

    def _adds_up(self, state: State, count: int) -> bool:
        """Whether so many more may fill the minutes, leaving aside where breaks come."""
        lowest, highest = max(0, self.target - state.most), self.target - state.least
        if highest < 0:
            return False
        window = (1 << highest // STEP + 1) - (1 << lowest // STEP)
        return bool(self._totals(state.moment, state.met, count) & window)

    def _totals(self, moment: int, met: int, count: int) -> int:
        """A bit for each total, in steps, that so many more may last, with the talk where no activity decides."""
        if count == 0:
            if not self._ends(moment, met):
                return 0
            return sum(1 << minutes // STEP for minutes in TALK_LENGTHS) if moment < DECIDING else 1
        key = moment, met, count
        if key not in self.totals:
            total = 0
            for following in moves(moment):
                for group in self.groups[following]:
                    rest = 0 if group.once & met else self._totals(following, met | group.bits, count - 1)
                    for steps in group.steps if rest else ():
                        total |= rest << steps
            self.totals[key] = total & (1 << self.target // STEP + 1) - 1
        return self.totals[key]
