"""Links between items, in both directions."""

from typing import Generic, TypeVar

from attrs import frozen

from coprod_content.content.kinds import counted_by_kind
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

T = TypeVar("T", bound=Item)


class _OfClass(Generic[T]):
    """Descriptor that returns the linked items of one class."""

    def __init__(self, class_: type[T]) -> None:
        self.class_ = class_

    def __get__(self, links: "Links", _: type) -> tuple[T, ...]:
        return tuple(item for item in links.all if isinstance(item, self.class_))


@frozen(repr=False)
class Links:
    """The items linked to or from an item, by kind."""

    all: tuple[Item, ...]

    themes = _OfClass(Theme)
    tools = _OfClass(Tool)
    postcards = _OfClass(Postcard)
    resources = _OfClass(Resource)
    films = _OfClass(Film)
    diagrams = _OfClass(Diagram)
    pictures = _OfClass(Picture)
    articles = _OfClass(Article)
    workshops = _OfClass(Workshop)
    purposes = _OfClass(Purpose)
    templates = _OfClass(Template)
    terms = _OfClass(Term)
    references = _OfClass(Reference)

    def __repr__(self) -> str:
        return f"<Links: {counted_by_kind(self.all)}>"
