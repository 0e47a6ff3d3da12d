"""The web edition opened in a browser from a folder, offline, with and without scripts."""

import mimetypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from attrs import evolve
from playwright.sync_api import BrowserContext, Page, Route, expect
from tests.support.browser import Browser
from tests.support.canonical_site import CHANGED, KINDS, WITHDRAWN, by_path, in_use, written
from tests.support.java_judges import page_errors
from tests.support.roots import small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Items
from coprod_content.content.model import Change
from coprod_content.text.quotation_marks import curly
from coprod_site import make_site

NpmJudge = Callable[[str], Path]
Opened = Callable[..., Page]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules among them that depend on the colours of a page."""
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
_AXE = """async ({source, only}) => {
  if (!window.axe) { (0, eval)(source); }
  const found = await axe.run(document, {runOnly: only, preload: false, resultTypes: ["violations", "incomplete"]});
  const short = rules => rules.map(
    rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.map(node => node.html.slice(0, 160))})
  );
  return {violations: short(found.violations), incomplete: short(found.incomplete)};
}"""
_OUTSIDE = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const out = [], range = document.createRange();
  while (words.nextNode()) {
    const text = words.currentNode;
    const box_of = text.parentElement;
    if (!text.data.trim() || box_of.closest(".scroll, .skip, .unseen, thead, option, noscript")) { continue; }
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()];
    if (boxes.some(box => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))) { out.push(text.data); }
  }
  return out;
}"""
_CUT = """() => [...document.querySelectorAll(".run > span")].flatMap(fact => {
  const line = fact.parentElement;
  const from = line.getBoundingClientRect().left + parseFloat(getComputedStyle(line).fontSize) * .75;
  const range = document.createRange();
  const words = fact.lastChild;
  range.setStart(words, words.length - words.textContent.trimStart().length);
  range.setEnd(words, words.length);
  return [...range.getClientRects()].filter(part => part.left < from - 1).map(() => fact.textContent);
})"""
_SMALL = """() => [...document.querySelectorAll("a, button, input, select, summary")].filter(each => {
  const inWords = [...each.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  if (!each.checkVisibility() || each.matches(".skip") || inWords) { return false; }
  const box = each.getBoundingClientRect();
  return box.width < 24 || box.height < 24;
}).map(each => each.outerHTML.slice(0, 120))"""
_SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const each of list.getEntries()) { sum += each.value; } })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
_TAB_STOPS = """() => [...document.querySelectorAll(
  'a[href], button:not(:disabled), input, select, [tabindex="0"]'
)].filter(each => each.checkVisibility()).length"""
_FOCUSED = """() => {
  const each = document.activeElement, box = each.getBoundingClientRect(), style = getComputedStyle(each);
  return {
    html: each.outerHTML.slice(0, 100), skip: each.className === "skip",
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site with everything that its pages can have.

    The name of the folder has a space and a letter that is not ASCII.
    """
    return written(in_use(), tmp_path_factory.mktemp("site") / "Unsere Wörter")


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Return a function that opens a page from the folder, offline.

    It fails if the browser reports an error, or if a page asks for anything outside the folder.
    """
    contexts: dict[str, BrowserContext] = {}
    wrong: list[str] = []

    def open_(path: str, *, within: Path = folder, script: bool = True, **options: Any) -> Page:
        key = f"{script} {options}"
        if key not in contexts:
            contexts[key] = browser.chromium.new_context(java_script_enabled=script, offline=True, **options)
        page = contexts[key].new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(within.as_uri()) else wrong.append(asked.url))
        where, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", path).groups()  # type: ignore[union-attr]
        page.goto(f"{(within / where).as_uri()}{mark}{rest}", wait_until="load")
        return page

    yield open_
    for context in contexts.values():
        context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def axe(npm_judge: NpmJudge) -> str:
    """Return the source of axe-core."""
    return npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")


def used(page: Page, path: str) -> Page:
    """Return a page with what its script can show: cards drawn and turned, a part chosen, results found."""
    if path == "postcards/index.html":
        page.click("[data-draw='3']")
        page.locator(".drawn button").first.click()
    if path == "diagrams/three-circles.html":
        page.locator(".areas button").first.click()
    if path in SHOWS:
        expect(page.locator(SHOWS[path])).to_be_visible()
    return page


SHOWS = {
    "search.html?q=power": ".results li:first-child",
    "search.html?q=zzzz": ".count:not(:empty)",
    f"{CHANGED}?printed=2026-03-02": ".changes",
    f"{CHANGED}?printed=2026-11-22": ".verdict",
    WITHDRAWN: ".related",
}
"""Pages that show more than the page of their kind, and a selector for it."""


def judged(page: Page, axe: str, only: list[str] = TAGS) -> dict[str, list[dict[str, Any]]]:
    """Return what axe-core finds on a page.

    Only words in drawings can be undecided; `test_web_contrast.py` measures their contrast.
    """
    found: dict[str, list[dict[str, Any]]] = page.evaluate(_AXE, {"source": axe, "only": only})
    undecided = {f"{rule['id']} {node[:6]}" for rule in found["incomplete"] for node in rule["nodes"]}
    assert undecided <= {"color-contrast <text ", "color-contrast <tspan"}, f"{page.url}: {undecided}"
    return found


def assert_clean_in_light_and_dark(page: Page, axe: str) -> None:
    """Assert that a page passes WCAG 2.2 AA and good practice in both of its colour schemes."""
    grounds = set()
    for scheme, only in (("light", TAGS), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert judged(page, axe, only)["violations"] == [], scheme
    assert len(grounds) == 2


@pytest.mark.parametrize("path", [*KINDS, *SHOWS])
def test_axe_finds_nothing_on_any_kind_of_page(path: str, opened: Opened, axe: str) -> None:
    """Every kind of page passes in light and dark colours, with downloads and with everything that scripts show."""
    page = opened(path, viewport=WIDE, reduced_motion="reduce", bypass_csp=True)
    assert_clean_in_light_and_dark(used(page, path), axe)


def test_axe_finds_nothing_on_a_film_that_plays(opened: Opened, axe: str) -> None:
    """A film passes while its captions change, in light and dark colours, and still plays afterwards."""
    page = opened("films/starting-small.html", viewport=WIDE, bypass_csp=True)
    page.get_by_role("button", name="Play").click()
    expect(page.locator(".player svg").first).to_be_visible()
    assert_clean_in_light_and_dark(page, axe)
    assert page.get_by_role("button", name="Pause").is_visible()


def test_pages_are_valid_html(folder: Path, judge: Callable[[str], str], npm_judge: NpmJudge) -> None:
    """The Nu HTML checker finds no error on any kind of page, and finds a planted one."""
    faulty = folder / "faulty.html"
    faulty.write_text((folder / "index.html").read_text().replace("<main", "<main role='nonsense'"))
    found = page_errors((*(folder / path for path in KINDS), faulty), judge, npm_judge)
    assert [each for each in found if each.file != faulty.name] == []
    assert found


def test_axe_would_find_a_fault(opened: Opened, axe: str) -> None:
    """Faults planted in a page of the site are found."""
    page = opened("tools/index.html", bypass_csp=True)
    page.evaluate("document.querySelector('h1').style.color = '#123456'; document.querySelector('label').remove()")
    found = {rule["id"] for rule in judged(page, axe)["violations"]}
    assert {"color-contrast", "select-name"} <= found


@pytest.mark.parametrize("script", [True, pytest.param(False, marks=pytest.mark.thorough)])
def test_no_page_scrolls_sideways_at_320_pixels(script: bool, opened: Opened) -> None:
    """Nothing is wider than 320 CSS pixels, which is 1280 at 400%, and no words are cut off.

    Buttons and links are 24 by 24 pixels or larger, except for links in a line of text (WCAG 2.2, 2.5.8).
    """
    for path in (*KINDS, "search.html?q=power"):
        if not script and b"<script" not in in_use()[path.partition("?")[0]]:
            continue  # it is the same with a script and without
        page = opened(path, viewport=NARROW, script=script)
        if script:
            used(page, path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"], path
        assert page.evaluate(_OUTSIDE) == [], path
        assert page.evaluate(_SMALL) == [], path
        page.close()


def test_a_fact_that_is_longer_than_its_line_is_not_cut_off(opened: Opened) -> None:
    """Only the dot before a fact at the start of a line may be outside the box, never a letter."""
    for width in (320, 360, 1280):
        page = opened("resources/index.html", viewport={"width": width, "height": 800})
        assert page.locator(".run").count() > 10
        assert page.evaluate(_CUT) == []
        page.close()


def test_the_box_of_an_option_is_beside_its_words(opened: Opened) -> None:
    """The label is one line high, and the box is no wider than it is high."""
    page = opened("forms/consent-form.html")
    box = page.locator(".option input").first.bounding_box()
    label = page.locator(".option label").first.bounding_box()
    assert box
    assert label
    assert box["width"] == box["height"] <= label["height"] < 2 * box["height"]


def test_no_words_are_alone_where_there_is_room(opened: Opened) -> None:
    """A fourth fact fills its row, a note is beside its label, and empty cells have no label on a narrow screen."""
    facts = opened("tools/world-cafe.html").locator(".cover .facts dl > div")
    first, last = facts.first.bounding_box(), facts.last.bounding_box()
    assert first
    assert last
    assert last["width"] > 2 * first["width"]
    prompt = opened("forms/pay-in-writing.html").locator(".prompt:has(> label)").first.bounding_box()
    assert prompt
    assert prompt["height"] < 40
    page = opened("programmes/experience-based-co-design.html", viewport=NARROW)
    assert page.locator("td:empty").count()
    assert not page.locator("td:empty").first.is_visible()


def test_everything_can_be_read_without_a_script(opened: Opened, library: Library) -> None:
    """Without JavaScript, tools, cards, scenes, parts and the list from A to Z are there, and no form is."""
    tools = opened("tools/index.html", script=False)
    assert not tools.locator(".filter").is_visible()
    assert tools.locator(".finding > li:visible").count() == len(library.tools)
    assert "20 to 60 minutes · 3 to 30 people · In person or online" in tools.inner_text("main")
    cards = opened("postcards/index.html", script=False)
    assert not cards.locator(".draw").is_visible()
    assert cards.locator(".cards a:visible").count() == 96
    film = opened("films/starting-small.html", script=False)
    assert not film.locator(".player").is_visible()
    assert film.locator(".scene svg:visible").count() == film.locator(".scene p:visible").count() == 9
    diagram = opened("diagrams/three-circles.html", script=False)
    assert diagram.locator(".areas p:visible").count() == 7
    assert diagram.locator(".areas button, .how:visible").count() == 0
    search = opened("search.html", script=False)
    assert "Search needs JavaScript" in search.inner_text("main")
    assert search.locator(".a-to-z a:visible").count() > 400


def test_tools_are_filtered_counted_and_kept_in_the_address(opened: Opened, library: Library) -> None:
    """By keyboard, a theme, minutes, people and a setting filter the list.

    The result is counted, and the address keeps the choice.
    """
    page = opened("tools/index.html")
    page.locator("#minutes").focus()
    page.keyboard.type("20")
    page.keyboard.press("Tab")
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    shown = set(page.locator(".finding > li:visible a").all_inner_texts())
    expected = {tool.title for tool in library.tools.values()}
    expected &= {item.title for item in library.find(kind="tool", minutes=20, people=12, setting="online")}  # type: ignore[attr-defined]
    assert expected <= shown
    assert page.inner_text("[role=status]") == f"{len(shown)} found"
    assert page.evaluate("location.hash") == "#minutes=20&people=12&setting=online"
    again = opened("tools/index.html#theme=4&minutes=20")
    titles = again.locator(".finding > li:visible a").all_inner_texts()
    for title in titles:
        tool = next(tool for tool in library.tools.values() if tool.title == title)
        assert "sharing-power" in (tool.theme, *tool.further_themes)
        assert min(tool.minutes.least, tool.short.minutes or 999) <= 20
    again.fill("#minutes", "1")
    assert again.inner_text("[role=status]").startswith("Nothing matches all of these.")
    again.get_by_role("button", name="Show all").click()
    expect(again.locator(".finding > li:visible")).to_have_count(len(library.tools))


def test_postcards_are_drawn_turned_and_printed(opened: Opened, library: Library, tmp_path: Path) -> None:
    """Cards are drawn and turned by keyboard, and none repeats before the pile is used up.

    Only drawn cards are printed, with both sides.
    """
    page = opened("postcards/index.html#theme=4&moment=opening")
    of_theme = (card for card in library.postcards.values() if card.theme == "sharing-power")
    pile = [curly(card.question) for card in of_theme if card.moment == "opening"]
    drawn: list[str] = []
    page.get_by_role("button", name="Draw one").focus()
    for _ in pile:
        page.keyboard.press("Enter")
        drawn += page.locator(".drawn h3").all_inner_texts()
    assert sorted(drawn) == sorted(pile)
    assert page.inner_text(".draw [role=status]").split() == f"Drawn: {drawn[-1]} 0 left in the pile.".split()
    turn = page.get_by_role("button", name=f"Turn over: {drawn[-1]}")
    turn.focus()
    page.keyboard.press("Enter")
    card = next(card for card in library.postcards.values() if curly(card.question) == drawn[-1])
    assert page.locator(".drawn .back").is_visible()
    assert curly(card.follow_ups[0]) in page.inner_text(".drawn")
    page.keyboard.press("Enter")
    assert page.locator(".drawn .front").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".drawn .front").is_visible()
    assert page.locator(".drawn .back").is_visible()
    assert not page.locator(".all-cards").is_visible()
    assert not page.locator(".site-head").is_visible()


def test_a_diagram_is_explored_by_keyboard_and_by_touch(opened: Opened, library: Library) -> None:
    """Pressing the button of a part, or the part itself, marks its region and shows its text."""
    page = opened("diagrams/three-circles.html", viewport={"width": 1280, "height": 1000})
    parts = library.diagrams["three-circles"].parts
    buttons = page.locator(".areas button")
    assert buttons.all_inner_texts() == [part.name for part in parts]
    buttons.first.focus()
    for part in parts:
        page.keyboard.press("Enter")
        chosen = page.locator(".areas button[aria-pressed=true]")
        assert chosen.all_inner_texts() == [part.name]
        assert page.locator(".region.chosen").count() == 1
        assert page.inner_text(".explorer > [aria-live]") == f"{part.name}: {part.text}"
        page.keyboard.press("Tab")
    drawing = page.locator(".explorer svg").first
    pressed = page.locator(".areas button[aria-pressed=true]")
    for spot, name in (
        ((80, 45), "Lived experience"),
        ((125, 22), "Partnership without a method"),
        ((125, 63), "Together"),
    ):
        box = drawing.bounding_box()
        assert box
        scale = box["width"] / 250
        # The locator scrolls to the drawing and waits until it is still: the text above it changes with each part.
        drawing.click(position={"x": spot[0] * scale, "y": spot[1] * scale})
        expect(pressed).to_have_text([name])


def test_a_film_plays_pauses_and_steps_with_captions(opened: Opened, library: Library) -> None:
    """Playing shows sentences one by one, and pausing shows the whole scene.

    The last scene ends the film, and the transcript stays below.
    """
    film = library.films["starting-small"]
    said = [curly(scene.narration) for scene in film.scenes]
    page = opened("films/starting-small.html")
    page.clock.install()
    page.reload()
    caption = page.locator(".player .now")
    assert caption.inner_text() == said[0]
    play = page.get_by_role("button", name="Play")
    play.focus()
    page.keyboard.press("Enter")
    page.clock.run_for(100)
    assert said[0].startswith(caption.inner_text())
    assert len(caption.inner_text()) < len(said[0])
    page.clock.run_for(film.scenes[0].seconds * 1000)
    assert page.inner_text(".place") == "Scene 2 of 9"
    page.get_by_role("button", name="Pause").click()
    assert caption.inner_text() == said[1]
    page.get_by_role("button", name="Next scene").click()
    assert caption.inner_text() == said[2]
    page.get_by_role("button", name="Previous scene").click()
    assert page.inner_text(".place") == "Scene 2 of 9"
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(film.seconds * 1000)
    assert page.inner_text(".place") == "Scene 9 of 9"
    assert page.get_by_role("button", name="Play").is_visible()
    assert [normal.strip() for normal in page.locator(".scene p").all_inner_texts()] == list(
        map(curly, film.transcript)
    )


def test_a_film_stays_still_where_motion_is_unwanted(opened: Opened) -> None:
    """With reduced motion there is no play button, a line says why, and scenes change only by hand."""
    page = opened("films/starting-small.html", reduced_motion="reduce")
    assert not page.get_by_role("button", name="Play").is_visible()
    assert "is set to reduce motion" in page.inner_text(".player")
    page.get_by_role("button", name="Next scene").click()
    assert page.inner_text(".place") == "Scene 2 of 9"
    moving = "[...document.querySelectorAll('*')].some(each => each.getAnimations().length)"
    assert page.evaluate(moving) is False


def test_search_works_from_a_folder(opened: Opened) -> None:
    """Words find their pages, in other forms and by their first letters too.

    A search without results suggests what to do.
    """
    page = opened("index.html")
    page.fill("#q", "fishbone")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=fishbone")
    assert page.locator(".results h2").first.inner_text() in {"Fishbone, built together", "Fishbone diagram"}
    assert page.inner_text("[role=status]").endswith(" found")

    def first(words: str) -> str:
        page.fill("#q", words)
        page.keyboard.press("Enter")
        return page.locator(".results h2").first.inner_text()

    assert first("what matters to you") == "What matters to you?"
    assert first("what matters").startswith("What matters")
    assert first("carers") == "Carer"
    assert first("fishbowls") == first("fishbowl")
    assert "Payment" in first("paym")
    assert first("coproduction") == first("co-production") == first("co production") == "Co-production"
    assert first("icebreaker") == first("ice breaker") == "Objects and highlights"
    assert first("burnout")
    assert "Emotional labour" in page.inner_text(".results")
    assert "ower" in first("powr")
    assert page.inner_text("[role=status]").startswith("No page contains “powr”. These are the results for “power”.")
    assert first("interveiw") == "Appreciative interviews"
    assert first("paymnet") == first("payment")
    assert first("the fishbnoe") == first("the fishbone")
    page.fill("#q", "zzzz <img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert page.locator(".results img").count() == 0
    page.fill("#q", "zzzzqq")
    page.keyboard.press("Enter")
    assert page.inner_text("[role=status]").startswith("Nothing was found.")
    assert page.locator(".a-to-z").is_visible()
    page.locator(".a-to-z a").first.click()
    assert page.locator("h1").is_visible()


def test_the_page_of_a_card_says_what_changed_since_it_was_printed(
    opened: Opened, brand: Brand, tmp_path: Path
) -> None:
    """With the date from the code, only later changes are listed. An invalid date is ignored."""
    changes = (Change(day="2026-11-20", what="The second question is shorter."), Change(day="2026-03-02", what="New."))
    few = load(small_root(tmp_path / "content"))
    card = evolve(few.postcards["who-decides"], changes=changes)
    within = written(by_path(make_site(evolve(few, postcards=Items((card,))), brand)), tmp_path / "site")

    def said(printed: str, *, script: bool = True) -> str:
        page = opened(f"cards/who-decides.html{printed}", within=within, script=script)
        return page.inner_text(".since")

    assert "Nothing has changed since your card was printed." in said("?printed=2026-11-20")
    older = said("?printed=2026-05-01")
    assert "Your card was printed before the changes" in older
    assert "The second question is shorter." in older
    assert "New." not in older
    for without in (
        said("?printed=yesterday"),
        said("?printed=2027-01-01"),
        said(""),
        said("?printed=2026-11-20", script=False),
    ):
        assert "Compare these dates with the one at the bottom of your card." in without
        assert "New." in without


@pytest.mark.parametrize("path", ["index.html", "tools/index.html", "diagrams/three-circles.html"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(path: str, opened: Opened) -> None:
    """Tab starts at the skip link and reaches every control in order, each visible and outlined."""
    page = opened(path, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    for at in range(page.evaluate(_TAB_STOPS)):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUSED)
        assert focus["skip"] == (at == 0), focus
        assert focus["seen"], focus
        assert focus["outlined"], focus
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement.className === 'skip'")


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_while_a_page_loads(width: int, opened: Opened) -> None:
    """The cumulative layout shift of every list, and of results and filters in the address, is under 0.1."""
    lists = [path for path in KINDS if path.endswith("index.html")]
    for path in (*lists, "search.html", "search.html?q=power", "tools/index.html#minutes=30"):
        page = opened(path, viewport={"width": width, "height": 800})
        assert page.evaluate(_SHIFT) < 0.1, path
        page.close()


def test_a_tool_prints_on_four_sides_of_paper(opened: Opened) -> None:
    """Each tool needs at most four A4 pages, and one with twenty situations five."""
    for path in in_use():
        if re.fullmatch(r"tools/(?!index)[a-z-]+\.html", path):
            page = opened(path)
            with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as printed:
                assert len(printed) <= (5 if "Situations to choose from" in in_use()[path].decode() else 4), path
                assert [round(side) for side in printed.get_page_size(0)] == [595, 842]
            page.close()


@pytest.mark.parametrize("folder_", ["", "toolkit/", "a/b/"])
def test_the_page_for_missing_addresses_finds_its_site(folder_: str, browser: Browser) -> None:
    """At any depth, and in any folder on a server, the page has its style, and its links lead to the site."""
    page = browser.chromium.new_page()
    files = in_use()

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("https://www.example.org/")
        name = path.removeprefix(folder_)
        found = files.get(name) if path.startswith(folder_) else None
        kind = mimetypes.guess_type(name)[0] or "text/html"
        missing = files["404.html"]
        route.fulfill(status=200 if found else 404, content_type=kind if found else "text/html", body=found or missing)

    page.route("**/*", answer)
    for depth in ("lost", "tools/lost.html", "x/y/z/lost/"):
        page.goto(f"https://www.example.org/{folder_}{depth}")
        expect(page.locator("a.home")).to_have_attribute("href", f"/{folder_}index.html")
        expect(page.locator("form.search")).to_have_attribute("action", f"/{folder_}search.html")
        assert page.locator("a.home").evaluate("each => getComputedStyle(each).fontWeight") >= "600"
    page.close()
