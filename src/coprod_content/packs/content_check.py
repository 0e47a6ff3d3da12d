"""Check content by composing and fitting every file that contains it."""

from collections.abc import Collection, Iterator
from contextlib import suppress

from attrs import evolve

from coprod_content.access.access_editions import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.checks.document import document_faults
from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.editions import edition_named
from coprod_content.editions.identity import identified
from coprod_content.findings.fault import Fault
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import FileSpec, adapted, fitted_to, make_file
from coprod_content.packs.files_to_check import FilesOfDocument, files_with
from coprod_content.packs.trace import traced_finding
from coprod_content.plugins.inspectors import suffixes
from coprod_content.plugins.renderers import RENDERERS, RendererError, frames_in, renderer


def content_findings(items: Collection[model.Item], library: Library, brand: Brand) -> tuple[Finding, ...]:
    """Return the faults of every file that contains any of the items.

    The files are those of packs and of the site, in every access edition. They also include the packs of workshops that
    are made up for this check, and that use the items as the planner or a person could. Only files with drawings are
    rendered, and nothing is spoken. An error in a single format, such as a language without a voice, is a warning.
    """
    found: dict[tuple[str, str], Finding] = {}
    for made in files_with(items, library):
        each = evolve(made, document=identified(made.document, brand, made.library))
        for _, document, fault in faults_of(each, brand):
            key = fault.code, fault.words or fault.what
            if key not in found:
                found[key] = traced_finding(fault, fault.spot, document, library, items)
        for document, fault in _format_faults(each, brand):
            key = fault.code, fault.words or fault.what
            if key not in found and (fault.words or _contains_only(document, items)):
                finding = traced_finding(fault, fault.spot, document, library, items if fault.words else ())
                found[key] = evolve(finding, level="warning") if finding.level == "error" else finding
        for finding in _in_drawings(each, brand):
            found.setdefault((finding.code, finding.field), finding)
    return tuple(found.values())


def _contains_only(document: Document, items: Collection[model.Item]) -> bool:
    """Return whether all items in a document are among `items`.

    A fault in the whole document then concerns these items.
    """
    ids = {item.id for item in items}
    return all(ids.issuperset(section.items) for _, section in document.walk())


def _in_drawings(made: FilesOfDocument, brand: Brand) -> Iterator[Finding]:
    """Yield the faults in files made from a canvas, diagram or film.

    The contrast between labels and the shapes behind them can only be checked in a finished file that can be inspected.
    """
    if edition_named(made.edition).kind not in ("canvas", "diagram", "film"):
        return
    for spec in made.files:
        with suppress(RendererError):  # the commands report it
            to = access_edition_named(spec.access).renderer(spec.renderer)
            if renderer(to).suffix in suffixes():
                yield from make_file(spec, made.library, brand).findings


def faults_of(made: FilesOfDocument, brand: Brand) -> Iterator[tuple[FileSpec, Document, Fault]]:
    """Fit a document to each file's format, and yield the faults.

    Each fault comes with the file's specification and the fitted document.
    """
    tried = []
    named = identified(made.document, brand, made.library)
    for spec in made.files:
        access = access_edition_named(spec.access)
        try:
            document, to, changed = adapted(named, made.edition, spec.renderer, brand, access)
            frames = frames_in(to, changed)
            unnamed = evolve(document, access="")  # audio, for example, changes nothing else
            if (unnamed, frames) in tried:
                continue
            tried.append((unnamed, frames))
            fitted = fitted_to(to, document, frames)
        except RendererError:  # the commands report it
            continue
        for fault in (*fitted.faults, *document_faults(fitted.document)):
            yield spec, fitted.document, fault


def _format_faults(made: FilesOfDocument, brand: Brand) -> Iterator[tuple[Document, Fault]]:
    """Yield the faults that only renderers find, with the adapted document.

    An example of such a fault is a character that no voice can say.
    """
    tried = set()
    named = identified(made.document, brand, made.library)
    for spec in made.files:
        access = access_edition_named(spec.access)
        with suppress(RendererError):  # the commands report it
            to = access.renderer(spec.renderer)
            found = renderer(to).faults
            if found is None or to in tried:
                continue
            tried.add(to)
            document, to, changed = adapted(named, made.edition, spec.renderer, brand, access)
            for fault in RENDERERS.call(to, tuple, found, document, changed):
                yield document, fault
