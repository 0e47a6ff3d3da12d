"""Documents of simple words with pictures: what they say, in which order, and what they call themselves."""

import pytest
from attrs import evolve

from coprod_content import Library
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
from coprod_content.text.spans import plain


def after_tests(library: Library, *ids: str) -> Library:
    """The library in which the texts of some themes were tested."""
    themes = tuple(
        evolve(theme, easy_read=evolve(theme.easy_read, tested_by="Five people of Larkfield Lane, May 2026"))
        if theme.id in ids and theme.easy_read
        else theme
        for theme in library.themes.values()
    )
    return evolve(library, themes=evolve(library.themes, items_in_order=themes))


def said(document: Document) -> str:
    return "\n".join(words_of(document))


def test_a_text_that_nobody_tested_is_a_draft(library: Library) -> None:
    """Nothing is called Easy Read before people with learning disabilities have tested it, and it says who has to."""
    document = easy_read_document(library, ("sharing-power",))
    assert document.subtitle == DRAFT
    assert "People with learning disabilities have not tested these pages yet." in said(document)
    assert "easy read" not in f"{document.title} {document.subtitle} {said(document)}".casefold()
    cards = easy_read_cards(library, ("sharing-power",))
    assert cards.subtitle == DRAFT
    backs = [section for _, section in cards.walk() if section.role == "card-back"]
    assert {section.label for section in backs} == {"Simple words: a draft for testing"}


def test_a_text_that_was_tested_says_so_and_by_whom(library: Library) -> None:
    """Then it may be called Easy Read; together with one that was not it is a draft again."""
    both = after_tests(library, "sharing-power")
    document = easy_read_document(both, ("sharing-power",))
    assert document.subtitle == TESTED
    assert "Tested by Five people of Larkfield Lane, May 2026." in said(document)
    assert "draft" not in said(document)
    assert easy_read_document(both, ("sharing-power", "alignment")).subtitle == DRAFT


def test_every_idea_stands_beside_its_picture_in_the_order_of_the_text(library: Library) -> None:
    """No idea is lost, none is added, and each has the picture that was chosen for it."""
    for id_ in easy_read_ids(library):
        text = easy_read_of(library[id_])
        assert text
        document = easy_read_document(library, (id_,))
        blocks = [block for _, section in document.walk() for block in section.blocks if isinstance(block, Illustrated)]
        ideas = [idea for part in text.parts for idea in part.ideas]
        assert [block.picture for block in blocks] == [library.pictures[idea.picture].drawing for idea in ideas]
        assert [plain(block.text) for block in blocks] == [idea.words.replace("**", "") for idea in ideas]


def test_a_part_fits_a_page(library: Library) -> None:
    """Six ideas at the most under one heading, which starts a page."""
    for id_ in easy_read_ids(library):
        for section in easy_read_document(library, (id_,)).sections:
            ideas = [block for block in section.blocks if isinstance(block, Illustrated)]
            assert len(ideas) <= 6, (id_, section.title)
            assert section.role == "handout" or not ideas


def test_several_items_are_chapters_and_share_their_hard_words(library: Library) -> None:
    """Each has its title above its parts; a word that two of them explain is explained once, by the alphabet."""
    document = easy_read_document(library, ("introduction", "first-steps"))
    assert document.title == "About co-production"
    chapters = [section for section in document.sections if section.sections]
    assert [section.title for section in chapters] == ["What is co-production?", "Our first meeting together"]
    (hard,) = [section for section in document.sections if section.title == "Hard words"]
    (listed,) = hard.blocks
    assert isinstance(listed, Bullets)
    words = [item[0].text for item in listed.items]
    assert words == sorted(set(words))


def test_a_card_asks_in_front_and_says_why_behind(library: Library) -> None:
    """The theme has its simple name, the question and its first idea are in front, the others behind."""
    (card,) = easy_read_cards(library, ("good-ordinary-day",)).sections
    assert (card.role, card.title) == ("card-front", "What makes a normal day a good day for you?")
    assert card.label == "Theme 2: Start with what matters to people"
    assert [len(side.blocks) for side in (card, *card.sections)] == [1, 2]
    assert card.accent == "theme_2"


def test_cards_of_a_workshop_come_in_its_order(library: Library) -> None:
    """Without a selection there are all 24; of a theme its four."""
    slots = [getattr(slot, "postcards", ()) for slot in library.workshops["first-steps"].agenda]
    cards = easy_read_cards(library, ("first-steps",)).sections
    assert [section.items for section in cards] == [(id_,) for ids in slots for id_ in ids]
    assert len(easy_read_cards(library, ()).sections) == 24
    assert len(easy_read_cards(library, ("alignment",)).sections) == 4


@pytest.mark.parametrize(("name", "id_"), [("easy-read", "power-sharing"), ("easy-read-postcards", "left-tomorrow")])
def test_an_item_without_a_text_is_refused_with_those_that_have_one(library: Library, name: str, id_: str) -> None:
    """A text is never made from the long one by formula."""
    with pytest.raises(SelectionError, match=r"easy-read text\. These do: .*introduction.*, 24 postcards"):
        compose(name, library, (id_,))


def test_nothing_selected_is_not_everything(library: Library) -> None:
    """All texts together would be far longer than anybody is asked to read."""
    with pytest.raises(SelectionError, match="needs the id of an item"):
        compose("easy-read", library)
    assert sum(1 for _ in easy_read_ids(library)) > MOST_PAGES
