"""Unpack the parts of an Office package within size limits."""

import zipfile
from collections.abc import Iterator

from coprod_office.reading.errors import FileRefused

_MAX_TOTAL = 200_000_000
_MAX_XML = 64_000_000
_MAX_XML_PART = 20_000_000
_MAX_RATIO, _RATIO_APPLIES_FROM = 200, 1_000_000
_CHUNK = 1 << 18


def unpacked(archive: zipfile.ZipFile, *, binary: bool) -> dict[str, bytes]:
    """Return XML parts by name, or all parts if `binary` is true.

    Each part is read once to count its bytes and verify its checksum. Raises FileRefused for an unsafe part.
    """
    parts: dict[str, bytes] = {}
    total = xml_total = 0
    for entry in archive.infolist():
        is_xml = entry.filename.endswith((".xml", ".rels"))
        chunks = []
        size = 0
        for chunk in _chunks(archive, entry):
            size += len(chunk)
            inflated = size > _RATIO_APPLIES_FROM and size > _MAX_RATIO * max(entry.compress_size, 1)
            if inflated or total + size > _MAX_TOTAL:
                raise FileRefused("zip-bomb", "unpacks to far more than its size.", entry.filename)
            if is_xml and (size > _MAX_XML_PART or xml_total + size > _MAX_XML):
                raise FileRefused("zip-bomb", "holds too much text to read.", entry.filename)
            if is_xml or binary:
                chunks.append(chunk)
        total += size
        if is_xml:
            xml_total += size
        if is_xml or binary:
            parts[entry.filename] = b"".join(chunks)
    return parts


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused("odd-package", "is compressed in a way that Office never uses.", entry.filename)
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
