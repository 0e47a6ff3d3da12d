"""The site with the builder, on a web server, and what people do in it."""

import io
import zipfile
from pathlib import Path

from attrs import define, field
from playwright.sync_api import BrowserContext, FrameLocator, Page

ENGINE = Path(__file__).parents[2] / "build/engine"
READY = "The builder is ready, and works without the internet."
SECONDS = 90_000


@define
class Host:
    """A web server with the site in `folder`, and what it was asked for.

    `instead` are files that a proxy replaces, by their name.
    """

    address: str
    folder: Path
    asked: list[str] = field(factory=list)
    instead: dict[str, bytes] = field(factory=dict)


def opened(window: BrowserContext, host: Host, part: str = "") -> tuple[Page, FrameLocator]:
    page = window.new_page()
    page.goto(host.address + part)
    return page, page.frame_locator("#builder")


def ready(page: Page) -> None:
    page.locator("#words", has_text=READY).wait_for(timeout=SECONDS)


def choose(frame: FrameLocator, workshop: str = "first-steps") -> None:
    """Open the plan of a workshop from the first page."""
    frame.locator(f"a[href$='workshops/{workshop}']").click()
    frame.locator("#plan").wait_for(timeout=SECONDS)


def downloaded(page: Page, frame: FrameLocator) -> zipfile.ZipFile:
    with page.expect_download(timeout=SECONDS) as download:
        frame.locator("button[formaction$='plan/pack']").click()
    return zipfile.ZipFile(io.BytesIO(Path(str(download.value.path())).read_bytes()))
