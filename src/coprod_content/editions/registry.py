"""The list of editions, and lookup by name."""

from coprod_content.brand.easy_read_sizes import with_easy_read_sizes
from coprod_content.editions.cards.postcards import postcards_document
from coprod_content.editions.cards.print_test_sheet import print_test_sheet_document
from coprod_content.editions.cards.tool_cards import tool_cards_document
from coprod_content.editions.edition import Edition
from coprod_content.editions.items.articles import articles_document, introduction_document, literature_review_document
from coprod_content.editions.items.diagrams import diagram_deck, diagram_handout
from coprod_content.editions.items.easy_read import easy_read_cards, easy_read_document
from coprod_content.editions.items.films import film_deck, film_handout
from coprod_content.editions.items.glossary import glossary_document
from coprod_content.editions.items.references import references_document
from coprod_content.editions.items.resources_guide import resources_guide_document
from coprod_content.editions.items.theme_guide import theme_guide_document
from coprod_content.editions.workshop.deck import deck_document
from coprod_content.editions.workshop.facilitator_guide import facilitator_guide_document
from coprod_content.editions.workshop.handouts import handouts_document
from coprod_content.editions.workshop.run_sheet import run_sheet_document
from coprod_content.findings.finding import nearest

EDITIONS = (
    Edition(
        "deck",
        "Slides",
        "Slides for running a workshop, with the facilitator's words in the notes",
        "workshop",
        deck_document,
        use="To show in the room, with notes.",
    ),
    Edition(
        "facilitator-guide",
        "Facilitator guide",
        "Everything that a workshop facilitator needs to read",
        "workshop",
        facilitator_guide_document,
        use="To prepare from, item by item.",
    ),
    Edition(
        "run-sheet",
        "Run sheet",
        "One page to run a workshop from: clock times, cues, who does what",
        "workshop",
        run_sheet_document,
        use="To hold while you run the session.",
    ),
    Edition(
        "handouts",
        "Handouts",
        "Pages for the people who take part in a workshop",
        "workshop",
        handouts_document,
        use="For the people who take part.",
    ),
    Edition(
        "postcards",
        "Postcards",
        "Questions that start a conversation, on cards",
        "postcard",
        postcards_document,
        False,
        dated=True,
        use="Questions that open a conversation.",
    ),
    Edition("tool-cards", "Tools on cards", "Tools in brief, on cards", "tool", tool_cards_document, False, dated=True),
    Edition(
        "theme-guide",
        "Theme guide",
        "A theme: what it means, its tools, questions and resources",
        "theme",
        theme_guide_document,
    ),
    Edition(
        "film-deck",
        "Slides, a scene on each",
        "A film as slides: a scene on each, with its words below",
        "film",
        film_deck,
    ),
    Edition(
        "film-handout",
        "Handout to read",
        "A film on paper: its scenes, its words and what to ask",
        "film",
        film_handout,
    ),
    Edition(
        "diagram-deck",
        "Slides",
        "A diagram as slides: the drawing, its parts and its questions",
        "diagram",
        diagram_deck,
    ),
    Edition(
        "diagram-handout",
        "Handout to write on",
        "A diagram on paper, with room to write",
        "diagram",
        diagram_handout,
    ),
    Edition(
        "introduction",
        "What co-production is, and how to get started",
        "What co-production is, and how to get started",
        "",
        introduction_document,
        False,
    ),
    Edition(
        "literature-review",
        "What research says",
        "What research says, with references",
        "",
        literature_review_document,
        False,
    ),
    Edition(
        "article", "The whole text", "One or more articles, to read from start to end", "article", articles_document
    ),
    Edition(
        "resources-guide",
        "All resources by theme",
        "Useful material made by others, by theme",
        "resource",
        resources_guide_document,
        False,
    ),
    Edition(
        "references",
        "All published works, by first author",
        "Published works, by first author",
        "reference",
        references_document,
        False,
    ),
    Edition(
        "print-test-sheet",
        "Test sheet for your printer",
        "How to test a printer before printing cards",
        "",
        print_test_sheet_document,
        False,
        use="Shows which file suits your printer.",
    ),
    Edition(
        "easy-read",
        "Simple words with pictures",
        "Articles, themes, workshops and postcards in simple words with pictures",
        "item",
        easy_read_document,
        brand=with_easy_read_sizes,
    ),
    Edition(
        "easy-read-postcards",
        "Postcards in simple words",
        "Postcards in simple words with pictures, on cards",
        "postcard",
        easy_read_cards,
        False,
        with_easy_read_sizes,
    ),
    Edition(
        "glossary",
        "All words and what they mean",
        "Words that people will meet, and why they matter",
        "term",
        glossary_document,
        False,
    ),
)


class UnknownEdition(LookupError):
    """Error raised if no edition has the given name."""


def edition_named(name: str) -> Edition:
    """Return the edition named `name`. Raises UnknownEdition if there is none."""
    found = next((edition for edition in EDITIONS if edition.name == name), None)
    if found is None:
        near = nearest(name, [edition.name for edition in EDITIONS])
        raise UnknownEdition(f"There is no edition '{name}'. {near}".rstrip())
    return found
