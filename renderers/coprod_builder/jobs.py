"""Jobs for worker processes: plans, packs, previews and files."""

import io
import zipfile

from attrs import evolve, frozen

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.editor_view import editor_view
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.job_content import library_and_brand, page_templates
from coprod_builder.preview.file_list import WEB, FileList, PreviewRequest, openable_files
from coprod_builder.preview.file_preview import FilePreview, file_preview
from coprod_builder.preview.word_as_article import paper_article
from coprod_builder.templated_files import Templates, report_page, with_templates
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions import SelectionError
from coprod_content.files.pictures.jpeg import embedded
from coprod_content.files.pictures.photo_without_metadata import photo_jpeg
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.packs.build import make_file
from coprod_content.packs.pack import FileResult, file_result, make_pack
from coprod_content.planner.cut_workshop import cut_workshop
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import read_workshop, with_workshop
from coprod_content.plugins.renderers import RendererError, renderer, template_errors
from coprod_web.run.run_page import run_page

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o644 << 16


def photo_data(data: bytes, name: str) -> tuple[str, str]:
    """Return a photo as base64 text, or the problem with it.

    `data` is the content of the uploaded file, and `name` its name. The result is a pair of text and problem, one of
    which is always empty.
    """
    try:
        return embedded(photo_jpeg(data)), ""
    except UnusablePicture as error:
        return "", f"‘{name[:60] or 'The photo'}’ {error}"


def plan_session(request: PlanRequest) -> Plan | Refusal:
    """Return a plan, or a Refusal if no agenda is possible.

    Raises PlanRequestError if the request is invalid.
    """
    return plan(request, library_and_brand()[0])


def shorten_plan(text: str, name: str, minutes: int) -> Draft:
    """Return a draft of a plan, shortened to `minutes` minutes.

    `text` is the plan as YAML, and `name` its file name. Raises ContentError if the plan is invalid, or CutError if it
    cannot be shortened to that length.
    """
    workshop, library, _ = _read_plan(text, name)
    return Draft.of(cut_workshop(workshop, minutes, library))


@frozen(kw_only=True)
class MadeFile:
    """A generated file, or the reasons why it could not be generated.

    If it could not be generated, `data`, `name` and `media_type` are empty. `findings` then contains problems in the
    plan, its templates or the content, which people can correct. `failures` contains other reasons, such as errors in a
    renderer.
    """

    data: bytes = b""
    name: str = ""
    media_type: str = ""
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


def make_archive(text: str, name: str, templates: Templates = ()) -> MadeFile:
    """Make a plan's pack as a zip file containing one folder.

    `text` is the plan as YAML, and `name` its file name. `templates` contains the templates uploaded with the plan. The
    same plan and templates always give the same bytes.
    """
    try:
        workshop, library, brand = _read_plan(text, name, templates)
    except ContentError as error:
        return MadeFile(findings=error.findings)
    pack = make_pack(workshop, library, brand)
    if pack.has_faulty_files:
        return MadeFile(findings=pack.findings, failures=pack.failures)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file, data in (*pack.files(library), (f"{workshop.id}.yaml", text.encode())):
            archive.writestr(_zip_entry(f"{workshop.id}/{file}"), data)
    return MadeFile(data=out.getvalue(), name=f"{workshop.id}.zip", media_type="application/zip")


def _zip_entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _FILE_MODE
    return entry


@frozen(kw_only=True)
class PreviewPage:
    """A preview page, or the findings if it could not be made.

    `failed` is true if the previewed file has errors or cannot be made.
    """

    page: bytes = b""
    failed: bool = False
    findings: tuple[Finding, ...] = ()


def make_preview(draft: Draft, text: str, request: PreviewRequest, templates: Templates = ()) -> PreviewPage:
    """Make the page that lists a pack's files and previews one.

    `draft` and `text` are the same plan: `text`, its YAML, is used to make the file, and `draft` to describe problems
    in terms of the form's fields. `request` says which file to preview. `templates` contains the templates uploaded
    with the plan.
    """
    try:
        workshop, library, brand = _read_plan(text, draft.name, templates)
        files = FileList.of(workshop, library, request)
        result = file_result(files.spec, library, brand)
        preview = _file_preview(result, request.first)
        if result.written and preview is None:
            preview = _words(file_result(evolve(files.spec, renderer=WEB), library, brand))
    except ContentError as error:
        return PreviewPage(findings=error.findings)
    problems: tuple[FieldProblem, ...] = ()
    if result.failure:
        problems = (FieldProblem(words=result.failure),)
    elif result.built and result.built.has_errors:
        problems = editor_view(draft, library, result.built.findings).problems.every
    page = page_templates().html("preview.html", draft=draft, files=files, preview=preview, problems=problems)
    return PreviewPage(page=page.encode(), failed=bool(problems))


def _file_preview(result: FileResult, first: int) -> FilePreview | None:
    built = result.written
    return file_preview(built.suffix, built.data, first) if built and built.data else None


def _words(web_page: FileResult) -> FilePreview | None:
    if web_page.written is None or web_page.written.data is None:
        return None
    return FilePreview(article=paper_article(web_page.written.data))


def open_file(text: str, name: str, key: str, templates: Templates = ()) -> MadeFile:
    """Make the file that `key` identifies in `openable_files`.

    `text` is the plan as YAML, and `name` its file name. `templates` contains the templates uploaded with the plan.
    """
    try:
        workshop, library, brand = _read_plan(text, name, templates)
        spec = openable_files(workshop, library)[key]
        built = make_file(spec, library, brand)
        media_type = renderer(spec.renderer).media_type
    except ContentError as error:
        return MadeFile(findings=error.findings)
    except (RendererError, SelectionError) as error:
        return MadeFile(failures=(str(error),))
    if built.data is None or built.has_errors:
        return MadeFile(findings=built.findings)
    return MadeFile(data=built.data, name=f"{spec.name}{built.suffix}", media_type=media_type)


def run_session(text: str, name: str) -> MadeFile:
    """Make the page from which people run a plan.

    `text` is the plan as YAML, and `name` its file name.
    """
    try:
        workshop, library, brand = _read_plan(text, name)
    except ContentError as error:
        return MadeFile(findings=error.findings)
    return MadeFile(data=run_page(workshop, library, brand), name=f"{workshop.id}-run.html", media_type="text/html")


def template_report(templates: Templates) -> MadeFile:
    """Make a page about the first template in `templates`."""
    library, brand = library_and_brand()
    try:
        return MadeFile(data=report_page(templates[0], brand, library), name="template.html", media_type="text/html")
    except (ContentError, RendererError) as error:
        return MadeFile(failures=(str(error),))


def _read_plan(text: str, name: str, templates: Templates = ()) -> tuple[Workshop, Library, Brand]:
    """Read a plan, and return it with a library and a brand.

    The library includes the plan, and the brand uses `templates`. Raises ContentError if the plan is invalid or a
    template of the brand cannot be used.
    """
    library, brand = library_and_brand()
    brand = with_templates(brand, templates)
    for _, error in template_errors(brand):
        raise ContentError([Finding(code="template-refused", what=str(error))]) from error
    workshop = read_workshop(text.encode(), name, library)
    return workshop, with_workshop(library, workshop), brand
