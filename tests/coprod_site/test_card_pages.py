"""The pages that codes on printed cards lead to."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.canonical_site import by_path, pages_of
from tests.support.roots import ABOUT, SMALL, small_root
from tests.support.roots import written as written_root
from tests.support.site_reading import reading

from coprod_content import ContentError, Library, load
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Items
from coprod_content.content.model import Change
from coprod_content.document.blocks import Signpost
from coprod_content.document.document import words_of
from coprod_content.editions import compose
from coprod_site import make_site


def test_the_page_of_a_card_lists_what_changed_with_days(few: Library, brand: Brand) -> None:
    """Changes are listed with their dates, newest first, and how to compare them with a printed card."""
    newer = Change(day="2026-11-20", what="The second question is **shorter**.")
    card = evolve(few.postcards["who-decides"], changes=(newer, Change(day="2026-03-02", what="A question was added.")))
    pages = pages_of(by_path(make_site(evolve(few, postcards=Items((card,))), brand)))
    (part,) = reading(pages["cards/who-decides.html"]).of_class("since")
    assert "Compare these dates with the one at the bottom of your card." in part.said
    first, second = "20 November 2026: The second question is shorter.", "2 March 2026: A question was added."
    assert part.said.index(first) < part.said.index(second)
    unchanged = reading(pages["cards/pairs.html"]).of_class("since")[0].said
    assert unchanged.startswith("Has this card changed? Nothing on this card has changed since it was first published.")


def test_a_card_that_was_withdrawn_keeps_its_page(tmp_path: Path, brand: Brand) -> None:
    """The page says so and lists the cards of its theme. The card is in no list."""
    other = {"postcards/who-else.yaml": SMALL["postcards/who-decides.yaml"].replace("Who decides", "Who else decides")}
    below = small_root(tmp_path / "content", other)
    over = written_root(tmp_path / "over", {"retire.yaml": "retire: [who-else]\n"})
    pages = pages_of(by_path(make_site(load(below, over), brand)))
    page = reading(pages["cards/who-else.html"])
    assert "Who else decides here?" in page.said
    assert "This card has been withdrawn" in page.said
    assert "../postcards/who-decides.html" in {a["href"] for a in page.find("a")}
    assert not [path for path, text in pages.items() if "who-else" in text and path != "cards/who-else.html"]
    back = written_root(tmp_path / "back", {"postcards/who-else.yaml": other["postcards/who-else.yaml"]})
    assert load(below, over, back).retired == ()


def test_cards_lead_to_their_pages_where_the_library_has_an_address(library: Library, tmp_path: Path) -> None:
    """Each card has its address with the date of the content. Without an address of the library it has its id.

    An address without https is refused.
    """
    published = evolve(library, about=evolve(library.about, url="https://www.example.org/co/"))
    for edition, id_ in (("postcards", "as-a-person-first"), ("tool-cards", "fishbowl")):
        document = compose(edition, published, [id_])
        address = f"www.example.org/co/cards/{id_}.html"
        (link,) = (block for _, section in document.walk() for block in section.blocks if isinstance(block, Signpost))
        assert link.url == f"https://{address}?printed=2026-11-23"
        assert address in words_of(document)
        assert document.imprint.endswith("· 23 November 2026")
        before = compose(edition, library, [id_])
        assert before.imprint == library.about.imprint
        assert f"Card id: {id_}" in words_of(before)
    refused = small_root(tmp_path / "ours", {"about.yaml": f"{ABOUT}url: http://www.example.org/co\n"})
    with pytest.raises(ContentError, match="does not start with https:"):
        load(refused)
