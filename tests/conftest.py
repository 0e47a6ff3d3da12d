"""What tests share: the canonical library and brand, outside judges, a folder to work in."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.support.browser import Browser, started
from tests.support.running_builder import Site, running

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand

pytest_plugins = ["tests.support.session"]
JUDGES = Path(__file__).parents[1] / "build" / "judges" / "node_modules"

settings.register_profile("tests", deadline=None, derandomize=True, database=None, max_examples=50, print_blob=True)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def library() -> Library:
    """The canonical content."""
    return load()


@pytest.fixture(scope="session")
def brand() -> Brand:
    """The canonical brand."""
    return load_brand()


@pytest.fixture(scope="session")
def judge() -> Callable[[str], str]:
    """The path of an outside program by name; without it a test is skipped, in CI it fails."""

    return lambda program: _installed(program, shutil.which(program))


@pytest.fixture(scope="session")
def npm_judge() -> Callable[[str], Path]:
    """The path of a file of an npm package that `make judges` installs; where it is missing, as `judge` does."""

    def path_of(name: str) -> Path:
        path = JUDGES / name
        return Path(_installed(name, str(path) if path.is_file() else None))

    return path_of


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


def _installed(name: str, path: str | None) -> str:
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed, and in CI every judge has to be.")
    if path is None:
        pytest.skip(f"{name} is not installed; `make judges` installs it")
    return path
