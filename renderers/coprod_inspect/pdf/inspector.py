"""The inspector for PDF files."""

import io
import re
import zlib
from contextlib import suppress
from itertools import chain

import pikepdf

from coprod_content.findings.fault import Fault, reason
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.pdf.catalog_and_actions import action_faults, catalog_faults
from coprod_inspect.pdf.pages import page_faults
from coprod_inspect.pdf.structure_tree import structure_faults
from coprod_inspect.shared_checks import shortened
from coprod_office.reading.errors import FileRefused

_STREAM_ADDRESS = re.compile(r"^stream <[^>]*>(?: \(offset \d+\))?:? ?")

_MAX_STREAM, _MAX_TOTAL = 100_000_000, 200_000_000
_MAX_OBJECT_STREAM = 200_000
_CHUNK = 1 << 20
_STREAM = re.compile(rb"stream\r?\n")
_PACKED_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b|/LZW(?:Decode)?\s*/(?:Fl|LZW)")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """Return the faults found in a PDF file."""
    if b"%PDF-" not in data[:1024]:
        what = "is empty." if not data else "is not a PDF file."
        return (Fault(code="not-what-it-says", what=what),)
    try:
        _check_stream_sizes(data)
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return _encrypted_faults(pdf, data)
            return tuple(chain(catalog_faults(pdf), action_faults(pdf), structure_faults(pdf), page_faults(pdf)))
    except FileRefused as refused:
        return (refused.fault,)
    except pikepdf.PasswordError:
        return (Fault(code="encrypted", what="cannot be opened without a password."),)
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, TypeError, IndexError, RuntimeError) as error:
        # pikepdf can raise any of these for an object of an unexpected type.
        return (Fault(code="corrupt", what=f"is damaged ({shortened(_reason(error))})."),)


def _encrypted_faults(pdf: pikepdf.Pdf, data: bytes) -> tuple[Fault, ...]:
    """Return the faults in an encrypted file that opens without a password.

    The file is decrypted before it is inspected. Raises FileRefused for a large object stream, because decryption would
    decompress it.
    """
    for found in _STREAM.finditer(data):
        dictionary = data[max(0, found.start() - 400) : found.start()].rpartition(b"obj")[2]
        size = data.find(b"endstream", found.end()) - found.end()
        if b"/ObjStm" in dictionary and size > _MAX_OBJECT_STREAM:
            raise FileRefused("zip-bomb", "has encrypted streams that are too large to check.")
    decrypted = io.BytesIO()
    pdf.save(decrypted, encryption=False, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    faults = inspect(decrypted.getvalue())
    if pdf.allow.accessibility:
        return faults
    return (Fault(code="encrypted", what="does not let screen readers read its text."), *faults)


def _check_stream_sizes(data: bytes) -> None:
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
            raise FileRefused("zip-bomb", "unpacks to far more than its size suggests.")


def _unpacked_size(data: bytes, at: int) -> int:
    """Return a stream's unpacked size in bytes.

    `at` is where the stream starts in `data`. Unpacking stops once the size exceeds the limit for one stream, so the
    size returned can be too small.
    """
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


def _reason(error: Exception) -> str:
    return _STREAM_ADDRESS.sub("", reason(error).removeprefix(f"{type(error).__name__}: "))


inspector = Inspector(media_type="application/pdf", inspect=inspect)
