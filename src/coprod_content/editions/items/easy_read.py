"""Easy-read editions, in simple words with pictures, as documents or cards.

Public guidance is clear that people with learning disabilities must test such texts, and that no program can replace
those tests. A document is labelled Easy Read only if every text in it names its testers. Otherwise it is labelled as a
draft for testing.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.checks.easy_read import easy_read_of
from coprod_content.content.item_titles import themes_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import EasyRead, Form, Idea, Item, Workshop
from coprod_content.document.blocks import Block, Bullets, Callout, Illustrated, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.cards import card_section
from coprod_content.editions.items.forms import fields_only
from coprod_content.editions.sections.credits import CONTENTS
from coprod_content.editions.sections.photos import photo_pages
from coprod_content.editions.sections.prose_blocks import labelled, paragraphs
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.titles import counted_titles
from coprod_content.editions.selection import SelectionError, selected_postcards
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import text_of

DRAFT, TESTED = "Simple words with pictures: a draft for testing", "Easy Read"
_SEVERAL, _IN_SIMPLE_WORDS = "About co-production", "In simple words"
_LEAD = "These pages use short sentences and pictures. You can read them with someone who supports you."
_DRAFT = (
    "People with learning disabilities have not tested these pages yet. We need to ask them to.",
    "Are the words clear? Are the pictures clear? Please tell the person who gave you these pages.",
)


@frozen
class _EasyReadItem:
    """An item and its easy-read text."""

    item: Item
    text: EasyRead


def easy_read_ids(library: Library) -> tuple[str, ...]:
    """Return the ids of items with an easy-read text, in library order."""
    return tuple(item.id for item in library if easy_read_of(item))


def easy_read_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return the easy-read texts of items, in the order of `ids`.

    The id of a theme or workshop selects the text of that item only. For postcards, use `easy_read_cards`. Raises
    UnknownId for an unknown id, and SelectionError for an item without an easy-read text.
    """
    chosen = tuple(_with_text(library[id_], library) for id_ in ids)
    alone = len(chosen) == 1
    draft = any(each.text.tested_by is None for each in chosen)
    title = chosen[0].text.title if alone else _SEVERAL
    body = (section for each in chosen for section in _sections(each, library, alone=alone))
    return Document(
        title=title,
        subtitle=DRAFT if draft else TESTED,
        language=library.about.language,
        sections=(
            _cover(title, chosen, library, draft=draft),
            *counted_titles((CONTENTS, *body, *_hard_words(chosen), _about(chosen, library))),
        ),
    )


def easy_read_cards(library: Library, ids: tuple[str, ...]) -> Document:
    """Return cards for the selected postcards that have an easy-read text.

    `ids` can name postcards, themes or workshops. If it is empty, all postcards are selected. Raises UnknownId for an
    unknown id, and SelectionError for an item of any other kind, or if no selected postcard has an easy-read text.
    """
    cards = tuple(_EasyReadItem(card, card.easy_read) for card in selected_postcards(library, ids) if card.easy_read)
    if not cards:
        raise _without_text("None of these postcards has", library)
    draft = any(each.text.tested_by is None for each in cards)
    return Document(
        title="Questions that start conversations",
        subtitle=DRAFT if draft else TESTED,
        language=library.about.language,
        sections=tuple(_card(each, library, draft=draft) for each in cards),
    )


def simple_words(item: Item, library: Library) -> Iterator[Section]:
    """Yield an item's easy-read text as a section of its page.

    Nothing is yielded for an item without such a text.
    """
    text = easy_read_of(item)
    if text is None:
        return
    state = (Callout("advice", "This is a draft", _DRAFT),) if text.tested_by is None else ()
    parts = (Section(title=part.title, blocks=_ideas(part.ideas, library)) for part in text.parts)
    words = _hard_words((_EasyReadItem(item, text),))
    yield Section(
        title=_IN_SIMPLE_WORDS, role="simple-words", blocks=state, sections=(*parts, *words), items=(item.id,)
    )


def _with_text(item: Item, library: Library) -> _EasyReadItem:
    text = easy_read_of(item)
    if text is None:
        raise _without_text(f"The {kind_of(item).name} '{item.id}' does not have", library)
    return _EasyReadItem(item, text)


def _without_text(what: str, library: Library) -> SelectionError:
    ids = easy_read_ids(library)
    others = [id_ for id_ in ids if id_ not in library.postcards]
    count = len(ids) - len(others)
    postcards = (f"{count} postcard{'s' if count > 1 else ''}",) if count else ()
    available = ", ".join((*others, *postcards))
    choice = f"These items have one: {available}." if available else "No item in your content has one."
    return SelectionError(f"{what} an easy-read text. {choice}")


def _cover(title: str, chosen: tuple[_EasyReadItem, ...], library: Library, *, draft: bool) -> Section:
    notes = (Callout("advice", "This is a draft", _DRAFT),) if draft else ()
    themes = [id_ for each in chosen for id_ in themes_of(each.item)]
    return Section(
        title=title,
        role="cover",
        label="Simple words with pictures",
        accent=theme_accent(themes, library) if len(chosen) == 1 else "brand",
        picture=theme_mosaic(library, themes, columns=3, rows=2),
        blocks=(Paragraph(_LEAD, "lead"), *notes),
        items=tuple(each.item.id for each in chosen),
    )


def _sections(each: _EasyReadItem, library: Library, *, alone: bool) -> Iterator[Section]:
    """Yield the parts of an item's text, as pages or as subsections.

    If `alone` is false, the document has other items too, and the parts are subsections of a section with the text's
    title.
    """
    accent = theme_accent(themes_of(each.item), library)
    made = Section(title=each.text.title, role="handout", accent=accent, items=(each.item.id,))
    first, *others = (evolve(made, title=part.title, blocks=_ideas(part.ideas, library)) for part in each.text.parts)
    if alone:
        yield from (first, *others)
    else:
        yield evolve(made, sections=(evolve(first, role="plain"), *others))
    if isinstance(each.item, Form):
        yield from fields_only(each.item)
    if isinstance(each.item, Workshop):
        yield from (evolve(page, role="handout") for page in photo_pages(each.item, library))


def _ideas(ideas: tuple[Idea, ...], library: Library) -> tuple[Block, ...]:
    return tuple(Illustrated(library.pictures[idea.picture].drawing, text_of(idea.words)) for idea in ideas)


def _hard_words(chosen: tuple[_EasyReadItem, ...]) -> Iterator[Section]:
    words = {hard.word.casefold(): hard for each in chosen for hard in each.text.hard_words}
    if words:
        entries = tuple(labelled(hard.word, text_of(hard.meaning)) for _, hard in sorted(words.items()))
        yield Section(title="Hard words", blocks=(Bullets(entries),), items=tuple(each.item.id for each in chosen))


def _about(chosen: tuple[_EasyReadItem, ...], library: Library) -> Section:
    testers = dict.fromkeys(each.text.tested_by for each in chosen if each.text.tested_by)
    about = library.about
    prose = (*(with_full_stop(f"Tested by {who}") for who in testers), about.statement, about.credit, about.licence)
    return Section(title="About these pages", role="credits", blocks=paragraphs(prose))


def _card(card: _EasyReadItem, library: Library, *, draft: bool) -> Section:
    theme = library.themes[themes_of(card.item)[0]]
    # Prefer the simpler easy-read title of the theme, if any.
    name = f"Theme {theme.number}: {theme.easy_read.title if theme.easy_read else theme.title}"
    label = "Simple words: a draft for testing" if draft else TESTED
    first, *others = card.text.parts
    front = Section(title=card.text.title, label=name, blocks=_ideas(first.ideas, library))
    backs = (Section(title=part.title, label=label, blocks=_ideas(part.ideas, library)) for part in others)
    return card_section(card.item.id, theme, front, *backs)
