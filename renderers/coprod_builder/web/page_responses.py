"""The pages that have an address of their own, and the editor page, which comes from all of them."""

from attrs import evolve, frozen
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from coprod_builder.editing.actions import EditOutcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.editor_view import editor_view
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.page_templates import PageTemplates
from coprod_builder.planning.question import PlanningQuestion
from coprod_content.content.library import Library
from coprod_content.findings.finding import ContentError, Finding

_LOAD = "Go on with another plan"


@frozen
class PageResponses:
    """Where a plan begins."""

    library: Library
    pages: PageTemplates

    async def start(self, _: Request) -> Response:
        """The first page."""
        return self.pages.start(PlanningQuestion.of(FormFields.of(()), self.library))

    async def workshop(self, request: Request) -> Response:
        """A workshop of the library, to be changed."""
        found = self.library.workshops.get(request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        return self.edited(EditOutcome(draft=Draft.of(found)))

    def edited(self, outcome: EditOutcome, status: int = 200) -> Response:
        """The editor page after an action."""
        _, findings = outcome.draft.judged(self.library)
        view = editor_view(outcome.draft, self.library, (*findings, *outcome.further), outcome.opened, outcome.spare)
        told = (*(FieldProblem(words=note) for note in outcome.notes), *(view.faults.every if outcome.asked else ()))
        problems = (*(evolve(fault, control="load", label=_LOAD) for fault in outcome.loading), *told)
        return self.pages.editor(view, outcome, problems, status)

    def unread(self, error: ContentError, text: str) -> Response:
        """The first page, with what is wrong with a text that is no plan, and the text to be put right."""
        question = PlanningQuestion.of(FormFields.of(()), self.library)
        return self.pages.start(question, loading=told(error), text=text, status=422)


_OF_OTHER_FILES = {"too-large", "not-utf-8", "control-character"}
_NO_PLAN = "This file is not a plan. Choose the small file, with a name that ends in .yaml, that you downloaded here."


def told(error: ContentError) -> tuple[FieldProblem, ...]:
    """What is wrong with a file, each with its line; a file that is none of plain text is not spelt out."""
    if any(each.code in _OF_OTHER_FILES for each in error.findings):
        return (FieldProblem(words=_NO_PLAN),)
    return tuple(
        FieldProblem(words=" ".join(part for part in (_line(each), each.what, each.fix) if part))
        for each in error.findings
    )


def _line(finding: Finding) -> str:
    return f"Line {finding.where.line}:" if finding.where and finding.where.line else ""
