"""Check a PDF file's document catalogue and metadata."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Pdf, Stream

from coprod_content.findings.fault import Fault
from coprod_inspect.shared_checks import Spot, language_faults, quoted, title_faults
from coprod_office.reading.xml import parse_xml

_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
_MANY_PAGES = 4


def catalog_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield the faults in the document catalogue and metadata."""
    root, document = pdf.Root, Spot("document")
    marks = root.get(Name.MarkInfo, Dictionary())
    if Name.StructTreeRoot not in root or not bool(marks.get(Name.Marked, False)):
        yield Fault(code="pdf-untagged", what="the file has no tags.")
    if bool(marks.get(Name.Suspects, False)):
        yield Fault(code="pdf-suspects", what="the file says that its tags may be wrong.")
    yield from language_faults(str(root.get(Name.Lang, "")), document)
    title, is_ua = _metadata(pdf)
    yield from title_faults(title, document)
    other_title = str(pdf.docinfo.get(Name.Title, "")) if Name.Info in pdf.trailer else ""
    if title and other_title and title != other_title:
        what = f"the metadata has the title {quoted(title)}, but the document information {quoted(other_title)}."
        yield document.fault("pdf-title-differs", what)
    if not is_ua:
        yield Fault(code="pdf-no-ua", what="the metadata does not say that the file is PDF/UA.")
    preferences = root.get(Name.ViewerPreferences, Dictionary())
    if not bool(preferences.get(Name.DisplayDocTitle, False)):
        yield Fault(code="pdf-title-hidden", what="readers show the name of the file instead of its title.")
    if len(pdf.pages) > _MANY_PAGES and Name.First not in root.get(Name.Outlines, Dictionary()):
        yield Fault(code="no-bookmarks", what=f"the file has {len(pdf.pages)} pages but no bookmarks.")


def _metadata(pdf: Pdf) -> tuple[str, bool]:
    stream = pdf.Root.get(Name.Metadata)
    if not isinstance(stream, Stream):
        return "", False
    root = parse_xml(stream.read_bytes(), "metadata")
    title = next(root.iter(_DC_TITLE), None)
    words = "" if title is None else " ".join("".join(map(str, title.itertext())).split())
    declared = any(
        (element.text or "").strip() if element.tag == _UA_PART else element.get(_UA_PART) for element in root.iter()
    )
    return words, declared
