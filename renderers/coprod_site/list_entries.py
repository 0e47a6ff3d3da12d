"""Entries and sections used in lists of items."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from coprod_content.checks.minutes import shortest_minutes
from coprod_content.content import model
from coprod_content.content.drawing import Drawing
from coprod_content.content.item_search import setting_of
from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Tool
from coprod_content.content.phrases import (
    minutes_in_words,
    minutes_range,
    people_range,
    seconds_in_words,
    setting_in_words,
    weeks_in_words,
)
from coprod_content.document.citations import authors_of
from coprod_content.illustration.scenes import film_drawing
from coprod_content.text.alphabet import sort_key
from coprod_content.text.spans import text_of, without_citations
from coprod_site.addresses import path_of
from coprod_site.interface_text import WORDS


@frozen(kw_only=True)
class ListEntry:
    """An item as a list entry, with a description and facts.

    `themes` contains the numbers of the item's themes, with the main theme first.
    """

    item: Item
    path: str
    kind: str
    title: str
    about: str
    facts: tuple[str, ...]
    themes: tuple[int, ...]
    drawing: Drawing | None
    pictogram: str | None

    @property
    def accent(self) -> str:
        """The colour role of the item's theme, such as `theme_2`.

        The role is `brand` if the item has several themes or none. A tool always has the colour of its main theme.
        """
        return f"theme_{self.themes[0]}" if len(self.themes) == 1 or isinstance(self.item, model.Tool) else "brand"


@frozen(kw_only=True)
class ListSection:
    """List entries grouped under one heading.

    `id` is the heading's id. `theme` is the number of the entries' shared theme, or None. `about` is a sentence below
    the heading, or an empty string.
    """

    id: str
    title: str
    theme: int | None
    entries: tuple[ListEntry, ...]
    about: str = ""


def list_entry(item: Item, library: Library) -> ListEntry:
    """Return the list entry for an item that has a page."""
    return ListEntry(
        item=item,
        path=path_of(item),
        kind=kind_of(item).name,
        title=title_of(item),
        about=without_citations(text_of(_about(item))),
        facts=tuple(fact for fact in _facts(item) if fact),
        themes=theme_numbers(themes_of(item), library),
        drawing=_drawing(item, library),
        pictogram=item.picture if isinstance(item, model.Tool) else None,
    )


def _drawing(item: Item, library: Library) -> Drawing | None:
    """Return a diagram's drawing, a film's first scene, or None.

    Canvases are listed without their drawings, because a page with all of them would be large.
    """
    match item:
        case model.Film(scenes=(first, *_)):
            return film_drawing(first, library)
        case model.Diagram(drawing=drawing):
            return drawing
        case _:
            return None


def theme_numbers(ids: Iterable[str], library: Library) -> tuple[int, ...]:
    """Return the numbers of the themes with the given ids."""
    return tuple(library.themes[id_].number for id_ in ids)


def list_entries(items: Iterable[Item], library: Library) -> tuple[ListEntry, ...]:
    """Return the list entries for items that have pages."""
    return tuple(list_entry(item, library) for item in items)


def letter_sections(entries: Iterable[ListEntry]) -> tuple[ListSection, ...]:
    """Return sections of entries by first letter.

    The sections, and the entries in them, are in alphabetical order.
    """
    ordered = sorted(entries, key=lambda entry: sort_key(entry.title))
    letters = groupby(ordered, key=lambda entry: sort_key(entry.title)[0][:1].upper())
    return tuple(
        ListSection(id=f"letter-{at}", title=letter, theme=None, entries=tuple(under))
        for at, (letter, under) in enumerate(letters, 1)
    )


def theme_sections(entries: tuple[ListEntry, ...], library: Library) -> Iterator[ListSection]:
    """Yield a section for each theme that has entries.

    Each entry is in the section of its main theme.
    """
    for theme in library.themes.values():
        under = tuple(entry for entry in entries if themes_of(entry.item)[:1] == (theme.id,))
        if under:
            yield ListSection(id=f"theme-{theme.number}", title=theme.title, theme=theme.number, entries=under)


def series_sections(entries: tuple[ListEntry, ...], library: Library) -> Iterator[ListSection]:
    """Yield a section of articles without a series, then each series' section.

    Sections without articles are left out.
    """
    for series in (None, *library.series.values()):
        id_ = series.id if series else None
        under = tuple(entry for entry in entries if getattr(entry.item, "series", None) == id_)
        if under:
            title = series.title if series else WORDS["other_articles"]
            about = without_citations(text_of(series.summary)) if series else ""
            yield ListSection(id=f"series-{id_ or 'none'}", title=title, theme=None, entries=under, about=about)


def filter_limits(item: Item) -> tuple[int, int, int, int, str] | None:
    """Return the time, group size and setting that list pages filter by.

    The tuple contains the minimum and maximum minutes, the minimum and maximum number of people, and the setting of a
    tool or workshop. The minimum minutes of a tool are those of its short version, if any. Return None for items of
    other kinds.
    """
    match item:
        case model.Tool():
            setting = setting_of(item) or ""
            return shortest_minutes(item), item.minutes.most, item.people.least, item.people.most, setting
        case model.Workshop():
            return item.minutes, item.minutes, item.people.least, item.people.most, item.setting
        case _:
            return None


def _about(item: Item) -> str:
    match item:
        case model.Theme() | model.Workshop() | model.Purpose() | model.Film():
            return item.summary
        case model.Article() | model.Case() | model.Form() | model.Programme():
            return item.summary
        case model.Tool() | model.Diagram() | model.Resource():
            return item.purpose
        case model.Canvas(alt=words):
            return words
        case model.Term(meaning=words) | model.Postcard(why=words) | model.Reference(finding=words):
            return words
        case _:
            raise LookupError(f"A {kind_of(item).name} has no page.")


def _short_version(tool: Tool) -> str:
    """Return the length of a tool's short version as text.

    Return an empty string if the tool has no short version, or none that is shorter than the tool's usual minimum.
    Without this text, it would not be clear why the tool is listed when people filter by a shorter time.
    """
    least = tool.short_minutes
    return f"{WORDS['short']}: {minutes_in_words(least)}" if least and least < tool.minutes.least else ""


def _facts(item: Item) -> tuple[str, ...]:
    match item:
        case model.Theme():
            return (f"Theme {item.number}",)
        case model.Tool():
            where = setting_in_words(item.setting) if item.setting else ""
            return minutes_range(item.minutes), people_range(item.people), where, _short_version(item)
        case model.Workshop():
            return minutes_in_words(item.minutes), people_range(item.people), setting_in_words(item.setting)
        case model.Postcard():
            return item.moment.capitalize(), ", ".join(item.audience)
        case model.Film():
            return (seconds_in_words(item.seconds), f"{len(item.scenes)} scene{'' if len(item.scenes) == 1 else 's'}")
        case model.Case():
            return item.place, item.when
        case model.Programme():
            count = len(item.sessions)
            return weeks_in_words(item.weeks), f"{count} workshop{'' if count == 1 else 's'}"
        case model.Resource():
            return item.type.capitalize(), ", ".join(p for p in (item.publisher, str(item.year or "")) if p)
        case model.Reference():
            return authors_of(item), str(item.year or "")
        case _:
            return ()
