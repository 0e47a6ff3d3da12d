"""Simple words with pictures: what the easy-read texts of items say. It is called Easy Read once people have tested it.

Guidance is plain that people with learning disabilities test such a text, and that no program can do so for them. Until
every text in a document says who did, the document calls itself a draft for testing.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.checks.easy_read import easy_read_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.library import themes_of as ids_of_themes
from coprod_content.content.model import EasyRead, Idea, Item, Theme
from coprod_content.document.blocks import Block, Bullets, Callout, Illustrated, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import accent, contents, paragraphs
from coprod_content.editions.sections.pictures import all_themes, mosaic, of_theme, themes_of
from coprod_content.editions.selection import SelectionError, selected_postcards
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, text_of, verbatim

DRAFT, TESTED = "Simple words with pictures: a draft for testing", "Easy Read"
_SEVERAL = "About co-production"
_LEAD = "These pages use short sentences and pictures. You can read them with somebody who supports you."
_DRAFT = (
    "People with learning disabilities have not tested these pages yet. They need to.",
    "Are the words clear? Are the pictures clear? Please tell the person who gave you these pages.",
)


@frozen
class _Told:
    """An item with its easy-read text."""

    item: Item
    text: EasyRead


def easy_read_ids(library: Library) -> tuple[str, ...]:
    """The ids of the items that have an easy-read text, in the order of the library."""
    return tuple(item.id for item in library if easy_read_of(item))


def easy_read_document(library: Library, ids: tuple[str, ...]) -> Document:
    """What items say in simple words with pictures, in the order of their ids.

    A theme or a workshop is the item itself, not its postcards: see `easy_read_cards` for these. Raises UnknownId, and
    SelectionError for an item that has no easy-read text.
    """
    told = tuple(_told(library[id_], library) for id_ in ids)
    draft = any(each.text.tested_by is None for each in told)
    title = told[0].text.title if len(told) == 1 else _SEVERAL
    body = tuple(section for each in told for section in _sections(each, library, alone=len(told) == 1))
    return Document(
        title=title,
        subtitle=DRAFT if draft else TESTED,
        language=library.about.language,
        keywords=("co-production", "simple words"),
        sections=(
            _cover(title, told, library, draft=draft),
            contents(),
            *body,
            *_hard_words(told),
            _about(told, library),
        ),
    )


def easy_read_cards(library: Library, ids: tuple[str, ...]) -> Document:
    """The postcards of a selection that have an easy-read text, as cards: of postcards, themes or workshops.

    Without a selection all of them. Raises UnknownId, and SelectionError where none of them has one.
    """
    cards = tuple(_Told(card, card.easy_read) for card in selected_postcards(library, ids) if card.easy_read)
    if not cards:
        raise _without("None of these postcards has", library)
    draft = any(each.text.tested_by is None for each in cards)
    return Document(
        title="Questions that start conversations",
        subtitle=DRAFT if draft else TESTED,
        language=library.about.language,
        keywords=("co-production", "simple words", "conversation"),
        sections=tuple(_card(each, library, draft=draft) for each in cards),
    )


def _told(item: Item, library: Library) -> _Told:
    text = easy_read_of(item)
    if text is None:
        raise _without(f"The {kind_of(item).name} '{item.id}' does not have", library)
    return _Told(item, text)


def _without(what: str, library: Library) -> SelectionError:
    """What to say of items without an easy-read text, which no program writes: which ones have one."""
    ids = easy_read_ids(library)
    cards = sum(id_ in library.postcards for id_ in ids)
    others = ", ".join(id_ for id_ in ids if id_ not in library.postcards)
    return SelectionError(f"{what} an easy-read text. These do: {others or 'nothing else'}; and {cards} postcards.")


def _cover(title: str, told: tuple[_Told, ...], library: Library, *, draft: bool) -> Section:
    note = Callout("advice", "This is a draft", tuple(verbatim(words) for words in _DRAFT)) if draft else None
    return Section(
        title=title,
        role="cover",
        label="Simple words with pictures",
        accent=_accent(told[0].item, library) if len(told) == 1 else "brand",
        picture=mosaic(_themes(told, library), columns=3, rows=2),
        blocks=(Paragraph(verbatim(_LEAD), "lead"), *((note,) if note else ())),
        items=tuple(each.item.id for each in told),
    )


def _themes(told: tuple[_Told, ...], library: Library) -> tuple[Theme, ...]:
    """The themes of some items, or of all where these belong to none."""
    ids = tuple(id_ for each in told for id_ in ids_of_themes(each.item))
    return themes_of(ids, library) or all_themes(library)


def _accent(item: Item, library: Library) -> str:
    themes = ids_of_themes(item)
    return accent(library, themes[0]) if len(themes) == 1 else "brand"


def _sections(told: _Told, library: Library, *, alone: bool) -> Iterator[Section]:
    """The parts of an item, each on a page of its own: of one that has the document to itself, else under its title."""
    made = Section(title=told.text.title, role="handout", accent=_accent(told.item, library), items=(told.item.id,))
    first, *others = (evolve(made, title=part.title, blocks=_ideas(part.ideas, library)) for part in told.text.parts)
    if alone:
        yield from (first, *others)
    else:
        yield evolve(made, sections=(evolve(first, role="plain"), *others))


def _ideas(ideas: tuple[Idea, ...], library: Library) -> tuple[Block, ...]:
    return tuple(Illustrated(library.pictures[idea.picture].drawing, text_of(idea.words)) for idea in ideas)


def _hard_words(told: tuple[_Told, ...]) -> Iterator[Section]:
    """The hard words of all items by the alphabet, each once."""
    words = {hard.word.casefold(): hard for each in told for hard in each.text.hard_words}
    if words:
        entries = tuple(
            (Span(f"{hard.word}: ", strong=True), *text_of(hard.meaning)) for _, hard in sorted(words.items())
        )
        yield Section(title="Hard words", blocks=(Bullets(entries),), items=tuple(each.item.id for each in told))


def _about(told: tuple[_Told, ...], library: Library) -> Section:
    """Who tested this, or has to; who made it and on what terms."""
    tested = dict.fromkeys(each.text.tested_by for each in told if each.text.tested_by)
    about = library.about
    return Section(
        title="About these pages",
        role="credits",
        blocks=paragraphs(
            (*(with_full_stop(f"Tested by {who}") for who in tested), about.statement, about.credit, about.licence)
        ),
    )


def _card(told: _Told, library: Library, *, draft: bool) -> Section:
    """A card: the question and the ideas of the first part in front, the other parts behind."""
    theme = library.themes[ids_of_themes(told.item)[0]]
    label = "Simple words: a draft for testing" if draft else TESTED
    front, *behind = told.text.parts
    sides = (
        Section(title=told.text.title, role="card-front", label=_label(theme), blocks=_ideas(front.ideas, library)),
        *(
            Section(title=part.title, role="card-back", label=label, blocks=_ideas(part.ideas, library))
            for part in behind
        ),
    )
    first, *others = (of_theme(evolve(side, items=(told.item.id,)), theme) for side in sides)
    return evolve(first, sections=tuple(others))


def _label(theme: Theme) -> str:
    """A theme by the simplest name that it has."""
    return f"Theme {theme.number}: {theme.easy_read.title if theme.easy_read else theme.title}"
