"""The run page keeps a session to time, from a file, offline, by keyboard and on a phone."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from playwright.sync_api import Page
from tests.support.browser import Browser

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.model import TalkSlot
from coprod_web.run.run_items import run_items
from coprod_web.run.run_page import run_page

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
_AXE = """async source => {
  if (!window.axe) { (0, eval)(source); }
  const found = await axe.run(document, {preload: false, resultTypes: ["violations"]});
  return found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 160))]);
}"""
_DEVICE = """
window.AudioContext = class { constructor() { window.heard = true; } };
window.felt = [];
navigator.vibrate = pattern => window.felt.push(pattern);
Object.defineProperty(navigator, "wakeLock", {value: {
  request: async kind => { window.awake = kind; return {released: false}; },
}});
"""
"""What a phone has: sound, vibration and a screen that can stay on."""


def test_every_item_says_what_to_say_and_lay_out(library: Library) -> None:
    """A tool has its short version too if it has one, and every item that asks something of people has a question."""
    for workshop in library.workshops.values():
        items = run_items(workshop, library)
        assert [item.title for item in items]
        assert [item.cut.minutes for item in items] == [slot.minutes for slot in workshop.agenda]
        for item in items:
            assert (item.short is None) == (item.whole == 0)
            assert item.short is None or item.cut.durations[0] < item.whole
            assert item.kind not in {"tool", "closing", "postcards", "film"} or item.asked


def test_words_of_a_workshop_cannot_become_markup(library: Library, brand: Brand) -> None:
    """A hostile title neither ends the script nor starts an element, and nothing is loaded from anywhere."""
    workshop = library.workshops["first-steps"]
    talk = TalkSlot(minutes=5, title="</script><img src=x onerror=alert(1)>", points=("<b>Hello</b>",))
    page = run_page(evolve(workshop, agenda=(talk, *workshop.agenda)), library, brand).decode()
    assert page.count("</script>") == 2
    assert "<img src=x" not in page
    assert "<b>Hello" not in page
    assert not re.search(r"""(?:src|href)=["'](?!data:|#|https://)""", page)
    assert run_page(workshop, library, brand) == run_page(workshop, library, brand)


@contextmanager
def opened(
    browser: Browser, folder: Path, data: bytes, at: str = "2026-11-30T10:00:20", **options: Any
) -> Iterator[Page]:
    """Open the page from a file at a time of day. Any request to elsewhere, and any complaint, fails the test."""
    path = folder / "run.html"
    path.write_bytes(data)
    context = browser.chromium.new_context(offline=True, **options)
    wrong: list[str] = []
    try:
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else wrong.append(asked.url),
        )
        page.clock.install(time=datetime.fromisoformat(at))
        page.goto(path.as_uri())
        yield page
        assert wrong == []
    finally:
        context.close()


def press(page: Page, name: str) -> str:
    """Press a button of the item that is on now, and return what the page says."""
    page.click(f"#now [data-do={name}]")
    return page.inner_text(".status")


@pytest.fixture(scope="module")
def made(library: Library, brand: Brand) -> bytes:
    """Return the run page of a workshop with a break, tools and postcards."""
    return run_page(library.workshops["first-steps"], library, brand)


def test_an_interruption_is_answered_and_can_be_undone(browser: Browser, tmp_path: Path, made: bytes) -> None:
    """The page says what is cut, cuts nothing if the end may move, and takes back the last change."""
    with opened(browser, tmp_path, made, viewport=WIDE) as page:
        page.click("#begin")
        assert (
            page.inner_text(".status") == "The session has started. Nothing needs to be cut. The session ends at 11:30."
        )
        assert page.inner_text(".left") == "10 minutes left until 10:10"
        assert press(page, "more").startswith("Shortened: “One small thing to try”, 5 minutes.")
        assert page.inner_text(".ends") == "The session ends at 11:30."
        page.check("#end-moves")
        assert page.inner_text(".ends") == "The session ends at 11:35."
        assert "Back to full length" in page.inner_text(".status")
        press(page, "undo")
        assert page.inner_text(".ends") == "The session ends at 11:30."
        assert "“Welcome” then goes on for 15 minutes." in press(page, "pause")
        assert page.inner_text("#now-heading") == "Break"
        assert page.locator("#now [data-do=pause]").is_disabled()
        page.reload()
        assert page.inner_text("#now-heading") == "Break"
        slowest = page.evaluate(
            "() => { const at = performance.now(); document.querySelector('#now [data-do=more]').click();"
            " return performance.now() - at; }"
        )
        assert slowest < 100


def test_nudges_are_said_once(browser: Browser, tmp_path: Path, made: bytes) -> None:
    """Five minutes before the end of an item and at its end, the page says so and vibrates, without a sound.

    The screen stays on from the start of the session.
    """
    with opened(browser, tmp_path, made, viewport=WIDE) as page:
        page.add_init_script(_DEVICE)
        page.reload()
        page.click("#begin")
        press(page, "goOn")
        press(page, "goOn")
        press(page, "goOn")
        heading = page.inner_text("#now-heading")
        assert heading == "What matters to you?"
        page.clock.run_for(15 * 60_000)
        assert page.inner_text(".status") == "Five minutes left."
        page.clock.run_for(5 * 60_000)
        assert page.inner_text(".status").startswith("Time is up. Next: “")
        page.clock.run_for(3 * 60_000)
        assert page.inner_text(".left").startswith("3 minutes over")
        assert page.evaluate("[window.heard, window.felt, window.awake]") == [None, [200, [200, 100, 200]], "screen"]


def test_the_whole_session_by_keyboard(browser: Browser, tmp_path: Path, made: bytes) -> None:
    """From start to file with Tab, Enter and Space. The file holds times and titles, and nothing about people."""
    with opened(browser, tmp_path, made, viewport=WIDE) as page:
        page.locator("#begin").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "now-heading"
        page.keyboard.press("Tab")
        for _ in range(20):
            if page.locator("#over").is_visible():
                break
            page.clock.run_for(9 * 60_000)
            page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "over-heading"
        page.keyboard.press("Tab")
        page.keyboard.type("Start with the cards.")
        page.keyboard.press("Tab")
        with page.expect_download() as download:
            page.keyboard.press("Space")
        times = json.loads(download.value.path().read_text(encoding="utf-8"))
        assert download.value.suggested_filename == "first-steps-times.json"
        assert set(times) == {"workshop", "title", "items", "changed"}
        assert times["items"][0] == {"title": "Welcome", "planned": 10, "took": 9}
        assert {key for each in times["items"] for key in each} <= {"title", "tool", "planned", "took", "short"}


def test_the_room_sees_the_question_and_no_more(browser: Browser, tmp_path: Path, made: bytes) -> None:
    """The second window shows what we do now and the question, and the time left only if that is chosen."""
    with opened(browser, tmp_path, made, viewport=WIDE) as page:
        page.click("#begin")
        page.click("#room summary")
        with page.context.expect_page() as shown:
            page.click("#open-room")
        room = shown.value
        assert room.inner_text("body").split("\n")[0] == "Welcome"
        assert "left" not in room.inner_text("body")
        page.check("#show-left")
        assert "10 minutes left" in room.inner_text("body")
        before = room.inner_text("h1")
        press(page, "goOn")
        assert room.inner_text("h1") != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(
    browser: Browser,
    npm_judge: Callable[[str], Path],
    tmp_path: Path,
    made: bytes,
    scheme: str,
    size: dict[str, int],
) -> None:
    """Before, during and after the session, on both windows, and nothing is wider than the screen."""
    axe = npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")
    with opened(browser, tmp_path, made, viewport=size, color_scheme=scheme) as page:
        assert page.evaluate(_AXE, axe) == []
        page.click("#begin")
        page.click("#room summary")
        with page.context.expect_page() as shown:
            page.click("#open-room")
        page.check("#show-left")
        press(page, "more")
        for window in (page, shown.value):
            assert window.evaluate(_AXE, axe) == []
            assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for _ in range(20):
            if page.locator("#over").is_visible():
                break
            press(page, "goOn")
        assert page.evaluate(_AXE, axe) == []
