"""The builder in a browser: whole journeys, and pages on any screen."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.coprod_web.test_axe import _RUN as AXE
from tests.coprod_web.test_axe import COLOURS, TAGS
from tests.support import office
from tests.support.browser import Browser
from tests.support.cards_reading import Reading
from tests.support.java_judges import page_errors
from tests.support.running_builder import Site, form, with_values

from coprod_content import Library
from coprod_content.planner.workshop_file import read_workshop

NpmJudge = Callable[[str], Path]
EXPECTED = ("status of 422", "status of 404", "net::ERR_FAILED", "Autofocus processing was blocked")
"""What a browser says of pages that are answers to bad input, and where a test types before a page has its focus."""
WIDE, NARROW = {"width": 1200, "height": 900}, {"width": 320, "height": 640}
TALL = {"width": 1200, "height": 2600}
"""So that nothing of the list of files is hidden, of which axe could not say what is behind it."""


@pytest.fixture
def windows(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in their own windows, and check that the browser had no complaints."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(**options: Any) -> Page:
        context = browser.chromium.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [each for each in complaints if not any(known in each for known in EXPECTED)] == []


def titles(page: Page) -> list[str]:
    """Return the titles of a plan's items, once its page is there."""
    shown = page.locator(".item h3")
    shown.first.wait_for()
    return shown.all_inner_texts()


def expect_titles(page: Page, titles: list[str]) -> None:
    """Wait until a plan's items have exactly these titles."""
    expect(page.locator(".item h3")).to_have_text(titles)


def expect_first_title(page: Page, title: str) -> None:
    """Wait until a plan's first item has a title."""
    expect(page.locator(".item h3").first).to_have_text(title)


def saved(page: Page, press: Callable[[], None]) -> tuple[str, bytes]:
    """Return the name and bytes of what a press downloads."""
    with page.expect_download() as download:
        press()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def assert_is_pack(name: str, data: bytes, id_: str, words: str, folder: Path) -> None:
    """Assert that a zip has all files of a pack, which pass their judges, and some words."""
    assert name == f"{id_}.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [each.removeprefix(f"{id_}/{id_}-") for each in archive.namelist()]
        assert {"deck.pptx", "facilitator-guide.docx", "handouts.docx", "deck.html"} <= set(names)
        for each in archive.namelist():
            if each.endswith((".pptx", ".docx")):
                assert office.faults(archive.read(each), Path(each).suffix) == [], each
            if each.endswith(".pdf"):
                assert Reading(archive.read(each), folder).faults("ua1") == [], each
        assert words in archive.read(f"{id_}/{id_}-deck.html").decode()


def test_a_whole_journey_by_mouse(site: Site, windows: Callable[..., Page], library: Library, tmp_path: Path) -> None:
    """A session can be planned, changed, previewed, downloaded and loaded again by mouse."""
    page = windows(viewport={"width": 1200, "height": 2600})
    page.goto(site.base)
    page.get_by_role("radio", name="Start a relationship").check()
    page.get_by_label("How many people?").fill("10")
    page.get_by_role("button", name="Plan my session").click()
    page.get_by_text("Why it’s here:").first.wait_for()
    before = titles(page)
    page.get_by_label("What", exact=True).select_option("break")
    page.get_by_role("button", name="Add item").click()
    page.get_by_text("Adds up to 100 of 90 minutes: 10 too many.").first.wait_for()
    expect_titles(page, [*before[:-1], "Break", before[-1]])
    _drag(page, len(before) - 1, 1)
    page.get_by_text("The agenda was reordered.").wait_for()
    expect_titles(page, [before[0], "Break", *before[1:]])
    page.get_by_role("button", name="Remove Break").first.click()
    page.get_by_text("Adds up to 90 of 90 minutes.").first.wait_for()
    expect_titles(page, before)
    page.get_by_label("Minutes for Welcome").fill("15")
    page.get_by_label("Minutes for Group agreement").click()
    page.get_by_text("5 too many").first.wait_for()
    page.get_by_label("Length in minutes").fill("95")
    page.get_by_role("textbox", name="Organisation").fill("An example trust")
    page.get_by_text("Adds up to 95 of 95 minutes.").first.wait_for()
    page.locator(".item").first.get_by_text("Edit details").click()
    page.locator(".item").first.get_by_label("Title").fill("A warm welcome")
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("img", name=re.compile("^Slide 1: ")).wait_for()
    expect(page.get_by_text("A warm welcome").first).to_be_attached()
    page.get_by_role("button", name="Run sheet, PDF to read").click()
    _pictures_are_drawn(page, 1)
    page.get_by_role("button", name="Next: Handouts, Word").click()
    page.get_by_role("heading", name="Handouts", level=2).wait_for()
    expect(page.get_by_role("button", name="Run sheet, PDF to read, 1 page")).to_have_count(1)
    page.get_by_role("button", name="Back to your plan").click()
    expect_first_title(page, "A warm welcome")
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value("An example trust")
    name, pack = saved(page, lambda: page.get_by_role("button", name="Download the pack").click())
    assert_is_pack(name, pack, name.removesuffix(".zip"), "A warm welcome", tmp_path)
    name, plan = saved(page, lambda: page.get_by_role("button", name="Download the plan").click())
    made = read_workshop(plan, name, library)
    assert made.minutes == 95
    assert made.event is not None
    page.goto(site.base)
    page.get_by_label("Your plan file").set_input_files({"name": name, "mimeType": "text/yaml", "buffer": plan})
    page.get_by_role("button", name="Load this file").click()
    expect_first_title(page, "A warm welcome")


def _pictures_are_drawn(page: Page, count: int) -> None:
    """Assert that the browser shows some pictures of pages with their alternative text."""
    found = page.locator(".sheets img")
    found.first.wait_for()
    assert found.count() == count
    for at in range(count):
        found.nth(at).scroll_into_view_if_needed()
        page.wait_for_function("at => document.querySelectorAll('.sheets img')[at].naturalWidth > 1000", arg=at)
        assert found.nth(at).get_attribute("alt").rpartition(": ")[2].startswith(f"page {at + 1} of ")


def _drag(page: Page, item: int, to: int) -> None:
    """Drag an item to the upper half of another."""
    start = page.locator(".handle").nth(item).bounding_box()
    end = page.locator(".item").nth(to).bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"], start["y"] - 20, steps=3)
    page.mouse.move(end["x"] + 40, end["y"] + 8, steps=8)
    page.mouse.up()


@pytest.mark.parametrize(("script", "words"), [(True, "An example trust"), (False, "")])
def test_going_back_in_the_browser_loses_nothing(
    site: Site, windows: Callable[..., Page], script: bool, words: str
) -> None:
    """Going back from a preview finds the plan with its order and words.

    Without a script, it is as it was when the last button was pressed.
    """
    page = windows(java_script_enabled=script)
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("button", name="Down Welcome").click()
    page.locator("#message", has_text="Item 1 is now item 2").wait_for()
    page.get_by_role("textbox", name="Organisation").fill("An example trust")
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("heading", name="Slides", level=2).wait_for()
    page.get_by_role("button", name="Next: Facilitator guide, Word").click()
    page.get_by_role("heading", name="Facilitator guide", level=2).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Slides", level=2).wait_for()
    page.go_back()
    page.locator(".item").nth(1).get_by_role("heading", name="Welcome").wait_for()
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value(words)


def test_bad_input_is_refused_before_it_is_sent(site: Site, windows: Callable[..., Page], tmp_path: Path) -> None:
    """Half a date and a file that is too large are refused at once, and nothing on the page is lost.

    A change can be undone with a button.
    """
    page = windows()
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("textbox", name="Organisation").fill("An example trust")
    page.get_by_label("Date").press_sequentially("03")
    page.get_by_role("button", name="Add another person").click()
    expect(page.locator("#message")).to_have_text("Complete the date, or clear it.")
    page.get_by_label("Date").fill("2026-12-03")
    (tmp_path / "film.mp4").write_bytes(b"x" * (13 << 20))
    page.get_by_label("Load another plan").set_input_files(tmp_path / "film.mp4")
    page.get_by_role("button", name="Load this file").click()
    expect(page.locator("#message")).to_contain_text("This file is too large to be a plan.")
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value("An example trust")
    page.get_by_label("Load another plan").set_input_files([])
    before = titles(page)
    page.get_by_role("button", name="Remove Welcome").click()
    page.get_by_text("Item 1 was removed.").wait_for()
    assert page.evaluate("document.activeElement.id") == "undo"
    page.keyboard.press("Enter")
    page.get_by_text("The last change was undone.").wait_for()
    expect_titles(page, before)
    expect(page.get_by_label("Date")).to_have_value("2026-12-03")


def test_a_whole_journey_by_keyboard(site: Site, windows: Callable[..., Page], tmp_path: Path) -> None:
    """Everything works with the keyboard alone, in page order, and the focus is always visible."""
    page = windows()
    page.goto(site.base)
    _tab_to(page, lambda: "First steps" in _focused(page))
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/first-steps")
    before = titles(page)
    _tab_to(page, lambda: page.evaluate("document.activeElement.id") == "down-1")
    page.keyboard.press("Enter")
    page.get_by_text("Item 1 is now item 2 of 8.").wait_for()
    expect_titles(page, [before[1], before[0], *before[2:]])
    assert page.evaluate("document.activeElement.id") == "down-2"
    _tab_to(page, lambda: "Edit details of Break" in _focused(page))
    page.keyboard.press("Space")
    _tab_to(page, lambda: page.evaluate("document.activeElement.name") == "agenda[5].title")
    page.keyboard.press("Control+a")
    page.keyboard.type("Tea and quiet")
    _tab_to(page, lambda: page.evaluate("document.activeElement.name") == "event.place")
    page.keyboard.type("Room 4")
    _tab_to(page, lambda: "Preview the files" in _focused(page))
    page.keyboard.press("Enter")
    page.get_by_role("img", name=re.compile("^Slide 1: ")).wait_for()
    _tab_to(page, lambda: "Run sheet, PDF to read" in _focused(page))
    page.keyboard.press("Enter")
    page.get_by_role("img", name="Run sheet, PDF to read: page 1 of 1").wait_for()
    _tab_to(page, lambda: "Open the PDF" in _focused(page))
    _tab_to(page, lambda: "Next: Handouts, Word" in _focused(page))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Handouts", level=2).wait_for()
    _tab_to(page, lambda: "Download the Word file" in _focused(page))
    name, alone = saved(page, lambda: page.keyboard.press("Enter"))
    assert name == "first-steps-handouts.docx"
    assert office.faults(alone, ".docx") == []
    _tab_to(page, lambda: "Download the pack" in _focused(page))
    name, pack = saved(page, lambda: page.keyboard.press("Enter"))
    assert_is_pack(name, pack, "first-steps", "Tea and quiet", tmp_path)


def _focused(page: Page) -> str:
    """Return the words of the focused element, or nothing between the end and the start of the page."""
    words = page.evaluate("document.activeElement === document.body ? '' : document.activeElement.textContent")
    return " ".join(str(words).split())


def _tab_to(page: Page, there: Callable[[], bool]) -> None:
    """Press Tab until something has the focus. Every stop on the way must be visible."""
    page.wait_for_load_state()
    for _ in range(200):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const each = document.activeElement, box = each.getBoundingClientRect();
              const style = getComputedStyle(each);
              const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              return each === document.body || (outlined && box.bottom > 0 && box.top < innerHeight && box.width > 1);
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if there():
            return
    pytest.fail("nothing like that can be reached by Tab")


def test_a_whole_journey_without_a_script(site: Site, windows: Callable[..., Page], tmp_path: Path) -> None:
    """Everything works with JavaScript off, and each page comes whole from the server."""
    page = windows(java_script_enabled=False)
    page.goto(site.base)
    page.get_by_role("link", name="An hour online").click()
    before = titles(page)
    page.get_by_role("button", name=f"Down {before[0]}").click()
    expect_titles(page, [before[1], before[0], *before[2:]])
    page.get_by_text("Choose a tool:").click()
    page.get_by_role("button", name="Add Emotional touchpoints").click()
    expect(page.locator(".item h3")).to_have_count(len(before) + 1)
    page.get_by_role("button", name="Download the pack").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    assert titles(page)[:2] == [before[1], before[0]]
    page.get_by_role("button", name="Remove Emotional touchpoints").click()
    page.get_by_label("Session title").fill("Our hour")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Our hour").wait_for()
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("button", name="Run sheet, PDF to read").click()
    _pictures_are_drawn(page, 1)
    page.get_by_role("button", name="Handouts, Word", exact=True).click()
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Open as a web page").click()
    popup.value.wait_for_load_state()
    assert popup.value.get_by_role("heading", level=1).count() == 1
    page.get_by_role("button", name="Back to your plan").click()
    name, pack = saved(page, lambda: page.get_by_role("button", name="Download the pack").click())
    assert_is_pack(name, pack, name.removesuffix(".zip"), "Our hour", tmp_path)


KINDS = {
    "start": "/",
    "editor": "/workshops/half-day",
    "planned": "/planned?minutes=120&people=12&purpose=decide",
    "refused": "/planned?minutes=30&people=12&purpose=decide&must=pdsa-together",
    "wrong": "/planned?minutes=ten&people=12&purpose=nothing&themes=x",
    "lost": "/nothing",
}


def test_leaving_a_changed_plan_asks_first(site: Site, windows: Callable[..., Page]) -> None:
    """Leaving the page after a change asks first, unless the plan was downloaded or is kept in the browser.

    Previews and downloads do not ask.
    """
    page = windows()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    def left(change: Callable[[], None]) -> list[str]:
        page.goto(f"{site.base}/workshops/first-steps")
        asked.clear()
        change()
        page.get_by_role("link", name="Build a workshop").click()
        page.wait_for_url(f"{site.base}/")
        return list(asked)

    assert left(lambda: page.get_by_role("textbox", name="Organisation").fill("An example")) == []
    page.get_by_label("Keep my last ten plans").uncheck()
    assert left(page.get_by_text("Edit details").first.click) == []
    assert left(lambda: page.get_by_role("textbox", name="Organisation").fill("An example")) == ["beforeunload"]
    assert left(lambda: _moved(page)) == ["beforeunload"]
    assert left(lambda: (_moved(page), saved(page, page.get_by_role("button", name="Download the plan").click))) == []
    page.goto(f"{site.base}/workshops/first-steps")
    asked.clear()
    _moved(page)
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("button", name="Back to your plan").click()
    page.get_by_role("heading", name="Agenda", exact=True).wait_for()
    assert asked == []


def test_a_stopped_builder_loses_no_plan(site: Site, windows: Callable[..., Page]) -> None:
    """If the builder stops responding, the page says so and keeps the plan.

    It carries on when the builder is back.
    """
    page = windows()
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("textbox", name="Organisation").fill("An example")
    page.route("**/plan", lambda route: route.abort())
    page.get_by_role("button", name="Down Welcome").click()
    page.get_by_text("The builder is not responding.").wait_for()
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value("An example")
    page.unroute("**/plan")
    _moved(page)
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value("An example")


def _moved(page: Page) -> None:
    page.get_by_role("button", name="Down Welcome").click()
    page.get_by_text("Item 1 is now item 2 of 8.").wait_for()


def _kinds(page: Page, site: Site) -> Iterator[str]:
    """Show one page of each kind, and yield its name."""
    for name, path in KINDS.items():
        page.goto(site.base + path)
        yield name
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("button", name="Remove Break").click()
    page.get_by_text("was removed.").first.wait_for()
    yield "message"
    page.get_by_role("button", name="Download the pack").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.wait_for_load_state()  # with its style sheet
    yield "problems"
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("heading", name="Preview").wait_for()
    page.wait_for_load_state()
    yield "preview"
    for name in (
        "Facilitator guide, Word",
        "Run sheet, PDF to read",
        "Test sheet for your printer, PDF to print first",
    ):
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".pile [aria-current]", has_text=name.partition(", ")[2]).wait_for()
        page.wait_for_load_state()
        yield f"preview of {name}"
    page.get_by_role("button", name="Back to your plan").click()
    page.get_by_role("textbox", name="Place").fill("Room \U0001f600")
    page.get_by_role("button", name="Preview the files").click()
    page.get_by_role("button", name="Run sheet, PDF to read").click()
    page.get_by_role("heading", name="This file can’t be made yet").wait_for()
    page.wait_for_load_state()
    yield "preview of a file that cannot be made"
    page.goto(site.base)
    bad = {"name": "plan.yaml", "mimeType": "text/yaml", "buffer": b"title: ["}
    page.get_by_label("Your plan file").set_input_files(bad)
    page.get_by_role("button", name="Load this file").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.wait_for_load_state()
    yield "no plan"


def test_axe_finds_nothing(site: Site, windows: Callable[..., Page], npm_judge: NpmJudge) -> None:
    """No page breaks a rule of WCAG 2.2 AA or good practice, in light or dark, with everything unfolded."""
    axe = npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = windows(bypass_csp=True, viewport=TALL)
    for name in _kinds(page, site):
        grounds = set()
        for scheme, rules in (("light", TAGS), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            found = page.evaluate(AXE, {"source": axe, "tags": rules})
            assert found["violations"] == [], f"{name} {scheme}"
            undecided = {(rule["id"], node[:6]) for rule in found["incomplete"] for node in rule["nodes"]}
            assert undecided <= {("color-contrast", "<tspan")}, f"{name} {scheme}"
        assert len(grounds) == 2, name


def test_axe_would_find_a_fault(site: Site, windows: Callable[..., Page], npm_judge: NpmJudge) -> None:
    """axe-core finds a field without a label, and faint words."""
    page = windows(bypass_csp=True)
    page.goto(f"{site.base}/workshops/first-steps")
    page.evaluate("document.querySelector('label[for=title]').remove(); document.body.style.color = '#cccccc'")
    axe = npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")
    found = {each["id"] for each in page.evaluate(AXE, {"source": axe, "tags": TAGS})["violations"]}
    assert {"label", "color-contrast"} <= found


_SQUEEZED = """() => [...document.querySelectorAll("main p, main h2, main h3, main li")].filter(each => {
  const box = each.getBoundingClientRect(), words = each.innerText?.trim() ?? "";
  return words.length > 12 && box.height > 0 && !each.closest(".unseen, .when") && box.width < 120;
}).map(each => each.outerHTML.slice(0, 120))"""
"""Words in a column in which there is no room for them, so that they are broken anywhere."""


_WIDE = """most => document.scrollingElement.scrollWidth <= most ? [] : [...document.querySelectorAll("body *")]
    .filter(each => each.getBoundingClientRect().right > most)
    .map(each => `${each.outerHTML.slice(0, 80)} to ${each.getBoundingClientRect().right}`)"""


def test_no_page_scrolls_sideways_on_a_narrow_screen(site: Site, windows: Callable[..., Page]) -> None:
    """At 320 CSS pixels, pages do not scroll sideways and no words are squeezed.

    That is 1280 pixels at 400 %. It holds with the spacing that readers can set, and everything unfolded.
    """
    page = windows(viewport=NARROW, bypass_csp=True)
    for name in _kinds(page, site):
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        for css in ("", "* { letter-spacing: .12em !important; word-spacing: .16em !important; }"):
            if css:
                page.add_style_tag(content=css)
            assert page.evaluate(_WIDE, NARROW["width"]) == [], name
            assert page.evaluate(_SQUEEZED) == [], name


def test_the_focus_goes_to_the_summary_and_from_there_to_the_field(site: Site, windows: Callable[..., Page]) -> None:
    """Asking for a pack that can't be made moves the focus to the problems, which link to their fields."""
    page = windows()
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_label("Session title").fill("")
    page.get_by_role("button", name="Download the pack").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    assert "problems" in page.evaluate("document.activeElement.className")
    assert page.title().startswith("Error: ")
    page.get_by_role("link", name="Session title").click()
    assert page.evaluate("document.activeElement.id") == "title"
    assert page.get_by_label("Session title").get_attribute("aria-invalid") == "true"


def test_the_markup_is_valid(site: Site, judge: Callable[[str], str], npm_judge: NpmJudge, tmp_path: Path) -> None:
    """The Nu HTML checker finds no error on any kind of page, and would find one."""
    fields = form(site.get("/workshops/first-steps"))
    pages = {
        "start": site.get("/"),
        "planned": site.planned(minutes=120, people=12, purpose="decide"),
        "refused": site.planned(minutes=30, people=12, purpose="decide", must="pdsa-together"),
        "wrong": site.planned(minutes="ten", people=12, purpose="decide"),
        "editor": site.get("/workshops/half-day"),
        "problems": site.post("/plan/pack", with_values(fields, {"title": "", "agenda[1].minutes": "x"})),
        "preview": site.post("/plan/preview", fields),
        "preview of pages": site.post("/plan/preview", (*fields, ("look", "print-test-sheet.cards-test-sheet"))),
        "preview of many pages": site.post("/plan/preview", (*fields, ("look", "postcards.cards"))),
        "preview of a Word file": site.post("/plan/preview", (*fields, ("look", "handouts.guide"))),
        "no plan": site.post("/plan", (), do="load", file=("plan.yaml", b"a: 1\ntitle: [")),
        "lost": site.get("/nothing"),
    }
    for name, answer in pages.items():
        (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(answer.body)
    (tmp_path / "faulty.html").write_bytes(pages["start"].body.replace(b"<main", b"<main role='nonsense'"))
    found = page_errors(sorted(tmp_path.iterdir()), judge, npm_judge)
    assert [each for each in found if each.file != "faulty.html"] == []
    assert found


def test_what_was_typed_survives_a_reload_and_a_closed_page(site: Site, windows: Callable[..., Page]) -> None:
    """A plan is kept in the browser as it is typed. The first page offers it, to carry on or to delete."""
    page = windows()
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_label("Session title").fill("Our Thursday")
    page.get_by_role("textbox", name="Organisation").fill("An example trust")
    page.reload()
    expect(page.get_by_role("textbox", name="Organisation")).to_have_value("An example trust")
    page.get_by_role("button", name="Down Welcome").click()
    page.get_by_text("Item 1 is now item 2").wait_for()
    page.close()
    again = page.context.new_page()
    again.goto(site.base)
    expect(again.locator("#kept li")).to_have_count(1)
    again.get_by_role("button", name="Carry on: Our Thursday").click()
    again.wait_for_url("**/plan")
    assert titles(again)[1] == "Welcome"
    expect(again.get_by_role("textbox", name="Organisation")).to_have_value("An example trust")
    again.get_by_role("textbox", name="Organisation").fill("Another trust")
    again.get_by_role("button", name="Undo").click()
    again.get_by_text("The last change was undone.").wait_for()
    again.goto(site.base)
    expect(again.locator("#kept li")).to_have_count(1)
    again.get_by_role("button", name="Delete: Our Thursday").click()
    expect(again.locator("#kept")).to_be_hidden()


def test_keeping_can_be_switched_off_and_cleared(site: Site, windows: Callable[..., Page]) -> None:
    """When keeping is switched off, kept plans are deleted, and a reload starts from the server's page."""
    page = windows()
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_label("Session title").fill("Secret")
    page.wait_for_timeout(600)
    assert "Secret" in page.evaluate("localStorage.getItem('coprod-plans')")
    page.get_by_role("button", name="Delete these plans").click()
    assert page.evaluate("localStorage.getItem('coprod-plans')") is None
    page.get_by_label("Keep my last ten plans").uncheck()
    page.get_by_label("Session title").fill("Secret again")
    page.wait_for_timeout(500)
    assert "Secret" not in page.evaluate("JSON.stringify([localStorage, history.state])")
    page.once("dialog", lambda asked: asked.accept())
    page.reload()
    expect(page.get_by_label("Session title")).to_have_value("First steps in co-production")
    expect(page.get_by_label("Keep my last ten plans")).not_to_be_checked()


def test_a_plan_is_kept_once_whatever_pages_it_goes_through(site: Site, windows: Callable[..., Page]) -> None:
    """The preview and the way back keep the same plan, and leaving the preview asks nothing. Others are kept too."""
    page = windows()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_label("Session title").fill("Ours")
    for _ in range(2):
        page.get_by_role("button", name="Preview the files").click()
        page.wait_for_url("**/preview*")
        page.get_by_role("button", name="Back to your plan").click()
        page.wait_for_url("**/plan")
    page.get_by_role("button", name="Preview the files").click()
    page.wait_for_url("**/preview*")
    page.get_by_role("link", name="Build a workshop").click()
    expect(page.locator("#kept li")).to_have_count(1)
    page.get_by_role("link", name="Half a day").click()
    page.get_by_label("Session title").fill("Another")
    page.get_by_role("button", name="Preview the files").click()
    page.wait_for_url("**/preview*")
    page.goto(site.base)
    expect(page.locator("#kept li")).to_have_count(2)
    page.goto(f"{site.base}/workshops/first-steps")
    page.get_by_role("button", name="Preview the files").click()
    page.wait_for_url("**/preview*")
    page.goto(site.base)
    expect(page.locator("#kept li")).to_have_count(2)
    assert asked == []
