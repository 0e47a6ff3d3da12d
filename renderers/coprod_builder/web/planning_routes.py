"""Planning: the session that answers a question, and shorter versions of a plan."""

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from coprod_builder.editing.actions import EditOutcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.planning.question import PlanningQuestion, PlanRefusal
from coprod_builder.tasks import planned, shortened
from coprod_builder.web.page_responses import PageResponses
from coprod_builder.workers import JobStopped, TooManyJobs, WorkerPool
from coprod_content.content.library import Library
from coprod_content.planner.cut_workshop import CutError
from coprod_content.planner.plan import Plan
from coprod_content.planner.request import PlanRequestError
from coprod_content.planner.workshop_file import workshop_text


@frozen
class PlanningRoutes:
    """Answers of the planner, which worker processes work out."""

    library: Library
    desk: PageResponses
    workers: WorkerPool

    async def planned(self, request: Request) -> Response:
        """The session that answers a question, or what would make it possible, or what is wrong with the question."""
        question = PlanningQuestion.of(FormFields.of(request.query_params.multi_items()), self.library)
        pages = self.desk.pages
        try:
            found = await self.workers.run(planned, question.asked())
        except PlanRequestError as error:
            return pages.start(question.judged(error), status=422)
        except (TooManyJobs, JobStopped) as error:
            return pages.start(question, loading=(FieldProblem(words=str(error)),), status=503)
        if not isinstance(found, Plan):
            return pages.start(question, refused=PlanRefusal.of(found), status=422)
        return self.desk.edited(
            EditOutcome(draft=Draft.of(found.workshop, found.reasons), left_out=found.omitted_tools)
        )

    async def shortened(self, draft: Draft, minutes: int) -> Response:
        """A shorter version of a plan, or the plan with what is in the way."""
        workshop, _ = draft.judged(self.library)
        if workshop is None:
            return self.desk.edited(EditOutcome(draft=draft, asked=True), 422)
        try:
            found = await self.workers.run(shortened, workshop_text(workshop), draft.name, minutes)
        except (TooManyJobs, JobStopped) as error:
            return self.desk.edited(EditOutcome(draft=draft, notes=(str(error),)), 503)
        except CutError as error:
            return self.desk.edited(EditOutcome(draft=draft, notes=(str(error),)), 422)
        said = f"This is the version of {minutes} minutes."
        return self.desk.edited(EditOutcome(draft=found, before=draft, focus="undo", said=said))
