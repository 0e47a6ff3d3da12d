"""The table of editions, and composing one of them."""

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.easy_read_sizes import with_easy_read_sizes
from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.document.citations import with_references
from coprod_content.document.document import Document
from coprod_content.editions.cards import postcards, print_test_sheet, tool_cards
from coprod_content.editions.reading import (
    article,
    diagrams,
    easy_read,
    films,
    glossary,
    references,
    resources_guide,
    theme_guide,
)
from coprod_content.editions.selection import SelectionError
from coprod_content.editions.workshop import deck, facilitator_guide, handouts, run_sheet
from coprod_content.findings.finding import nearest


def _as_it_is(brand: Brand) -> Brand:
    return brand


@frozen
class Edition:
    """What is said: its name, a line about it, the kind of item that it is made from, and the function that makes it.

    With `needs_selection` at least one id has to be given; without, nothing selected means everything. An edition that
    is always the same has no kind. `brand` is what it needs of a brand, such as larger type. What is `dated` says its
    day in its imprint where the library has a web edition, whose pages tell what changed since.
    """

    name: str
    about: str
    kind: str
    make: Callable[[Library, tuple[str, ...]], Document]
    needs_selection: bool = True
    brand: Callable[[Brand], Brand] = _as_it_is
    dated: bool = False


EDITIONS = (
    Edition(
        "deck", "Slides to run a workshop with, and the facilitator's words in the notes", "workshop", deck.document
    ),
    Edition(
        "facilitator-guide",
        "Everything that the facilitator of a workshop needs to read",
        "workshop",
        facilitator_guide.document,
    ),
    Edition(
        "run-sheet", "One page to run a workshop from: clock times, cues, who does what", "workshop", run_sheet.document
    ),
    Edition("handouts", "Pages for the people who take part in a workshop", "workshop", handouts.document),
    Edition(
        "postcards", "Questions that open a conversation, on cards", "postcard", postcards.document, False, dated=True
    ),
    Edition("tool-cards", "Tools in short, on cards", "tool", tool_cards.document, False, dated=True),
    Edition(
        "theme-guide",
        "A theme: what it means, its tools, questions and resources",
        "theme",
        theme_guide.document,
    ),
    Edition("film-deck", "A film as slides, a scene on each with its words below it", "film", films.deck),
    Edition("film-handout", "A film on paper: its scenes, all of its words, what to ask", "film", films.handout),
    Edition("diagram-deck", "A diagram as slides: the drawing, its parts, its questions", "diagram", diagrams.deck),
    Edition("diagram-handout", "A diagram on paper, with room to write", "diagram", diagrams.handout),
    Edition("introduction", "What co-production is, and how to get started", "", article.introduction, False),
    Edition("literature-review", "What research says, with its references", "", article.literature_review, False),
    Edition("article", "One article or more, to read from start to end", "article", article.document),
    Edition("resources-guide", "What others have made, by theme", "resource", resources_guide.document, False),
    Edition("references", "Published works, by first author", "reference", references.document, False),
    Edition("print-test-sheet", "How to test a printer before it prints cards", "", print_test_sheet.document, False),
    Edition(
        "easy-read",
        "Articles, themes, workshops and postcards in simple words with pictures",
        "item",
        easy_read.easy_read_document,
        brand=with_easy_read_sizes,
    ),
    Edition(
        "easy-read-postcards",
        "Postcards in simple words with pictures, on cards",
        "postcard",
        easy_read.easy_read_cards,
        False,
        with_easy_read_sizes,
    ),
    Edition("glossary", "Words that people meet, and why they matter", "term", glossary.document, False),
)


class UnknownEdition(LookupError):
    """A name that no edition has."""


def compose(name: str, library: Library, select: Sequence[str] = ()) -> Document:
    """The document of an edition. `select` holds ids of items of the kind that the edition is made from; editions of
    cards also take a theme or a workshop, for the cards that belong to it.

    Raises UnknownEdition, `library.UnknownId`, or SelectionError for an id of the wrong kind or a missing one.
    """
    edition = edition_named(name)
    if edition.needs_selection and not select:
        listed = "KIND" if edition.kind == "item" else f"{edition.kind}s"
        one = f"{'an' if edition.kind[0] in 'aeiou' else 'a'} {edition.kind}"
        raise SelectionError(f"The edition '{name}' needs the id of {one}. `coprod list {listed}` shows them.")
    if select and not edition.kind:
        raise SelectionError(f"The edition '{name}' is always the same. Leave the ids out.")
    about = library.about
    made = with_references(edition.make(library, tuple(select)), library)
    imprint = f"{about.imprint} · {date_in_words(about.date)}" if edition.dated and about.url else about.imprint
    return evolve(made, edition=name, author=made.author or about.title, date=about.date, imprint=imprint)


def edition_named(name: str) -> Edition:
    """The edition of a name. Raises UnknownEdition with the nearest match."""
    found = next((edition for edition in EDITIONS if edition.name == name), None)
    if found is None:
        near = nearest(name, [edition.name for edition in EDITIONS])
        raise UnknownEdition(" ".join(part for part in (f"There is no edition '{name}'.", near) if part))
    return found
