"""What a PDF does on its own: scripts, programs, embedded files; and where its links lead."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from coprod_content.findings.fault import Fault
from coprod_content.text import urls
from coprod_office.reading.xml import short

_ACTIVE = {
    "/JavaScript": "a script",
    "/Launch": "a program to start",
    "/SubmitForm": "a form to send",
    "/ImportData": "data to load",
    "/GoToR": "a jump into another file",
    "/GoToE": "a jump into an embedded file",
    "/Rendition": "media to play",
    "/Movie": "a film to play",
    "/Sound": "a sound to play",
    "/RichMediaExecute": "media to play",
}


def action_faults(pdf: Pdf) -> Iterator[Fault]:
    """What the file does by itself, and what its links and forms do when they are used."""
    root = pdf.Root
    yield from _action(root.get(Name.OpenAction), "document")
    yield from _several(root.get(Name.AA), "document")
    names = root.get(Name.Names, Dictionary())
    if Name.JavaScript in names:
        yield Fault(code="active-content", spot="document", what="holds a script.")
    if Name.EmbeddedFiles in names or Name.AF in root:
        yield Fault(code="active-content", spot="document", what="holds embedded files.")
    if Name.XFA in root.get(Name.AcroForm, Dictionary()):
        yield Fault(code="active-content", spot="document", what="holds a form of XFA.")
    for number, page in enumerate(pdf.pages, start=1):
        spot = f"page {number}"
        yield from _several(page.obj.get(Name.AA), spot)
        for annotation in page.obj.get(Name.Annots, Array()):
            yield from _action(annotation.get(Name.A), spot)
            yield from _several(annotation.get(Name.AA), spot)
            if annotation.get(Name.Subtype) in (Name.FileAttachment, Name.RichMedia, Name.Movie, Name.Screen):
                yield Fault(code="active-content", spot=spot, what="holds an embedded file or media.")


def _several(actions: Object | None, spot: str) -> Iterator[Fault]:
    if isinstance(actions, Dictionary):
        for key in actions.keys():  # noqa: SIM118  # a Dictionary of pikepdf is not iterable by itself
            yield from _action(actions[key], spot)


def _action(action: Object | None, spot: str) -> Iterator[Fault]:
    """What is wrong with an action and those that follow it, up to a handful."""
    for _ in range(8):
        if not isinstance(action, Dictionary):
            return
        kind = str(action.get(Name.S, ""))
        if kind in _ACTIVE:
            yield Fault(code="active-content", spot=spot, what=f"holds {_ACTIVE[kind]}.")
        elif kind == "/URI":
            target = str(action.get(Name.URI, ""))
            if urls.url_fault(target):
                yield Fault(code="unsafe-link", spot=spot, what=f"a link {urls.url_fault(target)}: '{short(target)}'.")
        action = action.get(Name.Next)
