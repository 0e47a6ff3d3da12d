"""The agenda of a Draft with its clock times, and how it adds up, right or wrong as it is."""

import re
from collections.abc import Iterator

from attrs import frozen

from coprod_builder.editing.draft import Draft, FieldPath
from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Library
from coprod_content.content.phrases import clock_after, minutes_in_words, minutes_range, people_range
from coprod_content.text.spans import plain, text_of

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@frozen(kw_only=True)
class AgendaRow:
    """An agenda item as it stands: from when to when, what it is called, in what colour, what helps to judge it."""

    number: int
    name: str
    kind: str
    starts: str
    ends: str
    title: str
    accent: str
    about: str
    facts: str
    advice: tuple[str, ...]


@frozen(kw_only=True)
class AgendaTotal:
    """What the agenda adds up to, beside how long the session lasts, both in minutes; `ends` is when it is over."""

    planned: int
    lasts: int | None
    ends: str
    unclear: int

    @property
    def fits(self) -> bool:
        """Whether it adds up."""
        return self.planned == self.lasts and not self.unclear

    @property
    def words(self) -> str:
        """That in a sentence, with what to do."""
        if self.unclear:
            return f"Adds up to {minutes_in_words(self.planned)} so far. Items without minutes: {self.unclear}."
        if self.lasts is None:
            return f"Adds up to {minutes_in_words(self.planned)}. Say how long the session lasts."
        head = f"Adds up to {self.planned} of {minutes_in_words(self.lasts)}"
        if self.planned > self.lasts:
            return f"{head}: take {self.planned - self.lasts} out."
        return f"{head}: {self.lasts - self.planned} to spare." if self.planned < self.lasts else f"{head}."


def agenda_total(draft: Draft) -> AgendaTotal:
    """What the agenda of a draft adds up to."""
    found = [draft.whole((*path, "minutes")) for path in draft.slots]
    planned = sum(count or 0 for count in found)
    clock = draft.words(("starts",))
    return AgendaTotal(
        planned=planned,
        lasts=draft.whole(("minutes",)),
        ends=clock_after(clock, planned) if _CLOCK.fullmatch(clock) else "",
        unclear=sum(count is None for count in found),
    )


def agenda_rows(draft: Draft, library: Library) -> tuple[AgendaRow, ...]:
    """The agenda of a draft."""
    return tuple(_rows(draft, library))


def _rows(draft: Draft, library: Library) -> Iterator[AgendaRow]:
    clock = draft.words(("starts",))
    told, since = bool(_CLOCK.fullmatch(clock)), 0
    for number, path in enumerate(draft.slots, start=1):
        kind, length = draft.words((*path, "kind")), draft.whole((*path, "minutes"))
        before, since = since, 0 if kind == "break" else since + (length or 0)
        late = before <= LONGEST_WITHOUT_BREAK < since
        ends = clock_after(clock, length) if told and length is not None else ""
        shown = _Shown(draft, path, kind, library)
        yield AgendaRow(
            number=number,
            name=f"agenda[{number}]",
            kind=kind,
            starts=clock if told else "",
            ends=ends,
            title=shown.title,
            accent=shown.accent,
            about=shown.about,
            facts=shown.facts,
            advice=(f"{minutes_in_words(since)} without a break. Put a break before this item.",) if late else (),
        )
        clock = ends or clock
        told = told and bool(ends)


@frozen
class _Shown:
    """What is shown of an agenda item."""

    draft: Draft
    path: FieldPath
    kind: str
    library: Library

    def _words(self, key: str) -> str:
        return self.draft.words((*self.path, key))

    @property
    def title(self) -> str:
        """Its own title, or that of the item that it uses."""
        tool, film = self.library.tools.get(self._words("tool")), self.library.films.get(self._words("film"))
        used = (tool.title if tool else "") or (film.title if film else "")
        spare = {"break": "Break", "tool": self._words("tool"), "film": self._words("film")}.get(self.kind, "")
        return self._words("title") or used or spare or "Without a title"

    @property
    def accent(self) -> str:
        """The role of its colour: that of the theme of its tool, its film or its first card."""
        used = (
            self.library.tools.get(self._words("tool")),
            self.library.films.get(self._words("film")),
            *(self.library.postcards.get(id_) for id_ in self.draft.entries((*self.path, "postcards"))[:1]),
        )
        themes = [theme for item in used if item for theme in themes_of(item) if theme in self.library.themes]
        return f"theme_{self.library.themes[themes[0]].number}" if themes else "brand"

    @property
    def about(self) -> str:
        """What it is for, in the words of the library."""
        tool, film = self.library.tools.get(self._words("tool")), self.library.films.get(self._words("film"))
        return plain(text_of(tool.purpose if tool else film.summary if film else ""))

    @property
    def facts(self) -> str:
        """What it needs: minutes and people of a tool, the number of cards."""
        tool = self.library.tools.get(self._words("tool"))
        if tool:
            return f"{minutes_range(tool.minutes)}, {people_range(tool.people)}"
        cards = self.draft.count((*self.path, "postcards"))
        return f"{cards} cards" if self.kind == "postcards" else ""
