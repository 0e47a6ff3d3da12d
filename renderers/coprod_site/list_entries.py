"""Entries and sections used in lists of items."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import (
    Article,
    Diagram,
    Film,
    Item,
    Postcard,
    Purpose,
    Reference,
    Resource,
    Term,
    Theme,
    Tool,
    Workshop,
)
from coprod_content.content.phrases import (
    minutes_in_words,
    minutes_range,
    people_range,
    seconds_in_words,
    setting_in_words,
)
from coprod_content.document.citations import authors_of
from coprod_content.text.spans import text_of, without_citations
from coprod_site import interface_text
from coprod_site.addresses import path_of


@frozen(kw_only=True)
class ListEntry:
    """An item as a list entry, with a description and facts.

    `themes` holds its theme numbers, with the main theme first.
    """

    item: Item
    path: str
    kind: str
    title: str
    about: str
    facts: tuple[str, ...]
    themes: tuple[int, ...]

    @property
    def drawing(self) -> Drawing | None:
        """A small drawing for a film or diagram, or None for others."""
        match self.item:
            case Film(scenes=(first, *_)):
                return first.drawing
            case Diagram(drawing=drawing):
                return drawing
            case _:
                return None

    @property
    def accent(self) -> str:
        """The theme's colour for a tool or single-theme item, otherwise the brand's."""
        return f"theme_{self.themes[0]}" if len(self.themes) == 1 or isinstance(self.item, Tool) else "brand"


@frozen(kw_only=True)
class ListSection:
    """List entries grouped under one heading.

    `id` is the heading's id. `theme` is the number of the entries' shared theme, or None.
    """

    id: str
    title: str
    theme: int | None
    entries: tuple[ListEntry, ...]


def list_entry(item: Item, library: Library) -> ListEntry:
    """Return the list entry for an item that has a page."""
    return ListEntry(
        item=item,
        path=path_of(item),
        kind=kind_of(item).name,
        title=title_of(item),
        about=without_citations(text_of(_about(item))),
        facts=tuple(fact for fact in _facts(item) if fact),
        themes=tuple(library.themes[id_].number for id_ in themes_of(item)),
    )


def theme_entries(library: Library) -> tuple[ListEntry, ...]:
    """Return the list entries for themes, ordered by number."""
    return tuple(list_entry(theme, library) for theme in library.themes.values())


def sort_key(title: str) -> str:
    """Return a title in lower case, without opening quotes or brackets."""
    return title.casefold().lstrip("“\"'‘(")


def letter_sections(entries: Iterable[ListEntry]) -> tuple[ListSection, ...]:
    """Return entries in alphabetical order, with a section for each first letter."""
    ordered = sorted(entries, key=lambda entry: sort_key(entry.title))
    letters = groupby(ordered, key=lambda entry: sort_key(entry.title)[:1].upper())
    return tuple(
        ListSection(id=f"letter-{at}", title=letter, theme=None, entries=tuple(under))
        for at, (letter, under) in enumerate(letters, 1)
    )


def theme_sections(entries: tuple[ListEntry, ...], library: Library) -> Iterator[ListSection]:
    """Yield a section of entries for each main theme."""
    for theme in library.themes.values():
        under = tuple(entry for entry in entries if themes_of(entry.item)[:1] == (theme.id,))
        if under:
            yield ListSection(id=f"theme-{theme.number}", title=theme.title, theme=theme.number, entries=under)


def filter_limits(item: Item) -> tuple[int, int, int, int, str] | None:
    """Return the values compared by filters, or None if not filterable.

    They are the minimum and maximum minutes, the minimum and maximum group size, and the setting.
    """
    match item:
        case Tool():
            least = min(item.minutes.least, item.short.minutes or item.minutes.least)
            return least, item.minutes.most, item.people.least, item.people.most, item.setting
        case Workshop():
            return item.minutes, item.minutes, item.people.least, item.people.most, item.setting
        case _:
            return None


def _about(item: Item) -> str:
    match item:
        case (
            Theme(summary=words)
            | Workshop(summary=words)
            | Purpose(summary=words)
            | Film(summary=words)
            | Article(summary=words)
        ):
            return words
        case Tool(purpose=words) | Diagram(purpose=words) | Resource(purpose=words):
            return words
        case Term(meaning=words) | Postcard(why=words) | Reference(finding=words):
            return words
        case _:
            raise LookupError(f"A {kind_of(item).name} has no page.")


def _short(tool: Tool) -> str:
    """Return the length of a tool's short version, or an empty string.

    This shows why the tool matches a filter for fewer minutes.
    """
    least = tool.short.minutes
    return f"{interface_text.SHORT}: {minutes_in_words(least)}" if least and least < tool.minutes.least else ""


def _facts(item: Item) -> tuple[str, ...]:
    match item:
        case Theme():
            return (f"Theme {item.number}",)
        case Tool():
            return minutes_range(item.minutes), people_range(item.people), setting_in_words(item.setting), _short(item)
        case Workshop():
            return minutes_in_words(item.minutes), people_range(item.people), setting_in_words(item.setting)
        case Postcard():
            return item.moment.capitalize(), ", ".join(item.audience)
        case Film():
            return (seconds_in_words(item.seconds), f"{len(item.scenes)} scenes")
        case Resource():
            return item.type.capitalize(), ", ".join(p for p in (item.publisher, str(item.year or "")) if p)
        case Reference():
            return authors_of(item), str(item.year or "")
        case _:
            return ()
