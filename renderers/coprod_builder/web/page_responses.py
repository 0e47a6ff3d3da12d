"""Responses that show the first page or the editor page."""

from attrs import evolve, frozen
from starlette.responses import Response

from coprod_builder.editing.agenda_edits import EditOutcome
from coprod_builder.editing.editor_view import editor_view
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.planning_form import PlanningForm
from coprod_content.content.library import Library
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.planner.refusal import Refusal

_NOT_PLAIN_TEXT = {"too-large", "not-utf-8", "control-character"}
_NOT_A_PLAN = "This file is not a plan. Choose a file that you downloaded here. Its name ends in .yaml."


@frozen
class PageResponses:
    """Factory for responses with the first page or editor page."""

    library: Library
    templates: BuilderTemplates

    def first_page(
        self,
        form: PlanningForm | None = None,
        *,
        refusal: Refusal | None = None,
        problems: tuple[FieldProblem, ...] = (),
        status: int = 200,
    ) -> Response:
        """Respond with the first page."""
        form = form or PlanningForm.of(FormFields.of(()), self.library)
        return self.templates.start(form, refusal=refusal, loading=problems, status=status)

    def editor(self, outcome: EditOutcome, status: int = 200) -> Response:
        """Respond with the editor page after an action."""
        _, findings = outcome.draft.validated(self.library)
        view = editor_view(outcome.draft, self.library, (*findings, *outcome.further), outcome.opened, outcome.spare)
        loading = (evolve(each, control="load", label="Load another plan") for each in outcome.loading)
        notes = (FieldProblem(words=note) for note in outcome.notes)
        problems = (*loading, *notes, *(view.problems.every if outcome.with_problems else ()))
        return self.templates.editor(view, outcome, problems, status)

    def unreadable_plan(self, error: ContentError, text: str) -> Response:
        """Respond with the first page, showing a plan's text to correct."""
        form = PlanningForm.of(FormFields.of(()), self.library)
        return self.templates.start(form, loading=loading_problems(error), text=text, status=422)


def loading_problems(error: ContentError) -> tuple[FieldProblem, ...]:
    """Return the problems with a file, with line numbers if known.

    A file that is too large or not plain text gets a single message.
    """
    if any(each.code in _NOT_PLAIN_TEXT for each in error.findings):
        return (FieldProblem(words=_NOT_A_PLAN),)
    return tuple(
        FieldProblem(words=" ".join(part for part in (_line(each), each.what, each.fix) if part))
        for each in error.findings
    )


def _line(finding: Finding) -> str:
    return f"Line {finding.where.line}:" if finding.where and finding.where.line else ""
