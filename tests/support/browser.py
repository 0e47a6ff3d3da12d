"""Headless Chromium without a network."""

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

from attrs import define, field
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Route, sync_playwright

HOME = "https://page.example.org/"
_FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--in-process-gpu"]
_SHELL = "chromium-headless-shell"


@define
class Browser:
    """A browser with one page.

    `asked` are addresses that pages requested besides it, `complaints` what the browser reported.
    """

    chromium: Chromium
    asked: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    @contextlib.contextmanager
    def shown(self, data: bytes, *, script: bool = False, **options: Any) -> Iterator[Page]:
        """Open a page in its own window, with JavaScript only if `script` is set."""
        context = self.chromium.new_context(java_script_enabled=script, **options)
        try:
            page = context.new_page()
            page.route("**/*", lambda route: self._answer(route, data))
            page.on("console", lambda message: self.complaints.append(message.text))
            page.on("pageerror", lambda error: self.complaints.append(str(error)))
            page.goto(HOME, wait_until="load")
            yield page
        finally:
            context.close()

    def _answer(self, route: Route, data: bytes) -> None:
        if route.request.url == HOME:
            route.fulfill(status=200, content_type="text/html; charset=utf-8", body=data)
        else:
            self.asked.append(route.request.url)
            route.abort()


def chromium_program() -> str:
    """Return the name of the Chromium without windows, or of the usual one.

    Without windows, a page takes a third of the time.
    """
    return _SHELL if shutil.which(_SHELL) else "chromium"


@contextlib.contextmanager
def started(path: str) -> Iterator[Browser]:
    """Start a browser, and close it at the end."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield Browser(chromium)
        finally:
            chromium.close()
