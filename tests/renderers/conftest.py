"""What tests of renderers share: one browser."""

from collections.abc import Callable, Iterator

import pytest
from browser import Browser, started


@pytest.fixture(scope="session")
def browser(judge: Callable[[str], str]) -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    with started(judge("chromium")) as browser:
        yield browser
