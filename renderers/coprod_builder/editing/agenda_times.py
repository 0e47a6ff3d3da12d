"""A draft's agenda, with clock times and a total."""

import re
from collections.abc import Iterator

from attrs import frozen

from coprod_builder.editing.draft import Draft
from coprod_content.checks.kinds.closings import is_early_closing
from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Library
from coprod_content.content.model import Film, Tool
from coprod_content.content.phrases import clock_after, minutes_in_words, minutes_range, people_range
from coprod_content.content.source import FieldPath
from coprod_content.text.spans import plain, text_of

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@frozen(kw_only=True)
class AgendaRow:
    """An agenda item, as listed on the editor page.

    `starts` and `ends` are times such as `10:30`. A time that cannot be worked out is empty.
    """

    draft: Draft
    library: Library
    path: FieldPath
    number: int
    starts: str
    ends: str
    advice: tuple[str, ...]

    @property
    def name(self) -> str:
        """The item's name in the form, such as `agenda[1]` for the first."""
        return f"agenda[{self.number}]"

    @property
    def kind(self) -> str:
        """The item's kind, or an empty string if the plan gives none."""
        return self._words("kind")

    def _words(self, key: str) -> str:
        return self.draft.words((*self.path, key))

    @property
    def _tool(self) -> Tool | None:
        return self.library.tools.get(self._words("tool"))

    @property
    def _film(self) -> Film | None:
        return self.library.films.get(self._words("film"))

    @property
    def title(self) -> str:
        """The title to show for the item.

        It is the title in the plan or, failing that, the title of the item's tool or film. A tool or film that is not
        in the library is shown by its id. An item with none of these is called `Break` if it is a break, and otherwise
        `Untitled`.
        """
        used = self._tool or self._film
        fallback = {"break": "Break", "tool": self._words("tool"), "film": self._words("film")}.get(self.kind, "")
        return self._words("title") or (used.title if used else "") or fallback or "Untitled"

    @property
    def accent(self) -> str:
        """The colour role of the item's theme, such as `theme_2`.

        The theme is taken from the item's tool, film or first postcard. Without a theme, the role is `brand`.
        """
        first_card = self.draft.entries((*self.path, "postcards"))[:1]
        used = (self._tool, self._film, *(self.library.postcards.get(id_) for id_ in first_card))
        themes = [theme for item in used if item for theme in themes_of(item) if theme in self.library.themes]
        return f"theme_{self.library.themes[themes[0]].number}" if themes else "brand"

    @property
    def about(self) -> str:
        """The tool's purpose or the film's summary, empty for other items."""
        tool, film = self._tool, self._film
        return plain(text_of(tool.purpose if tool else film.summary if film else ""))

    @property
    def facts(self) -> str:
        """The tool's time and group size, or the number of postcards.

        The text is empty for items of other kinds, and for tools that are not in the library.
        """
        if tool := self._tool:
            return f"{minutes_range(tool.minutes)}, {people_range(tool.people)}"
        cards = self.draft.count((*self.path, "postcards"))
        return f"{cards} card{'' if cards == 1 else 's'}" if self.kind == "postcards" else ""


@frozen(kw_only=True)
class AgendaTotal:
    """The length of all agenda items together, and of the session.

    `planned` is the sum of the items' minutes. `available` is the session's length in minutes, or None if the plan
    gives no length. `ends` is the time at which the last item ends, or empty if the plan has no valid start time.
    `without_minutes` is the number of items without a length.
    """

    planned: int
    available: int | None
    ends: str
    without_minutes: int

    @property
    def fits(self) -> bool:
        """Whether the items fill the session exactly."""
        return self.planned == self.available and not self.without_minutes

    @property
    def words(self) -> str:
        """The total as a sentence, with the difference from the session's length.

        An example is `Adds up to 80 of 90 minutes: 10 to spare.` If the session or an item has no length, a second
        sentence says so.
        """
        if self.without_minutes:
            return f"Adds up to {minutes_in_words(self.planned)} so far. Items without minutes: {self.without_minutes}."
        if self.available is None:
            return f"Adds up to {minutes_in_words(self.planned)}. Fill in how long the session is."
        sentence = f"Adds up to {self.planned} of {minutes_in_words(self.available)}"
        if self.planned > self.available:
            return f"{sentence}: {self.planned - self.available} too many."
        return f"{sentence}: {self.available - self.planned} to spare." if not self.fits else f"{sentence}."


def agenda_total(draft: Draft) -> AgendaTotal:
    """Add up the minutes of a draft's agenda items."""
    minutes = [draft.number((*path, "minutes")) for path in draft.item_paths]
    planned = sum(count or 0 for count in minutes)
    clock = draft.words(("starts",))
    return AgendaTotal(
        planned=planned,
        available=draft.number(("minutes",)),
        ends=clock_after(clock, planned) if _CLOCK.fullmatch(clock) else "",
        without_minutes=minutes.count(None),
    )


def agenda_rows(draft: Draft, library: Library) -> Iterator[AgendaRow]:
    """Yield a row for each item on a draft's agenda."""
    clock, since_break = draft.words(("starts",)), 0
    timed = bool(_CLOCK.fullmatch(clock))
    kinds = [draft.words((*path, "kind")) for path in draft.item_paths]
    for number, path in enumerate(draft.item_paths, start=1):
        kind, length = kinds[number - 1], draft.number((*path, "minutes"))
        before, since_break = since_break, 0 if kind == "break" else since_break + (length or 0)
        too_long = before <= LONGEST_WITHOUT_BREAK < since_break
        ends = clock_after(clock, length) if timed and length is not None else ""
        yield AgendaRow(
            draft=draft,
            library=library,
            path=path,
            number=number,
            starts=clock if timed else "",
            ends=ends,
            advice=tuple(_advice(kinds, number - 1, since_break if too_long else 0)),
        )
        clock, timed = ends or clock, bool(ends)


def _advice(kinds: list[str], at: int, without_break: int) -> Iterator[str]:
    if without_break:
        yield f"{minutes_in_words(without_break)} without a break. Add one before this item."
    if is_early_closing(kinds, at):
        yield "People go home after the closing, but other items follow it. Move the closing to the end."
