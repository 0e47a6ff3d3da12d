"""What the workers of a test run share: a cache folder, and files that take long to make."""

import os
import pickle
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

VARIABLE, _SHARED = "COPROD_CACHE", "COPROD_TESTS_SHARED"
_FOLDER = pytest.StashKey[Path]()
_PATIENCE = 60
"""How many seconds a worker waits for another, which may have been killed."""


def pytest_configure(config: pytest.Config) -> None:
    """Give this process, its workers and the commands that they run a cache folder that no other run uses."""
    if not hasattr(config, "workerinput"):
        config.stash[_FOLDER] = Path(tempfile.mkdtemp(prefix="coprod-cache-"))
        os.environ[VARIABLE] = os.environ[_SHARED] = str(config.stash[_FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Delete the cache folder at the end of the run."""
    if _FOLDER in config.stash:
        shutil.rmtree(config.stash[_FOLDER], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Read our content in one worker, and let the others wait for what it keeps."""
    if hasattr(session.config, "workerinput"):
        from coprod_content import load  # after coverage has started

        with _one_at_a_time(Path(os.environ[VARIABLE]) / "filling"):
            load()


def made_once(name: str, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """Return files that one worker makes, and the others read. `name` says which files they are."""
    path = Path(os.environ[_SHARED]) / f"{name}.files"
    with _one_at_a_time(path.with_suffix(".lock")):
        if path.is_file():
            found: dict[str, bytes] = pickle.loads(path.read_bytes())  # this run has written it
            return found
        made = make()
        path.write_bytes(pickle.dumps(made))
        return made


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            time.sleep(0.05)
    try:
        yield
    finally:
        shutil.rmtree(lock, ignore_errors=True)
