"""The canonical site, and a small library to make others from."""

import pytest
from tests.support.canonical_site import canonical, pages_of
from tests.support.roots import small_root

from coprod_content import Library, load


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    """Return the pages of the canonical site as text."""
    return pages_of(canonical())


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Load a library with one item of each kind."""
    return load(small_root(tmp_path_factory.mktemp("few") / "content"))
