"""Check the actions and links in a PDF file."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.shared_checks import Spot, quoted

_ACTIVE = {
    "/JavaScript": "a script",
    "/Launch": "a program to start",
    "/SubmitForm": "a form to send",
    "/ImportData": "data to load",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into an embedded file",
    "/Rendition": "media to play",
    "/Movie": "a video to play",
    "/Sound": "a sound to play",
    "/RichMediaExecute": "media to play",
}
_MAX_CHAINED = 8


def action_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield faults for active content, embedded files and unsafe links."""
    root = pdf.Root
    document = Spot("document")
    yield from _action(root.get(Name.OpenAction), document)
    yield from _additional_actions(root.get(Name.AA), document)
    names = root.get(Name.Names, Dictionary())
    if Name.JavaScript in names:
        yield document.fault("active-content", "contains a script.")
    if Name.EmbeddedFiles in names or Name.AF in root:
        yield document.fault("active-content", "contains embedded files.")
    if Name.XFA in root.get(Name.AcroForm, Dictionary()):
        yield document.fault("active-content", "contains an XFA form.")
    for number, page in enumerate(pdf.pages, start=1):
        spot = Spot(f"page {number}")
        yield from _additional_actions(page.obj.get(Name.AA), spot)
        for annotation in page.obj.get(Name.Annots, Array()):
            yield from _action(annotation.get(Name.A), spot)
            yield from _additional_actions(annotation.get(Name.AA), spot)
            if annotation.get(Name.Subtype) in (Name.FileAttachment, Name.RichMedia, Name.Movie, Name.Screen):
                yield spot.fault("active-content", "contains an embedded file or media.")


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
            yield spot.fault("active-content", f"contains {_ACTIVE[kind]}.")
        elif kind == "/URI":
            target = str(action.get(Name.URI, ""))
            if url_fault(target):
                yield spot.fault("unsafe-link", f"the link {quoted(target)} {url_fault(target)}.")
        action = action.get(Name.Next)
