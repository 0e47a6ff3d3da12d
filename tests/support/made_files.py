"""Every deck, Word file and PDF that the renderers make while tests run, each kept once until the judges have seen it.

The functions of the renderers are wrapped where they stand, so a test does nothing for its files to be judged. What
another process makes is not seen here; those packs are made of the same content in this one too.
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

from coprod_content.plugins.renderers import names, renderer

OFFICE, PDF = (".pptx", ".docx"), (".pdf",)
_FOLDER = "COPROD_TEST_FILES"
_odd: list[str] = []


@frozen
class Kept:
    """The files by the hash of their bytes; beside each the test that made it first, and the judges that passed it."""

    folder: Path

    def keep(self, data: bytes, suffix: str) -> None:
        """Keep a file, unless there is one with these bytes."""
        path = self.path_of(data, suffix)
        if path.exists():
            return
        self._beside(path, "test").write_text(os.environ.get("PYTEST_CURRENT_TEST", "?").removesuffix(" (call)"))
        part = self._beside(path, f"{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(path)

    def passed(self, data: bytes, suffix: str, judge: str) -> None:
        """Remember that a judge has seen a file, and found nothing."""
        self._beside(self.path_of(data, suffix), judge).touch()

    def left(self, judge: str, suffixes: tuple[str, ...]) -> list[Path]:
        """The files that a judge has not passed yet."""
        files = sorted(path for path in self.folder.iterdir() if path.suffix in suffixes)
        return [path for path in files if not self._beside(path, judge).exists()]

    def test_of(self, path: Path) -> str:
        """The test that made a file first."""
        return self._beside(path, "test").read_text()

    def path_of(self, data: bytes, suffix: str) -> Path:
        """Where a file is, if it was kept."""
        return self.folder / f"{hashlib.sha256(data).hexdigest()}{suffix}"

    def _beside(self, path: Path, word: str) -> Path:
        return path.with_name(f"{path.name}.{word}")


def kept() -> Kept | None:
    """The files of this run; nothing where they are not kept."""
    folder = os.environ.get(_FOLDER)
    return Kept(Path(folder)) if folder else None


def keep_in(folder: Path) -> None:
    """Keep the files of this process, and of the workers that it starts, in a folder."""
    os.environ[_FOLDER] = str(folder)


@contextmanager
def odd(reason: str) -> Iterator[None]:
    """What is rendered here is wrong on purpose, for a reason, and goes to no judge."""
    assert reason
    _odd.append(reason)
    try:
        yield
    finally:
        _odd.pop()


def wrap_renderers() -> None:
    """Let every renderer of Office files or PDFs that is installed keep what it makes, under each of its names."""
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
