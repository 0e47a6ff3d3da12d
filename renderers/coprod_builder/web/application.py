"""The application: which address leads to what."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from coprod_builder.page_templates import PageTemplates
from coprod_builder.web.guard import RequestGuard
from coprod_builder.web.page_responses import PageResponses
from coprod_builder.web.plan_routes import PlanRoutes, UnreadablePlan
from coprod_builder.web.planning_routes import PlanningRoutes
from coprod_builder.web.serving import Serving
from coprod_builder.workers import WorkerLimits, WorkerPool

Answer = Callable[[Request], Awaitable[Response]]
_LOST = {
    404: ("There is no such page", "The address may be mistyped, or the workshop may have another name now."),
    405: ("That cannot be done here", "Use the buttons on the pages of the builder."),
}
_UNREAD = ("This could not be read", "Go back, and try it again.")
_FAILED = (
    "Something went wrong here",
    "It is a fault of the builder, not of your plan. Go back, and download your plan as a file.",
)


def application(serving: Serving, hosts: frozenset[str], *, networked: bool, limits: WorkerLimits) -> Starlette:
    """The builder as an ASGI application, whose worker processes live as long as it does."""
    pages = PageTemplates(serving.library, serving.brand)
    desk = PageResponses(serving.library, pages)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        workers = WorkerPool(serving.content_roots, serving.brand_roots, limits)
        planner = PlanningRoutes(serving.library, desk, workers)
        app.state.answers = {
            "planned": planner.planned,
            **_answers(PlanRoutes(serving.library, desk, workers, planner)),
        }
        try:
            yield
        finally:
            workers.stop()

    return Starlette(
        routes=[
            Route("/", desk.start),
            Route("/planned", _answer("planned")),
            Route("/workshops/{id}", desk.workshop),
            *(Route(path, _to_start, methods=["GET"]) for path, _ in _POSTS),
            *(Route(path, _answer(name), methods=["POST"]) for path, name in _POSTS),
            *(Route(path, _file(data, kind)) for path, (data, kind) in pages.files.items()),
        ],
        middleware=[
            Middleware(RequestGuard, hosts=hosts, networked=networked, refuse=pages.message, seconds=limits.arrival)
        ],
        exception_handlers={HTTPException: _lost(pages), UnreadablePlan: _unread(desk), Exception: _failed(pages)},
        lifespan=lifespan,
    )


_POSTS = (
    ("/plan", "plan"),
    ("/plan/pack", "pack"),
    ("/plan/file", "file"),
    ("/plan/preview", "preview"),
    ("/plan/open", "open"),
)


async def _to_start(_: Request) -> Response:
    """A plan has no address of its own, so that whoever opens that of the form begins anew."""
    return RedirectResponse("/", 303)


def _answers(posts: PlanRoutes) -> dict[str, Answer]:
    return {name: getattr(posts, name) for _, name in _POSTS}


def _answer(name: str) -> Answer:
    """What is answered by what there is only while the application runs."""

    async def answer(request: Request) -> Response:
        found: Answer = request.app.state.answers[name]
        return await found(request)

    return answer


def _file(data: bytes, kind: str) -> Answer:
    async def answer(_: Request) -> Response:
        return Response(data, media_type=kind, headers={"cache-control": "no-cache"})

    return answer


Handler = Callable[[Request, Exception], Awaitable[Response]]


def _lost(pages: PageTemplates) -> Handler:
    async def page(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return pages.message(status, *_LOST.get(status, _UNREAD))

    return page


def _unread(desk: PageResponses) -> Handler:
    async def page(_: Request, error: Exception) -> Response:
        assert isinstance(error, UnreadablePlan)
        return desk.unread(error.error, error.text)

    return page


def _failed(pages: PageTemplates) -> Handler:
    async def page(_: Request, __: Exception) -> Response:
        return pages.message(500, *_FAILED)

    return page
