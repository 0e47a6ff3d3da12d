"""A plan can be shared by a link, its times loaded, and the session run; hostile links do no harm."""

import base64
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.coprod_web.test_run_page import _AXE
from tests.support.browser import Browser
from tests.support.running_builder import Site, form, titles

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.share_link import LONGEST_LINK, link_fragment
from coprod_content import Library

MARKUP = "</script><img src=x onerror=\"document.title='hacked'\">"


def packed(text: str) -> str:
    """Return a link as the builder makes it, of any text."""
    packer = zlib.compressobj(9, wbits=-15)
    data = packer.compress(text.encode()) + packer.flush()
    return f"plan={base64.urlsafe_b64encode(data).decode().rstrip('=')}"


def plan(**values: object) -> str:
    """Return the text of a plan as a link holds it."""
    return json.dumps({"name": "a.yaml", "plan": {"title": "Ours", "agenda": [{"title": "Hello"}], **values}})


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Open the builder, and fail if anything is asked of another host or goes wrong in a script."""
    context = browser.chromium.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((site.base, "data:", "blob:")) else wrong.append(asked.url),
    )
    yield page
    context.close()
    assert wrong == []


def test_every_workshop_fits_in_a_link(library: Library) -> None:
    """A link holds the plan as it is. A plan with a photo is too long for one."""
    for workshop in library.workshops.values():
        draft = Draft.of(workshop)
        fragment = link_fragment(draft)
        assert 0 < len(fragment) <= LONGEST_LINK
        data = base64.urlsafe_b64decode(fragment.removeprefix("plan=") + "==")
        assert json.loads(zlib.decompress(data, wbits=-15))["plan"] == draft.tree
    long = draft.with_fields([(("summary",), "".join(f"{n * n}" for n in range(9000)))])
    assert link_fragment(long) == ""


def test_a_plan_that_is_too_long_is_offered_as_a_file(site: Site) -> None:
    """The builder says so, and makes no link that a program would cut."""
    fields = dict(form(site.get("/workshops/first-steps")))
    fields["summary"] = "".join(f"{n * n} " for n in range(1200))
    answer = site.post("/plan", tuple(fields.items()), do="share")
    assert "too long for a link" in answer.words("message")
    assert not answer.tree.xpath("//a[@id='share-link']")


def test_a_link_shows_what_it_holds_and_opens_the_same_plan(site: Site, page: Page) -> None:
    """Nothing is sent before the button is pressed, and the opened plan is the one that was shared."""
    page.goto(f"{site.base}/workshops/half-day")
    before, page_title = page.locator(".item h3").all_inner_texts(), page.locator("h1").inner_text()
    page.get_by_role("button", name="Make a link to this plan").click()
    page.locator("#share-link").wait_for()
    link = page.locator("#share-link").get_attribute("href")
    assert page.evaluate("document.activeElement.id") == "share-link"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("about:blank")
    page.goto(f"{site.base}{link}")
    page.locator("#shared .holds").wait_for()
    assert page.locator("#shared .title").inner_text() == page_title
    assert page.locator("#shared ol li").count() == len(before)
    assert {each.partition("#")[0].removeprefix(site.base) for each in asked} <= {
        *("/", "/static/builder.css", "/static/builder.js", "/static/shared_plan.js", "data:,"),
    }
    page.get_by_role("button", name="Open this plan").click()
    page.locator(".item h3").first.wait_for()
    assert page.locator(".item h3").all_inner_texts() == before


@pytest.mark.parametrize(
    "fragment",
    [
        "plan=",
        "plan=AAAA",
        "plan=%3Cscript%3E",
        "plan=" + "A" * 9000,
        packed("{}"),
        packed("[" * 5000),
        packed(json.dumps({"name": "a", "plan": {"title": "Bomb", "agenda": [], "summary": "0" * 3_000_000}})),
        packed(plan(agenda=[{}] * 61)),
        packed(plan(title=["Ours"])),
        packed(plan(agenda={"title": "Hello"})),
    ],
    ids=["empty", "no data", "no letters", "long", "no plan", "deep", "bomb", "many", "title", "agenda"],
)
def test_a_hostile_link_is_refused_in_one_sentence(site: Site, page: Page, fragment: str) -> None:
    """The page says that there is no plan to read, and goes on as usual."""
    page.goto(f"{site.base}/#{fragment}")
    page.locator("#shared .verdict").filter(has_text="contains no plan").wait_for()
    assert page.locator("#shared .holds").is_hidden()
    page.get_by_label("How many people?").fill("10")


def test_markup_and_paths_in_a_link_stay_text(site: Site, page: Page) -> None:
    """No element is made of a title, and a name of a file in another folder is a plain name."""
    text = json.loads(plan(title=MARKUP, summary=MARKUP, starts=MARKUP, agenda=[{"title": MARKUP, "minutes": "5"}]))
    page.goto(f"{site.base}/#{packed(json.dumps({**text, 'name': '../../etc/passwd'}))}")
    page.locator("#shared .holds").wait_for()
    assert page.locator("#shared .title").inner_text() == MARKUP
    assert page.locator("#shared img").count() == 0
    page.get_by_role("button", name="Open this plan").click()
    page.locator(".item").first.wait_for()
    assert page.title() != "hacked"
    assert page.locator("input[name='name']").input_value() == "passwd.yaml"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_shared_plan(
    site: Site, page: Page, npm_judge: Callable[[str], Path], library: Library, scheme: Any
) -> None:
    """On a wide screen and on a phone, in light and dark, also after the link is ignored."""
    axe = npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site.base}/#{link_fragment(Draft.of(library.workshops['first-steps']))}")
    page.locator("#shared .holds").wait_for()
    page.get_by_text("Show everything in it").click()
    assert page.evaluate(_AXE, axe) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(_AXE, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Do not open it").click()
    assert page.locator("#shared").is_hidden()
    assert "#" not in page.url


def test_times_change_the_minutes_of_a_plan(site: Site) -> None:
    """Items get the minutes that they took, and the builder repeats what was to be changed. Undo takes it back."""
    shown = site.get("/workshops/first-steps")
    items = [
        {"title": "Welcome", "planned": 10, "took": 14},
        {"title": "x", "tool": "what-matters-to-you", "planned": 20, "took": 31},
        {"title": "Break", "planned": 10, "took": 25},
    ]
    times = {"workshop": "first-steps", "title": "First steps", "items": items, "changed": "Start with the cards."}
    sent = ("first-steps-times.json", json.dumps(times).encode())
    answer = site.post("/plan", form(shown), do="load", file=sent)
    assert answer.status == 200
    assert titles(answer) == titles(shown)
    assert answer.words("message") == (
        "2 items have new minutes. Check the total. What you wanted to change: Start with the cards."
    )
    minutes = dict(
        zip(titles(answer), [each.value for each in answer.tree.xpath("//div[@class='minutes']/input")], strict=False)
    )
    assert (minutes["Welcome"], minutes["What matters to you?"], minutes["Break"]) == ("15", "30", "10")
    refused = site.post("/plan", form(shown), do="load", file=("a.json", b'{"items": 5}'))
    assert refused.status == 422
    undone = site.post("/plan", form(answer), do="undo")
    assert undone.words("totals") == shown.words("totals")


def test_the_builder_makes_the_run_page(site: Site, page: Page) -> None:
    """It opens in a new tab, under a policy that lets only its own script run, and works there."""
    page.goto(f"{site.base}/workshops/first-steps")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Run this session").click()
    run = opened.value
    run.locator("#begin").click()
    assert run.locator("#now-heading").inner_text() == "Welcome"
    assert "Nothing needs to be cut" in run.locator(".status").inner_text()
