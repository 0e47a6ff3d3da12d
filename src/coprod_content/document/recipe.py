"""A one-line record of what a file was made from."""

from hashlib import sha256

from attrs import evolve, frozen

from coprod_content.document.document import Document, words_of


@frozen(kw_only=True)
class Recipe:
    """The edition and items that a file was made from.

    `select` contains the ids of the selected items. `access` is the name of the access edition. `words` is a hash of
    the document's text. It shows whether the content has changed since the file was made.
    """

    edition: str
    select: tuple[str, ...]
    access: str
    words: str

    def __str__(self) -> str:
        return f"edition={self.edition} select={','.join(self.select)} access={self.access} words={self.words}"


def recipe_in(record: str) -> Recipe | None:
    """Return the recipe in `record`, or None if it contains none.

    `record` is the `made_from` of a document.
    """
    fields = dict(part.partition("=")[::2] for part in record.split(" "))
    if not {"edition", "select", "access", "words"} <= fields.keys():
        return None
    select = tuple(filter(None, fields["select"].split(",")))
    return Recipe(edition=fields["edition"], select=select, access=fields["access"], words=fields["words"])


def recorded(document: Document, edition: str, select: tuple[str, ...], access: str) -> Document:
    """Return a document with its recipe, as text, in `made_from`."""
    recipe = Recipe(edition=edition, select=select, access=access, words=words_hash(document))
    return evolve(document, made_from=str(recipe))


def words_hash(document: Document) -> str:
    """Return a short hash of a document's text."""
    return sha256("\n".join(words_of(document)).encode()).hexdigest()[:12]
