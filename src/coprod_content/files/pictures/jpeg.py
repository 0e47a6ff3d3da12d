"""JPEG files: their size, and whether anything is hidden in them."""

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_METADATA = frozenset({*range(0xE1, 0xF0), 0xFE})
_BARE = frozenset({0xE0, 0xDB, 0xC0, 0xC4, _SCAN})
"""The kinds of segment in a JPEG file without metadata."""


def embedded(jpeg: bytes) -> str:
    """Return a JPEG file in base64, as the `data` of a Photo."""
    return b64encode(jpeg).decode("ascii")


@lru_cache(maxsize=64)
def jpeg_size(jpeg: bytes) -> tuple[int, int]:
    """Return a JPEG file's width and height in pixels.

    Raises ValueError if `jpeg` is not a JPEG file.
    """
    for kind, at in _segments(jpeg):
        if kind in _FRAMES:
            return int.from_bytes(jpeg[at + 7 : at + 9], "big"), int.from_bytes(jpeg[at + 5 : at + 7], "big")
    raise ValueError("this is not a JPEG file")


def is_bare_jpeg(data: bytes) -> bool:
    """Return whether a file is a colour JPEG without hidden data."""
    kinds = [kind for kind, _ in _segments(data)]
    colours = next((data[at + 9] for kind, at in _segments(data) if kind == 0xC0), 0)
    return {*kinds} == _BARE and colours == 3 and data.find(_END) == len(data) - 2 and data.endswith(_END)


def is_whole_jpeg(data: bytes) -> bool:
    """Return whether a JPEG file has its end.

    The end of a small picture inside its metadata does not count.
    """
    return any(kind == _SCAN and _END in data[at:] for kind, at in _segments(data))


def without_metadata(jpeg: bytes) -> bytes:
    """Return a JPEG file without metadata and comments.

    Only its JFIF header is kept.
    """
    kept = [_START]
    for kind, at in _segments(jpeg):
        end = jpeg.rfind(_END) + 2 if kind == _SCAN else at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        kept += [] if kind in _METADATA else [jpeg[at:end]]
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield each segment's kind and position, up to the picture data."""
    at = 2 if data.startswith(_START) else len(data)
    while at + 9 < len(data) and data[at] == 0xFF:
        yield data[at + 1], at
        at = len(data) if data[at + 1] == _SCAN else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
