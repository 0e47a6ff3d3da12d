"""Cross-checks on a Library for errors that no single field shows."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from coprod_content.checks.links_and_alt_text import WalkedItem, link_and_alt_errors, walked_items
from coprod_content.checks.minutes import missing_breaks, tool_minutes, workshop_minutes
from coprod_content.content.item_texts import pointers, pointers_in, text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Theme, Tool, Workshop
from coprod_content.content.source import NOWHERE, FieldPath, Source
from coprod_content.content.unknown_names import UnknownId
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding, nearest
from coprod_content.text import urls


def library_errors(
    library: Library, broken: Collection[str] = (), retired: Collection[str] = (), about: Source = NOWHERE
) -> tuple[Finding, ...]:
    """Return all errors that make a library unusable.

    `broken` holds the ids of unreadable items, and the kinds whose shared file could not be read. `retired` holds the
    ids of retired items. `about` is the file that the library's About was read from.
    """
    walked = walked_items(library, about)
    return (
        *_pointers(library, walked, broken, retired),
        *(finding for tool in library.tools.values() for finding in (*tool_minutes(tool), *_ranges(tool))),
        *(finding for workshop in library.workshops.values() for finding in _workshop(workshop, library)),
        *_theme_numbers(library),
        *_changes(library),
        *link_and_alt_errors(walked),
    )


def workshop_errors(workshop: Workshop, library: Library) -> tuple[Finding, ...]:
    """Return all errors that make a workshop unusable with a library."""
    walked: tuple[WalkedItem, ...] = ((workshop, workshop.source, tuple(text_fields(workshop))),)
    return (
        *_pointers(library, walked, (), ()),
        *_workshop(workshop, library),
        *_taken_id(workshop, library),
        *link_and_alt_errors(walked),
    )


def library_advice(library: Library) -> tuple[Finding, ...]:
    """Return advice on missing breaks and uncited references."""
    breaks = (finding for workshop in library.workshops.values() for finding in missing_breaks(workshop))
    return (*breaks, *_unused_references(library))


def _workshop(workshop: Workshop, library: Library) -> tuple[Finding, ...]:
    return (*workshop_minutes(workshop, library), *_ranges(workshop))


def _pointers(
    library: Library, walked: Iterable[WalkedItem], broken: Collection[str], retired: Collection[str]
) -> Iterator[Finding]:
    """Check that every id exists and that every link is valid."""
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
            fix = nearest(target, known) or f"Run `coprod list {kind}s` to see the ids that exist."
            yield finding_in(source, path, "unknown-id", what, fix)


def _ranges(item: Tool | Workshop) -> Iterator[Finding]:
    """Check that no range has a minimum above its maximum."""
    ranges = {"people": item.people} | ({"minutes": item.minutes} if isinstance(item, Tool) else {})
    for name, span in ranges.items():
        if span.least > span.most:
            what = f"the least, {span.least}, is more than the most, {span.most}."
            yield finding_in(item.source, (name,), "range", what, "Swap them.")


def _taken_id(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Check that no item of another kind has the workshop's id."""
    try:
        other = library[workshop.id]
    except UnknownId:
        return
    if not isinstance(other, Workshop):
        what = f"the id '{workshop.id}' already belongs to a {kind_of(other).name}."
        yield finding_in(workshop.source, (), "duplicate-id", what, "Give the file a different name.")


def _theme_numbers(library: Library) -> Iterator[Finding]:
    seen: dict[int, Theme] = {}
    for theme in library.themes.values():
        if theme.number in seen:
            what = f"theme {theme.number} is already '{seen[theme.number].title}'."
            fix = "Give each theme its own number."
            yield finding_in(theme.source, ("number",), "duplicate-number", what, fix)
        seen[theme.number] = theme


def _changes(library: Library) -> Iterator[Finding]:
    """Check that change dates are valid, ordered and not after the library's."""
    items: tuple[Tool | Postcard, ...] = (*library.tools.values(), *library.postcards.values())
    for item in items:
        last = library.about.date
        for index, change in enumerate(item.changes):
            path: FieldPath = ("changes", index, "day")
            if not _is_date(change.day):
                yield finding_in(item.source, path, "changes", f"{change.day} is not a date.", "Correct the date.")
            elif change.day > last:
                known = "the change above it" if index else "the date of the library"
                what = f"{change.day} is later than {known}, {last}."
                fix = "List changes from newest to oldest, and keep the date in about.yaml up to date."
                yield finding_in(item.source, path, "changes", what, fix)
            else:
                last = change.day


def _is_date(words: str) -> bool:
    """Return whether a string in the form 2026-02-28 is a real date."""
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _unused_references(library: Library) -> Iterator[Finding]:
    written = (*library, library.about)
    cited = {pointer.target for item in written for pointer in pointers(item) if pointer.kind == "reference"}
    for reference in library.references.values():
        if reference.id not in cited:
            what, fix = "no item cites this reference.", "Cite it, or delete it."
            yield finding_in(reference.source, (), "uncited", what, fix, "advice")
