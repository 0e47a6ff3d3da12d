"""The web application, with its routes and error pages."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import frozen
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from coprod_builder.job_runner import JobRunner, WorkerLimits
from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.web.guard import RequestGuard
from coprod_builder.web.page_responses import PageResponses, UnreadablePlan
from coprod_builder.web.plan_routes import PlanRoutes
from coprod_builder.web.start_routes import StartRoutes
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.findings.finding import Finding

Endpoint = Callable[[Request], Awaitable[Response]]


@frozen(kw_only=True)
class Serving:
    """A library and brand to serve, and an address to listen on.

    Worker processes load the same library and brand from `content_roots` and `brand_roots`. `port` is the first port to
    try. `ready` is called with the builder's URL as soon as a browser can open it. The pages show `warnings` about the
    content and brand. `base` is the URL path of the first page.
    """

    library: Library
    brand: Brand
    content_roots: tuple[Path, ...]
    brand_roots: tuple[Path, ...]
    host: str
    port: int
    ready: Callable[[str], None]
    warnings: tuple[Finding, ...] = ()
    base: str = "/"


def application(
    serving: Serving, hosts: frozenset[str], jobs: JobRunner, *, networked: bool, limits: WorkerLimits
) -> Starlette:
    """Return the builder as an ASGI application.

    `jobs` stops with the application. The Host header of a request must name one of `hosts`. If `networked` is true, it
    can instead contain any IP address. `limits` gives the time limit for receiving a request.
    """
    templates = BuilderTemplates(serving.library, serving.brand, serving.warnings, serving.base)
    pages = PageResponses(serving.library, templates)
    start, plan = StartRoutes(serving.library, pages, jobs), PlanRoutes(serving.library, pages, jobs)
    forms: dict[str, Endpoint] = {
        "/plan": plan.edit,
        "/plan/pack": plan.pack,
        "/plan/file": plan.file,
        "/plan/preview": plan.preview,
        "/plan/open": plan.open,
        "/plan/run": plan.run,
        "/plan/template": plan.template,
    }

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            jobs.stop()

    return Starlette(
        routes=[
            Route("/", start.first_page),
            Route("/planned", start.planned),
            Route("/workshops/{id}", start.workshop),
            *(Route(path, _redirect(serving.base), methods=["GET"]) for path in forms),
            *(Route(path, endpoint, methods=["POST"]) for path, endpoint in forms.items()),
            *(Route(path, _static_file(data, kind)) for path, (data, kind) in templates.static_files.items()),
        ],
        middleware=[
            Middleware(RequestGuard, hosts=hosts, networked=networked, refuse=pages.message, seconds=limits.arrival)
        ],
        exception_handlers=dict.fromkeys((HTTPException, UnreadablePlan, Exception), pages.error_page),
        lifespan=lifespan,
    )


def _redirect(first_page: str) -> Endpoint:
    """Return a handler that redirects GET requests to the first page."""

    async def endpoint(_: Request) -> Response:
        return RedirectResponse(first_page, 303)

    return endpoint


def _static_file(data: bytes, media_type: str) -> Endpoint:
    async def endpoint(_: Request) -> Response:
        return Response(data, media_type=media_type, headers={"cache-control": "no-cache"})

    return endpoint
