"""Links: the items around an item, by kind."""

from typing import TypeVar

from attrs import frozen

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

T_co = TypeVar("T_co", bound=Item, covariant=True)


@frozen
class Links:
    """The items that an item points to and those that point to it, each once, by kind."""

    all: tuple[Item, ...]

    def _of(self, type_: type[T_co]) -> tuple[T_co, ...]:
        return tuple(item for item in self.all if isinstance(item, type_))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes linked with the item."""
        return self._of(Theme)

    @property
    def tools(self) -> tuple[Tool, ...]:
        """The tools linked with the item."""
        return self._of(Tool)

    @property
    def postcards(self) -> tuple[Postcard, ...]:
        """The postcards linked with the item."""
        return self._of(Postcard)

    @property
    def resources(self) -> tuple[Resource, ...]:
        """The resources linked with the item."""
        return self._of(Resource)

    @property
    def films(self) -> tuple[Film, ...]:
        """The films linked with the item."""
        return self._of(Film)

    @property
    def diagrams(self) -> tuple[Diagram, ...]:
        """The diagrams linked with the item."""
        return self._of(Diagram)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures linked with the item."""
        return self._of(Picture)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles linked with the item."""
        return self._of(Article)

    @property
    def workshops(self) -> tuple[Workshop, ...]:
        """The workshops linked with the item."""
        return self._of(Workshop)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """The purposes linked with the item."""
        return self._of(Purpose)

    @property
    def templates(self) -> tuple[Template, ...]:
        """The templates linked with the item."""
        return self._of(Template)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms linked with the item."""
        return self._of(Term)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references linked with the item."""
        return self._of(Reference)
