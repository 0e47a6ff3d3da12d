"""Routes that start a plan: first page, workshop and planned session."""

from attrs import frozen
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from coprod_builder.editing.agenda_edits import EditOutcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.job_runner import JobRunner, JobStopped, TooManyJobs
from coprod_builder.jobs import plan_session
from coprod_builder.planning_form import PlanningForm
from coprod_builder.web.page_responses import PageResponses
from coprod_content.content.library import Library
from coprod_content.findings.finding import ContentError
from coprod_content.planner.plan import Plan
from coprod_content.planner.request import PlanRequestError


@frozen
class StartRoutes:
    """Handlers for requests that start a plan."""

    library: Library
    pages: PageResponses
    jobs: JobRunner

    async def first_page(self, _: Request) -> Response:
        """Respond with the first page."""
        return self.pages.first_page()

    async def workshop(self, request: Request) -> Response:
        """Respond with the editor page for a workshop from the library."""
        found = self.library.workshops.get(request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        return self.pages.editor(EditOutcome(draft=Draft.of(found)))

    async def planned(self, request: Request) -> Response:
        """Respond with a planned session, or explain why none is possible."""
        form = PlanningForm.of(FormFields.of(request.query_params.multi_items()), self.library)
        try:
            plan = await self.jobs.run(plan_session, form.request())
        except PlanRequestError as error:
            return self.pages.first_page(form.with_error(error), status=422)
        except (ContentError, TooManyJobs, JobStopped) as error:
            advice = " Try again, or choose fewer themes and tools." if isinstance(error, JobStopped) else ""
            return self.pages.first_page(form.with_problem(f"{error}{advice}"), status=503)
        if not isinstance(plan, Plan):
            return self.pages.first_page(form, refusal=plan, status=422)
        return self.pages.editor(EditOutcome(draft=Draft.of(plan.workshop)))
