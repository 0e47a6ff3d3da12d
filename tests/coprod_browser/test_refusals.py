"""The builder in a browser when something is refused, damaged or deleted, and plans that come by a link."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route
from tests.coprod_browser.site_in_a_browser import SECONDS, Host, choose, downloaded, opened, ready

KEPT = "caches.keys().then(names => names.filter(name => name.startsWith('coprod-builder-')).length)"
REGISTERED = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
STORAGE = {
    "refused": "caches.open = () => Promise.reject(new DOMException('refused', 'SecurityError'));\n",
    "full": "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n",
}


@pytest.mark.parametrize("fault", STORAGE)
def test_the_builder_works_where_it_cannot_be_kept(window: BrowserContext, host: Host, fault: str) -> None:
    """It says that it will be downloaded again, does not promise to work offline, and plans."""
    host.instead["engine.js"] = STORAGE[fault].encode() + (host.folder / "build/engine.js").read_bytes()
    try:
        page, frame = opened(window, host)
        page.locator("#words", has_text="This browser cannot keep it").wait_for(timeout=SECONDS)
        choose(frame)
    finally:
        host.instead.clear()
    assert "without the internet" not in page.locator("#words").inner_text()


def test_a_browser_that_refuses_a_service_worker_says_so(window: BrowserContext, host: Host) -> None:
    """As in a private window: one plain sentence with what to do, and no form that leads nowhere."""
    refusal = "Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))"
    window.add_init_script(f"ServiceWorkerContainer.prototype.register = () => {refusal}")
    page, _ = opened(window, host)
    page.locator("#fault", has_text="Open it in an ordinary window").wait_for(timeout=SECONDS)
    assert page.locator("#builder").is_hidden()


def test_an_address_that_starts_with_http_is_named(window: BrowserContext, host: Host) -> None:
    """Browsers run no service worker there, so the page says whom to ask, and shows the way to the library."""
    folder = host.folder

    def answer(route: Route) -> None:
        name = route.request.url.partition("trust.example/")[2]
        path = folder / (name if Path(name).suffix else f"{name}index.html")
        route.fulfill(path=path) if path.is_file() else route.fulfill(status=404)

    window.route("http://trust.example/**", answer)
    page = window.new_page()
    page.goto("http://trust.example/build/")
    page.locator("#fault", has_text="start with https").wait_for(timeout=SECONDS)
    assert page.locator("#fault a").get_attribute("href") == "../index.html"
    assert page.locator("#builder").is_hidden()


def test_a_download_that_was_cut_short_leaves_the_plan(window: BrowserContext, host: Host) -> None:
    """The cards' printer arrives damaged: it is named, the plan is still there, and the next try makes the pack."""
    whole = next(host.folder.glob("build/engine/*/typst.zip")).read_bytes()
    page, frame = opened(window, host)
    ready(page)
    choose(frame)
    frame.locator("[name='title']").fill("Our own title")
    host.instead["typst.zip"] = whole[: len(whole) * 4 // 5]
    try:
        frame.locator("button[formaction$='plan/pack']").click()
        page.locator("#words", has_text="What arrived as typst.zip is not that file.").wait_for(timeout=SECONDS)
    finally:
        host.instead.clear()
    page.locator("#again").click()
    ready(page)
    assert frame.locator("[name='title']").input_value() == "Our own title"
    names = downloaded(page, frame).namelist()
    assert [name for name in names if name.endswith(".pdf")]


def test_the_builder_can_be_deleted(window: BrowserContext, host: Host) -> None:
    """Nothing of it is left in the browser, and it can be downloaded again."""
    page, _ = opened(window, host)
    ready(page)
    assert page.evaluate(KEPT) == 1
    page.locator("summary").click()
    page.locator("#remove").click()
    page.locator("#removed", has_text="Deleted.").wait_for()
    assert page.evaluate(KEPT) == 0
    assert page.evaluate(REGISTERED) == 0
    page.reload()
    ready(page)


def test_a_plan_comes_by_a_link(window: BrowserContext, host: Host) -> None:
    """A link that was made in one tab shows its plan in another before it is opened, and no server is sent it."""
    page, frame = opened(window, host)
    ready(page)
    choose(frame)
    frame.locator("[name='title']").fill("Our own title")
    frame.locator("#share").click()
    frame.locator("#share-link").wait_for(timeout=SECONDS)
    link = str(frame.locator("#share-link").evaluate("each => each.href"))
    page.close()
    asked = len(host.asked)
    window.clear_cookies()
    page = window.new_page()
    page.goto(link)
    frame = page.frame_locator("#builder")
    frame.locator("#shared .title", has_text="Our own title").wait_for(timeout=SECONDS)
    assert page.url.startswith(f"{host.address}#plan=")
    ready(page)
    frame.locator("#shared button.main").click()
    frame.locator("#plan").wait_for(timeout=SECONDS)
    assert frame.locator("[name='title']").input_value() == "Our own title"
    assert not [each for each in host.asked[asked:] if "plan=" in each]


def test_a_link_that_holds_no_plan_does_no_harm(window: BrowserContext, host: Host) -> None:
    """The builder says so, and starts as always."""
    page, frame = opened(window, host, "app/#plan=AAAA")
    frame.locator("#shared .verdict", has_text="contains no plan").wait_for(timeout=SECONDS)
    ready(page)
    assert frame.locator("#shared .holds").is_hidden()
