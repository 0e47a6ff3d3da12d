"""The progress of a long run: rows done, speed, and time left."""

import time

from attrs import Factory, define

_EVERY = 10.0
"""The seconds between two lines about progress, if they do not go to a terminal."""


@define
class RunProgress:
    """The numbers of rows done, and of rows made in this run.

    Rows that an earlier run has finished take no time, so they do not count towards the speed.
    """

    total: int
    done: int = 0
    made: int = 0
    start: float = Factory(time.monotonic)
    shown: float = Factory(time.monotonic)

    def line(self) -> str:
        """Return the state of the run in words.

        An example is `120 of 500 organisations, 21 a minute, 18 min left`. Until this run has made a row, the speed
        and the time left are not known, so only the count is given.
        """
        seconds = time.monotonic() - self.start
        state = f"{self.done:,} of {self.total:,} organisations"
        if not self.made or seconds <= 0:
            return state
        left = (self.total - self.done) * seconds / self.made
        shown = f"{left / 60:,.0f} min" if left >= 90 else f"{left:,.0f} s"
        return f"{state}, {self.made * 60 / seconds:,.0f} a minute, {shown} left"

    def is_due(self) -> bool:
        """Return whether another line is due; if so, restart the wait."""
        now = time.monotonic()
        due = now - self.shown >= _EVERY
        self.shown = now if due else self.shown
        return due
