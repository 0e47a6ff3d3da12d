"""The library: every content item, typed, cross-checked and read-only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, TypeVar, Unpack, overload

from attrs import field, frozen

from coprod_content.content.about import About
from coprod_content.content.item_search import SETTINGS, Criteria, meets
from coprod_content.content.item_texts import Links, pointers
from coprod_content.content.kinds import KINDS, counted_by_kind, kind_named
from coprod_content.content.lookup_errors import Unavailable, UnknownId, UnknownName, why_unavailable
from coprod_content.content.model import (
    Article,
    Canvas,
    Case,
    Diagram,
    Film,
    Form,
    Item,
    Picture,
    Postcard,
    Programme,
    Pronunciation,
    Purpose,
    Reference,
    Resource,
    Series,
    Template,
    Term,
    Theme,
    Tool,
    Workshop,
)
from coprod_content.content.model.film import Clip
from coprod_content.content.model.people import PeopleScene, Person

T = TypeVar("T", bound=Item)
T_co = TypeVar("T_co", bound=Item, covariant=True)


@frozen(repr=False)
class Items(Mapping[str, T_co]):
    """An ordered, read-only mapping from ids to items of one kind."""

    items_in_order: tuple[T_co, ...] = ()
    unavailable: tuple[Unavailable, ...] = ()
    _by_id: dict[str, T_co] = field(init=False, eq=False)

    @_by_id.default
    def _index(self) -> dict[str, T_co]:
        return {item.id: item for item in self.items_in_order}

    def __getitem__(self, id_: str) -> T_co:
        try:
            return self._by_id[id_]
        except KeyError:
            raise UnknownId(id_, tuple(self._by_id), why_unavailable(id_, self.unavailable)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<{len(self)} items: {', '.join(list(self)[:4])}{', …' if len(self) > 4 else ''}>"


@frozen(repr=False)
class Library:
    """All content items, grouped by kind and keyed by id.

    A library can be read from several content roots. `retired` contains items of earlier roots that are left out,
    because the `retire.yaml` of a later root lists them or because they need an item that it lists. `unavailable`
    contains only those that need a retired item, with the reasons. `clips` pairs ids of films with films that were
    made, if slides should play them.
    """

    about: About
    themes: Items[Theme] = Items()
    tools: Items[Tool] = Items()
    postcards: Items[Postcard] = Items()
    resources: Items[Resource] = Items()
    films: Items[Film] = Items()
    diagrams: Items[Diagram] = Items()
    canvases: Items[Canvas] = Items()
    pictures: Items[Picture] = Items()
    people: Items[Person] = Items()
    scenes: Items[PeopleScene] = Items()
    series: Items[Series] = Items()
    articles: Items[Article] = Items()
    cases: Items[Case] = Items()
    forms: Items[Form] = Items()
    workshops: Items[Workshop] = Items()
    programmes: Items[Programme] = Items()
    purposes: Items[Purpose] = Items()
    templates: Items[Template] = Items()
    pronunciations: Items[Pronunciation] = Items()
    terms: Items[Term] = Items()
    references: Items[Reference] = Items()
    retired: tuple[Item, ...] = ()
    unavailable: tuple[Unavailable, ...] = ()
    clips: tuple[tuple[str, Clip], ...] = ()

    def of_kind(self, name: str) -> Items[Any]:
        """Return the items of the kind with this singular or plural name.

        Raises UnknownName if there is no such kind.
        """
        found: Items[Any] = getattr(self, kind_named(name).plural)
        return found

    def __repr__(self) -> str:
        return f"<Library '{self.about.title}': {counted_by_kind(self)}>"

    def __iter__(self) -> Iterator[Item]:
        for kind in KINDS:
            yield from self.of_kind(kind.name).items_in_order

    def __getitem__(self, id_: str) -> Item:
        """Return the item with this id, whatever its kind.

        Raises UnknownId if there is no such item.
        """
        try:
            return self._by_id[id_]
        except KeyError:
            raise UnknownId(id_, tuple(self._by_id), why_unavailable(id_, self.unavailable)) from None

    def get(self, id_: str) -> Item | None:
        """Return the item with this id, whatever its kind, or None."""
        return self._by_id.get(id_)

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
        """Return the items linked to an item, in either direction.

        These are the items that it refers to, and the items that refer to it. `item` can be an id. Raises UnknownId if
        no item has that id.
        """
        id_ = item if isinstance(item, str) else item.id
        return Links(self._links.get(self[id_].id, ()))

    @overload
    def find(self, *, kind: Literal["theme", "themes"], **criteria: Unpack[Criteria]) -> tuple[Theme, ...]: ...
    @overload
    def find(self, *, kind: Literal["tool", "tools"], **criteria: Unpack[Criteria]) -> tuple[Tool, ...]: ...
    @overload
    def find(self, *, kind: Literal["postcard", "postcards"], **criteria: Unpack[Criteria]) -> tuple[Postcard, ...]: ...
    @overload
    def find(self, *, kind: Literal["resource", "resources"], **criteria: Unpack[Criteria]) -> tuple[Resource, ...]: ...
    @overload
    def find(self, *, kind: Literal["film", "films"], **criteria: Unpack[Criteria]) -> tuple[Film, ...]: ...
    @overload
    def find(self, *, kind: Literal["diagram", "diagrams"], **criteria: Unpack[Criteria]) -> tuple[Diagram, ...]: ...
    @overload
    def find(self, *, kind: Literal["canvas", "canvases"], **criteria: Unpack[Criteria]) -> tuple[Canvas, ...]: ...
    @overload
    def find(self, *, kind: Literal["picture", "pictures"], **criteria: Unpack[Criteria]) -> tuple[Picture, ...]: ...
    @overload
    def find(self, *, kind: Literal["person", "people"], **criteria: Unpack[Criteria]) -> tuple[Person, ...]: ...
    @overload
    def find(self, *, kind: Literal["scene", "scenes"], **criteria: Unpack[Criteria]) -> tuple[PeopleScene, ...]: ...
    @overload
    def find(self, *, kind: Literal["series"], **criteria: Unpack[Criteria]) -> tuple[Series, ...]: ...
    @overload
    def find(self, *, kind: Literal["article", "articles"], **criteria: Unpack[Criteria]) -> tuple[Article, ...]: ...
    @overload
    def find(self, *, kind: Literal["case", "cases"], **criteria: Unpack[Criteria]) -> tuple[Case, ...]: ...
    @overload
    def find(self, *, kind: Literal["form", "forms"], **criteria: Unpack[Criteria]) -> tuple[Form, ...]: ...
    @overload
    def find(self, *, kind: Literal["workshop", "workshops"], **criteria: Unpack[Criteria]) -> tuple[Workshop, ...]: ...
    @overload
    def find(
        self, *, kind: Literal["programme", "programmes"], **criteria: Unpack[Criteria]
    ) -> tuple[Programme, ...]: ...
    @overload
    def find(self, *, kind: Literal["purpose", "purposes"], **criteria: Unpack[Criteria]) -> tuple[Purpose, ...]: ...
    @overload
    def find(self, *, kind: Literal["template", "templates"], **criteria: Unpack[Criteria]) -> tuple[Template, ...]: ...
    @overload
    def find(
        self, *, kind: Literal["pronunciation", "pronunciations"], **criteria: Unpack[Criteria]
    ) -> tuple[Pronunciation, ...]: ...
    @overload
    def find(self, *, kind: Literal["term", "terms"], **criteria: Unpack[Criteria]) -> tuple[Term, ...]: ...
    @overload
    def find(
        self, *, kind: Literal["reference", "references"], **criteria: Unpack[Criteria]
    ) -> tuple[Reference, ...]: ...
    @overload
    def find(self, *, kind: str | None = None, **criteria: Unpack[Criteria]) -> tuple[Item, ...]: ...

    def find(self, *, kind: str | None = None, **criteria: Unpack[Criteria]) -> tuple[Item, ...]:
        """Return the items that meet all criteria, in library order.

        `kind` is a kind's singular or plural name. Raises UnknownName for an unknown kind, theme, purpose or setting.
        """
        pool = self.of_kind(kind).items_in_order if kind else tuple(self)
        purpose, setting = criteria.get("purpose"), criteria.get("setting")
        if purpose is not None and purpose not in self.purposes:
            raise UnknownName("purpose", purpose, self.purposes)
        if setting is not None and setting not in SETTINGS:
            raise UnknownName("setting", setting, SETTINGS)
        theme = criteria.get("theme")
        if theme is not None:
            criteria["theme"] = self._theme_id(theme)
        return tuple(item for item in pool if meets(item, criteria))

    def _theme_id(self, theme: str | int) -> str:
        for known in self.themes.values():
            if str(theme) in (known.id, str(known.number)):
                return known.id
        raise UnknownName("theme", str(theme), self.themes)
