"""Bytes that depend only on their key, kept for later."""

import hashlib
from pathlib import Path

from attrs import field, frozen

from coprod_content.files.cache.cache_folder import CacheFolder, cache_path
from coprod_content.files.cache.digests import code_digest


@frozen
class KeptBytes:
    """Bytes that an earlier run may have kept, such as audio.

    `kind`, a word in lower-case letters, says what the bytes are. They must depend on nothing but `key` and the code of
    this program. `packages` are the folders of any packages besides `coprod_content` that make them. If `any_version`
    is true, the bytes do not depend on the code.
    """

    kind: str
    key: tuple[str, ...] = field(repr=False)
    packages: tuple[Path, ...] = ()
    any_version: bool = False

    @property
    def name(self) -> str:
        """The name of the entry in the cache folder."""
        parts = ("" if self.any_version else code_digest(*self.packages), *self.key)
        digest = hashlib.sha256(b"".join(hashlib.sha256(part.encode()).digest() for part in parts))
        return f"{self.kind}-{digest.hexdigest()}.bin"

    def read(self) -> bytes | None:
        """Return the kept bytes, or None if they are missing or damaged."""
        path = cache_path()
        head, _, body = (CacheFolder(path).read(self.name) or b"").partition(b"\n") if path else (b"", b"", b"")
        return body if head == self._head(body) else None

    def write(self, body: bytes) -> None:
        """Keep the bytes in the cache folder, if it can be used."""
        path = cache_path()
        if path:
            CacheFolder(path).write(self.name, self._head(body) + b"\n" + body)

    def _head(self, body: bytes) -> bytes:
        """Return the first line of the entry.

        It shows whether the entry is damaged or was renamed.
        """
        return f"{self.name} {hashlib.sha256(body).hexdigest()}".encode()
