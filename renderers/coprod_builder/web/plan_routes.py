"""Routes for forms that contain a plan or a template."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from attrs import evolve, frozen
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from coprod_builder.earlier_times import with_earlier_times
from coprod_builder.editing.agenda_edits import EditOutcome, edit_outcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.form_fields import digits
from coprod_builder.editing.form_reading import draft_from_form
from coprod_builder.editing.history import NO_HISTORY, History
from coprod_builder.job_runner import JobRunner, JobStopped, TooManyJobs
from coprod_builder.jobs import (
    MadeFile,
    make_archive,
    make_preview,
    open_file,
    photo_data,
    run_session,
    shorten_plan,
    template_report,
)
from coprod_builder.preview.file_list import PreviewRequest, openable_files
from coprod_builder.web.file_responses import download_response, file_response
from coprod_builder.web.page_responses import PageResponses, UnreadablePlan, loading_problems
from coprod_builder.web.photo_upload import is_holder, with_photo, without_photo
from coprod_builder.web.submitted_form import SubmittedForm, submitted_form
from coprod_content.content.library import Library
from coprod_content.files.text_file import LARGEST_FILE
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.planner.cut_workshop import CutError
from coprod_content.planner.running.session_times import SUFFIX, read_times
from coprod_content.planner.workshop_file import workshop_text

T = TypeVar("T")


@frozen
class PlanRoutes:
    """Handlers for forms that contain a plan or a template.

    All handlers raise HTTPException if the request has no valid form, and all except `template` raise UnreadablePlan if
    the plan cannot be read.
    """

    library: Library
    pages: PageResponses
    jobs: JobRunner

    async def edit(self, request: Request) -> Response:
        """Respond with the editor page after a button is pressed."""
        form = await submitted_form(request)
        button = form.fields.one("do")
        if button == "load":
            return self._loaded(form)
        if button == "text":
            plan, name = form.fields.one("plan").encode(), form.fields.one("name")
            draft = _readable_plan(lambda: Draft.read(plan, name), form, "plan")
            outcome = EditOutcome(
                draft=draft, focus="text", with_problems=True, history=History.unpacked(form.fields.one("history"))
            )
            return self.pages.editor(outcome)
        draft, (word, _, rest) = _draft(form), button.partition(" ")
        if word == "photo" and is_holder(rest, draft):
            return await self._with_photo(form, draft, rest)
        if word == "cut" and (minutes := digits(rest)) is not None:
            return await self._shortened(form, draft, minutes)
        return self.pages.editor(
            _readable_plan(lambda: edit_outcome(button, draft, form.fields, self.library), form, "plan")
        )

    async def file(self, request: Request) -> Response:
        """Respond with the plan as a file, even if it is invalid."""
        draft = _draft(await submitted_form(request))
        workshop, _ = draft.validated(self.library)
        text = workshop_text(workshop) if workshop else draft.text
        return download_response(text.encode(), draft.name, "application/yaml")

    async def pack(self, request: Request) -> Response:
        """Respond with the pack as a zip file, or show its problems."""
        form = await submitted_form(request)
        draft = _draft(form)
        return await self._made_file(
            form, draft, lambda text: self.jobs.run(make_archive, text, draft.name, form.templates)
        )

    async def preview(self, request: Request) -> Response:
        """Respond with a preview of one file, or show its problems."""
        form = await submitted_form(request)
        draft = _draft(form)
        wanted = evolve(PreviewRequest.of(form.fields), history=History.of(form.fields, draft).packed)
        made = await self._made(
            form,
            draft,
            lambda text: self.jobs.run(make_preview, draft, text, wanted, form.templates),
        )
        if isinstance(made, Response):
            return made
        if not made.page:
            return self._not_made(form, draft, made.findings)
        return HTMLResponse(made.page, 422 if made.failed else 200)

    async def open(self, request: Request) -> Response:
        """Respond with a file from the pack, or with its web page.

        Every file in the pack can be opened as a web page, even if the pack does not contain that page. Raises
        HTTPException if the requested file cannot be opened.
        """
        form = await submitted_form(request)
        draft, key = _draft(form), form.fields.one("open")
        workshop, _ = draft.validated(self.library)
        if workshop and key not in openable_files(workshop, self.library):
            raise HTTPException(404)
        return await self._made_file(
            form, draft, lambda text: self.jobs.run(open_file, text, draft.name, key, form.templates)
        )

    async def run(self, request: Request) -> Response:
        """Respond with the page from which people run the plan."""
        form = await submitted_form(request)
        draft = _draft(form)
        return await self._made_file(form, draft, lambda text: self.jobs.run(run_session, text, draft.name))

    async def template(self, request: Request) -> Response:
        """Respond with a page that shows how a template is used."""
        form = await submitted_form(request)
        if not form.templates:
            return self.pages.message(422, "Choose a template first", "Go back, and choose a PowerPoint or Word file.")
        try:
            made = await self.jobs.run(template_report, form.templates)
        except (TooManyJobs, JobStopped) as error:
            return self.pages.message(503, "The template could not be read", str(error))
        if made.failures:
            return self.pages.message(422, "This template cannot be used", " ".join(made.failures))
        return file_response(made.data, made.name, made.media_type)

    async def _made_file(
        self, form: SubmittedForm, draft: Draft, make: Callable[[str], Awaitable[MadeFile]]
    ) -> Response:
        made = await self._made(form, draft, make)
        if isinstance(made, Response):
            return made
        if not made.data:
            return self._not_made(form, draft, made.findings, made.failures)
        return file_response(made.data, made.name, made.media_type)

    async def _with_photo(self, form: SubmittedForm, draft: Draft, holder: str) -> Response:
        history, data, problem = History.of(form.fields, draft), "", "Choose a photo first."
        if form.file:
            try:
                data, problem = await self.jobs.run(photo_data, form.file, form.name)
            except (TooManyJobs, JobStopped) as error:
                problem = str(error)
        if not data:
            return self.pages.editor(without_photo(draft, holder, problem, history), 422)
        return self.pages.editor(with_photo(draft, holder, form.name, data, history))

    async def _shortened(self, form: SubmittedForm, draft: Draft, minutes: int) -> Response:
        made = await self._made(form, draft, lambda text: self.jobs.run(shorten_plan, text, draft.name, minutes))
        if isinstance(made, Response):
            return made
        message = f"This is the {minutes}-minute version."
        return self.pages.editor(
            EditOutcome(
                draft=made, history=History.of(form.fields, draft).with_step(draft), focus="undo", message=message
            )
        )

    async def _made(self, form: SubmittedForm, draft: Draft, make: Callable[[str], Awaitable[T]]) -> T | Response:
        """Return the result of `make`, or the editor page with the problems.

        `make` is called with the plan as YAML, but only if the plan is valid.
        """
        workshop, _ = draft.validated(self.library)
        if workshop is None:
            return self._not_made(form, draft, ())
        try:
            return await make(workshop_text(workshop))
        except ContentError as error:
            return self._not_made(form, draft, error.findings)
        except (CutError, TooManyJobs, JobStopped) as error:
            stopped = isinstance(error, JobStopped)
            note = f"{error} Download your plan, then try again or shorten it." if stopped else str(error)
            outcome = EditOutcome(draft=draft, notes=(note,), history=History.of(form.fields, draft))
            return self.pages.editor(outcome, 422 if isinstance(error, CutError) else 503)

    def _not_made(
        self, form: SubmittedForm, draft: Draft, findings: tuple[Finding, ...], failures: tuple[str, ...] = ()
    ) -> Response:
        outcome = EditOutcome(
            draft=draft, with_problems=True, further=findings, notes=failures, history=History.of(form.fields, draft)
        )
        return self.pages.editor(outcome, 422)

    def _loaded(self, form: SubmittedForm) -> Response:
        before = _draft(form) if "plan" in form.fields else None
        try:
            if before and form.name.endswith(SUFFIX):
                outcome = with_earlier_times(before, read_times(form.file, form.name), self.library)
                return self.pages.editor(evolve(outcome, history=History.of(form.fields, before).with_step(before)))
            if not form.file and not form.name:
                raise ContentError([Finding(code="empty", what="Choose a file first.")])
            loaded = Draft.read(form.file, form.name)
        except ContentError as error:
            if before is None:
                raise UnreadablePlan(error, _text_to_correct(form.file)) from error
            return self.pages.editor(
                EditOutcome(draft=before, loading=loading_problems(error), history=History.of(form.fields, before)), 422
            )
        message = f"The plan in {loaded.name} was loaded." if before else ""
        history = History.of(form.fields, before).with_step(before) if before else NO_HISTORY
        return self.pages.editor(
            EditOutcome(draft=loaded, history=history, focus="undo", message=message, with_problems=True)
        )


def _draft(form: SubmittedForm) -> Draft:
    return _readable_plan(lambda: draft_from_form(form.fields), form, "plan")


def _readable_plan(read: Callable[[], T], form: SubmittedForm, field: str) -> T:
    """Call `read`, which reads a plan, and return the result.

    Raises UnreadablePlan, with the text of the form's `field`, if `read` raises ContentError.
    """
    try:
        return read()
    except ContentError as error:
        raise UnreadablePlan(error, form.fields.one(field)) from error


def _text_to_correct(data: bytes) -> str:
    """Return a file's text, or "" if too long or not UTF-8."""
    if len(data) > LARGEST_FILE // 8:
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
