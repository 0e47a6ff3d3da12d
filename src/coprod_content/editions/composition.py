"""How an edition's document is composed from the selected items."""

from collections.abc import Sequence

from attrs import evolve

from coprod_content.content.kinds import kind_named
from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.document.citations import with_references
from coprod_content.document.document import Document
from coprod_content.document.item_links import with_item_links
from coprod_content.editions.fixed_phrases import with_fixed_phrases
from coprod_content.editions.registry import edition_named
from coprod_content.editions.selection import SelectionError


def compose(name: str, library: Library, select: Sequence[str] = ()) -> Document:
    """Compose an edition's document from the selected items.

    `select` contains the ids of items to include. Most editions accept only items of their kind. Editions of cards,
    canvases and forms also accept other kinds, such as workshops, and include the cards, canvases or forms that belong
    to them.

    Raises UnknownEdition or UnknownId for an unknown name or id, and SelectionError if the edition cannot be made from
    the selected items.
    """
    edition = edition_named(name)
    if edition.needs_selection and not select:
        listed = "KIND" if edition.kind == "item" else kind_named(edition.kind).plural
        one = f"{'an' if edition.kind[0] in 'aeiou' else 'a'} {edition.kind}"
        raise SelectionError(f"The edition '{name}' needs the id of {one}. `coprod list {listed}` shows the ids.")
    if select and not edition.kind:
        raise SelectionError(f"The edition '{name}' does not take ids. Leave them out.")
    about = library.about
    found = edition.make(library, tuple(select))
    if select and not found.sections:
        have = f"'{select[0]}' has" if len(select) == 1 else "the selected items have"
        raise SelectionError(
            f"The edition '{name}' would be empty: {have} nothing that it is made from. Choose others."
        )
    made = with_references(found, library)
    imprint = f"{about.imprint} · {date_in_words(about.date)}" if edition.dated and about.url else about.imprint
    made = evolve(
        made,
        edition=name,
        author=made.author or about.title,
        date=about.date,
        imprint=imprint,
        keywords=("co-production", *edition.keywords),
    )
    return with_fixed_phrases(with_item_links(made, library), library)
