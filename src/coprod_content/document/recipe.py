"""A one-line record of what a file was made from."""

import re
from hashlib import sha256

from attrs import evolve, frozen

from coprod_content.document.blocks import Photograph
from coprod_content.document.document import Document, words_of

_FILM = re.compile(r"([\w-]+):(\d{1,6}(?:\.\d{1,6})?)(?:,|$)")


@frozen(kw_only=True)
class Recipe:
    """The edition and items that a file was made from.

    `select` contains the ids of the selected items. `access` is the name of the access edition. `words` is a hash of
    the document's text. It shows whether the content has changed since the file was made. `films` pairs the id of each
    film that plays in the file with its length in seconds.
    """

    edition: str
    select: tuple[str, ...]
    access: str
    words: str
    films: tuple[tuple[str, float], ...] = ()

    def __str__(self) -> str:
        made = f"edition={self.edition} select={','.join(self.select)} access={self.access} words={self.words}"
        films = ",".join(f"{id_}:{seconds:g}" for id_, seconds in self.films)
        return f"{made} films={films}" if films else made


def recipe_in(record: str) -> Recipe | None:
    """Return the recipe in `record`, or None if it contains none.

    `record` is the `made_from` of a document.
    """
    fields = dict(part.partition("=")[::2] for part in record.split(" "))
    if not {"edition", "select", "access", "words"} <= fields.keys():
        return None
    select = tuple(filter(None, fields["select"].split(",")))
    films = tuple((found[1], float(found[2])) for found in _FILM.finditer(fields.get("films", "")))
    return Recipe(edition=fields["edition"], select=select, access=fields["access"], words=fields["words"], films=films)


def recorded(document: Document, edition: str, select: tuple[str, ...], access: str) -> Document:
    """Return a document with its recipe, as text, in `made_from`."""
    films = tuple(
        (section.items[0], block.clip.seconds)
        for _, section in document.walk()
        for block in section.blocks
        if isinstance(block, Photograph) and block.clip and section.items
    )
    recipe = Recipe(edition=edition, select=select, access=access, words=words_hash(document), films=films)
    return evolve(document, made_from=str(recipe))


def words_hash(document: Document) -> str:
    """Return a short hash of a document's text."""
    return sha256("\n".join(words_of(document)).encode()).hexdigest()[:12]
