"""What worker processes do: make the pack of a plan, and show what will be in it."""

import io
import zipfile
from functools import lru_cache
from pathlib import Path

from attrs import define, evolve, frozen

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.editor_view import editor_view
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.page_templates import PageTemplates
from coprod_builder.preview.file_list import WEB, FileList
from coprod_builder.preview.file_preview import FilePreview, file_preview
from coprod_builder.preview.preview_request import PreviewRequest
from coprod_builder.preview.word_twin import paper_article
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions import SelectionError
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.loading import load
from coprod_content.packs.file_spec import FileSpec, make_file
from coprod_content.packs.pack import FileResult, Pack, file_result, file_results
from coprod_content.packs.pack_files import pack_files, workshop_selection
from coprod_content.planner.cut_workshop import cut_workshop
from coprod_content.planner.plan import Plan
from coprod_content.planner.plan import plan as answer
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import read_workshop, with_workshop
from coprod_content.plugins.renderers import RendererError, renderer

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@define
class _Roots:
    """Where this process loads the library and the brand from."""

    content: tuple[Path, ...] = ()
    brand: tuple[Path, ...] = ()


_ROOTS = _Roots()


def prepare(content_roots: tuple[Path, ...], brand_roots: tuple[Path, ...]) -> None:
    """Load what every job of this process needs."""
    _ROOTS.content, _ROOTS.brand = content_roots, brand_roots
    _loaded()


@lru_cache(maxsize=1)
def _loaded() -> tuple[Library, Brand]:
    return load(*_ROOTS.content), load_brand(*_ROOTS.brand)


@frozen(kw_only=True)
class PackArchive:
    """A pack as a zip, or what is in the way of it: findings, and files that could not be made."""

    data: bytes | None
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


def archive(text: str, name: str) -> PackArchive:
    """The pack of a plan in one zip, in a folder that has its id; the same plan gives the same bytes."""
    try:
        workshop, library, brand = _plan(text, name)
    except ContentError as error:
        return PackArchive(data=None, findings=error.findings)
    pack = Pack(workshop=workshop, results=tuple(file_results(workshop, library, brand)))
    if pack.has_errors:
        return PackArchive(data=None, findings=pack.findings, failures=pack.failures)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for file, data in (*pack.files(library), (f"{workshop.id}.yaml", text.encode())):
            zipped.writestr(_entry(f"{workshop.id}/{file}"), data)
    return PackArchive(data=out.getvalue(), findings=pack.findings, failures=pack.failures)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _READABLE
    return entry


@frozen(kw_only=True)
class PreviewPage:
    """A page that shows a file of a pack, `failed` where that cannot be made; or what is wrong with the plan."""

    page: bytes = b""
    failed: bool = False
    findings: tuple[Finding, ...] = ()


def preview(draft: Draft, text: str, request: PreviewRequest) -> PreviewPage:
    """Return the page that lists the files of a plan's pack and shows one of them."""
    try:
        workshop, library, brand = _plan(text, draft.name)
        files = FileList.of(workshop, library, request)
        result = file_result(files.spec, library, brand)
        shown = _file_preview(result, request.first)
        if result.written and shown is None:
            shown = _words(file_result(evolve(files.spec, renderer=WEB), library, brand))
    except ContentError as error:
        return PreviewPage(findings=error.findings)
    built = result.built
    problems = editor_view(draft, library, built.findings).faults.every if built and built.has_errors else ()
    if result.failure:
        problems = (FieldProblem(words=result.failure),)
    return PreviewPage(page=_pages().preview(draft, files, shown, problems), failed=bool(problems))


def _file_preview(result: FileResult, first: int) -> FilePreview | None:
    built = result.written
    return file_preview(built.suffix, built.data, first) if built and built.data else None


def _words(web_page: FileResult) -> FilePreview | None:
    """Return the words of a file without fixed pages, from its web page if that could be made."""
    if web_page.written is None or web_page.written.data is None:
        return None
    return FilePreview(article=paper_article(web_page.written.data))


@frozen(kw_only=True)
class OpenedFile:
    """A file by itself with its name, or what is in the way of it."""

    file: str = ""
    data: bytes = b""
    media_type: str = ""
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


def opened(text: str, name: str, edition: str, to: str) -> OpenedFile:
    """A file of the pack of a plan, or an edition of it that is not in the pack in that format."""
    try:
        workshop, library, brand = _plan(text, name)
        select = workshop_selection(edition, workshop)
        other = FileSpec(edition=edition, renderer=to, select=select, name=f"{workshop.id}-{edition}")
        specs = pack_files(workshop, library)
        spec = next((spec for spec in specs if (spec.edition, spec.renderer) == (edition, to)), other)
        built = make_file(spec, library, brand)
        kind = renderer(to).media_type
    except ContentError as error:
        return OpenedFile(findings=error.findings)
    except (RendererError, SelectionError) as error:
        return OpenedFile(failures=(str(error),))
    if built.data is None:
        return OpenedFile(findings=built.findings)
    return OpenedFile(file=f"{spec.name}{built.suffix}", data=built.data, media_type=kind)


@lru_cache(maxsize=1)
def _pages() -> PageTemplates:
    return PageTemplates(*_loaded())


def planned(ask: PlanRequest) -> Plan | Refusal:
    """The session that answers a question. Raises PlanRequestError."""
    return answer(ask, _loaded()[0])


def shortened(text: str, name: str, minutes: int) -> Draft:
    """A version of a plan that takes fewer minutes. Raises CutError, and ContentError."""
    workshop, library, _ = _plan(text, name)
    return Draft.of(cut_workshop(workshop, minutes, library))


def _plan(text: str, name: str) -> tuple[Workshop, Library, Brand]:
    """A plan as a workshop, and the library that it is in. Raises ContentError."""
    library, brand = _loaded()
    workshop = read_workshop(text.encode(), name, library)
    return workshop, with_workshop(library, workshop), brand
