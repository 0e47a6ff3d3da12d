"""Cross-checks of a Library: what no single field can tell."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from coprod_content.checks.links_and_alt_text import WalkedItem, link_and_alt_errors, walked_items
from coprod_content.content.item_texts import pointers, pointers_in, text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, Postcard, Theme, Tool, ToolSlot, Workshop
from coprod_content.content.source import NOWHERE, FieldPath, Source
from coprod_content.content.unknown_names import UnknownId
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding, nearest
from coprod_content.text import urls

LONGEST_WITHOUT_BREAK = 75


def library_errors(
    library: Library, broken: Collection[str] = (), retired: Collection[str] = (), about: Source = NOWHERE
) -> tuple[Finding, ...]:
    """Everything that makes a library unusable.

    `broken` are ids, and kinds, of which there are items that could not be read; `retired` ids were removed; `about` is
    the file that the library's About was read from.
    """
    walked = walked_items(library, about)
    checks = (
        _pointers(library, walked, broken, retired),
        _minutes(library),
        _people(library),
        _theme_numbers(library),
        _changes(library),
        link_and_alt_errors(walked),
    )
    return tuple(finding for check in checks for finding in check)


def workshop_errors(workshop: Workshop, library: Library) -> tuple[Finding, ...]:
    """Everything that makes a workshop unusable that is not yet part of a library."""
    walked: tuple[WalkedItem, ...] = ((workshop, workshop.source, tuple(text_fields(workshop))),)
    checks = (
        _pointers(library, walked, (), ()),
        _workshop_minutes(workshop, library),
        _people_of(workshop),
        _id_of(workshop, library),
        link_and_alt_errors(walked),
    )
    return tuple(finding for check in checks for finding in check)


def library_advice(library: Library) -> tuple[Finding, ...]:
    """What an editor should look at although nothing breaks."""
    return (*_long_without_break(library), *_unused_references(library))


def _pointers(
    library: Library, walked: Iterable[WalkedItem], broken: Collection[str], retired: Collection[str]
) -> Iterator[Finding]:
    """What points to nothing: ids that no item has, and links that lead nowhere."""
    for _, source, found in walked:
        for path, kind, target, words in pointers_in(found):
            if kind == "link":
                fault = urls.url_fault(target) if words.strip() else "has no words"
                what, fix = f"the link on '{words[:40]}' {fault}.", "Write it as [words](https://www.example.org/page)."
                if fault:
                    yield finding_in(source, path, "link", what, fix)
                continue
            known = library.of_kind(kind)
            if target in known or target in broken or kind in broken:
                continue
            what = f"the {kind} '{target}' was retired." if target in retired else f"there is no {kind} '{target}'."
            fix = nearest(target, known) or f"`coprod list {kind}s` shows those that there are."
            yield finding_in(source, path, "unknown-id", what, fix)


def _minutes(library: Library) -> Iterator[Finding]:
    for tool in library.tools.values():
        yield from _tool_minutes(tool)
    for workshop in library.workshops.values():
        yield from _workshop_minutes(workshop, library)


def _workshop_minutes(workshop: Workshop, library: Library) -> Iterator[Finding]:
    total = sum(slot.minutes for slot in workshop.agenda)
    if total != workshop.minutes:
        what = f"the agenda adds up to {total} minutes, but the workshop lasts {workshop.minutes}."
        yield finding_in(workshop.source, ("agenda",), "minutes", what, _more_or_less(workshop.minutes - total))
    for index, slot in enumerate(workshop.agenda):
        if isinstance(slot, ToolSlot) and slot.tool in library.tools:
            yield from _slot_minutes(workshop, index, slot, library.tools[slot.tool])


def _tool_minutes(tool: Tool) -> Iterator[Finding]:
    total = sum(step.minutes for step in tool.steps)
    least, most = tool.minutes.least, tool.minutes.most
    if not least <= total <= most:
        what = f"the steps add up to {total} minutes, outside the range of {least} to {most}."
        yield finding_in(tool.source, ("steps",), "minutes", what, "Change the minutes of a step, or the range.")
    if least > most:
        yield _upside_down(tool.source, ("minutes",), least, most)
    if tool.short.minutes is not None and tool.short.minutes >= least:
        what = f"the short variant takes {tool.short.minutes} minutes, no less than the tool's {least}."
        yield finding_in(tool.source, ("short", "minutes"), "minutes", what, "Shorten it, or raise the tool's least.")


def _slot_minutes(workshop: Workshop, index: int, slot: ToolSlot, tool: Tool) -> Iterator[Finding]:
    shortest = min(tool.minutes.least, tool.short.minutes or tool.minutes.least)
    if not shortest <= slot.minutes <= tool.minutes.most:
        what = f"{slot.minutes} minutes for '{tool.title}', which takes {shortest} to {tool.minutes.most}."
        yield finding_in(
            workshop.source, ("agenda", index, "minutes"), "minutes", what, "Change the minutes or the tool."
        )


def _more_or_less(minutes: int) -> str:
    return f"Add {minutes} minutes." if minutes > 0 else f"Take {-minutes} minutes out."


def _people(library: Library) -> Iterator[Finding]:
    items: tuple[Tool | Workshop, ...] = (*library.tools.values(), *library.workshops.values())
    for item in items:
        yield from _people_of(item)


def _people_of(item: Tool | Workshop) -> Iterator[Finding]:
    if item.people.least > item.people.most:
        yield _upside_down(item.source, ("people",), item.people.least, item.people.most)


def _id_of(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """An id that belongs to something else."""
    try:
        other = library[workshop.id]
    except UnknownId:
        return
    if not isinstance(other, Workshop):
        what = f"the id '{workshop.id}' is already that of a {kind_of(other).name}."
        yield finding_in(workshop.source, (), "duplicate-id", what, "Give the file another name.")


def _upside_down(source: Source, path: FieldPath, least: int, most: int) -> Finding:
    return finding_in(source, path, "range", f"least is {least}, which is more than most, {most}.", "Swap them.")


def _theme_numbers(library: Library) -> Iterator[Finding]:
    seen: dict[int, Theme] = {}
    for theme in library.themes.values():
        if theme.number in seen:
            what = f"theme {theme.number} is already '{seen[theme.number].title}'."
            yield finding_in(
                theme.source, ("number",), "duplicate-number", what, "Give each theme a number of its own."
            )
        seen[theme.number] = theme


def _changes(library: Library) -> Iterator[Finding]:
    """Days of changes that are none, that lie after the library's own, or that are not newest first."""
    items: tuple[Tool | Postcard, ...] = (*library.tools.values(), *library.postcards.values())
    for item in items:
        last = library.about.date
        for index, change in enumerate(item.changes):
            path = ("changes", index, "day")
            if not is_calendar_day(change.day):
                yield finding_in(item.source, path, "changes", f"there is no day {change.day}.", "Correct the day.")
            elif change.day > last:
                known = f"the change above it, {last}" if index else f"the date of the library, {last}"
                fix = "List changes from the newest to the oldest, and keep the date in about.yaml up to date."
                yield finding_in(item.source, path, "changes", f"{change.day} is later than {known}.", fix)
            else:
                last = change.day


def is_calendar_day(words: str) -> bool:
    """Whether words such as 2026-02-30, in the form of a day, name one that there is."""
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _long_without_break(library: Library) -> Iterator[Finding]:
    for workshop in library.workshops.values():
        since = 0
        for index, slot in enumerate(workshop.agenda):
            since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
            if since > LONGEST_WITHOUT_BREAK and since - slot.minutes <= LONGEST_WITHOUT_BREAK:
                what = f"{since} minutes without a break."
                yield finding_in(
                    workshop.source, ("agenda", index), "break", what, "Put a break before this item.", "advice"
                )


def _unused_references(library: Library) -> Iterator[Finding]:
    written = (*library, library.about)
    cited = {pointer.target for item in written for pointer in pointers(item) if pointer.kind == "reference"}
    for reference in library.references.values():
        if reference.id not in cited:
            what = "no item cites this reference."
            yield finding_in(reference.source, (), "uncited", what, "Cite it, or delete it.", "advice")
