"""The list of editions, read from `editions.yaml`, and lookup by name."""

from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.files.cache.yaml_tables import yaml_table
from coprod_content.findings.finding import nearest
from coprod_content.importing.lazy_function import LazyFunction

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
        if not self.easy_read:
            return brand
        from coprod_content.brand.easy_read_sizes import with_easy_read_sizes

        return with_easy_read_sizes(brand)


_MAKERS = {
    "deck": "workshop.deck:deck_document",
    "facilitator-guide": "workshop.facilitator_guide:facilitator_guide_document",
    "run-sheet": "workshop.run_sheet:run_sheet_document",
    "handouts": "workshop.handouts:handouts_document",
    "chat": "workshop.online_kit:chat_document",
    "postcards": "cards.cards:postcards_document",
    "postcard-index": "cards.deck_guides:deck_index_document",
    "postcard-overview": "cards.deck_guides:deck_overview_document",
    "postcard-box": "cards.tuck_box:postcard_box_document",
    "tool-cards": "cards.cards:tool_cards_document",
    "tool-box": "cards.tuck_box:tool_box_document",
    "theme-guide": "items.theme_guide:theme_guide_document",
    "theme-slides": "items.theme_slides:theme_slides_document",
    "film-deck": "items.films:film_deck",
    "film-handout": "items.films:film_handout",
    "film-transcript": "items.films:film_transcript",
    "diagram-deck": "items.diagrams:diagram_deck",
    "diagram-handout": "items.diagrams:diagram_handout",
    "canvases": "items.canvases:canvases_document",
    "forms": "items.forms:forms_document",
    "organiser-notes": "workshop.organiser_notes:organiser_notes_document",
    "introduction": "items.articles:introduction_document",
    "literature-review": "items.articles:literature_review_document",
    "evidence-slides": "items.articles:evidence_slides",
    "article": "items.articles:articles_document",
    "cases": "items.cases:cases_document",
    "case-slides": "items.cases:case_slides",
    "programme-guide": "items.programmes:programme_guide",
    "programme-slides": "items.programmes:programme_slides",
    "resources-guide": "items.lists:resources_guide_document",
    "references": "items.lists:references_document",
    "print-test-sheet": "cards.print_test_sheet:print_test_sheet_document",
    "easy-read": "items.easy_read:easy_read_document",
    "easy-read-postcards": "items.easy_read:easy_read_cards",
    "glossary": "items.lists:glossary_document",
}
"""The place of each edition's function in `coprod_content.editions`."""


def _editions() -> tuple[Edition, ...]:
    entries = yaml_table(Path(__file__).with_name("editions.yaml"))
    makers = {name: LazyFunction(f"coprod_content.editions.{place}") for name, place in _MAKERS.items()}
    return tuple(Edition(**entry, make=makers[entry["name"]]) for entry in entries)


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
