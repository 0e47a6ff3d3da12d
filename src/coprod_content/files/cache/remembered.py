"""Results that depend only on content files, kept for later."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from attrs import field, frozen

from coprod_content.files.cache.cache_folder import CacheFolder, cache_path
from coprod_content.files.cache.content_json import NotContent, json_of, value_of
from coprod_content.files.cache.digests import code_digest, root_digest
from coprod_content.files.content_root import canonical_root

T = TypeVar("T")
_FORMAT = b"coprod-content-cache-1"
_MOST_IN_MEMORY = 8
_in_memory: dict[str, Any] = {}
_lock = Lock()


@frozen
class RootStates:
    """Content roots, with digests of everything that loading depends on.

    `digests` has one digest for each root, and one of the names of the files in the canonical root, which messages
    about other roots can mention. A digest is None if results cannot be kept, for example because the cache is off or a
    root has symbolic links.
    """

    roots: tuple[Path, ...]
    digests: tuple[str | None, ...] = field(repr=False)

    def of(self, root: Path) -> "RootStates":
        """Return the state of one of the roots."""
        digests = dict(zip(self.roots, self.digests[:-1], strict=True))
        return RootStates((root,), (digests[root], self.digests[-1]))

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """Return the result of `make`, from an earlier call if possible.

        The result must depend on nothing but the roots. It is kept in memory and, if it consists of content, findings
        and tuples, in the cache folder for later runs. `name`, a word in lower-case letters, says which result it is.
        """
        path = cache_path()
        if path is None or None in self.digests:
            return make()
        parts = (code_digest(), str(len(self.roots)), *map(str, self.digests))
        entry = f"{name}-{hashlib.sha256(' '.join(parts).encode()).hexdigest()}.json"
        found: T | None = _recalled(entry, CacheFolder(path))
        if found is not None:
            return found
        made = make()
        if root_states(self.roots) == self:  # no file was changed while it was read
            _keep(entry, made, CacheFolder(path))
        return made


def root_states(roots: Sequence[Path]) -> RootStates:
    """Return the current state of content roots."""
    if cache_path() is None:
        return RootStates(tuple(roots), (None,) * (len(roots) + 1))
    digests = (*map(root_digest, roots), root_digest(canonical_root(), names_only=True))
    return RootStates(tuple(roots), digests)


def _recalled(entry: str, folder: CacheFolder) -> Any:
    """Return an entry's value, or None if it is missing or damaged."""
    with _lock:
        if entry in _in_memory:
            _in_memory[entry] = _in_memory.pop(entry)  # the least recently used is deleted first
            return _in_memory[entry]
    head, _, body = (folder.read(entry) or b"").partition(b"\n")
    if head != _head(entry, body):
        return None
    try:
        value = value_of(body)
    except NotContent:
        return None
    _keep_in_memory(entry, value)
    return value


def _keep(entry: str, value: object, folder: CacheFolder) -> None:
    _keep_in_memory(entry, value)
    with suppress(NotContent):  # such as a root with amend files
        body = json_of(value)
        folder.write(entry, _head(entry, body) + b"\n" + body)


def _head(entry: str, body: bytes) -> bytes:
    """Return the first line of an entry.

    It shows whether the entry is damaged or was renamed.
    """
    return b" ".join((_FORMAT, entry.encode(), hashlib.sha256(body).hexdigest().encode()))


def _keep_in_memory(entry: str, value: object) -> None:
    with _lock:
        _in_memory[entry] = value
        while len(_in_memory) > _MOST_IN_MEMORY:
            del _in_memory[next(iter(_in_memory))]
