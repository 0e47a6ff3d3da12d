"""Fixtures that all tests share: the canonical library and brand, outside judges, and the builder."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.examples import register_profiles

if TYPE_CHECKING:  # the process that only hands out tests imports this file, and should not take long
    from tests.support.browser import Browser
    from tests.support.running_builder import Site

    from coprod_content import Library
    from coprod_content.brand.brand import Brand

pytest_plugins = ["tests.support.session", "tests.support.session_cache"]
NODE_MODULES = Path(__file__).parents[1] / "build" / "judges" / "node_modules"
PYTHON_JUDGES = NODE_MODULES.with_name("python")
JUDGES = {"judge", "npm_judge", "python_judge", "browser", "wheel"}

register_profiles()


def pytest_configure(config: pytest.Config) -> None:
    """Ignore warnings about content. A filter in pyproject.toml would import the library before coverage starts."""
    config.addinivalue_line("filterwarnings", "ignore::coprod_content.loading.ContentWarning")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark a test as judged if it uses an outside judge or the built wheel, directly or through other fixtures."""
    for item in items:
        if JUDGES & set(getattr(item, "fixturenames", ())):
            item.add_marker("judged")


@pytest.fixture(scope="session", autouse=True)
def _one_day() -> Iterator[None]:
    """Let `coprod check` run on one day, so that no test fails as days pass."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coprod_content.cli.check.today", lambda: "2026-11-30")
        yield


@pytest.fixture(scope="session")
def library() -> "Library":
    """Return the canonical content."""
    from coprod_content import load

    return load()


@pytest.fixture(scope="session")
def brand() -> "Brand":
    """Return the canonical brand."""
    from coprod_content.brand.load_brand import load_brand

    return load_brand()


@pytest.fixture(scope="session")
def judge() -> Callable[[str], str]:
    """Return a function from a program's name to its path. A missing program skips the test, or fails it in CI."""
    return lambda program: _installed(program, shutil.which(program))


@pytest.fixture(scope="session")
def npm_judge() -> Callable[[str], Path]:
    """Return a function from a file of an npm package to its path, as `judge` does for programs."""

    def path_of(name: str) -> Path:
        path = NODE_MODULES / name
        return Path(_installed(name, str(path) if path.is_file() else None))

    return path_of


@pytest.fixture(scope="session")
def python_judge() -> Callable[[str], Path]:
    """Return a function from a module's name to the folder to import it from, as `judge` does for programs."""

    def folder_of(name: str) -> Path:
        return Path(_installed(name, str(PYTHON_JUDGES) if (PYTHON_JUDGES / name).exists() else None))

    return folder_of


@pytest.fixture(scope="session")
def browser(judge: Callable[[str], str]) -> "Iterator[Browser]":
    """Start Debian's Chromium once."""
    from tests.support.browser import chromium_program, started

    with started(judge(chromium_program())) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(library: "Library", brand: "Brand") -> "Iterator[Site]":
    """Start the builder once."""
    from tests.support.running_builder import running

    with running(library, brand) as site:
        yield site


def _installed(name: str, path: str | None) -> str:
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed. In CI every judge must be: run `make judges`.")
    if path is None:
        pytest.skip(f"{name} is not installed; `make judges` installs it")
    return path
