"""Easy-read documents and cards: their content, order and titles."""

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.checks.easy_read import MOST_PAGES, easy_read_of
from coprod_content.document.blocks import Bullets, Illustrated
from coprod_content.document.document import Document, words_of
from coprod_content.editions import SelectionError, compose
from coprod_content.editions.items.easy_read import (
    DRAFT,
    TESTED,
    easy_read_cards,
    easy_read_document,
    easy_read_ids,
)
from coprod_content.packs.build import make
from coprod_content.text.spans import plain


def after_tests(library: Library, *ids: str) -> Library:
    """Return the library with the texts of some themes marked as tested."""
    themes = tuple(
        evolve(theme, easy_read=evolve(theme.easy_read, tested_by="Five people of Larkfield Lane, May 2026"))
        if theme.id in ids and theme.easy_read
        else theme
        for theme in library.themes.values()
    )
    return evolve(library, themes=evolve(library.themes, items_in_order=themes))


def said(document: Document) -> str:
    return "\n".join(words_of(document))


def test_an_untested_text_is_a_draft(library: Library) -> None:
    """It is not called Easy Read until people with learning disabilities have tested it, and it says so."""
    document = easy_read_document(library, ("sharing-power",))
    assert document.subtitle == DRAFT
    assert "People with learning disabilities have not tested these pages yet." in said(document)
    assert "easy read" not in f"{document.title} {document.subtitle} {said(document)}".casefold()
    cards = easy_read_cards(library, ("sharing-power",))
    assert cards.subtitle == DRAFT
    backs = [section for _, section in cards.walk() if section.role == "card-back"]
    assert {section.label for section in backs} == {"Simple words: a draft for testing"}


def test_a_tested_text_names_its_testers(library: Library) -> None:
    """It is then called Easy Read, but a document with any untested text is a draft again."""
    both = after_tests(library, "sharing-power")
    document = easy_read_document(both, ("sharing-power",))
    assert document.subtitle == TESTED
    assert "Tested by Five people of Larkfield Lane, May 2026." in said(document)
    assert "draft" not in said(document)
    assert easy_read_document(both, ("sharing-power", "alignment")).subtitle == DRAFT


def test_every_idea_has_its_picture_in_the_order_of_the_text(library: Library) -> None:
    """No idea is lost or added."""
    for id_ in easy_read_ids(library):
        text = easy_read_of(library[id_])
        assert text
        document = easy_read_document(library, (id_,))
        blocks = [block for _, section in document.walk() for block in section.blocks if isinstance(block, Illustrated)]
        ideas = [idea for part in text.parts for idea in part.ideas]
        assert [block.picture for block in blocks] == [library.pictures[idea.picture].drawing for idea in ideas]
        assert [plain(block.text) for block in blocks] == [idea.words.replace("**", "") for idea in ideas]


def test_a_part_fits_on_a_page(library: Library) -> None:
    """A heading has at most six ideas and starts a new page."""
    for id_ in easy_read_ids(library):
        for section in easy_read_document(library, (id_,)).sections:
            ideas = [block for block in section.blocks if isinstance(block, Illustrated)]
            assert len(ideas) <= 6, (id_, section.title)
            assert section.role == "handout" or not ideas


def test_several_items_are_chapters_and_share_their_hard_words(library: Library) -> None:
    """Each item has its title above its parts; shared hard words are explained once, in alphabetical order."""
    document = easy_read_document(library, ("introduction", "first-steps"))
    assert document.title == "About co-production"
    chapters = [section for section in document.sections if section.sections]
    assert [section.title for section in chapters] == ["What is co-production?", "Our first meeting together"]
    (hard,) = [section for section in document.sections if section.title == "Hard words"]
    (listed,) = hard.blocks
    assert isinstance(listed, Bullets)
    words = [item[0].text for item in listed.items]
    assert words == sorted(set(words))


def test_a_card_asks_on_the_front_and_says_why_on_the_back(library: Library) -> None:
    """The front has the simple name of the theme, the question and one idea."""
    (card,) = easy_read_cards(library, ("good-ordinary-day",)).sections
    assert (card.role, card.title) == ("card-front", "What makes a normal day a good day for you?")
    assert card.label == "Theme 2: Start with what matters to people"
    assert [len(side.blocks) for side in (card, *card.sections)] == [1, 2]
    assert card.accent == "theme_2"


def test_cards_of_a_workshop_come_in_its_order(library: Library) -> None:
    """A theme has four cards; without a selection there are all 24."""
    slots = [getattr(slot, "postcards", ()) for slot in library.workshops["first-steps"].agenda]
    cards = easy_read_cards(library, ("first-steps",)).sections
    assert [section.items for section in cards] == [(id_,) for ids in slots for id_ in ids]
    assert len(easy_read_cards(library, ()).sections) == 24
    assert len(easy_read_cards(library, ("alignment",)).sections) == 4


@pytest.mark.parametrize(("name", "id_"), [("easy-read", "power-sharing"), ("easy-read-postcards", "left-tomorrow")])
def test_an_item_without_an_easy_read_text_is_refused(library: Library, name: str, id_: str) -> None:
    """The error lists the items that have one; no text is generated."""
    with pytest.raises(SelectionError, match=r"easy-read text\. These items have one: .*introduction.*, 24 postcards"):
        compose(name, library, (id_,))


def test_an_empty_selection_is_refused(library: Library) -> None:
    """All texts together would be far too long for one document."""
    with pytest.raises(SelectionError, match="needs the id of an item"):
        compose("easy-read", library)
    assert sum(1 for _ in easy_read_ids(library)) > MOST_PAGES


def test_a_part_can_share_its_title_with_a_part_of_the_form(library: Library, brand: Brand) -> None:
    """`check` allows it, so the paper is made: the two are numbered."""
    form = library.forms["consent-form"]
    assert form.easy_read
    twin = evolve(form.easy_read.parts[0], title=form.parts[0].title)
    same = evolve(form, easy_read=evolve(form.easy_read, parts=(twin, *form.easy_read.parts[1:])))
    forms = tuple(same if each.id == form.id else each for each in library.forms.values())
    changed = evolve(library, forms=evolve(library.forms, items_in_order=forms))
    made = make("easy-read", "guide", changed, brand, (form.id,))
    assert made.findings == ()
    titles = [section.title for section in made.document.sections]
    assert [f"{twin.title} ({at} of 2)" for at in (1, 2)] == [each for each in titles if each.startswith(twin.title)]
