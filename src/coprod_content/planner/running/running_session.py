"""A session in progress: what happens next, and what an interruption changes.

Times are whole minutes, counted from any fixed moment. The run page does the same sums in JavaScript, and a test
compares the two.
"""

from attrs import evolve, frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.planner.activity import STEP
from coprod_content.planner.running.best_cut import ADDED_BREAK, CutItem, CutPart, CutSearch
from coprod_content.planner.running.item_durations import session_items


@frozen(kw_only=True)
class RestOfSession:
    """The parts still to come, and the end of the session.

    A part's index counts from the current item, which is 0.
    """

    parts: tuple[CutPart, ...]
    ends: int


@frozen(kw_only=True)
class RunningSession:
    """A session in progress.

    `items` starts with the current item, and contains everything after it that was planned. The current item started at
    `started` and has `given` minutes. People have been sitting since `seated`. The session must finish by `end` or, if
    `end_moves`, when everything is done. `longest` is the longest time without a break.
    """

    items: tuple[CutItem, ...]
    started: int
    given: int
    seated: int
    end: int
    end_moves: bool = False
    longest: int = LONGEST_WITHOUT_BREAK

    @classmethod
    def of(cls, workshop: Workshop, library: Library, started: int, end: int) -> "RunningSession":
        """Return a session whose first item has just started.

        Its longest time without a break is 75 minutes or, if longer, the longest in the workshop's agenda.
        """
        items = session_items(workshop, library)
        stretch, longest = 0, LONGEST_WITHOUT_BREAK
        for item in items:
            stretch = 0 if item.is_break else stretch + item.minutes
            longest = max(longest, stretch)
        return cls(items=items, started=started, given=items[0].minutes, seated=started, end=end, longest=longest)

    def rest(self, now: int) -> RestOfSession:
        """Return the best plan for the rest of the session.

        If not even the shortest plan ends in time, the session ends later, by as few steps of five minutes as possible.
        The last item is never put off, however long people have been sitting.
        """
        at = max(self.started + self.given, now)
        since = 0 if self.items[0].is_break else at - self.seated
        items = self.items[1:]
        whole = sum(item.minutes + ADDED_BREAK for item in items)
        left = whole if self.end_moves else self.end - at
        last = items[-1].durations[0] if items else 0
        search = CutSearch(items, max(self.longest, since + last))
        later = range(0, max(0, whole - left) + STEP, STEP)
        cut = next(filter(None, (search.best(0, left + late, since) for late in later)))
        parts = tuple(evolve(part, index=None if part.index is None else part.index + 1) for part in cut.parts)
        return RestOfSession(parts=parts, ends=at + sum(part.minutes for part in parts))

    def with_more(self, now: int) -> "RunningSession":
        """Return the session with five more minutes for the current item."""
        return evolve(self, given=max(self.given, now - self.started) + STEP)

    def shortened(self, now: int) -> "RunningSession":
        """Return the session with the current item cut to its short version."""
        least = max(self.items[0].durations[0], now - self.started)
        return evolve(self, given=min(self.given, least))

    def moved_on(self, now: int) -> "RunningSession | None":
        """Return the session at its next item, or None at the end."""
        parts = evolve(self, given=now - self.started).rest(now).parts
        if not parts:
            return None
        index, minutes = parts[0].index, parts[0].minutes
        added = CutItem(durations=(minutes,), is_break=True)
        items = (added, *self.items[1:]) if index is None else self.items[index:]
        seated = now if self.items[0].is_break else self.seated
        return evolve(self, items=items, started=now, given=minutes, seated=seated)

    def on_break(self, now: int) -> "RunningSession":
        """Return the session with a break that starts now.

        The next planned break is brought forward. If there is none, a break of ten minutes is added. After it, the
        current item goes on if at least five of its minutes are left.
        """
        current, later = self.items[0], self.items[1:]
        planned = next((item for item in later if item.is_break), CutItem(durations=(ADDED_BREAK,), is_break=True))
        elapsed, left = now - self.started, self.started + self.given - now
        if planned in later:
            at = later.index(planned)
            later = (*later[:at], *later[at + 1 :])
        if left >= STEP:
            shorter = (length - elapsed for length in current.durations)
            durations = (*(n for n in shorter if STEP <= n < left), left)
            later = (evolve(current, durations=durations), *later)
        return evolve(self, items=(planned, *later), started=now, given=planned.minutes)
