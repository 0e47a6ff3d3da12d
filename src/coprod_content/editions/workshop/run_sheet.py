"""The run sheet: one page that whoever runs a workshop holds in their hand, with clock times and cues.

It says as much as a page of A4 on its side has room for in type of 12 points. Where there is more to do, less is said:
whole sentences are left out, none is cut. An agenda with more rows than that, as of a whole day, has an upright page;
one that is longer still goes on to a second page.
"""

from collections.abc import Iterator
from itertools import chain

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot, Workshop
from coprod_content.content.phrases import clock_after, minutes_in_words, people_range, setting_in_words
from coprod_content.document.blocks import Block, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.agenda import Timed, slot_title, timed, tool_line
from coprod_content.editions.sections.common import named, points
from coprod_content.editions.sections.cues import cue, kit, opening
from coprod_content.editions.sections.event import leader, organisation, team, when_and_where
from coprod_content.editions.sections.tool_sections import is_short
from coprod_content.editions.selection import only
from coprod_content.editions.workshop.run_sheet_space import ON_ITS_SIDE, UPRIGHT, Room
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, strong, text_of, verbatim

_HEADER = ("Time", "What", "Cue", "Materials", "Who")
_MOST_SHORT_CUTS = 2
_ALL = 5


@frozen
class _Detail:
    """How much is said: of each item its first sentence (0), also how it closes (1), or more sentences (2); below the
    table nothing (0), a line about so many matters, the most important first (1 to 4), or all about them (5).
    """

    items: tuple[int, ...]
    below: int = 0


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The run sheet of a workshop, of several one page each."""
    workshops = only(library, ids, Workshop, "workshops")
    upright = any(map(ON_ITS_SIDE.is_too_small_for, (_briefly(each, library, ON_ITS_SIDE) for each in workshops)))
    room = UPRIGHT if upright else ON_ITS_SIDE
    return Document(
        title=named(" and ".join(workshop.title for workshop in workshops), "run sheet"),
        subtitle="For whoever runs the session",
        language=library.about.language,
        author=organisation(workshops),
        keywords=("co-production", "quality improvement", "run sheet"),
        upright=upright,
        sections=tuple(_sheet(workshop, library, room) for workshop in workshops),
    )


def _briefly(workshop: Workshop, library: Library, room: Room) -> Section:
    """As little as there has to be."""
    return _page(workshop, library, _Detail((0,) * len(workshop.agenda)), room)


def _sheet(workshop: Workshop, library: Library, room: Room) -> Section:
    """As much as a page has room for."""
    detail, sheet = _Detail((0,) * len(workshop.agenda)), _briefly(workshop, library, room)
    for step in _steps(len(workshop.agenda)):
        fuller = evolve(detail, below=step) if isinstance(step, int) else _with_more(detail, *step)
        tried = _page(workshop, library, fuller, room)
        if not room.is_too_small_for(tried):
            detail, sheet = fuller, tried
    return sheet


def _steps(items: int) -> tuple[int | tuple[int, int], ...]:
    """What is said more where there is room, the most useful first: below the table so much, of an item so much."""
    return (1, 2, 3, 4, *((at, 1) for at in range(items)), _ALL, *((at, 2) for at in range(items)))


def _with_more(detail: _Detail, at: int, level: int) -> _Detail:
    return evolve(detail, items=(*detail.items[:at], level, *detail.items[at + 1 :]))


def _page(workshop: Workshop, library: Library, detail: _Detail, room: Room) -> Section:
    return Section(
        title=workshop.title,
        role="run-sheet",
        label=" · ".join(("Run sheet", *when_and_where(workshop))),
        blocks=(*_team(workshop), _table(workshop, library, detail, room), *_below(workshop, library, detail)),
        items=(workshop.id,),
    )


def _team(workshop: Workshop) -> tuple[Block, ...]:
    members = tuple(chain.from_iterable((Span(" · "), *member) for member in team(workshop)))
    return (Paragraph(members[1:]),) if members else ()


def _table(workshop: Workshop, library: Library, detail: _Detail, room: Room) -> Table:
    items = tuple(timed(workshop, library))
    end = (strong(items[-1].ends), strong("The end"), (), (), ())
    rows = (_row(item, library, level) for item, level in zip(items, detail.items, strict=True))
    return Table(_at_a_glance(workshop), tuple(map(verbatim, _HEADER)), (*rows, end), room.shares)


def _at_a_glance(workshop: Workshop) -> str:
    """When a workshop starts and ends, how long it is, for how many and where, in one line."""
    ends = clock_after(workshop.starts, workshop.minutes)
    facts = (
        minutes_in_words(workshop.minutes),
        people_range(workshop.people),
        setting_in_words(workshop.setting).lower(),
    )
    return f"{workshop.starts} to {ends} · {' · '.join(facts)}"


def _row(item: Timed, library: Library, level: int) -> tuple[Text, ...]:
    found = cue(item, library, 2 if level > 1 else 1)
    things = ", ".join(kit(item, library))
    who = leader(item.slot)
    return (
        (Span(item.starts, strong=True), Span(f" to {item.ends}")),
        _what(item, library, level),
        found.whole if level else found.first,
        verbatim(things[0].upper() + things[1:]) if things else (),
        verbatim(who) if who else (),
    )


def _what(item: Timed, library: Library, level: int) -> Text:
    """What an item is called, and, where there is room for more than that, the tool that it runs."""
    tool = tool_line(item.slot, library) if level and isinstance(item.slot, ToolSlot) else ""
    return (Span(item.title, strong=True), *(verbatim(f" ({tool})") if tool else ()))


def _below(workshop: Workshop, library: Library, detail: _Detail) -> Iterator[Block]:
    things = dict.fromkeys(thing for item in timed(workshop, library) for thing in kit(item, library))
    if things and detail.below > 1:
        yield _labelled("Have ready before people arrive", verbatim(with_full_stop("; ".join(things))))
    for cut in _short_cuts(workshop, library) if detail.below > 2 else ():
        yield _labelled("If you run late", cut)
    for least, label, prose in ((4, "Access", workshop.access), (1, "Safety", workshop.safety)):
        if detail.below == _ALL:
            yield Paragraph(strong(f"{label}:"))
            yield points(prose)
        elif detail.below >= least:
            yield _labelled(label, text_of(prose[0]))


def _short_cuts(workshop: Workshop, library: Library) -> tuple[Text, ...]:
    """How tools can be done in less time than the agenda gives them, those first that save the most."""
    slots = [slot for slot in workshop.agenda if isinstance(slot, ToolSlot)]
    saved = [
        (slot.minutes - length, slot_title(slot, library), tool, length)
        for slot, tool in ((slot, library.tools[slot.tool]) for slot in slots)
        if (length := tool.short.minutes) and length < slot.minutes and not is_short(tool, slot.minutes)
    ]
    saved.sort(key=lambda found: -found[0])
    return tuple(
        (*verbatim(f"“{title}” has a short version of {minutes_in_words(length)}. "), *opening(tool.short.how[0]))
        for _, title, tool, length in saved[:_MOST_SHORT_CUTS]
    )


def _labelled(label: str, text: Text) -> Paragraph:
    return Paragraph((Span(f"{label}: ", strong=True), *text))
