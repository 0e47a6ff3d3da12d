"""Tiles: an item in a list, with its title, a line about it and facts at a glance."""

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
from coprod_site import words
from coprod_site.addresses import path_of


@frozen(kw_only=True)
class Tile:
    """An item as lists show it. `themes` are the numbers of its themes, its own first."""

    item: Item
    path: str
    kind: str
    title: str
    about: str
    facts: tuple[str, ...]
    themes: tuple[int, ...]

    @property
    def drawing(self) -> Drawing | None:
        """A small picture of what it shows, for films and diagrams."""
        match self.item:
            case Film(scenes=(first, *_)):
                return first.drawing
            case Diagram(drawing=drawing):
                return drawing
            case _:
                return None

    @property
    def accent(self) -> str:
        """The colour of its one theme, else the brand's."""
        return f"theme_{self.themes[0]}" if len(self.themes) == 1 or isinstance(self.item, Tool) else "brand"


def tile_of(item: Item, library: Library) -> Tile:
    """The tile of an item that has a page."""
    return Tile(
        item=item,
        path=path_of(item),
        kind=kind_of(item).name,
        title=title_of(item),
        about=without_citations(text_of(_about(item))),
        facts=tuple(fact for fact in _facts(item) if fact),
        themes=tuple(library.themes[id_].number for id_ in themes_of(item)),
    )


def _about(item: Item) -> str:
    match item:
        case (
            Theme(summary=said)
            | Workshop(summary=said)
            | Purpose(summary=said)
            | Film(summary=said)
            | Article(summary=said)
        ):
            return said
        case Tool(purpose=said) | Diagram(purpose=said) | Resource(purpose=said):
            return said
        case Term(meaning=said) | Postcard(why=said) | Reference(finding=said):
            return said
        case _:
            raise LookupError(f"A {kind_of(item).name} has no page.")


def _short(tool: Tool) -> str:
    """How long the short version of a tool takes, where it has one: it is why a list finds it for fewer minutes."""
    least = tool.short.minutes
    return f"{words.SHORT}: {minutes_in_words(least)}" if least and least < tool.minutes.least else ""


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
