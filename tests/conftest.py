"""What tests share: the canonical library and brand, outside judges, a folder to work in."""

import os
import shutil
from collections.abc import Callable

import pytest
from hypothesis import settings

from coprod_content import Library, load
from coprod_content.brand import Brand, load_brand

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

    def path_of(program: str) -> str:
        path = shutil.which(program)
        if path is None and os.environ.get("CI") == "true":
            pytest.fail(f"{program} is not installed, and in CI every judge has to be.")
        if path is None:
            pytest.skip(f"{program} is not installed")
        return path

    return path_of
