"""PDF files: the inspector, and what a file says of itself."""

import io
import re
import zlib
from collections.abc import Iterator
from itertools import chain

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_content.text.link_and_alt_text import is_file_name
from coprod_inspect.office import language_faults
from coprod_inspect.pdf.actions import action_faults
from coprod_inspect.pdf.pages import page_faults
from coprod_inspect.pdf.structure_tree import tag_faults
from coprod_office.reading.xml import Element, FileRefused, parsed, short

_LARGEST_STREAM, _MOST_BYTES = 100_000_000, 200_000_000
_CHUNK = 1 << 20
_STREAM = re.compile(rb"stream\r?\n")
_ADDRESS = re.compile(r"^stream <[^>]*>: ")
_PACKED_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b|/LZW(?:Decode)?\s*/(?:Fl|LZW)")
_DC = "{http://purl.org/dc/elements/1.1/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_MANY_PAGES = 4


def inspect(data: bytes) -> tuple[Fault, ...]:
    """The faults of a PDF file."""
    if b"%PDF-" not in data[:1024]:
        what = "is empty." if not data else "is not a PDF file: it does not start as one."
        return (Fault(code="not-what-it-says", what=what),)
    try:
        _bounded(data)
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return (Fault(code="encrypted", what="is encrypted."),)
            return tuple(chain(_whole(pdf), action_faults(pdf), tag_faults(pdf), page_faults(pdf)))
    except FileRefused as refused:
        return (refused.fault,)
    except pikepdf.PasswordError:
        return (Fault(code="encrypted", what="cannot be opened without a password."),)
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, TypeError, IndexError, RuntimeError) as error:
        # pikepdf gives any of these for an object that is not what its place in the file asks for.
        return (Fault(code="corrupt", what=f"is damaged ({short(_why(error))})."),)


def _why(error: Exception) -> str:
    """The first line of an error, without the stream that pikepdf names by its address in memory."""
    return _ADDRESS.sub("", (str(error).splitlines() or ["?"])[0])


def _bounded(data: bytes) -> None:
    """Refuse a file whose streams unpack to more than is read. Every byte is counted before anything is kept."""
    if _PACKED_TWICE.search(data):
        raise FileRefused(Fault(code="zip-bomb", what="has a part that is packed twice."))
    total = 0
    for found in _STREAM.finditer(data):
        if (
            data[found.start() - 3 : found.start()] == b"end"
            or b"Fl" not in data[max(0, found.start() - 400) : found.start()]
        ):
            continue
        size = _unpacked(data, found.end())
        total += size
        if size > _LARGEST_STREAM or total > _MOST_BYTES:
            raise FileRefused(Fault(code="zip-bomb", what="unpacks to far more than its size."))


def _unpacked(data: bytes, at: int) -> int:
    """How many bytes a packed stream at a place unpacks to, counted no further than is needed to refuse it."""
    machine, size = zlib.decompressobj(), 0
    piece = data[at : at + _CHUNK]
    at += _CHUNK
    try:
        while size <= _LARGEST_STREAM and not machine.eof:
            made = len(machine.decompress(piece, _CHUNK))
            size += made
            piece = machine.unconsumed_tail
            if not piece:
                piece, at = data[at : at + _CHUNK], at + _CHUNK
                if not piece and not made:
                    break
    except zlib.error:
        pass  # not a packed stream after all, or a damaged one, which opening the file will tell
    return size


def _whole(pdf: Pdf) -> Iterator[Fault]:
    """What is wrong with what a file says of itself."""
    root = pdf.Root
    marks = root.get(Name.MarkInfo, Dictionary())
    if Name.StructTreeRoot not in root or not bool(marks.get(Name.Marked, False)):
        yield Fault(code="pdf-untagged", what="the file has no tags.")
    if bool(marks.get(Name.Suspects, False)):
        yield Fault(code="pdf-suspects", what="it says that its tags may be wrong.")
    yield from language_faults(str(root.get(Name.Lang, "")), "document")
    title, part = _described(pdf)
    known = str(pdf.docinfo.get(Name.Title, "")) if Name.Info in pdf.trailer else ""
    yield from _title(title, known)
    if not part:
        yield Fault(code="pdf-no-ua", what="its metadata do not say that it is PDF/UA.")
    wishes = root.get(Name.ViewerPreferences, Dictionary())
    if not bool(wishes.get(Name.DisplayDocTitle, False)):
        yield Fault(code="pdf-title-hidden", what="the name of the file is shown in place of its title.")
    if len(pdf.pages) > _MANY_PAGES and Name.First not in root.get(Name.Outlines, Dictionary()):
        yield Fault(code="no-bookmarks", what=f"{len(pdf.pages)} pages have no bookmarks.")


def _title(title: str, known: str) -> Iterator[Fault]:
    if not title:
        yield Fault(code="no-title", spot="document", what="the metadata have no title.")
    elif is_file_name(title):
        yield Fault(code="title-file-name", spot="document", what=f"the title is '{short(title)}'.", words=title)
    if title and known and title != known:
        yield Fault(code="pdf-title-differs", spot="document", what=f"'{short(title)}' and '{short(known)}'.")


def _described(pdf: Pdf) -> tuple[str, str]:
    """The title, and the part of PDF/UA, that the metadata give."""
    stream = pdf.Root.get(Name.Metadata)
    if not isinstance(stream, pikepdf.Stream):
        return "", ""
    root = parsed(stream.read_bytes(), "metadata")
    title = next(root.iter(f"{_DC}title"), None)
    words = "" if title is None else " ".join("".join(map(str, title.itertext())).split())
    return words, next(filter(None, map(_part, root.iter())), "")


def _part(element: Element) -> str:
    return (element.text or "").strip() if element.tag == _UA else str(element.get(_UA) or "")


inspector = Inspector(media_type="application/pdf", inspect=inspect)
