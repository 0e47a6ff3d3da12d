"""The lists of a kind."""

import re

from attrs import evolve
from tests.support.canonical_site import links_of
from tests.support.held import EVENT, with_held
from tests.support.site_reading import reading, resolved
from tests.support.web_reading import normal

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Items
from coprod_content.content.model import Tool
from coprod_content.editions.items.item_page import has_page
from coprod_content.text.spans import plain, text_of, without_citations
from coprod_site import make_site
from coprod_site.addresses import path_of
from coprod_site.interface_text import WORDS


def test_lists_name_everything_and_need_no_script(library: Library, pages: dict[str, str]) -> None:
    """A list links to every item of its kind. Forms are hidden if no script can serve them."""
    for plural in (
        "themes",
        "tools",
        "postcards",
        "workshops",
        "programmes",
        "films",
        "diagrams",
        "articles",
        "cases",
        "resources",
        "terms",
        "purposes",
    ):
        path = f"{plural}/index.html"
        leads = {resolved(path, address) for address in links_of(pages[path])}
        assert {path_of(item) for item in library.of_kind(plural).values()} <= leads
        if reading(pages[path]).find("form"):
            assert '<noscript><link rel="stylesheet" href="../assets/no-script.css"></noscript>' in pages[path]
    everything = {resolved("search.html", address) for address in links_of(pages["search.html"])}
    assert {path_of(item) for item in library if has_page(item)} <= everything


def test_no_list_shows_the_key_of_a_work(pages: dict[str, str], library: Library) -> None:
    """Lists have no references below them, so citations are left out of their entries."""
    keys = re.compile(r"\[(?:" + "|".join(map(re.escape, library.references)) + r")\]")
    assert keys.search(plain(text_of("It helped [@bate2006].")))
    assert [path for path, page in pages.items() if keys.search(page)] == []
    described = re.compile(r'<meta name="description" content="[^"]*\[\d+\]')
    assert [path for path, page in pages.items() if described.search(page)] == []
    assert without_citations(text_of("It helped [@bate2006], they say.")) == "It helped, they say."


def test_a_list_says_which_short_version_makes_a_tool_fit(library: Library, pages: dict[str, str]) -> None:
    """A tool that the filter finds for few minutes shows the minutes of its short version."""
    said = [tile.said for tile in reading(pages["tools/index.html"]).of_class("tile")]
    for tool in library.tools.values():
        (found,) = [words for words in said if words.startswith(normal(tool.title))]
        shorter = tool.short.minutes and tool.short.minutes < tool.minutes.least
        assert (f"Short version: {tool.short.minutes} minutes" in found) == bool(shorter), tool.id


def test_long_lists_can_be_jumped_through(pages: dict[str, str]) -> None:
    """There is a link above to every section of postcards, resources, words and works, and to every letter."""
    for path in ("postcards/index.html", "resources/index.html", "terms/index.html", "search.html"):
        (nav,) = reading(pages[path]).of_class("jump")
        ids = re.findall(r'<h[23] id="((?:theme|letter)-\d+)"', pages[path])
        assert len(ids) > 2
        assert [href for href in re.findall(r'href="#([^"]+)"', pages[path]) if href in ids] == ids, nav.said


def test_an_event_is_never_published(few: Library, brand: Brand) -> None:
    """A library made in Python can contain one, but its people and place are not on any page or in the index."""
    files = make_site(with_held(few, "meeting", names=("Who",)), brand)
    everything = "\n".join(file.data.decode("utf-8", "replace") for file in files)
    assert "A short meeting" in everything
    for words in (EVENT.organisation, EVENT.place, "3 December 2026", *(member.name for member in EVENT.team)):
        assert words not in everything


def test_a_tool_with_only_the_required_fields_is_listed_without_blanks(few: Library, brand: Brand) -> None:
    """Its facts are the time and the group size, and filters treat it as a tool for use in a room."""
    tool = few.tools["pairs"]
    bare = Tool(
        id=tool.id,
        title=tool.title,
        purpose=tool.purpose,
        theme=tool.theme,
        minutes=tool.minutes,
        people=tool.people,
        steps=tool.steps,
    )
    page = next(file for file in make_site(evolve(few, tools=Items((bare,))), brand) if file.path == "tools/index.html")
    text = page.data.decode()
    assert 'data-setting="in-person"' in text
    assert "None" not in text
    assert "<span><i>·</i> </span>" not in text


def test_people_who_are_asked_to_take_part_find_their_guides_on_the_home_page(
    library: Library, pages: dict[str, str], few: Library, brand: Brand
) -> None:
    """The home page links to every article for participants, and a library without one has no such panel."""
    guides = [path_of(article) for article in library.articles.values() if article.for_participants]
    assert guides
    assert all(f'href="{path}"' in pages["index.html"] for path in guides)
    assert WORDS["way_asked"] in pages["index.html"]
    alone = next(file for file in make_site(evolve(few, articles=Items()), brand) if file.path == "index.html")
    assert WORDS["way_asked"] not in alone.data.decode()
