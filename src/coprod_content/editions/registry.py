"""The list of editions, read from `editions.yaml`, and lookup by name."""

from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.easy_read_sizes import with_easy_read_sizes
from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.editions.cards.cards import postcards_document, tool_cards_document
from coprod_content.editions.cards.deck_guides import deck_index_document, deck_overview_document
from coprod_content.editions.cards.print_test_sheet import print_test_sheet_document
from coprod_content.editions.cards.tuck_box import postcard_box_document, tool_box_document
from coprod_content.editions.items.articles import (
    articles_document,
    evidence_slides,
    introduction_document,
    literature_review_document,
)
from coprod_content.editions.items.canvases import canvases_document
from coprod_content.editions.items.cases import case_slides, cases_document
from coprod_content.editions.items.diagrams import diagram_deck, diagram_handout
from coprod_content.editions.items.easy_read import easy_read_cards, easy_read_document
from coprod_content.editions.items.films import film_deck, film_handout, film_transcript
from coprod_content.editions.items.forms import forms_document
from coprod_content.editions.items.lists import glossary_document, references_document, resources_guide_document
from coprod_content.editions.items.programmes import programme_guide, programme_slides
from coprod_content.editions.items.theme_guide import theme_guide_document
from coprod_content.editions.items.theme_slides import theme_slides_document
from coprod_content.editions.workshop.deck import deck_document
from coprod_content.editions.workshop.facilitator_guide import facilitator_guide_document
from coprod_content.editions.workshop.handouts import handouts_document
from coprod_content.editions.workshop.online_kit import chat_document
from coprod_content.editions.workshop.organiser_notes import organiser_notes_document
from coprod_content.editions.workshop.run_sheet import run_sheet_document
from coprod_content.files.cache.yaml_tables import yaml_table
from coprod_content.findings.finding import nearest

DocumentMaker = Callable[[Library, tuple[str, ...]], Document]


@frozen(kw_only=True)
class Edition:
    """A kind of document, and the function that composes it.

    `caption` is its display name, `about` describes it in one line, and `use` explains what its files are for. `kind`
    is the kind of item that it is made from. It is `item` for items of several kinds, or an empty string if no items
    can be selected. If `needs_selection` is false, an empty selection includes every item. A `dated` edition shows the
    date in its imprint if the library is also published as web pages, because those pages list later changes. An
    `easy_read` edition has larger type. `projected` names the edition that replaces this one, if any, in formats that
    are shown on a screen.
    """

    name: str
    caption: str
    about: str
    use: str = ""
    kind: str = ""
    make: DocumentMaker
    needs_selection: bool = True
    dated: bool = False
    easy_read: bool = False
    projected: str = ""
    keywords: tuple[str, ...] = field(default=(), converter=tuple)

    def brand(self, brand: Brand) -> Brand:
        """Return the brand, with larger type for an easy-read edition."""
        return with_easy_read_sizes(brand) if self.easy_read else brand


_MAKERS: dict[str, DocumentMaker] = {
    "deck": deck_document,
    "facilitator-guide": facilitator_guide_document,
    "run-sheet": run_sheet_document,
    "handouts": handouts_document,
    "chat": chat_document,
    "postcards": postcards_document,
    "postcard-index": deck_index_document,
    "postcard-overview": deck_overview_document,
    "postcard-box": postcard_box_document,
    "tool-cards": tool_cards_document,
    "tool-box": tool_box_document,
    "theme-guide": theme_guide_document,
    "theme-slides": theme_slides_document,
    "film-deck": film_deck,
    "film-handout": film_handout,
    "film-transcript": film_transcript,
    "diagram-deck": diagram_deck,
    "diagram-handout": diagram_handout,
    "canvases": canvases_document,
    "forms": forms_document,
    "organiser-notes": organiser_notes_document,
    "introduction": introduction_document,
    "literature-review": literature_review_document,
    "evidence-slides": evidence_slides,
    "article": articles_document,
    "cases": cases_document,
    "case-slides": case_slides,
    "programme-guide": programme_guide,
    "programme-slides": programme_slides,
    "resources-guide": resources_guide_document,
    "references": references_document,
    "print-test-sheet": print_test_sheet_document,
    "easy-read": easy_read_document,
    "easy-read-postcards": easy_read_cards,
    "glossary": glossary_document,
}


def _editions() -> tuple[Edition, ...]:
    entries = yaml_table(Path(__file__).with_name("editions.yaml"))
    return tuple(Edition(**entry, make=_MAKERS[entry["name"]]) for entry in entries)


EDITIONS = _editions()


class UnknownEdition(LookupError):
    """Error raised if no edition has the given name."""


def edition_named(name: str) -> Edition:
    """Return the edition named `name`. Raises UnknownEdition if there is none."""
    found = next((edition for edition in EDITIONS if edition.name == name), None)
    if found is None:
        near = nearest(name, [edition.name for edition in EDITIONS])
        raise UnknownEdition(f"There is no edition '{name}'. {near}".rstrip())
    return found
