"""The folder in which results are kept between runs."""

import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import frozen

VARIABLE = "COPROD_CACHE"
"""The environment variable that names the folder. The value `off` switches the cache off."""
LARGEST_ENTRY, LARGEST_CACHE = 32 << 20, 512 << 20
"""The maximum sizes of an entry and of all entries together, in bytes."""
_NOT_READ = "COPROD_CACHE_NOT_READ"
"""The environment variable that `reading_nothing` sets, which worker processes inherit."""
_TRIMS = 64
"""How many times the cache is trimmed while a process writes `LARGEST_CACHE` bytes to it."""
_ENTRY = re.compile(r"[a-z]+-[0-9a-f]{64}\.(?:json|bin)")
_UNFINISHED = re.compile(r"[0-9a-f]{16}\.tmp")
_written: dict[Path, int] = {}
"""The number of bytes written to each folder since it was last trimmed."""
_ABANDONED_AFTER = 3600
"""The age in seconds at which an unfinished file is taken to be from a run that was killed."""
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def cache_path() -> Path | None:
    """Return the path of the cache folder, or None.

    The folder need not exist. The path is None if the cache is switched off, or if the user has no home folder.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return None if given.lower() == "off" else Path(given)
    try:
        return _users_caches() / "coprod-content"
    except RuntimeError:
        return None


def _users_caches() -> Path:
    """Return the folder for the user's caches.

    Raises RuntimeError if there is no home folder.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return Path(xdg) if os.path.isabs(xdg) else Path.home() / ".cache"


@contextmanager
def reading_nothing(when: bool) -> Iterator[None]:
    """Let no entries be read during a `with` block.

    Does nothing if `when` is false. Processes that are started in the block read none either. Entries are still
    written.
    """
    before = os.environ.pop(_NOT_READ, "")
    if when or before:
        os.environ[_NOT_READ] = "yes"
    try:
        yield
    finally:
        os.environ.pop(_NOT_READ, None)
        if before:
            os.environ[_NOT_READ] = before


@frozen
class CacheFolder:
    """A folder of cached results, called entries.

    It is safe to delete, and processes can share it. If other users can change it, nothing is read from it or written
    to it.
    """

    path: Path

    def fault(self) -> str:
        """Return the reason why the folder is not used, or ""."""
        try:
            status = self.path.lstat()
        except FileNotFoundError:
            return ""
        except OSError as error:
            return f"cannot be opened: {error.strerror}"
        if not stat.S_ISDIR(status.st_mode):
            return "is not a folder"
        return "can be changed by other users" if _is_others(status, 0o022) else ""

    def read(self, name: str) -> bytes | None:
        """Return an entry, or None if it is missing or unusable."""
        if self.fault() or os.environ.get(_NOT_READ):
            return None
        try:
            handle = os.open(self.path / name, _READ)
            with open(handle, "rb") as stream:
                status = os.fstat(handle)
                if not stat.S_ISREG(status.st_mode) or _is_others(status, 0o022) or status.st_size > LARGEST_ENTRY:
                    return None
                data = stream.read(LARGEST_ENTRY)
            with suppress(OSError):
                os.utime(self.path / name)  # the most recently used entries are deleted last
            return data
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write an entry, and delete the oldest entries if necessary.

        Other processes never see part of an entry. If all entries together are too large, those that were used least
        recently are deleted. To save time, the total is only checked after a process's first entry, and then each time
        it has written another `LARGEST_CACHE / _TRIMS` bytes. Does nothing if the entry is too large or the folder
        cannot be used.
        """
        if len(data) > LARGEST_ENTRY:
            return
        unfinished = self.path / f"{secrets.token_hex(8)}.tmp"
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.fault():
                return
            with open(os.open(unfinished, _WRITE, 0o600), "wb") as stream:
                stream.write(data)
            os.replace(unfinished, self.path / name)
            written = _written.get(self.path, LARGEST_CACHE) + len(data)
            if written * _TRIMS >= LARGEST_CACHE:
                self._trim((self.path / name).stat().st_mtime)
                written = 0
            _written[self.path] = written
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def entries(self) -> tuple[Path, ...]:
        """Return the paths of the entries."""
        return tuple(path for path, _ in self._files(_ENTRY))

    def sizes(self) -> dict[str, int]:
        """Return the size of each entry in bytes, by its name."""
        return {path.name: status.st_size for path, status in self._files(_ENTRY)}

    def clear(self) -> int:
        """Delete the entries, and return their number.

        Unfinished entries are deleted too, but are not counted. Any other files are left alone. Raises OSError if a
        file cannot be deleted.
        """
        gone = self.entries()
        for path in (*gone, *(path for path, _ in self._files(_UNFINISHED))):
            path.unlink(missing_ok=True)
        return len(gone)

    def _trim(self, now: float) -> None:
        for path, status in self._files(_UNFINISHED):
            if now - status.st_mtime > _ABANDONED_AFTER:
                path.unlink(missing_ok=True)
        total = 0
        for path, status in sorted(self._files(_ENTRY), key=lambda each: -each[1].st_mtime_ns):
            total += status.st_size
            if total > LARGEST_CACHE:
                path.unlink(missing_ok=True)

    def _files(self, named: re.Pattern[str]) -> Iterator[tuple[Path, os.stat_result]]:
        if self.fault() or not self.path.is_dir():
            return
        for path in self.path.iterdir():
            if named.fullmatch(path.name):
                with suppress(FileNotFoundError):  # another process has deleted it
                    yield path, path.lstat()


def _is_others(status: os.stat_result, writable: int) -> bool:
    """Return whether another user owns a file or can write to it.

    `writable` has the permission bits that allow others to write. The result is always False on Windows.
    """
    return hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or bool(status.st_mode & writable))
