"""The decks, Word files and PDFs that renderers make while tests run, kept until the judges have seen them.

The functions of the renderers are wrapped, so a test does nothing for its files to be judged. Files that another
process makes are not seen.
"""

import functools
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

OFFICE, PDF = (".pptx", ".docx"), (".pdf",)
_FOLDER, _SHARE = "COPROD_TEST_FILES", "COPROD_TEST_FILES_SHARE"
_odd: list[str] = []


@frozen
class Kept:
    """Files named by the hash of their bytes, each with the test that made it first and the judges that passed it.

    Of `share` files, one is kept: that whose hash can be divided by it.
    """

    folder: Path
    share: int = 1

    def keep(self, data: bytes, suffix: str) -> None:
        """Keep a file, unless there is one with these bytes, or it is not in the share."""
        path = self.path_of(data, suffix)
        if path.exists() or not self.has_share(data):
            return
        self._beside(path, "test").write_text(os.environ.get("PYTEST_CURRENT_TEST", "?").removesuffix(" (call)"))
        part = self._beside(path, f"{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(path)

    def has_share(self, data: bytes) -> bool:
        """Return whether bytes are among those to keep."""
        return int(hashlib.sha256(data).hexdigest()[:8], 16) % self.share == 0

    def passed(self, data: bytes, suffix: str, judge: str) -> None:
        """Record that a judge has seen a file and found nothing."""
        path = self.path_of(data, suffix)
        if path.exists():
            self._beside(path, judge).touch()

    def left(self, judge: str, suffixes: tuple[str, ...]) -> list[Path]:
        """Return the files that a judge has not passed yet."""
        files = sorted(path for path in self.folder.iterdir() if path.suffix in suffixes)
        return [path for path in files if not self._beside(path, judge).exists()]

    def test_of(self, path: Path) -> str:
        """Return the test that made a file first."""
        return self._beside(path, "test").read_text()

    def path_of(self, data: bytes, suffix: str) -> Path:
        """Return the path of a file, whether it was kept or not."""
        return self.folder / f"{hashlib.sha256(data).hexdigest()}{suffix}"

    def _beside(self, path: Path, word: str) -> Path:
        return path.with_name(f"{path.name}.{word}")


def kept() -> Kept | None:
    """Return the files of this run, or None if none are kept."""
    folder = os.environ.get(_FOLDER)
    return Kept(Path(folder), int(os.environ.get(_SHARE, "1"))) if folder else None


def keep_in(folder: Path, share: int = 1) -> None:
    """Keep one of `share` files of this process, and of the workers that it starts, in a folder."""
    os.environ[_FOLDER], os.environ[_SHARE] = str(folder), str(share)


@contextmanager
def odd(reason: str) -> Iterator[None]:
    """Keep nothing that is rendered here, because it is wrong on purpose."""
    assert reason
    _odd.append(reason)
    try:
        yield
    finally:
        _odd.pop()


def wrap_renderers() -> None:
    """Wrap each function of an installed renderer that makes Office files or PDFs, wherever it is imported."""
    from coprod_content.plugins.renderers import names, renderer

    for name in names():
        found = renderer(name)
        for field in ("render", "reference") if found.suffix in OFFICE + PDF else ():
            function = getattr(found, field)
            if function and not hasattr(function, "keeps"):
                keeping = _keeping(function, found.suffix)
                object.__setattr__(found, field, keeping)
                _replace(function, keeping)


def _replace(function: Callable[..., Any], by: Callable[..., Any]) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("coprod_"):
            for known, value in list(vars(module).items()):
                if value is function:
                    setattr(module, known, by)


def _keeping(function: Callable[..., bytes], suffix: str) -> Callable[..., bytes]:
    @functools.wraps(function)
    def made(*args: Any, **named: Any) -> bytes:
        data = function(*args, **named)
        found = kept()
        if found and not _odd:
            found.keep(data, suffix)
        return data

    made.keeps = True  # type: ignore[attr-defined]  # two renderers may share a function
    return made
