"""What tests of renderers share: one browser."""

from collections.abc import Callable, Iterator

import pytest
from browser import Browser, started
from building import Site, running

from coprod_content import Library
from coprod_content.brand import Brand


@pytest.fixture(scope="session")
def browser(judge: Callable[[str], str]) -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    with started(judge("chromium")) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(library: Library, brand: Brand) -> Iterator[Site]:
    """The builder, started once."""
    with running(library, brand) as site:
        yield site
