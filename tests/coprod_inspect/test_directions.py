"""Tests of the check for the direction of text."""

import pytest

from coprod_inspect.html.inspector import inspect

ARABIC = "مرحبا بكم في الورشة"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>{}</p>", True), ("<p><em>{}</em></p>", True), ('<div dir="rtl"><p dir="ltr">{}</p></div>', True),
        ('<p dir="auto">{}</p>', False), ('<div dir="rtl"><p>{}</p></div>', False), ("<p>Hi <bdi>{}</bdi></p>", False),
        ('<p>Hi <span lang="ar">{}</span> there</p>', False), ('<p style="direction: rtl">{}</p>', False),
        ("<style>p {{ direction: rtl }}</style><p>{}</p>", False), ('<p><a lang="ar" href="/ar">عربي</a></p>', False),
    ],
)  # fmt: skip
def test_web_pages(body: str, found: bool) -> None:
    """Only a block of several words from right to left needs a direction, which it can get in any way."""
    page = f'<!doctype html><html lang="en"><head><title>A page</title></head><body>{body.format(ARABIC)}</body></html>'
    codes = [fault.code for fault in inspect(page.encode())]
    assert ("no-direction" in codes) == found
