"""The web edition as files: every item has a page, every link leads somewhere, and nothing is loaded from elsewhere."""

import json
import posixpath
import re
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.canonical_site import KINDS, WITHDRAWN, by_path, canonical, in_use, links_of, offered, pages_of
from tests.support.roots import SMALL, small_root
from tests.support.roots import written as written_root
from tests.support.web_reading import Reading, normal

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.content.item_texts import pointers
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Items
from coprod_content.content.model import Change, Diagram, Part, Picture, Template
from coprod_content.document.document import words_of
from coprod_content.editions import compose
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.packs.downloads import Download
from coprod_content.plugins.inspectors import faults_of
from coprod_content.testing import HOSTILE
from coprod_content.text.spans import plain, text_of, without_citations
from coprod_site import make_site
from coprod_site.addresses import path_of
from coprod_site.diagram_regions import diagram_regions
from coprod_site.search_index import index_words

MOST_BYTES = 100_000
SEARCH = {"search-index.js", "search.js"}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(canonical())


def reading(page: str) -> Reading:
    return Reading(page.encode())


def resolved(path: str, address: str) -> str:
    """Where an address on a page leads, below the folder of the site, with what stands after its #."""
    where, _, name = address.partition("#")
    where = where.partition("?")[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), where)) if where else path
    return f"{target}#{name}" if name else target


def test_every_item_has_a_page_at_an_address_of_its_kind_and_id(library: Library, pages: dict[str, str]) -> None:
    """Themes, tools, postcards, films, diagrams, articles, resources, terms, workshops, purposes and references have
    one each, headed by their title; pictures and templates do not."""
    for item in library:
        if isinstance(item, Picture | Template):
            assert not has_page(item)
            continue
        page = pages[path_of(item)]
        assert path_of(item).endswith(f"s/{item.id}.html")
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
        assert heading
        plain = re.sub("<[^>]*>", "", heading[1])
        assert normal(plain).replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"') == normal(title_of(item))


def test_every_link_within_the_site_leads_to_something_that_is_there(pages: dict[str, str]) -> None:
    """Files exist, and so do the places on pages that links lead to, but for choices that a script reads."""
    files = canonical()
    names = {path: set(re.findall(r'\bid="([^"]*)"', page)) for path, page in pages.items()}
    counted = 0
    for path, page in pages.items():
        for address in links_of(page):
            if re.match(r"[a-z]+:", address):
                continue
            target, _, name = resolved(path, address).partition("#")
            assert target in files, f"{path} leads to {address}"
            assert not name or "=" in name or name in names[target], f"{path} leads to {address}"
            counted += 1
    assert counted > 10_000


def test_items_are_linked_both_ways(library: Library, pages: dict[str, str]) -> None:
    """Where an item points to another, the page of each leads to that of the other."""
    leads = {path: {resolved(path, a).partition("#")[0] for a in links_of(page)} for path, page in pages.items()}
    pairs = {
        (path_of(item), path_of(library[pointer.target]))
        for item in library
        if has_page(item)
        for pointer in pointers(item)
        if pointer.kind not in {"link", "picture"} and pointer.target != item.id
    }
    assert len(pairs) > 900
    assert [(one, other) for one, other in sorted(pairs) if other not in leads[one]] == []
    assert [(one, other) for one, other in sorted(pairs) if one not in leads[other]] == []


def test_no_page_loads_or_runs_anything_from_elsewhere(pages: dict[str, str]) -> None:
    """One policy on every page; styles, scripts and pictures are files of the site; no style or handler in markup."""
    for path, page in pages.items():
        assert f'content="{POLICY}"' in page, path
        for address in re.findall(r'(?:src|action)="([^"]*)"|<link[^>]*href="([^"]*)"', page):
            assert not re.match(r"[a-z]+:|//", "".join(address)), path
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|<iframe|<object|<base", page), path
    for path, data in canonical().items():
        if path.endswith((".css", ".js", ".svg")):
            found = re.findall(rb"https?://(?!www\.w3\.org/2000/svg)[^\s\"')]*|@import|url\((?!#)", data)
            known = path == "assets/search-index.js"
            assert found == [] or known, (path, found)


def test_a_page_is_light(pages: dict[str, str]) -> None:
    """No page is larger than 100 kB, and what all pages share is not either, but for what search alone loads."""
    assert {path: len(page.encode()) for path, page in pages.items() if len(page.encode()) > MOST_BYTES} == {}
    files = canonical()
    assert all(len(data) <= MOST_BYTES for path, data in files.items() if path != "assets/search-index.js")
    assert len(files["assets/search-index.js"]) < 400_000


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_well_formed_and_tells_where_one_is(path: str, pages: dict[str, str], library: Library) -> None:
    """One h1, landmarks, a way to skip to the content, names that are given once, and the trail to this page."""
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
    """All that the document of an item says is on its page, in markup that needs no script."""
    if path.startswith("cards/"):
        return
    item = library[Path(path).stem]
    page = reading(pages[path])
    hidden = [element for element in page.elements if "hidden" in element.attributes]
    for words in words_of(item_page(item, library)):
        for piece in re.split(r"\[\d+\]", words):
            assert normal(piece) in page.said, piece
    assert all(element.has("player") or element.has("how") or element.has("still") for element in hidden)


def test_lists_name_everything_and_need_no_script(library: Library, pages: dict[str, str]) -> None:
    """The page of a kind leads to all of it; forms that only a script can serve are hidden until there is one."""
    for plural in (
        "themes",
        "tools",
        "postcards",
        "workshops",
        "films",
        "diagrams",
        "articles",
        "resources",
        "terms",
        "purposes",
    ):
        path = f"{plural}/index.html"
        leads = {resolved(path, address) for address in links_of(pages[path])}
        assert {path_of(item) for item in library.of_kind(plural).values()} <= leads
        for form in reading(pages[path]).find("form"):
            assert any("hidden" in each.attributes for each in (form, *form.within))
    everything = {resolved("search.html", address) for address in links_of(pages["search.html"])}
    assert {path_of(item) for item in library if has_page(item)} <= everything


@pytest.mark.parametrize("path", KINDS)
def test_our_own_inspection_has_nothing_against_a_page_but_that_it_is_part_of_a_site(path: str) -> None:
    """Nothing that `coprod inspect` knows is wrong, but that a page has style, signs and scripts beside it."""
    assert {fault.code for fault in faults_of(canonical()[path], ".html")} <= {"active-content", "external-resource"}


def index_of(files: dict[str, bytes], name: str) -> object:
    """The value that a script of data holds."""
    text = files[name].decode()
    return json.loads(text[text.index("=") + 1 :].rstrip().removesuffix(";"))


def found_by(word: str, index: dict[str, list[str] | str]) -> dict[str, int]:
    """The pages that the index gives for a word, with their weights, read as the page of search reads it."""
    stem = index["stems"][index["forms"].split().index(word)]  # type: ignore[union-attr]
    pages, at = {}, 0
    for packed in index["postings"][stem].split():  # type: ignore[index]
        number = int(packed, 36)
        at += number >> 5
        pages[index["pages"][at][0]] = number & 31
    return pages


def test_the_index_finds_every_form_of_a_word_where_it_stands(library: Library) -> None:
    """Forms of one stem find the same pages, those that have it in their title with the most weight."""
    index = index_of(canonical(), "assets/search-index.js")
    assert isinstance(index, dict)
    assert found_by("fishbone", index).keys() >= {"tools/fishbone-together.html", "resources/fishbone-east-london.html"}
    assert found_by("agreement", index) == found_by("agreements", index)
    fishbone = found_by("fishbone", index)
    assert fishbone["tools/fishbone-together.html"] > max(w for path, w in fishbone.items() if "references/" in path)
    weights = found_by("fishbowl", index)
    assert max(weights, key=lambda path: weights[path]) in {"tools/fishbowl.html", "resources/fishbowl-spotlight.html"}
    assert index_words("Carers' rôle, who’s “in”?") == ["carers", "role", "whos", "in"]
    assert all(
        1 <= weight <= 31 for word in ("power", "listening", "payment") for weight in found_by(word, index).values()
    )


def test_a_part_of_the_circles_is_what_its_label_points_to(library: Library) -> None:
    """An overlap is inside its two circles and outside the third, the centre inside all three; a part that no label
    names has no area."""
    diagram = library.diagrams["three-circles"]
    areas = {region.name: (len(region.inside), len(region.outside)) for region in diagram_regions(diagram)}
    assert areas == {
        "Lived experience": (1, 2),
        "Learnt experience": (1, 2),
        "QI method": (1, 2),
        "Partnership without a method": (2, 1),
        "Improvement done for people": (2, 1),
        "Change that staff cannot carry": (2, 1),
        "Together": (3, 0),
    }
    odd: Diagram = evolve(diagram, parts=(Part(name="Nowhere", text="It is not there."),))
    assert [(region.label, region.inside) for region in diagram_regions(odd)] == [(None, ())]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with one item of each kind."""
    return load(small_root(tmp_path_factory.mktemp("few") / "content"))


def test_downloads_stand_on_the_page_of_their_item(few: Library, brand: Brand) -> None:
    """A file is offered with its format and size where it belongs and on the list of its kind, and nowhere else."""
    file = Download(
        item="meeting", path="downloads/meeting/deck.pptx", edition="deck", format="PowerPoint", data=bytes(340_400)
    )
    pages = pages_of(by_path(make_site(few, brand, (file,))))
    assert {path for path, page in pages.items() if "downloads/" in page} == {
        "workshops/meeting.html",
        "workshops/index.html",
    }
    (part,) = reading(pages["workshops/meeting.html"]).of_class("downloads")
    assert part.said == "Download Slides PowerPoint (Slides) 340 kB"
    (part,) = reading(pages["workshops/index.html"]).of_class("downloads")
    assert part.said == "Download A short meeting Slides PowerPoint (Slides: A short meeting) 340 kB"


def test_every_page_offers_something_to_download(library: Library) -> None:
    """So do the page of each item, of each card that was printed, of each list, and the first page; each link leads to
    a file that is there, and each file is offered somewhere. What belongs to a theme says to which."""
    files, pages = offered(library), pages_of(in_use())
    links = {path: {resolved(path, address) for address in links_of(page)} for path, page in pages.items()}
    leads = {path: {each for each in found if each.startswith("downloads/")} for path, found in links.items()}
    assert {path for path, found in leads.items() if not found} == {"search.html", "about.html", "404.html"}
    assert set().union(*leads.values()) == set(files)
    for item in (*library.tools.values(), *library.postcards.values()):
        title = library.themes[item.theme].title
        for path in (path_of(item), f"cards/{item.id}.html"):
            page = reading(pages[path])
            (part,) = page.of_class("downloads")
            terms = [element.said for element in page.find("dt") if part in element.within]
            assert terms, path
            assert all(term.endswith(f": {normal(title)}") for term in terms), path
    assert leads[WITHDRAWN]


def test_a_tool_and_a_postcard_offer_the_files_of_their_theme_that_hold_them(few: Library, brand: Brand) -> None:
    """The guide and the cards of tools are offered with a tool, the postcards with a postcard, by the theme's name."""
    files = tuple(
        Download(
            item="sharing",
            path=f"downloads/sharing/{edition}.x",
            edition=edition,
            format="Word",
            data=bytes(1_200_000),
        )
        for edition in ("theme-guide", "tool-cards", "postcards")
    )
    pages = pages_of(by_path(make_site(few, brand, files)))

    def said(path: str) -> str:
        return reading(pages[path]).of_class("downloads")[0].said

    assert "Theme guide: Sharing Word (Theme guide: Sharing) 1.2 MB Tools on cards: Sharing" in said("tools/pairs.html")
    assert "Postcards" not in said("tools/pairs.html")
    assert said("postcards/who-decides.html").startswith("Download Postcards: Sharing Word")
    assert all(name in said("themes/sharing.html") for name in ("Theme guide", "Tools on cards", "Postcards"))


def test_what_an_item_says_comes_before_its_downloads_but_on_a_workshop() -> None:
    """People fetch the pack of a workshop; of anything else they first want to read, see or play it."""
    pages = pages_of(in_use())
    for path, said in {
        "tools/emotional-touchpoints.html": "When to use it",
        "films/starting-small.html": "Before watching",
        "postcards/what-we-count.html": "Why ask this",
        "workshops/first-steps.html": "By the end, people will",
    }.items():
        headings = [element.said for element in reading(pages[path]).find("h2")]
        first = headings.index(said) < headings.index("Download")
        assert first == (not path.startswith("workshops/")), path


def test_no_list_shows_the_key_of_a_work(pages: dict[str, str], library: Library) -> None:
    """A list has no references at its foot, so a citation in the words of a tile or a description is left out."""
    keys = re.compile(r"\[(?:" + "|".join(map(re.escape, library.references)) + r")\]")
    assert keys.search(plain(text_of("It helped [@bate2006].")))
    assert [path for path, page in pages.items() if keys.search(page)] == []
    described = re.compile(r'<meta name="description" content="[^"]*\[\d+\]')
    assert [path for path, page in pages.items() if described.search(page)] == []
    assert without_citations(text_of("It helped [@bate2006], they say.")) == "It helped, they say."


def test_a_list_says_which_short_version_makes_a_tool_fit(library: Library, pages: dict[str, str]) -> None:
    """A tool that the filter finds for fewer minutes than it takes has the minutes of its short version beside it."""
    said = [tile.said for tile in reading(pages["tools/index.html"]).of_class("tile")]
    for tool in library.tools.values():
        (found,) = [words for words in said if words.startswith(normal(tool.title))]
        shorter = tool.short.minutes and tool.short.minutes < tool.minutes.least
        assert (f"Short version: {tool.short.minutes} minutes" in found) == bool(shorter), tool.id


def test_long_lists_can_be_jumped_through(pages: dict[str, str]) -> None:
    """Every shelf of the postcards, resources, words and works, every letter of the search, has a link above."""
    for path in ("postcards/index.html", "resources/index.html", "terms/index.html", "search.html"):
        (nav,) = reading(pages[path]).of_class("jump")
        ids = re.findall(r'<h[23] id="((?:theme|letter)-\d+)"', pages[path])
        assert len(ids) > 2
        assert [href for href in re.findall(r'href="#([^"]+)"', pages[path]) if href in ids] == ids, nav.said


def test_the_page_of_a_card_lists_what_changed_with_days(few: Library, brand: Brand) -> None:
    """Every change is there with its day in words, newest first, and how to compare it with the card in one's hand."""
    newer = Change(day="2026-11-20", what="The second question is **shorter**.")
    card = evolve(few.postcards["who-decides"], changes=(newer, Change(day="2026-03-02", what="A question was added.")))
    pages = pages_of(by_path(make_site(evolve(few, postcards=Items((card,))), brand)))
    (part,) = reading(pages["cards/who-decides.html"]).of_class("since")
    assert "Compare these days with the date at the foot of your card." in part.said
    first, second = "20 November 2026: The second question is shorter.", "2 March 2026: A question was added."
    assert part.said.index(first) < part.said.index(second)
    unchanged = reading(pages["cards/pairs.html"]).of_class("since")[0].said
    assert unchanged.startswith("Has this card changed? Nothing on this card has changed since it was first published.")


def test_a_card_that_was_withdrawn_keeps_its_page(tmp_path: Path, brand: Brand) -> None:
    """Its code leads to a page that says so and names the cards of its theme; it is in no list."""
    other = {"postcards/who-else.yaml": SMALL["postcards/who-decides.yaml"].replace("Who decides", "Who else decides")}
    below = small_root(tmp_path / "content", other)
    over = written_root(tmp_path / "over", {"retire.yaml": "retire: [who-else]\n"})
    pages = pages_of(by_path(make_site(load(below, over), brand)))
    page = reading(pages["cards/who-else.html"])
    assert "Who else decides here?" in page.said
    assert "This card was withdrawn" in page.said
    assert "../postcards/who-decides.html" in {a["href"] for a in page.find("a")}
    assert not [path for path, text in pages.items() if "who-else" in text and path != "cards/who-else.html"]
    back = written_root(tmp_path / "back", {"postcards/who-else.yaml": other["postcards/who-else.yaml"]})
    assert load(below, over, back).retired == ()


def test_cards_lead_to_their_pages_where_the_library_has_an_address(library: Library) -> None:
    """Postcards and tool cards have one address each, with the day of the content, and the imprint has that day;
    without an address of the library nothing of this is there."""
    published = evolve(library, about=evolve(library.about, url="https://www.example.org/co/"))
    for edition, id_ in (("postcards", "as-a-person-first"), ("tool-cards", "fishbowl")):
        document = compose(edition, published, [id_])
        words = words_of(document)
        assert f"https://www.example.org/co/cards/{id_}.html?printed=2026-11-23" in words
        assert document.imprint.endswith("· 23 November 2026")
        before = compose(edition, library, [id_])
        assert before.imprint == library.about.imprint
        assert not [each for each in words_of(before) if "example.org" in each]
    with_resource = next(card for card in library.postcards.values() if card.resource)
    back = compose("postcards", published, [with_resource.id]).sections[0].sections[0]
    assert sum(type(block).__name__ == "Signpost" for block in back.blocks) == 1
    words = words_of(compose("postcards", published, [with_resource.id]))
    assert library.resources[with_resource.resource or ""].title in words[-2]


def test_a_page_that_stands_in_for_any_address_finds_its_style_from_the_top(few: Library, brand: Brand) -> None:
    """Where the library has an address, the page for what is not there names everything from the top of its host."""
    published = evolve(few, about=evolve(few.about, url="https://www.example.org/co/"))
    lost = pages_of(by_path(make_site(published, brand)))["404.html"]
    assert all(address.startswith(("/co/", "#")) for address in links_of(lost))
    assert "https:" not in lost


def test_hostile_words_stay_words(few: Library, brand: Brand) -> None:
    """Whatever a title says, it comes out as text, in pages, in the index and in the data of postcards."""
    card, tool = few.postcards["who-decides"], few.tools["pairs"]
    cards = tuple(evolve(card, id=f"card-{at}", question=words) for at, words in enumerate(HOSTILE))
    tools = tuple(evolve(tool, id=f"tool-{at}", title=words, purpose=words) for at, words in enumerate(HOSTILE))
    hard = evolve(few, postcards=Items(cards), tools=Items(tools), workshops=Items())
    files = by_path(make_site(hard, brand))
    for at, words in enumerate(HOSTILE):
        for path in (f"tools/tool-{at}.html", f"cards/card-{at}.html", "tools/index.html", "search.html"):
            made = Reading(files[path])
            assert normal(words) in made.said, path
            assert {e["src"].rpartition("/")[2] for e in made.find("script")} <= {"card.js", "filter.js", *SEARCH}
    data = index_of(files, "assets/postcards-data.js")
    assert [card["question"] for card in data] == list(HOSTILE)  # type: ignore[attr-defined]
