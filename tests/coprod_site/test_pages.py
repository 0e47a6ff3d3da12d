"""Every page of the site: its address, its links, its markup and what it loads."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from PIL import Image
from tests.support.canonical_site import KINDS, by_path, canonical, links_of, pages_of
from tests.support.site_reading import SEARCH_SCRIPTS, reading, resolved, script_value
from tests.support.web_reading import Reading, normal

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Items
from coprod_content.content.model import PeopleScene, Person, Picture, Pronunciation, Series, Template
from coprod_content.document.document import words_of
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.plugins.inspectors import faults_of
from coprod_content.testing import HOSTILE
from coprod_content.text.quotation_marks import curly
from coprod_site import make_site
from coprod_site.addresses import path_of
from coprod_web.style_sheet import style_hash

MOST_BYTES = 120_000
LONG_READS = {"articles/literature-review.html", "references/index.html", "search.html"}
"""Pages that list all studies or works, for which 160 kB are allowed."""


POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)


def test_every_item_has_a_page_at_an_address_of_its_kind_and_id(library: Library, pages: dict[str, str]) -> None:
    """Each is headed by the item's title. Pictures, people, scenes, pronunciations, series and templates have none."""
    for item in library:
        if isinstance(item, Picture | Person | PeopleScene | Pronunciation | Series | Template):
            assert not has_page(item)
            continue
        page = pages[path_of(item)]
        assert path_of(item).endswith(f"s/{item.id}.html")
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
        assert heading
        plain = re.sub("<[^>]*>", "", heading[1])
        assert normal(plain).replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"') == normal(
            curly(title_of(item))
        )


def test_every_link_within_the_site_works(pages: dict[str, str]) -> None:
    """Linked files and anchors exist, except for choices that a script reads from the address."""
    files = canonical()
    names = {path: set(re.findall(r'\bid="([^"]*)"', page)) for path, page in pages.items()}
    counted = 0
    for path, page in pages.items():
        for address in links_of(page):
            if re.match(r"[a-z]+:", address):
                continue
            target, _, name = resolved(path, address.lstrip("/") if path == "404.html" else address).partition("#")
            assert target in files, f"{path} leads to {address}"
            assert not name or "=" in name or name in names[target], f"{path} leads to {address}"
            counted += 1
    assert counted > 10_000


def test_no_page_loads_or_runs_anything_from_elsewhere(pages: dict[str, str]) -> None:
    """Every page has the same policy. Styles, scripts and pictures are files of the site, never in the markup.

    Only the page for missing addresses has its own in it, as it cannot know where the files are.
    """
    for path, page in pages.items():
        for address in re.findall(r'(?:src|action)="([^"]*)"|<link[^>]*href="([^"]*)"', page):
            assert not re.match(r"(?!data:)[a-z]+:|//", "".join(address)), path
        run = page.replace('<script type="application/ld+json">', "")
        assert not re.search(r"\sstyle=|\son[a-z]+=|<iframe|<object|<base", run), path
        if path == "404.html":
            policy = re.search(r'content="(default-src [^"]*)"', page)
            for kind in ("style", "script"):
                made = re.search(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
                assert policy
                assert made
                assert f"{kind}-src '{style_hash(made[1])}';" in policy[1]
            continue
        assert f'content="{POLICY}"' in page, path
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)", run), path
    for path, data in canonical().items():
        if path.endswith((".css", ".js", ".svg")):
            found = re.findall(rb"https?://(?!www\.w3\.org/2000/svg)[^\s\"')]*|@import|url\((?!#)", data)
            known = path == "assets/search-index.js"
            assert found == [] or known, (path, found)


def test_a_page_is_light(pages: dict[str, str]) -> None:
    """No page is larger than 120 kB, and no shared file but the search index is."""
    sizes = {path: len(page.encode()) for path, page in pages.items()}
    assert {path: size for path, size in sizes.items() if size > (160_000 if path in LONG_READS else MOST_BYTES)} == {}
    files = {path: data for path, data in canonical().items() if path not in pages and not path.startswith("run/")}
    assert all(len(data) <= MOST_BYTES for path, data in files.items() if path != "assets/search-index.js")
    assert len(files["assets/search-index.js"]) < 520_000


def test_a_page_draws_a_recurring_path_once(pages: dict[str, str]) -> None:
    """Everything that refers to a path finds it on the same page."""
    page = pages["films/what-co-production-is.html"]
    named = re.findall(r'<path id="([^"]*)"', page)
    paths = re.findall(r"<path d=[^>]{60,}/>", re.sub(r' id="path--[^"]*"', "", page))
    assert len(paths) == len(set(paths))
    assert len(named) > 20
    assert set(re.findall(r'<use href="#([^"]*)"', page)) == set(named)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_well_formed_and_says_where_it_is(path: str, pages: dict[str, str], library: Library) -> None:
    """It has one h1, landmarks, a skip link, unique ids and breadcrumbs."""
    page = reading(pages[path])
    assert [level for level, _ in page.headings].count(1) == 1
    levels = [level for level, _ in page.headings]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert {"header", "main", "footer", "nav"} <= {element.tag for element in page.elements}
    assert page.find("a")[0]["href"] == "#main"
    ids = [element["id"] for element in page.elements if element["id"]]
    assert len(ids) == len(set(ids))
    assert {e["aria-labelledby"] for e in page.elements if e["aria-labelledby"]} <= set(ids)
    assert page.find("html")[0]["lang"] == library.about.language
    if path not in {"index.html", "404.html"}:
        (trail,) = page.of_class("trail")
        steps = [e for e in page.elements if trail in e.within and e["aria-current"] == "page"]
        assert [step.said for step in steps] == [normal(page.headings[0][1])]


@pytest.mark.parametrize("path", [path for path in KINDS if not path.endswith("index.html") and "/" in path])
def test_no_word_of_an_item_is_lost_without_a_script(path: str, pages: dict[str, str], library: Library) -> None:
    """All words of an item's document are in the markup of its page."""
    if path.startswith("cards/"):
        return
    item = library[Path(path).stem]
    page = reading(pages[path])
    hidden, said = [element for element in page.elements if "hidden" in element.attributes], page.said
    for words in words_of(item_page(item, library)):
        for piece in re.split(r"\[\d+\]", words):
            assert normal(piece) in said, piece
    assert all(element.has("player") or element.has("how") or element.has("still") for element in hidden)


@pytest.mark.parametrize("path", KINDS)
def test_pages_pass_inspection_as_parts_of_a_site(path: str) -> None:
    """`coprod inspect` only finds that a page has a style sheet, pictures and scripts beside it."""
    assert {fault.code for fault in faults_of(canonical()[path], ".html")} <= {"active-content", "external-resource"}


def test_the_not_found_page_works_at_any_depth(few: Library, brand: Brand) -> None:
    """All paths on the page start at the top of the server, or in the library's folder if that is known."""
    published = evolve(few, about=evolve(few.about, url="https://www.example.org/co/"))
    for library, folder in ((published, "/co/"), (few, "/")):
        lost = pages_of(by_path(make_site(library, brand)))["404.html"]
        assert all(address.startswith((folder, "#", "data:")) for address in links_of(lost))
        assert "https:" not in lost


def described(page: str) -> dict[str, object]:
    """Return the JSON-LD of a page."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    value = json.loads(found[1]) if found else {}
    assert isinstance(value, dict)
    return value


def test_pages_are_described_for_search_engines(few: Library, brand: Brand) -> None:
    """Each has a description and an icon; with the library's URL also an address, a picture and a place in the sitemap.

    Items are described by kind, under the library's licence. Works by others are not put under that licence.
    """
    licence = "Under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)."
    about = evolve(few.about, url="https://www.example.org/co/", licence=licence)
    retired = evolve(few.postcards["who-decides"], id="withdrawn")
    files = by_path(make_site(evolve(few, about=about, retired=(retired,)), brand))
    pages = pages_of(files)
    sitemap = re.findall("<loc>(.*?)</loc>", files["sitemap.xml"].decode())
    assert len(sitemap) == len(set(sitemap)) == len(pages) - 2
    with Image.open(BytesIO(files["assets/shared.png"])) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    for path, page in pages.items():
        unlisted = path in ("404.html", "cards/withdrawn.html")
        assert ('<meta name="robots" content="noindex">' in page) == unlisted
        if not unlisted:
            address = f"https://www.example.org/co/{path.removesuffix('index.html') if path == 'index.html' else path}"
            assert f'<link rel="canonical" href="{address}">' in page
            assert '<meta property="og:image" content="https://www.example.org/co/assets/shared.png">' in page
            assert f'<meta property="og:url" content="{address}">' in page
            assert address in sitemap
        assert re.search('<meta name="description" content="[^"]{5,}">', page), path
        assert re.search('<meta property="og:title" content="[^"]+">', page), path
        icon = "data:image/svg" if path == "404.html" else "[./]*assets/icon"
        assert re.search(f'<link rel="icon" href="{icon}[^"]+" type="image/svg.xml">', page), path
    kinds = {path: described(page).get("@type") for path, page in pages.items()}
    assert kinds["tools/pairs.html"] == "HowTo"
    assert kinds["workshops/meeting.html"] == kinds["postcards/who-decides.html"] == "LearningResource"
    assert kinds["terms/carer.html"] == "DefinedTerm"
    assert kinds["resources/handbook.html"] == "CreativeWork"
    assert kinds["terms/index.html"] == "DefinedTermSet"
    tool, work = described(pages["tools/pairs.html"]), described(pages["resources/handbook.html"])
    assert tool["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [step["name"] for step in tool["step"]] == [step.title for step in few.tools["pairs"].steps]  # type: ignore[attr-defined]
    assert "license" not in work
    assert work["publisher"] == {"@type": "Organization", "name": few.resources["handbook"].publisher}
    unpublished = by_path(make_site(few, brand))
    assert not {"sitemap.xml", "assets/shared.png"} & unpublished.keys()
    assert not any("og:image" in page or "canonical" in page for page in pages_of(unpublished).values())


def test_the_description_of_a_page_has_only_properties_of_its_type(pages: dict[str, str]) -> None:
    """Each type has its own properties at schema.org. None of them is empty, and lengths are ISO 8601."""
    found = [described(page) for page in pages.values()]
    kinds = {str(each["@type"]): each for each in found if each}
    assert set(_PROPERTIES) - {"Audience", "HowToSupply", "HowToStep", "Organization", "Person"} <= set(kinds)
    wrong = [(kind, key) for each in found if each for kind, key in _unknown(each)]
    assert wrong == []
    times = {str(each[key]) for each in found for key in ("totalTime", "timeRequired") if key in each}
    assert all(re.fullmatch(r"PT[1-9]\d*[MS]", time) for time in times)
    authors = [author for each in found for author in each.get("author", ())]  # type: ignore[attr-defined]
    assert {"@type": "Person", "name": "Ní Shé, É"} in authors
    assert {"@type": "Organization", "name": "INVOLVE"} in authors
    assert not any(author["name"] == "et al." for author in authors)


_WORK = {"name", "description", "inLanguage", "url", "license", "isPartOf", "audience"}
_PROPERTIES = {
    "HowTo": _WORK | {"totalTime", "supply", "step"},
    "HowToSupply": {"name"},
    "HowToStep": {"name", "text"},
    "LearningResource": _WORK | {"learningResourceType", "timeRequired"},
    "CreativeWork": _WORK | {"abstract", "author", "publisher", "datePublished"},
    "DefinedTerm": {"name", "description", "url", "inDefinedTermSet"},
    "DefinedTermSet": _WORK,
    "WebSite": _WORK,
    "Audience": {"audienceType"},
    "Organization": {"name"},
    "Person": {"name"},
}
"""Properties of types at schema.org, as far as the site uses them."""


def _unknown(value: object) -> Iterator[tuple[str, str]]:
    """Yield the type and name of each property that is empty or that its type does not have."""
    match value:
        case dict():
            kind = value["@type"]
            for key, entry in value.items():
                if key not in {"@type", "@context"} and (key not in _PROPERTIES[kind] or not entry):
                    yield kind, key
                yield from _unknown(entry)
        case list():
            for each in value:
                yield from _unknown(each)


def test_markup_in_a_title_stays_within_the_description(few: Library, brand: Brand) -> None:
    """Nothing in an item's text ends the JSON-LD early."""
    tools = tuple(evolve(few.tools["pairs"], id=f"tool-{at}", title=words) for at, words in enumerate(HOSTILE))
    pages = pages_of(by_path(make_site(evolve(few, tools=Items(tools), workshops=Items()), brand)))
    for at in range(len(HOSTILE)):
        assert described(pages[f"tools/tool-{at}.html"])["@type"] == "HowTo"


def test_hostile_words_stay_words(few: Library, brand: Brand) -> None:
    """Markup in a title is text in pages, in the search index and in the data of postcards."""
    card, tool = few.postcards["who-decides"], few.tools["pairs"]
    cards = tuple(evolve(card, id=f"card-{at}", question=words) for at, words in enumerate(HOSTILE))
    tools = tuple(evolve(tool, id=f"tool-{at}", title=words, purpose=words) for at, words in enumerate(HOSTILE))
    hard = evolve(few, postcards=Items(cards), tools=Items(tools), workshops=Items())
    files = by_path(make_site(hard, brand))
    for at, words in enumerate(HOSTILE):
        for path in (f"tools/tool-{at}.html", f"cards/card-{at}.html", "tools/index.html", "search.html"):
            made = Reading(files[path])
            assert normal(curly(words)) in made.said, path
            assert {e["src"].rpartition("/")[2] for e in made.find("script") if e["src"]} <= {
                "card.js",
                "filter.js",
                *SEARCH_SCRIPTS,
            }
    data = script_value(files, "assets/postcards-data.js")
    assert [card["question"] for card in data] == list(map(curly, HOSTILE))  # type: ignore[attr-defined]


def test_each_workshop_can_be_run_from_its_page(pages: dict[str, str], library: Library) -> None:
    """A workshop's page links to its run page, which is one file of at most 160 kB."""
    for id_ in library.workshops:
        assert f'href="../run/{id_}.html"' in pages[f"workshops/{id_}.html"]
        made = canonical()[f"run/{id_}.html"]
        assert len(made) <= 160_000
        assert b"Run this session" in made
