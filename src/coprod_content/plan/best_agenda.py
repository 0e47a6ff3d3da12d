"""The best agenda for an ask: how many breaks and activities it has, and which."""

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import Template
from coprod_content.findings.finding import Finding
from coprod_content.plan.activity import POSTCARDS, STEP, Activity, activities, with_share
from coprod_content.plan.request import Ask, AskError
from coprod_content.plan.search.branch_and_bound import Sequence, best, exists
from coprod_content.plan.search.states import Wishes
from coprod_content.plan.search.timing import Room
from coprod_content.plan.search.totals import Totals

SHARE, LONG_SHARE, LONG = 40, 55, 150
"""Minutes for one activity in a session, and in one with more than so many minutes for activities."""
_MOST_ACTIVITIES = 8
_LONG_WELCOME, _LONG_CLOSING = 60, 120
"""Minutes of a session from which the welcome, and the closing, take a step more."""
_MORE_BREAKS = 2


@frozen(kw_only=True)
class Agenda:
    """A sequence of activities in the room that it was fitted into."""

    sequence: Sequence
    room: Room
    template: Template


def template_for(ask: Ask, library: Library) -> Template:
    """What every session in a setting has: the first template for it. Raises AskError where there is none."""
    for template in library.templates.values():
        if template.setting == ask.setting:
            return template
    what = f"there is no template for a session that is {ask.setting}."
    raise AskError(
        [Finding(code="value", field="setting", what=what, fix="Write one in templates/, or meet otherwise.")]
    )


@frozen(kw_only=True)
class Choice:
    """What the agendas for an ask may be made of, however long they are."""

    template: Template
    activities: tuple[Activity, ...]
    wishes: Wishes

    @cached_property
    def totals(self) -> Totals:
        """How long they may last together."""
        return Totals(self.activities, self.wishes)

    @cached_property
    def whole(self) -> "Choice":
        """The same without the short variants of tools."""
        return evolve(self, activities=tuple(each for each in self.activities if not each.short))

    def for_room(self, room: Room) -> "Choice":
        """The same without short variants, but for those of tools that choose and are too long for the room as a whole.

        People came to choose, and the sessions in which an hour and a quarter fits between two breaks are few.
        """
        short = [each.chooses and each.short and each.most >= room.longest for each in self.activities]
        if not any(short):
            return self.whole
        kept = zip(self.activities, short, strict=True)
        return evolve(self, activities=tuple(each for each, stays in kept if stays or not each.short))

    @cached_property
    def has_what_it_takes(self) -> bool:
        """Whether there is an activity at all for each wish."""
        ids = {each.id for each in self.activities}
        themes = {theme for each in self.activities for theme in each.themes}
        wished = ids.issuperset(self.wishes.must) and themes.issuperset(self.wishes.themes)
        return wished and any(each.serves for each in self.activities)


def choice(ask: Ask, library: Library) -> Choice:
    """What there is to choose from. Raises AskError where there is no template."""
    template = template_for(ask, library)
    return Choice(
        template=template,
        activities=activities(ask, library, template),
        wishes=Wishes(must=_must(ask, library), themes=ask.themes),
    )


def best_agenda(ask: Ask, choice: Choice) -> Agenda | None:
    """The best agenda that is possible: with the fewest breaks, of whole tools where there is one, and with as many
    activities as share the time evenly, or nearly so.
    """
    for room in _rooms(ask, choice.template):
        for allowed in (choice.for_room(room), choice):
            for count in _counts(room.minutes) if allowed.has_what_it_takes else ():
                found = with_share(allowed.activities, room.minutes // count)
                sequence = best(found, count, room, allowed.totals)
                if sequence:
                    return Agenda(sequence=sequence, room=room, template=choice.template)
    return None


def is_possible(ask: Ask, choice: Choice) -> bool:
    """Whether there is any agenda."""
    return choice.has_what_it_takes and any(
        exists(choice.activities, count, room, choice.totals)
        for room in _rooms(ask, choice.template)
        for count in _counts(room.minutes)
    )


def _must(ask: Ask, library: Library) -> tuple[str, ...]:
    """The activities that must come: postcards, however many, are talked about in one of them."""
    return tuple(dict.fromkeys(POSTCARDS if id_ in library.postcards else id_ for id_ in ask.must))


def _rooms(ask: Ask, template: Template) -> Iterator[Room]:
    """The time for activities with as few breaks as there can be, then with one more."""
    welcome = template.welcome.minutes + STEP * (ask.minutes >= _LONG_WELCOME)
    closing = template.closing.minutes + STEP * (ask.minutes >= _LONG_CLOSING)
    rooms = (_room(ask, breaks, welcome, closing) for breaks in _breaks(ask))
    yield from (room for room in rooms if room.minutes >= STEP)


def _breaks(ask: Ask) -> Iterator[tuple[int, ...]]:
    """The lengths of the breaks: as few as keep every stretch short, then more; lunch is the one in the middle."""
    tried = 0
    for count in range(bool(ask.lunch_minutes), ask.minutes // STEP):
        breaks = [ask.break_minutes] * count
        if ask.lunch_minutes:
            breaks[count // 2] = ask.lunch_minutes
        if ask.minutes - sum(breaks) <= LONGEST_WITHOUT_BREAK * (count + 1):
            yield tuple(breaks)
            tried += 1
        if tried > _MORE_BREAKS:
            return


def _room(ask: Ask, breaks: tuple[int, ...], welcome: int, closing: int) -> Room:
    """The room with some breaks; odd minutes go to the welcome."""
    minutes = ask.minutes - welcome - closing - sum(breaks)
    odd = minutes % STEP
    return Room(minutes=minutes - odd, breaks=breaks, welcome=welcome + odd, closing=closing)


def _counts(minutes: int) -> list[int]:
    """How many activities there may be: what gives each an even share, then the numbers nearest to it."""
    even = max(1, round(minutes / (LONG_SHARE if minutes > LONG else SHARE)))
    return sorted(range(1, _MOST_ACTIVITIES + 1), key=lambda count: (abs(count - even), count))
