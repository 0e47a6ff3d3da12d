"""The words of a Word file on paper, inside the preview page."""

import re
from itertools import pairwise

import pytest
from attrs import evolve
from tests.support.web_reading import Reading

from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.preview.word_as_article import PaperArticle, paper_article
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.editions import compose
from coprod_content.testing import HOSTILE, specimen
from coprod_web import renderer


def reading(article: PaperArticle) -> Reading:
    return Reading(f"<body>{article.content}</body>".encode())


@pytest.mark.parametrize("edition", ["facilitator-guide", "handouts", "run-sheet"])
def test_an_article_has_the_words_of_its_web_page(edition: str, library: Library, brand: Brand) -> None:
    """The words are the same in the same order, without the skip link and the list of contents that a page adds."""
    page = renderer.render(compose(edition, library, ["first-steps"]), brand)
    found = reading(paper_article(page))
    whole = Reading(page)
    main, header = whole.find("main")[0].said, whole.find("header")[0].said
    assert found.said.startswith(header)
    assert main in found.said
    assert "Skip to the content" not in found.said
    assert bool(found.find("nav")) is (edition == "facilitator-guide"), "only the guide has a list of contents"


def test_an_article_fits_into_the_page_around_it(library: Library, brand: Brand) -> None:
    """An article's headings start at level 3, and it has no landmarks or ids of the page around it."""
    found = reading(paper_article(renderer.render(compose("facilitator-guide", library, ["half-day"]), brand)))
    levels = [level for level, _ in found.headings]
    assert levels[0] == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert found.find("header", "main", "footer", "style", "script", "form") == []
    names = [name for each in found.elements for name in each["class"].split()]
    ids = [each["id"] for each in found.elements if each["id"]]
    assert all(name.startswith("w-") for name in (*names, *ids))
    targets = [each["href"].removeprefix("#") for each in found.find("a") if each["href"].startswith("#")]
    labels = [each["aria-labelledby"] for each in found.elements if each["aria-labelledby"]]
    assert set(targets + labels) <= set(ids)
    assert targets


def test_links_to_other_pages_open_in_a_new_tab(library: Library, brand: Brand) -> None:
    """Following a link leaves the plan where it is."""
    found = reading(paper_article(renderer.render(compose("facilitator-guide", library, ["half-day"]), brand)))
    outward = [each for each in found.find("a") if not each["href"].startswith("#")]
    assert outward
    assert {(each["target"], each["rel"]) for each in outward} == {("_blank", "noopener noreferrer")}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str, brand: Brand) -> None:
    """Markup in a document, anywhere, is shown as it was written.

    Form controls become their answers and boxes, because the builder's own form would send them.
    """
    document = evolve(specimen(words), title=words, subtitle=words)
    page = renderer.render(document, brand)
    found, whole = reading(paper_article(page)), Reading(page)
    said = iter(found.said.split())
    assert all(word in said for word in whole.find("main")[0].said.split())
    assert whole.find("input", "textarea")
    assert found.find("input", "textarea", "select", "button") == []
    added = {each.tag for each in found.elements} - {each.tag for each in whole.elements}
    assert added <= {"h4", "h5", "h6", "span"}
    assert not any(name.startswith("on") or name == "style" for each in found.elements for name in each.attributes)


def test_language_and_direction_come_along(brand: Brand) -> None:
    """An article in another language says so, and is set from right to left if the language is."""
    article = paper_article(renderer.render(evolve(specimen(), language="ar"), brand))
    assert (article.language, article.direction) == ("ar", "rtl")


def test_each_kind_of_block_is_laid_out(library: Library, brand: Brand) -> None:
    """The style sheet has rules for the classes of every block, so that a new one is not forgotten."""
    css = BuilderTemplates(library, brand).static_files["/static/builder.css"][0].decode()
    found = reading(paper_article(renderer.render(specimen(), brand)))
    blocks = {"facts", "callout", "check", "drawing", "idea", "writing", "rules", "signpost", "address", "prompt"}
    used = {name.removeprefix("w-") for each in found.elements for name in each["class"].split()}
    assert blocks <= used
    assert [name for name in blocks - {"writing", "signpost"} if not re.search(rf"\.w-{name}\b", css)] == []
