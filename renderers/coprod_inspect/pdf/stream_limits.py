"""Limit the unpacked size of the streams in a PDF file."""

import re
import zlib

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
    chunk = data[at : at + _CHUNK]
    at += _CHUNK
    try:
        while size <= _MAX_STREAM and not decompressor.eof:
            unpacked = len(decompressor.decompress(chunk, _CHUNK))
            size += unpacked
            chunk = decompressor.unconsumed_tail
            if not chunk:
                chunk, at = data[at : at + _CHUNK], at + _CHUNK
                if not chunk and not unpacked:
                    break
    except zlib.error:
        pass  # not a compressed stream, or a damaged one that pikepdf will report
    return size
