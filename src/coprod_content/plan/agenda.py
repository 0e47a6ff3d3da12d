"""The best agenda for an ask: how many breaks and activities it has, and which."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.checks import LONGEST_WITHOUT_BREAK
from coprod_content.findings import Finding
from coprod_content.library import Library
from coprod_content.model import Template
from coprod_content.plan.activity import POSTCARDS, STEP, Activity, activities
from coprod_content.plan.ask import Ask, AskError
from coprod_content.plan.fitting import Room
from coprod_content.plan.search import Sequence, best
from coprod_content.plan.states import Wishes

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


def best_agenda(ask: Ask, library: Library) -> Agenda | None:
    """The best agenda that is possible: with the fewest breaks, then as many activities as share the time evenly."""
    template = template_for(ask, library)
    wishes = Wishes(must=_must(ask, library), themes=ask.themes)
    if not _has_what_it_takes(activities(ask, library, template, SHARE), wishes):
        return None
    for room in _rooms(ask, template):
        for count in _counts(room.minutes):
            found = activities(ask, library, template, room.minutes // count)
            sequence = best(found, count, room, wishes)
            if sequence:
                return Agenda(sequence=sequence, room=room, template=template)
    return None


def _has_what_it_takes(found: tuple[Activity, ...], wishes: Wishes) -> bool:
    """Whether there is an activity at all for each wish, before anything is tried."""
    ids = {each.id for each in found}
    themes = {theme for each in found for theme in each.themes}
    return ids.issuperset(wishes.must) and themes.issuperset(wishes.themes) and any(each.serves for each in found)


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
