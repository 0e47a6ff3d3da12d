"""Write an Office package as a ZIP file."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from attrs import frozen

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = date(1980, 1, 1)
_LEVEL, _RAW = 6, -zlib.MAX_WBITS
_LARGEST_KEPT = 256 << 10
"""The maximum size in bytes of a part whose compressed data is cached. Larger parts are mostly photos and films."""


def packed(parts: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """Return the bytes of a ZIP package.

    `parts` are (name, content) pairs. All parts are dated `day`, an ISO date, or 1 January 1980 if `day` is earlier.
    The compressed data of small parts is cached, because many packages contain the same parts.
    """
    when = max(date.fromisoformat(day), _EARLIEST)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(parts, key=lambda part: (part[0] not in _FIRST, part[0])):
            compressed = _kept(data) if len(data) <= _LARGEST_KEPT else _compressed(data)
            entry = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.CRC = compressed.checksum
            entry.file_size, entry.compress_size = len(data), len(compressed.data)
            entry.header_offset = out.tell()
            # ZipFile has no method for data that is compressed already: https://github.com/python/cpython/issues/113924
            out.write(entry.FileHeader())
            out.write(compressed.data)
            archive.filelist.append(entry)
            archive.start_dir = out.tell()
    return out.getvalue()


@frozen
class _CompressedPart:
    """A compressed part, and the checksum of its content."""

    checksum: int
    data: bytes


def _compressed(data: bytes) -> _CompressedPart:
    return _CompressedPart(zlib.crc32(data), zlib.compress(data, _LEVEL, wbits=_RAW))


_kept = lru_cache(maxsize=1024)(_compressed)
