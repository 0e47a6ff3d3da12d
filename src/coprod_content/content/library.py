"""The Library: every content item, typed, cross-checked and read-only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from attrs import field, frozen

from coprod_content.content.about import About
from coprod_content.content.item_texts import pointers, texts
from coprod_content.content.kinds import KINDS, kind_named, kind_of
from coprod_content.content.model import (
    Article,
    Diagram,
    Film,
    Item,
    Picture,
    Postcard,
    Purpose,
    Reference,
    Resource,
    Template,
    Term,
    Theme,
    Tool,
    Workshop,
)
from coprod_content.content.related_items import Links
from coprod_content.findings.finding import nearest

T_co = TypeVar("T_co", bound=Item, covariant=True)


class UnknownId(KeyError):
    """An id that the library does not hold. `known` are the ids that it does."""

    def __init__(self, id_: str, known: tuple[str, ...]) -> None:
        self.id, self.known = id_, known
        super().__init__(id_)

    def __str__(self) -> str:
        return " ".join(part for part in (f"There is no '{self.id}'.", nearest(self.id, self.known)) if part)


@frozen(repr=False)
class Items(Mapping[str, T_co]):
    """Items of one kind by id, in the order in which they are listed."""

    items_in_order: tuple[T_co, ...] = ()
    _by_id: dict[str, T_co] = field(init=False, eq=False)

    @_by_id.default
    def _index(self) -> dict[str, T_co]:
        return {item.id: item for item in self.items_in_order}

    def __getitem__(self, id_: str) -> T_co:
        try:
            return self._by_id[id_]
        except KeyError:
            raise UnknownId(id_, tuple(self._by_id)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<{len(self)} items: {', '.join(list(self)[:4])}{', …' if len(self) > 4 else ''}>"


@frozen
class Library:
    """Every content item by kind and id. `retired` are items of lower content roots that a higher one took out.

    >>> library.tools["emotional-touchpoints"].minutes.least  # doctest: +SKIP
    """

    about: About
    themes: Items[Theme] = Items()
    tools: Items[Tool] = Items()
    postcards: Items[Postcard] = Items()
    resources: Items[Resource] = Items()
    films: Items[Film] = Items()
    diagrams: Items[Diagram] = Items()
    pictures: Items[Picture] = Items()
    articles: Items[Article] = Items()
    workshops: Items[Workshop] = Items()
    purposes: Items[Purpose] = Items()
    templates: Items[Template] = Items()
    terms: Items[Term] = Items()
    references: Items[Reference] = Items()
    retired: tuple[Item, ...] = ()

    def of_kind(self, name: str) -> Items[Any]:
        """The items of a kind, named in the singular or the plural. Raises KeyError."""
        found: Items[Any] = getattr(self, kind_named(name).plural)
        return found

    def __iter__(self) -> Iterator[Item]:
        for kind in KINDS:
            yield from self.of_kind(kind.name).items_in_order

    def __getitem__(self, id_: str) -> Item:
        """The item of an id, of whatever kind: ids are unique in a library. Raises UnknownId."""
        try:
            return self._by_id[id_]
        except KeyError:
            raise UnknownId(id_, tuple(self._by_id)) from None

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self}

    @cached_property
    def _links(self) -> dict[str, tuple[Item, ...]]:
        linked: dict[str, dict[str, None]] = defaultdict(dict)
        for item in self:
            for _, _, target, _ in pointers(item):
                if target in self._by_id and target != item.id:
                    linked[item.id][target] = None
                    linked[target][item.id] = None
        return {id_: tuple(self._by_id[other] for other in others) for id_, others in linked.items()}

    def links(self, item: Item | str) -> Links:
        """The items that an item points to or that point to it: a theme knows its tools, a tool its workshops."""
        id_ = item if isinstance(item, str) else item.id
        return Links(self._links.get(self[id_].id, ()))

    def find(
        self,
        *,
        kind: str | None = None,
        theme: str | int | None = None,
        minutes: int | None = None,
        people: int | None = None,
        setting: str | None = None,
        text: str | None = None,
    ) -> tuple[Item, ...]:
        """The items that fit everything asked, in the order of the library.

        `kind` is a kind's name; `theme` an id or a number; `minutes` the time at hand; `people` the size of the group;
        `setting` is "in-person" or "online"; `text` words that all have to occur. An item without such a field does not
        fit.
        """
        pool = self.of_kind(kind).items_in_order if kind else tuple(self)
        return tuple(
            item
            for item in pool
            if (theme is None or self._has_theme(item, theme))
            and (minutes is None or _fits_minutes(item, minutes))
            and (people is None or _fits_people(item, people))
            and (setting is None or getattr(item, "setting", None) in (setting, "either"))
            and (text is None or _has_words(item, text))
        )

    def _has_theme(self, item: Item, theme: str | int) -> bool:
        return any(theme in (id_, self.themes[id_].number) for id_ in themes_of(item) if id_ in self.themes)


def themes_of(item: Item) -> tuple[str, ...]:
    """The ids of the themes that an item belongs to, its own first."""
    if isinstance(item, Theme):
        return (item.id,)
    own: str | None = getattr(item, "theme", None)
    further: tuple[str, ...] = getattr(item, "further_themes", ()) or getattr(item, "themes", ())
    return (own, *further) if own else further


def title_of(item: Item) -> str:
    """What an item is called when it is listed."""
    match item:
        case Postcard(question=words_) | Term(term=words_) | Picture(alt=words_):
            return words_
        case _:
            return str(getattr(item, "title", item.id))


def _fits_minutes(item: Item, minutes: int) -> bool:
    match item:
        case Tool():
            return item.minutes.least <= minutes
        case Workshop():
            return item.minutes <= minutes
        case Film():
            return item.seconds <= minutes * 60
        case _:
            return False


def _fits_people(item: Item, people: int) -> bool:
    return isinstance(item, Tool | Workshop) and item.people.least <= people <= item.people.most


def _has_words(item: Item, text: str) -> bool:
    said = "\n".join([item.id, kind_of(item).name, *(words_ for _, words_ in texts(item))]).casefold()
    return all(word in said for word in text.casefold().split())
