"""Responses that show the first page, the editor page or a message."""

from attrs import evolve, frozen
from starlette.exceptions import HTTPException
from starlette.requests import Request
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

_CHOOSE = "Choose a .yaml file that you downloaded from the builder"
_UNREADABLE = {
    "too-large": f"This file is too large to be a plan. {_CHOOSE}.",
    "not-utf-8": f"This file is not a plan, or is not saved as UTF-8. {_CHOOSE}, or save the file again as UTF-8.",
}
"""Messages about files that are too large or are not text, keyed by the finding's code."""
_NUL = "U+0000"
_NOT_A_PLAN = f"This file is not a plan. {_CHOOSE}."
_ERRORS = {
    404: ("Page not found", "The address may be mistyped, or the workshop may have been renamed."),
    405: ("You can’t do that here", "Use the buttons on the builder’s pages."),
    500: (
        "Something went wrong",
        "This is a fault in the builder, not in your plan. Go back and download your plan, so that you don’t lose it.",
    ),
}
_OTHER_ERROR = ("The request could not be read", "Go back and try again.")


class UnreadablePlan(Exception):
    """Error that carries the text of a plan that cannot be read."""

    def __init__(self, error: ContentError, text: str) -> None:
        self.error, self.text = error, text
        super().__init__(str(error))


@frozen
class PageResponses:
    """Factory for HTTP responses that show the builder's pages."""

    library: Library
    templates: BuilderTemplates

    def first_page(
        self,
        form: PlanningForm | None = None,
        *,
        refusal: Refusal | None = None,
        loading: tuple[FieldProblem, ...] = (),
        text: str = "",
        status: int = 200,
    ) -> Response:
        """Respond with the first page.

        `form` contains the answers to show in the planner's form, or is None for the default answers. `refusal` says
        why no session can be planned. `loading` lists the problems with a plan that could not be loaded, and `text` is
        the text of that plan, for the user to correct.
        """
        form = form or PlanningForm.of(FormFields.of(()), self.library)
        return self.templates.page("start.html", status, form=form, refusal=refusal, loading=loading, text=text)

    def editor(self, outcome: EditOutcome, status: int = 200) -> Response:
        """Respond with the editor page after an action."""
        _, findings = outcome.draft.validated(self.library)
        view = editor_view(outcome.draft, self.library, (*findings, *outcome.further), outcome.opened, outcome.spare)
        loading = (evolve(each, control="load", label="Load another plan") for each in outcome.loading)
        notes = (FieldProblem(words=note) for note in outcome.notes)
        problems = (*loading, *notes, *(view.problems.every if outcome.with_problems else ()))
        focus = "" if problems else outcome.focus
        return self.templates.page("editor.html", status, editor=view, outcome=outcome, problems=problems, focus=focus)

    def message(self, status: int, title: str, words: str) -> Response:
        """Respond with a page that shows a title and a short message."""
        return self.templates.page("message.html", status, title=title, words=words)

    async def error_page(self, _: Request, error: Exception) -> Response:
        """Respond with an error page.

        If a plan cannot be read, respond with the first page instead. It shows the plan's text for the user to correct.
        """
        if isinstance(error, UnreadablePlan):
            return self.first_page(loading=loading_problems(error.error), text=error.text, status=422)
        status = error.status_code if isinstance(error, HTTPException) else 500
        return self.message(status, *_ERRORS.get(status, _OTHER_ERROR))


def loading_problems(error: ContentError) -> tuple[FieldProblem, ...]:
    """Return the problems with a plan that could not be read.

    The words of each problem begin with its line number, if known. A file that is too large or is not text has a single
    problem.
    """
    for each in error.findings:
        if each.code in _UNREADABLE:
            return (FieldProblem(words=_UNREADABLE[each.code]),)
        if each.code == "control-character" and _NUL in each.what:
            return (FieldProblem(words=_NOT_A_PLAN),)
    return tuple(
        FieldProblem(words=" ".join(part for part in (_line(each), each.what, each.fix) if part))
        for each in error.findings
    )


def _line(finding: Finding) -> str:
    return f"Line {finding.where.line}:" if finding.where and finding.where.line else ""
