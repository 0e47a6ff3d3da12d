"""Articles in series, with dates, tools and fields."""

from pathlib import Path

from tests.support.roots import small_root

from coprod_content import load
from coprod_content.document.document import words_of
from coprod_content.document.fill_in import FillIn
from coprod_content.editions import compose
from coprod_content.editions.items.item_page import item_page
from coprod_site.list_entries import list_entries, series_sections

SERIES = """\
law: {title: Law, summary: What the law says., dated: yes}
money: {title: Money, summary: What things cost.}
"""
ARTICLE = """\
title: An article
summary: A text.
as_of: 2026-11-29
tools: [pairs]
chapters:
  - title: One
    body: [{text: A paragraph.}]
  - title: Two
    body: [{text: Another paragraph.}]
    fields: [{name: lead, kind: text, label: Who leads, fill: contact}]
"""
PLACES = {"paid": "series: money", "late": "series: law\norder: 2", "soon": "series: law\norder: 1", "none": "order: 1"}


def test_an_article_in_a_series_is_listed_linked_dated_and_filled_in(tmp_path: Path) -> None:
    """A short one has no cover page and no contents list. Its tool links back. Lists follow series and order."""
    articles = {f"articles/{id_}.yaml": f"{ARTICLE}{place}\n" for id_, place in PLACES.items()}
    library = load(small_root(tmp_path, {"series.yaml": SERIES, "articles/to-read.yaml": None, **articles}))
    assert list(library.articles) == ["none", "soon", "late", "paid"]
    shelves = series_sections(list_entries(library.articles.values(), library), library)
    assert [(shelf.title, shelf.about) for shelf in shelves] == [
        ("To begin with", ""),
        ("Law", "What the law says."),
        ("Money", "What things cost."),
    ]
    assert {article.id for article in library.links("pairs").articles} == set(library.articles)
    alone, page = compose("article", library, ["soon"]), item_page(library.articles["soon"], library)
    assert [section.role for section in alone.sections] == ["cover", "form", "plain", "credits"]
    assert alone.subtitle == "Law"
    for document in (alone, page):
        assert "Checked on 29 November 2026." in " ".join(words_of(document))
        blocks = [block for _, section in document.walk() for block in section.blocks]
        assert [block.label for block in blocks if isinstance(block, FillIn)] == ["Who leads"]
    assert "contents" in [section.role for section in compose("article", library, ["soon", "paid"]).sections]
