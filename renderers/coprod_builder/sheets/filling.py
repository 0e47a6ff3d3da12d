"""Filling: strips on pages, none of them away from what it is kept with. Lengths are points."""

from collections.abc import Sequence

from attrs import define, evolve, field

from coprod_builder.sheets.strips import Placed, Strip, gap

_ROUNDING = 0.1


def filled_pages(strips: Sequence[Strip], rooms: Sequence[float]) -> tuple[tuple[Placed, ...], ...]:
    """Strips on as many pages as they need. `rooms` are the heights of the first pages; the last one is that of all
    others. There is at least one page.
    """
    waiting = list(reversed(strips))
    pages: list[tuple[Placed, ...]] = []
    while waiting or not pages:
        page = _Page(rooms[min(len(pages), len(rooms) - 1)], forced=not pages)
        page.fill(waiting)
        pages.append(tuple(page.placed))
    return tuple(pages)


@define
class _Page:
    """A page being filled. `forced` is whether the space above its first strip counts, as it does where somebody wanted
    the page to begin there."""

    room: float
    forced: bool
    placed: list[Placed] = field(factory=list)
    _repeated: int = 0
    _foot: float = 0.0

    def fill(self, waiting: list[Strip]) -> None:
        """Takes what fits from the end of a list, and gives back what has to stay with what does not."""
        while waiting:
            strip = waiting[-1]
            if self._own and strip.new_page:
                return
            if not self._own:
                self._repeat(strip)
            y = self._foot + self._space(strip)
            fits = y + strip.height - strip.slack <= self.room + _ROUNDING or self._is_cut(strip, y, waiting)
            if self._own and not fits:
                self._give_back(waiting)
                return
            strip = waiting.pop()
            self.placed.append((strip, y))
            self._foot = y + strip.height

    @property
    def _own(self) -> int:
        return len(self.placed) - self._repeated

    def _space(self, strip: Strip) -> float:
        if self.placed:
            return gap(self.placed[-1][0], strip)
        return strip.before if self.forced or strip.new_page else 0.0

    def _repeat(self, strip: Strip) -> None:
        """The header of a table that goes on here, unless it leaves no room."""
        if not self.placed and sum(head.height for head in strip.heads) + strip.height <= self.room:
            for head in strip.heads:
                self.placed.append((head, self._foot))
                self._foot += head.height
            self._repeated = len(strip.heads)

    def _is_cut(self, strip: Strip, y: float, waiting: list[Strip]) -> bool:
        """Whether a strip that no page holds has been cut so that its first half fits."""
        if strip.halves is None or strip.height <= self.room:
            return False
        halves = strip.halves(self.room - y)
        if halves is None:
            return False
        waiting[-1:] = [evolve(halves[1], heads=strip.heads), evolve(halves[0], before=strip.before)]
        return True

    def _give_back(self, waiting: list[Strip]) -> None:
        """Puts those at the end that are kept with the next one back, unless that would leave nothing."""
        keep = len(self.placed)
        while keep > self._repeated and self.placed[keep - 1][0].kept:
            keep -= 1
        if keep > self._repeated:
            waiting.extend(strip for strip, _ in reversed(self.placed[keep:]))
            del self.placed[keep:]
