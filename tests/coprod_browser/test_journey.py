"""The builder without a server, in Chromium: plan, download, go offline, and what goes wrong."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, FrameLocator
from tests.coprod_browser.site_in_a_browser import SECONDS, Host, choose, downloaded, opened, ready
from tests.coprod_web.test_axe import _RUN as AXE
from tests.coprod_web.test_axe import TAGS
from tests.support.browser import Browser
from tests.support.pictures import opened as picture_in
from tests.support.pictures import phone_photo

from coprod_builder.jobs import make_archive
from coprod_content.files.pictures.jpeg import is_bare_jpeg, jpeg_size


def digests(archive: zipfile.ZipFile) -> dict[str, str]:
    return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("workshop", ["first-steps", "half-day"])
def test_a_pack_made_in_a_browser_is_the_pack_made_here(window: BrowserContext, host: Host, workshop: str) -> None:
    """Every file has the same SHA-256, and after the first pack the site is asked for nothing, even offline."""
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    page, frame = opened(window, host)
    ready(page)
    choose(frame, workshop)
    made = downloaded(page, frame)
    name = f"{workshop}/{workshop}.yaml"
    here = make_archive(made.read(name).decode(), f"{workshop}.yaml")
    assert digests(made) == digests(zipfile.ZipFile(io.BytesIO(here.data)))
    window.set_offline(True)
    before = list(host.asked)
    assert digests(downloaded(page, frame)) == digests(made)
    page.reload()
    ready(page)
    assert [each for each in host.asked[len(before) :] if "service-worker" not in each] == []
    assert [each for each in asked if not each.startswith((host.address, "data:"))] == []


@pytest.mark.usefixtures("ours")
def test_photos_are_drawn_again_by_the_browser(window: BrowserContext, host: Host) -> None:
    """A photo is upright and bare in the plan, a damaged one is refused, and the pack is the one made here."""
    page, frame = opened(window, host)
    ready(page)
    choose(frame)
    frame.locator("main").evaluate("each => each.querySelectorAll('details').forEach(part => { part.open = true; })")
    add_photo(frame, "cut.jpg", phone_photo()[:9000], "is damaged")
    add_photo(frame, "us.jpg", phone_photo(), "The photo was added.")
    frame.locator("[name='event.picture.alt']").fill("Two people plant beans.")
    frame.locator("[name='event.picture.consent']").fill("Ada and Bo agreed until 2028.")
    made = downloaded(page, frame)
    plan = made.read("first-steps/first-steps.yaml").decode()
    photo = base64.b64decode(yaml.safe_load(plan)["event"]["picture"]["data"])
    assert is_bare_jpeg(photo)
    assert jpeg_size(photo) == (1200, 1600)
    assert picture_in(photo).getpixel((600, 100))[0] > 200  # what was on the left is on top
    here = make_archive(plan, "first-steps.yaml")
    assert digests(made) == digests(zipfile.ZipFile(io.BytesIO(here.data)))


def add_photo(frame: FrameLocator, name: str, data: bytes, message: str) -> None:
    """Choose a photo for the event, and wait for a message."""
    frame.locator("[name='photo event.picture']").set_input_files(
        {"name": name, "mimeType": "image/jpeg", "buffer": data}
    )
    frame.locator("button[value='photo event.picture']").click()
    frame.get_by_text(message).first.wait_for(timeout=SECONDS)


def test_a_job_that_is_stopped_leaves_the_plan(window: BrowserContext, host: Host) -> None:
    """The plan with its change is still there after Stop, and the builder starts again."""
    page, frame = opened(window, host, "#nothing")
    ready(page)
    choose(frame)
    frame.locator("[name='title']").fill("Our own title")
    frame.locator("button[formaction$='plan/pack']").click()
    page.locator("#stop").click(timeout=SECONDS)
    ready(page)
    assert frame.locator("[name='title']").input_value() == "Our own title"


def test_a_proxys_page_in_place_of_a_file_is_named(window: BrowserContext, host: Host) -> None:
    """The person is told what arrived wrongly and whom to ask, and can try again."""
    host.instead["library.zip"] = b"<!DOCTYPE html><title>Blocked</title>"
    try:
        page, _ = opened(window, host)
        page.locator("#words", has_text="A filter or proxy").wait_for(timeout=SECONDS)
    finally:
        host.instead.clear()
    page.locator("#again").click()
    ready(page)


@pytest.mark.parametrize("off", ["WebAssembly", "serviceWorker"])
def test_a_browser_without_what_is_needed_says_so(window: BrowserContext, host: Host, off: str) -> None:
    """One plain sentence, the way to the library, and no form that leads nowhere."""
    scripts = {
        "WebAssembly": "delete window.WebAssembly",
        "serviceWorker": "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
    }
    window.add_init_script(scripts[off])
    page, _ = opened(window, host)
    page.locator("#fault").wait_for(timeout=SECONDS)
    assert page.locator("#fault").inner_text().count(".") >= 2
    assert page.locator("#builder").is_hidden()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, host: Host, npm_judge: Callable[[str], Path], colours: str) -> None:
    """The page around the builder and the accessibility statement have no finding on a phone."""
    context = browser.chromium.new_context(
        color_scheme=colours, viewport={"width": 390, "height": 800}, bypass_csp=True
    )
    script = npm_judge("axe-core/axe.min.js").read_text()
    for name in ("", "accessibility.html"):
        page = context.new_page()
        page.goto(host.address + name)
        assert page.evaluate(AXE, {"source": script, "tags": TAGS})["violations"] == []
    context.close()
