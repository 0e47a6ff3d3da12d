"""Limit the unpacked size of the streams in a PDF file."""

import re
import zlib
from contextlib import suppress

from coprod_office.reading.errors import FileRefused

_MAX_STREAM, _MAX_TOTAL = 100_000_000, 200_000_000
_CHUNK = 1 << 20
_STREAM = re.compile(rb"stream\r?\n")
_PACKED_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b|/LZW(?:Decode)?\s*/(?:Fl|LZW)")


def check_stream_sizes(data: bytes) -> None:
    """Raise FileRefused for streams that are compressed twice or too large."""
    if _PACKED_TWICE.search(data):
        raise FileRefused("zip-bomb", "has a stream that is compressed twice.")
    total = 0
    for found in _STREAM.finditer(data):
        dictionary = data[max(0, found.start() - 400) : found.start()]
        if dictionary.endswith(b"end") or b"Fl" not in dictionary:
            continue
        size = _unpacked_size(data, found.end())
        total += size
        if size > _MAX_STREAM or total > _MAX_TOTAL:
            raise FileRefused("zip-bomb", "unpacks to far more than its size.")


def _unpacked_size(data: bytes, at: int) -> int:
    """Return a stream's unpacked size in bytes, stopping past the limit."""
    decompressor, size = zlib.decompressobj(), 0
    with suppress(zlib.error):  # not a compressed stream, or a damaged one that pikepdf will report
        for start in range(at, len(data), _CHUNK):
            packed = data[start : start + _CHUNK]
            while packed:
                size += len(decompressor.decompress(packed, _CHUNK))
                if decompressor.eof or size > _MAX_STREAM:
                    return size
                packed = decompressor.unconsumed_tail
    return size
