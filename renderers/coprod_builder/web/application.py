"""The web application, with its routes and error pages."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.web.guard import RequestGuard
from coprod_builder.web.page_responses import PageResponses
from coprod_builder.web.plan_routes import PlanRoutes, UnreadablePlan
from coprod_builder.web.server_settings import Serving
from coprod_builder.web.start_routes import StartRoutes
from coprod_builder.workers import WorkerLimits, WorkerPool

Endpoint = Callable[[Request], Awaitable[Response]]
ErrorHandler = Callable[[Request, Exception], Awaitable[Response]]
_HTTP_ERRORS = {
    404: ("Page not found", "The address may be mistyped, or the workshop may have been renamed."),
    405: ("You can’t do that here", "Use the buttons on the builder’s pages."),
}
_OTHER_HTTP_ERROR = ("This could not be read", "Go back and try again.")
_FAILED = (
    "Something went wrong",
    "This is a fault in the builder, not in your plan. Go back and download your plan as a file.",
)


def application(serving: Serving, hosts: frozenset[str], *, networked: bool, limits: WorkerLimits) -> Starlette:
    """Return the builder as an ASGI application.

    Its worker processes start and stop with the application.
    """
    templates = BuilderTemplates(serving.library, serving.brand)
    workers = WorkerPool(serving.content_roots, serving.brand_roots, limits)
    pages = PageResponses(serving.library, templates)
    start, plan = StartRoutes(serving.library, pages, workers), PlanRoutes(serving.library, pages, workers)
    forms: dict[str, Endpoint] = {
        "/plan": plan.edit,
        "/plan/pack": plan.pack,
        "/plan/file": plan.file,
        "/plan/preview": plan.preview,
        "/plan/open": plan.open,
    }

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        workers.start()
        try:
            yield
        finally:
            workers.stop()

    return Starlette(
        routes=[
            Route("/", start.first_page),
            Route("/planned", start.planned),
            Route("/workshops/{id}", start.workshop),
            *(Route(path, _to_first_page, methods=["GET"]) for path in forms),
            *(Route(path, endpoint, methods=["POST"]) for path, endpoint in forms.items()),
            *(Route(path, _static_file(data, kind)) for path, (data, kind) in templates.static_files.items()),
        ],
        middleware=[
            Middleware(RequestGuard, hosts=hosts, networked=networked, refuse=templates.message, seconds=limits.arrival)
        ],
        exception_handlers={
            HTTPException: _http_error(templates),
            UnreadablePlan: _unreadable_plan(pages),
            Exception: _failure(templates),
        },
        lifespan=lifespan,
    )


async def _to_first_page(_: Request) -> Response:
    """Redirect GET requests for form routes, which only accept POST."""
    return RedirectResponse("/", 303)


def _static_file(data: bytes, media_type: str) -> Endpoint:
    async def endpoint(_: Request) -> Response:
        return Response(data, media_type=media_type, headers={"cache-control": "no-cache"})

    return endpoint


def _http_error(templates: BuilderTemplates) -> ErrorHandler:
    async def handler(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return templates.message(status, *_HTTP_ERRORS.get(status, _OTHER_HTTP_ERROR))

    return handler


def _unreadable_plan(pages: PageResponses) -> ErrorHandler:
    async def handler(_: Request, error: Exception) -> Response:
        assert isinstance(error, UnreadablePlan)
        return pages.unreadable_plan(error.error, error.text)

    return handler


def _failure(templates: BuilderTemplates) -> ErrorHandler:
    async def handler(_: Request, __: Exception) -> Response:
        return templates.message(500, *_FAILED)

    return handler
