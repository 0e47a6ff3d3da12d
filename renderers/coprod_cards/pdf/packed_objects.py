"""Pack the objects of a PDF from Typst into less space.

Typst writes each object by itself, uncompressed. Here, objects that are not streams are packed together in object
streams, as PDF 1.5 and later allow.
"""

import hashlib
import io
import re
import struct
import zlib

from attrs import define, field
from pypdf import PageObject
from pypdf.generic import DictionaryObject

_TRAILER = re.compile(rb"trailer\s*<</Size (\d+)/Root (\d+ 0 R)/Info (\d+ 0 R)/ID\[(\([^)]*\))\([^)]*\)\]>>")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = 20
"""The length in bytes of an entry in a cross-reference table."""
_MOST_TOGETHER = 200
_HEADER = b"%PDF-1.7\n%\x80\x80\x80\x80\n"


@define
class Changes:
    """New objects, as written in a PDF file, keyed by object number."""

    objects: dict[int, bytes] = field(factory=dict)

    def add(self, changed: DictionaryObject) -> None:
        """Add a dictionary that has been changed."""
        out = io.BytesIO()
        changed.write_to_stream(out)
        self.objects[_number(changed)] = out.getvalue()

    def add_content(self, page: PageObject, content: bytes) -> None:
        """Replace the only content stream of a page."""
        packed = zlib.compress(content, 9)
        head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
        self.objects[page.raw_get("/Contents").idnum] = head + packed + b"\nendstream"


def _number(changed: DictionaryObject) -> int:
    reference = changed.indirect_reference
    assert reference is not None, "only objects that have a number can be replaced"
    return reference.idnum


def packed(data: bytes, changes: Changes) -> bytes:
    """Return a PDF from Typst, packed, with `changes` applied.

    The same arguments always give the same bytes.
    """
    size, root, info, first_id = _trailer(data)
    objects = _objects(data, size) | changes.objects
    loose = {number: body for number, body in objects.items() if body.rstrip().endswith(b"endstream")}
    small = [number for number in objects if number not in loose]
    grouped = [small[at : at + _MOST_TOGETHER] for at in range(0, len(small), _MOST_TOGETHER)]
    where: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    for at, group in enumerate(grouped):
        loose[size + at] = _object_stream([(number, objects[number]) for number in group])
        where |= {number: (2, size + at, index) for index, number in enumerate(group)}
    out = io.BytesIO()
    out.write(_HEADER)
    for number, body in loose.items():
        where[number] = (1, out.tell(), 0)
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    table = size + len(grouped)
    where[table] = (1, out.tell(), 0)
    rows = zlib.compress(b"".join(struct.pack(">BIH", *where[number]) for number in range(table + 1)), 9)
    id_ = hashlib.sha256(out.getvalue()).hexdigest()[:32].encode()
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[%s<%s>]" % (table + 1, root, info, first_id, id_)
    out.write(b"%d 0 obj\n<<%s/Length %d/Filter/FlateDecode>>\nstream\n" % (table, head, len(rows)))
    out.write(rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % where[table][1])
    return out.getvalue()


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Return an object stream that contains objects without streams."""
    places, bodies = [], io.BytesIO()
    for number, body in objects:
        places.append(b"%d %d" % (number, bodies.tell()))
        bodies.write(body.strip() + b"\n")
    index = b" ".join(places) + b"\n"
    rows = zlib.compress(index + bodies.getvalue(), 9)
    head = b"<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>\nstream\n"
    return head % (len(objects), len(index), len(rows)) + rows + b"\nendstream"


def _trailer(data: bytes) -> tuple[int, bytes, bytes, bytes]:
    found = _TRAILER.search(data, data.rfind(b"trailer"))
    assert found, "Typst wrote another kind of trailer"
    return int(found[1]), found[2], found[3], found[4]


def _objects(data: bytes, size: int) -> dict[int, bytes]:
    """Return the body of each object, keyed by its number."""
    start = _START.search(data)
    assert start, "Typst wrote another kind of file"
    table = data.index(b"\n", data.index(b"\n", int(start[1])) + 1) + 1
    offsets = {number: int(data[(at := table + _ENTRY * number) : at + 10]) for number in range(1, size)}
    ends = dict(zip(sorted(offsets.values()), [*sorted(offsets.values())[1:], int(start[1])], strict=True))
    return {
        number: data[offset : ends[offset]].partition(b"obj")[2].rpartition(b"endobj")[0].strip(b"\n")
        for number, offset in offsets.items()
    }
