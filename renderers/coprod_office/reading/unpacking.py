"""Unpacking the parts of an Office file, with every byte counted."""

import struct
import zipfile
import zlib
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_office.reading.xml import FileRefused

_MOST_BYTES = 200_000_000
_MOST_XML = 64_000_000
_LARGEST_XML = 20_000_000
_RATIO, _RATIO_FROM = 200, 1_000_000
_CHUNK = 1 << 18
_HEAD, _UTF8 = struct.Struct("<4s5H3I2H"), 0x800


def unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], data: bytes) -> dict[str, bytes]:
    """The parts of XML; every part is read once, its bytes counted and its checksum compared. Raises FileRefused."""
    parts: dict[str, bytes] = {}
    total = kept = 0
    for entry in entries:
        xml = entry.filename.endswith((".xml", ".rels"))
        pieces = []
        size = 0
        whole = _plain(data, entry)
        for piece in (whole,) if whole is not None else _pieces(archive, entry):
            size += len(piece)
            if total + size > _MOST_BYTES or (size > _RATIO_FROM and size > _RATIO * max(entry.compress_size, 1)):
                raise FileRefused(
                    Fault(code="zip-bomb", spot=entry.filename, what="unpacks to far more than its size.")
                )
            if xml:
                pieces.append(piece)
                if size > _LARGEST_XML or kept + size > _MOST_XML:
                    raise FileRefused(Fault(code="zip-bomb", spot=entry.filename, what="holds more text than is read."))
        total += size
        if xml:
            kept += size
            parts[entry.filename] = b"".join(pieces)
    return parts


def _plain(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """The bytes of a small part that is packed as Office packs it and is just what the list of parts says; nothing for
    any other, which the usual way then reads or refuses. Decks have hundreds of small parts, and this takes a third of
    the time."""
    at = entry.header_offset
    head = data[at : at + _HEAD.size]
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.file_size > _CHUNK or len(head) < _HEAD.size:
        return None
    mark, _, flags, method, *_, named, extra = _HEAD.unpack(head)
    start = at + _HEAD.size + named
    if (mark, flags, method) != (b"PK\x03\x04", entry.flag_bits, entry.compress_type) or flags & ~_UTF8:
        return None
    if data[at + _HEAD.size : start] != entry.orig_filename.encode("utf-8" if flags else "cp437", "replace"):
        return None
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    start += extra
    try:
        found = machine.decompress(data[start : start + entry.compress_size], entry.file_size + 1)
    except zlib.error:
        return None
    sound = machine.eof and len(found) == entry.file_size and zlib.crc32(found) == entry.CRC
    return found if sound else None


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused(
            Fault(code="odd-package", spot=entry.filename, what="is packed in a way that Office never uses.")
        )
    with archive.open(entry) as file:
        while piece := file.read(_CHUNK):
            yield piece
