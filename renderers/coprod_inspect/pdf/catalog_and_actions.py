"""Check the document catalogue, metadata, actions and links of a PDF file."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.shared_checks import Spot, language_faults, quoted, title_faults
from coprod_office.reading.xml import parse_xml

_DOCUMENT = Spot("document")
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
_MANY_PAGES = 4
_ACTIVE = {
    "/JavaScript": "a script",
    "/Launch": "an action that starts a program",
    "/SubmitForm": "an action that sends a form",
    "/ImportData": "an action that loads data",
    "/GoToR": "a link to another file",
    "/GoToE": "a link to an embedded file",
    "/Rendition": "an action that plays media",
    "/Movie": "an action that plays a video",
    "/Sound": "an action that plays a sound",
    "/RichMediaExecute": "an action that plays media",
}
_MAX_CHAINED = 8


def catalog_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield the faults in the document catalogue and metadata."""
    root = pdf.Root
    marks = root.get(Name.MarkInfo, Dictionary())
    if Name.StructTreeRoot not in root or not bool(marks.get(Name.Marked, False)):
        yield Fault(code="pdf-untagged", what="the file is not tagged.")
    if bool(marks.get(Name.Suspects, False)):
        yield Fault(code="pdf-suspects", what="the file states that its tags may be wrong.")
    yield from language_faults(str(root.get(Name.Lang, "")), _DOCUMENT)
    title, is_ua = _metadata(pdf)
    other_title = " ".join(str(pdf.docinfo.get(Name.Title, "")).split()) if Name.Info in pdf.trailer else ""
    yield from title_faults(title or other_title, _DOCUMENT)
    if other_title and not title:
        what = f"the title {quoted(other_title)} is in the document information, but not in the XMP metadata."
        yield _DOCUMENT.fault("pdf-title-not-in-xmp", what)
    if title and other_title and title != other_title:
        what = f"the title is {quoted(title)} in the metadata, but {quoted(other_title)} in the document information."
        yield _DOCUMENT.fault("pdf-title-differs", what)
    if not is_ua:
        yield Fault(code="pdf-no-ua", what="the metadata does not state that the file conforms to PDF/UA.")
    preferences = root.get(Name.ViewerPreferences, Dictionary())
    if not bool(preferences.get(Name.DisplayDocTitle, False)):
        yield Fault(code="pdf-title-hidden", what="PDF readers show the name of the file instead of its title.")
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


def action_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield faults for active content, embedded files and unsafe links."""
    root = pdf.Root
    yield from _action(root.get(Name.OpenAction), _DOCUMENT)
    yield from _additional_actions(root.get(Name.AA), _DOCUMENT)
    names = root.get(Name.Names, Dictionary())
    if Name.JavaScript in names:
        yield _DOCUMENT.fault("active-content", "the file contains a script.")
    if Name.EmbeddedFiles in names or Name.AF in root:
        yield _DOCUMENT.fault("active-content", "the file contains embedded files.")
    if Name.XFA in root.get(Name.AcroForm, Dictionary()):
        yield _DOCUMENT.fault("active-content", "the file contains an XFA form.")
    for number, page in enumerate(pdf.pages, start=1):
        spot = Spot(f"page {number}")
        yield from _additional_actions(page.obj.get(Name.AA), spot)
        for annotation in page.obj.get(Name.Annots, Array()):
            yield from _action(annotation.get(Name.A), spot)
            yield from _additional_actions(annotation.get(Name.AA), spot)
            if annotation.get(Name.Subtype) in (Name.FileAttachment, Name.RichMedia, Name.Movie, Name.Screen):
                yield spot.fault("active-content", "the page contains an embedded file or media.")


def _additional_actions(actions: Object | None, spot: Spot) -> Iterator[Fault]:
    if isinstance(actions, Dictionary):
        for _, action in actions.items():
            yield from _action(action, spot)


def _action(action: Object | None, spot: Spot) -> Iterator[Fault]:
    for _ in range(_MAX_CHAINED):
        if not isinstance(action, Dictionary):
            return
        kind = str(action.get(Name.S, ""))
        if kind in _ACTIVE:
            yield spot.fault("active-content", f"the file contains {_ACTIVE[kind]}.")
        elif kind == "/URI":
            target = str(action.get(Name.URI, ""))
            if url_fault(target):
                yield spot.fault("unsafe-link", f"the link {quoted(target)} {url_fault(target)}.")
        action = action.get(Name.Next)
