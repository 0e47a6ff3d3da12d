"""The run sheet: clock times and cues, on one page or two.

It contains as much text as fits on a landscape A4 page in 12 pt type. If the text is too long, whole sentences are
omitted, never parts of sentences. If there is no room for what to have ready, what to do when running late, access and
safety, they continue on a second page. If even the agenda does not fit, a portrait page is used.
"""

from collections.abc import Iterator
from itertools import chain

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot, Workshop
from coprod_content.content.phrases import clock_after, minutes_in_words, people_range, setting_in_words
from coprod_content.document.blocks import Block, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.event_details import event_day_and_place, organisers, slot_leader, team_texts
from coprod_content.editions.sections.prose_blocks import labelled, points
from coprod_content.editions.sections.timed_agenda import TimedSlot, timed_slots, tool_line
from coprod_content.editions.sections.titles import document_title
from coprod_content.editions.selection import selected_items
from coprod_content.editions.workshop.online_kit import KIT, is_online
from coprod_content.editions.workshop.run_sheet_cues import slot_cue, slot_kit
from coprod_content.editions.workshop.run_sheet_fit import LANDSCAPE, PORTRAIT, RunSheetPage
from coprod_content.editions.workshop.when_plans_change import short_cuts
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, strong, text_of, verbatim

_HEADER = ("Time", "What", "Cue", "Materials", "Who")
_ALL = 5


@frozen
class _Detail:
    """How much text a run sheet has, in levels.

    `items` has a level for each agenda item. At level 0, the cue of the item is one opening sentence. At level 1, the
    cue also says how the item closes, and the title of any tool is added if it differs from the title of the item. At
    level 2, the cue opens with two sentences.

    `below` is the level of the text below the table. 0: none. 1: the first safety point. 2: also the materials. 3: also
    what to shorten if time is short. 4: also the first access point. 5: all safety and access points.
    """

    items: tuple[int, ...]
    below: int = 0


def run_sheet_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return run sheets for the selected workshops."""
    workshops = selected_items(library, ids, Workshop)
    upright = any(LANDSCAPE.is_too_small_for(_shortest_sheet(each, library, LANDSCAPE)) for each in workshops)
    page = PORTRAIT if upright else LANDSCAPE
    return Document(
        title=document_title(" and ".join(workshop.title for workshop in workshops), "run sheet"),
        subtitle="For the person running the session",
        language=library.about.language,
        author=organisers(workshops),
        upright=upright,
        sections=tuple(_fullest_sheet(workshop, library, page) for workshop in workshops),
    )


def _shortest_sheet(workshop: Workshop, library: Library, page: RunSheetPage) -> Section:
    return _sheet(workshop, library, _Detail((0,) * len(workshop.agenda)), page)


def _fullest_sheet(workshop: Workshop, library: Library, page: RunSheetPage) -> Section:
    """Return the fullest run sheet that fits on a page or two."""
    items = tuple((at, 1) for at in range(len(workshop.agenda)))
    more = tuple((at, 2) for at in range(len(workshop.agenda)))
    below = tuple((None, level) for level in range(1, _ALL))
    one = _fullest(workshop, library, page, (*below, *items, (None, _ALL), *more))
    if one.below >= _ALL - 1:
        return _sheet(workshop, library, one, page)
    first = _fullest(workshop, library, page, (*items, *more))
    two = evolve(page, height=page.height * 2)
    both = _fullest(workshop, library, two, ((None, _ALL - 1), (None, _ALL)), first)
    return _sheet(workshop, library, both if both.below else evolve(first, below=_ALL - 1), page)


def _fullest(
    workshop: Workshop,
    library: Library,
    page: RunSheetPage,
    steps: tuple[tuple[int | None, int], ...],
    detail: _Detail | None = None,
) -> _Detail:
    """Return the most detail that fits a page, starting from `detail`.

    `steps` lists increases of detail, most useful first. Each is a pair: the index of an agenda item, or None for the
    text below the table, and the new level. A step that does not fit is skipped.
    """
    detail = detail or _Detail((0,) * len(workshop.agenda))
    items = tuple(timed_slots(workshop, library))
    space = page.space_left(_sheet(workshop, library, detail, page))
    heights = [page.row_height(_row(item, library, level)) for item, level in zip(items, detail.items, strict=True)]
    levels = list(detail.items)
    for at, level in steps:
        if at is None:
            fuller = evolve(detail, items=tuple(levels), below=level)
            left = page.space_left(_sheet(workshop, library, fuller, page))
            if left >= 0:
                detail, space = fuller, left
            continue
        height = page.row_height(_row(items[at], library, level))
        if space + heights[at] >= height:
            space += heights[at] - height
            levels[at], heights[at] = level, height
    return evolve(detail, items=tuple(levels))


def _sheet(workshop: Workshop, library: Library, detail: _Detail, page: RunSheetPage) -> Section:
    members = tuple(chain.from_iterable((Span(" · "), *member) for member in team_texts(workshop)))
    team = (Paragraph(members[1:]),) if members else ()
    return Section(
        title=workshop.title,
        role="run-sheet",
        label=" · ".join(("Run sheet", *event_day_and_place(workshop))),
        blocks=(*team, _table(workshop, library, detail, page), *_below(workshop, library, detail)),
        items=(workshop.id,),
    )


def _table(workshop: Workshop, library: Library, detail: _Detail, page: RunSheetPage) -> Table:
    items = tuple(timed_slots(workshop, library))
    end = (strong(items[-1].ends), strong("The end"), (), (), ())
    rows = (_row(item, library, level) for item, level in zip(items, detail.items, strict=True))
    return Table(_at_a_glance(workshop), _HEADER, (*rows, end), page.shares)


def _at_a_glance(workshop: Workshop) -> str:
    ends = clock_after(workshop.starts, workshop.minutes)
    facts = (
        minutes_in_words(workshop.minutes),
        people_range(workshop.people),
        setting_in_words(workshop.setting).lower(),
    )
    return f"{workshop.starts} to {ends} · {' · '.join(facts)}"


def _row(item: TimedSlot, library: Library, level: int) -> tuple[Text, ...]:
    tool = tool_line(item.slot, library) if level and isinstance(item.slot, ToolSlot) else ""
    cue = slot_cue(item, library, 2 if level > 1 else 1)
    kit = ", ".join(slot_kit(item, library))
    who = slot_leader(item.slot)
    return (
        (Span(item.starts, strong=True), Span(f" to {item.ends}")),
        (Span(item.title, strong=True), *(verbatim(f" ({tool})") if tool else ())),
        cue.whole if level else cue.first,
        verbatim(kit[0].upper() + kit[1:]) if kit else (),
        verbatim(who) if who else (),
    )


def _below(workshop: Workshop, library: Library, detail: _Detail) -> Iterator[Block]:
    kit = dict.fromkeys(thing for item in timed_slots(workshop, library) for thing in slot_kit(item, library))
    kit |= dict.fromkeys(KIT if is_online(workshop) else ())
    if kit and detail.below > 1:
        yield Paragraph(labelled("Have ready before people arrive", verbatim(with_full_stop("; ".join(kit)))))
    if detail.below > 2:
        yield from (Paragraph(labelled("If you run late", cut)) for cut in short_cuts(workshop, library))
    for least, label, prose in ((4, "Access", workshop.access), (1, "Safety", workshop.safety)):
        if detail.below == _ALL:
            yield Paragraph(strong(f"{label}:"))
            yield points(prose)
        elif detail.below >= least:
            yield Paragraph(labelled(label, text_of(prose[0])))
