"""What is sent by the form of a plan: to change it, to look at it, to download it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from attrs import evolve, frozen
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from coprod_builder.editing.actions import EditOutcome, edit_outcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.form_fields import FormFields, draft_from_form, omitted_tools, previous_draft
from coprod_builder.preview.file_list import openable_files
from coprod_builder.preview.preview_request import PreviewRequest
from coprod_builder.tasks import archive, opened, preview
from coprod_builder.web.file_responses import download_response, inline_response
from coprod_builder.web.page_responses import PageResponses, told
from coprod_builder.web.planning_routes import PlanningRoutes
from coprod_builder.workers import JobStopped, TooManyJobs, WorkerPool
from coprod_content.content.library import Library
from coprod_content.files.text_file import LARGEST_FILE
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.planner.workshop_file import workshop_text

T = TypeVar("T")
_MOST_FIELDS = 4000


@frozen(kw_only=True)
class SubmittedForm:
    """A form as it came: its fields, and the file that was chosen, with its name."""

    fields: FormFields
    file: bytes = b""
    name: str = ""


class UnreadablePlan(Exception):
    """A form whose plan cannot be read: what is wrong with it, and its text."""

    def __init__(self, error: ContentError, text: str) -> None:
        self.error, self.text = error, text
        super().__init__(str(error))


@frozen
class PlanRoutes:
    """Answers to the form of a plan. Each of them has the plan in it again, whatever went wrong.

    All raise NoPlan, and HTTPException for what is no form.
    """

    library: Library
    desk: PageResponses
    workers: WorkerPool
    planner: PlanningRoutes

    async def plan(self, request: Request) -> Response:
        """The page again, after a button."""
        sent = await _sent(request)
        do = sent.fields.one("do")
        if do == "load":
            return self._loaded(sent)
        if do == "text":
            return self.desk.edited(EditOutcome(draft=_written(sent), focus="text", asked=True))
        draft, (word, _, minutes) = _draft(sent), do.partition(" ")
        if word == "cut" and minutes.isascii() and minutes.isdigit() and len(minutes) < 4:
            return await self.planner.shortened(draft, int(minutes))
        if word == "undo" and (former := _former(sent)):
            return self.desk.edited(
                EditOutcome(draft=former, before=draft, focus="undo", said="It is as it was before.")
            )
        outcome = edit_outcome(do, draft, sent.fields, self.library)
        return self.desk.edited(evolve(outcome, left_out=omitted_tools(sent.fields)))

    async def file(self, request: Request) -> Response:
        """The plan as a file, right or wrong as it is."""
        draft = _draft(await _sent(request))
        workshop, _ = draft.judged(self.library)
        text = workshop_text(workshop) if workshop else draft.text
        return download_response(text.encode(), draft.name, "application/yaml")

    async def pack(self, request: Request) -> Response:
        """The pack as a zip, or the page with what is in the way."""
        draft = _draft(await _sent(request))
        made = await self._made(draft, lambda text: self.workers.run(archive, text, draft.name))
        if isinstance(made, Response):
            return made
        if made.data is None:
            return self._prevented(draft, made.findings, made.failures)
        return download_response(made.data, f"{draft.name.removesuffix('.yaml')}.zip", "application/zip")

    async def preview(self, request: Request) -> Response:
        """The page on which a file of the pack is looked at, or that of the plan with what is in the way."""
        sent = await _sent(request)
        draft, wish = _draft(sent), PreviewRequest.of(sent.fields)
        made = await self._made(draft, lambda text: self.workers.run(preview, draft, text, wish))
        if isinstance(made, Response):
            return made
        return (
            HTMLResponse(made.page, 422 if made.failed else 200) if made.page else self._prevented(draft, made.findings)
        )

    async def open(self, request: Request) -> Response:
        """A file of the pack by itself, or the web page of an edition."""
        sent = await _sent(request)
        draft, (edition, _, to) = _draft(sent), sent.fields.one("open").partition(".")
        workshop, _ = draft.judged(self.library)
        if workshop and (edition, to) not in openable_files(workshop, self.library):
            raise HTTPException(404)
        made = await self._made(draft, lambda text: self.workers.run(opened, text, draft.name, edition, to))
        if isinstance(made, Response):
            return made
        if not made.data:
            return self._prevented(draft, made.findings, made.failures)
        return inline_response(made.data, made.file, made.media_type)

    async def _made(self, draft: Draft, making: Callable[[str], Awaitable[T]]) -> T | Response:
        """What is made from the text of a plan, or the page of the plan, where it is wrong or nothing can be made."""
        workshop, _ = draft.judged(self.library)
        if workshop is None:
            return self.desk.edited(EditOutcome(draft=draft, asked=True), 422)
        try:
            return await making(workshop_text(workshop))
        except (TooManyJobs, JobStopped) as error:
            return self.desk.edited(EditOutcome(draft=draft, notes=(str(error),)), 503)

    def _prevented(self, draft: Draft, findings: tuple[Finding, ...], failures: tuple[str, ...] = ()) -> Response:
        outcome = EditOutcome(draft=draft, asked=True, further=findings, notes=failures)
        return self.desk.edited(outcome, 422)

    def _loaded(self, sent: SubmittedForm) -> Response:
        """The page of a file that was chosen; where it is no plan, what is wrong with it, beside the plan before it."""
        try:
            if not sent.file and not sent.name:
                raise ContentError([Finding(code="empty", what="No file is chosen.", fix="Choose one first.")])
            loaded = Draft.read(sent.file, sent.name)
            before = _draft(sent) if "plan" in sent.fields else None
            said = f"The plan of the file {loaded.name} is here." if before else ""
            return self.desk.edited(EditOutcome(draft=loaded, before=before, focus="undo", said=said, asked=True))
        except ContentError as error:
            if "plan" not in sent.fields:
                return self.desk.unread(error, _readable(sent.file))
            return self.desk.edited(EditOutcome(draft=_draft(sent), loading=told(error)), 422)


def _draft(sent: SubmittedForm) -> Draft:
    try:
        return draft_from_form(sent.fields)
    except ContentError as error:
        raise UnreadablePlan(error, sent.fields.one("plan")) from error


def _former(sent: SubmittedForm) -> Draft | None:
    try:
        return previous_draft(sent.fields)
    except ContentError as error:
        raise UnreadablePlan(error, sent.fields.one("undo")) from error


def _written(sent: SubmittedForm) -> Draft:
    """The plan as its text says, whatever is in the other fields."""
    try:
        return Draft.read(sent.fields.one("plan").encode(), sent.fields.one("name"))
    except ContentError as error:
        raise UnreadablePlan(error, sent.fields.one("plan")) from error


async def _sent(request: Request) -> SubmittedForm:
    """The form that came. Raises HTTPException where it is none."""
    async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=LARGEST_FILE) as form:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        files = [value for value in form.values() if isinstance(value, UploadFile)]
        data = await files[0].read(LARGEST_FILE + 1) if files else b""
        name = (files[0].filename or "") if files else ""
    return SubmittedForm(fields=FormFields.of(fields), file=data, name=name)


def _readable(data: bytes) -> str:
    """The text of a file, where it is text of a size that can be put right on a page."""
    if len(data) > LARGEST_FILE // 8:
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
