"""Planning: the session that answers a question, and shorter versions of a plan."""

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from coprod_builder.actions import Outcome
from coprod_builder.asking import NoWay, Question
from coprod_builder.desk import Desk
from coprod_builder.draft import Draft
from coprod_builder.faults import Fault
from coprod_builder.forms import Fields
from coprod_builder.tasks import planned, shortened
from coprod_builder.workers import Busy, Stuck, Workers
from coprod_content.content.library import Library
from coprod_content.planner.cut_workshop import CutError
from coprod_content.planner.plan import Plan
from coprod_content.planner.request import PlanRequestError
from coprod_content.planner.workshop_file import workshop_text


@frozen
class Planner:
    """Answers of the planner, which worker processes work out."""

    library: Library
    desk: Desk
    workers: Workers

    async def planned(self, request: Request) -> Response:
        """The session that answers a question, or what would make it possible, or what is wrong with the question."""
        question = Question.of(Fields.of(request.query_params.multi_items()), self.library)
        pages = self.desk.pages
        try:
            found = await self.workers.done(planned, question.asked())
        except PlanRequestError as error:
            return pages.start(question.judged(error), status=422)
        except (Busy, Stuck) as error:
            return pages.start(question, loading=(Fault(words=str(error)),), status=503)
        if not isinstance(found, Plan):
            return pages.start(question, refused=NoWay.of(found), status=422)
        return self.desk.edited(Outcome(draft=Draft.of(found.workshop, found.reasons), left_out=found.omitted_tools))

    async def shortened(self, draft: Draft, minutes: int) -> Response:
        """A shorter version of a plan, or the plan with what is in the way."""
        workshop, _ = draft.judged(self.library)
        if workshop is None:
            return self.desk.edited(Outcome(draft=draft, asked=True), 422)
        try:
            found = await self.workers.done(shortened, workshop_text(workshop), draft.name, minutes)
        except (Busy, Stuck) as error:
            return self.desk.edited(Outcome(draft=draft, notes=(str(error),)), 503)
        except CutError as error:
            return self.desk.edited(Outcome(draft=draft, notes=(str(error),)), 422)
        said = f"This is the version of {minutes} minutes."
        return self.desk.edited(Outcome(draft=found, before=draft, focus="undo", said=said))
