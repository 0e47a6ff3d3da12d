"""The kinds of content item, with their names, classes and folders."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from coprod_content.content import model
from coprod_content.content.lookup_errors import UnknownName


@frozen
class Kind:
    """A kind of content item.

    Its items are files in the folder `plural`, or entries in the file `plural`.yaml if `one_file` is true. If
    `has_pages` is true, each item has a page on the website, and text can link to the item.
    """

    name: str
    plural: str
    type: type[model.Item]
    one_file: bool = False
    has_pages: bool = True

    @property
    def with_article(self) -> str:
        """The name with its indefinite article, such as `an article`."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


KINDS = (
    Kind("theme", "themes", model.Theme),
    Kind("tool", "tools", model.Tool),
    Kind("postcard", "postcards", model.Postcard),
    Kind("resource", "resources", model.Resource),
    Kind("film", "films", model.Film),
    Kind("diagram", "diagrams", model.Diagram),
    Kind("canvas", "canvases", model.Canvas),
    Kind("picture", "pictures", model.Picture, has_pages=False),
    Kind("person", "people", model.Person, one_file=True, has_pages=False),
    Kind("scene", "scenes", model.PeopleScene, has_pages=False),
    Kind("series", "series", model.Series, one_file=True, has_pages=False),
    Kind("article", "articles", model.Article),
    Kind("case", "cases", model.Case),
    Kind("form", "forms", model.Form),
    Kind("workshop", "workshops", model.Workshop),
    Kind("programme", "programmes", model.Programme),
    Kind("purpose", "purposes", model.Purpose, one_file=True),
    Kind("template", "templates", model.Template, has_pages=False),
    Kind("pronunciation", "pronunciations", model.Pronunciation, one_file=True, has_pages=False),
    Kind("term", "terms", model.Term, one_file=True),
    Kind("reference", "references", model.Reference, one_file=True),
)

_NOT_WRITTEN = {"id", "source"}
_BY_NAME = {name: kind for kind in KINDS for name in (kind.name, kind.plural)}
_BY_TYPE = {kind.type: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Return the kind with this singular or plural name.

    Raises UnknownName if there is no such kind.
    """
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownName("kind", name, (kind.plural for kind in KINDS)) from None


def kind_of(item: model.Item) -> Kind:
    """Return the kind of an item."""
    return _BY_TYPE[type(item)]


def page_path(item: model.Item) -> str:
    """Return the address of an item's page within the website.

    Return an empty string if the item has no page.
    """
    kind = kind_of(item)
    return f"{kind.plural}/{item.id}.html" if kind.has_pages else ""


def counted_by_kind(items: Iterable[model.Item]) -> str:
    """Count items by kind, as text such as `1 theme, 3 tools`.

    Kinds without items are left out. Return `no items` if there are none at all.
    """
    counts = Counter(map(type, items))
    numbers = ((counts[kind.type], kind) for kind in KINDS if counts[kind.type])
    return ", ".join(f"{count} {kind.name if count == 1 else kind.plural}" for count, kind in numbers) or "no items"


def kind_by_fields(value: Any) -> Kind | None:
    """Return the kind whose fields best match the keys of a dictionary.

    Kinds whose items share a file are not considered. Missing required fields count against a kind. Returns None if
    fewer than half of the keys are fields of the best kind, or if `value` is empty or not a dictionary.
    """
    if not isinstance(value, dict) or not value:
        return None
    kinds = [kind for kind in KINDS if not kind.one_file]
    best = max(kinds, key=lambda kind: len(_fields(kind) & value.keys()) - len(_required(kind) - value.keys()))
    return best if 2 * len(_fields(best) & value.keys()) >= len(value) else None


def _fields(kind: Kind) -> set[str]:
    return {field.name for field in attrs.fields(kind.type)} - _NOT_WRITTEN


def _required(kind: Kind) -> set[str]:
    return {field.name for field in attrs.fields(kind.type) if field.default is attrs.NOTHING} - _NOT_WRITTEN
