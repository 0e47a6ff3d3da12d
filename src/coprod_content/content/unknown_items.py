"""Messages about ids that are unknown, or belong to another kind."""

from coprod_content.content.kinds import kind_named, kind_of
from coprod_content.content.library import Library
from coprod_content.findings.finding import nearest

_ALIKE = 0.8


def no_such_item(id_: str, kind: str, library: Library) -> str:
    """Return a message that no item of this kind has this id.

    If an item of another kind has the id, the message names that kind.
    """
    other = library.get(id_)
    if other is None:
        return f"there is no {kind} '{id_}'."
    return f"'{id_}' is {kind_of(other).with_article}, not {kind_named(kind).with_article}."


def nearest_item(id_: str, kind: str, library: Library) -> str:
    """Suggest a similar id of this kind or, failing that, of another.

    An id of another kind is only suggested if it is very similar and `id_` itself does not exist. Returns an empty
    string if there is nothing to suggest.
    """
    near = nearest(id_, library.of_kind(kind))
    if near or library.get(id_):
        return near
    near = nearest(id_, (item.id for item in library), cutoff=_ALIKE)
    other = library.get(near.removeprefix("Did you mean '").removesuffix("'?"))
    return f"{near} It is {kind_of(other).with_article}." if other else ""
