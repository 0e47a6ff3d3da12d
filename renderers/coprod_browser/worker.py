"""The builder's web application, inside a browser's worker."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from attrs import frozen
from starlette.formparsers import MultiPartParser
from starlette.types import ASGIApp, Message

from coprod_browser.bundle import LOGOS, ROOTS, SNAPSHOT
from coprod_browser.photos import BrowserPhotos, PhotoNeeded
from coprod_builder.job_content import use
from coprod_builder.job_runner import JobStopped, WorkerLimits
from coprod_builder.web.application import Serving, application
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.logo import use_ready_logos
from coprod_content.files.cache.content_json import value_of
from coprod_content.files.pictures.photo_without_metadata import convert_with

P = ParamSpec("P")
R = TypeVar("R")

_FRAMED = ("frame-ancestors 'none'", "frame-ancestors 'self'")
_NOT_HERE = {
    "PIL": "The builder in a browser cannot read some pictures, such as those in templates. Use a template without "
    "pictures, or the builder that is installed with Python.",
    "openpyxl": "The builder in a browser cannot read spreadsheets yet. Save the sheet as CSV.",
}
_MISSING = "This needs a part that cannot run in a browser. Use the builder that is installed with Python."


class JobsHere:
    """Jobs that run at once, in the worker itself.

    A browser has no processes. The page that started the worker limits the time, and can end the worker.
    """

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function, and return its result.

        Raises JobStopped if it needs a package that a browser does not have.
        """
        try:
            return work(*args, **kwargs)
        except ImportError as error:
            raise JobStopped(_NOT_HERE.get((error.name or "").partition(".")[0], _MISSING)) from error

    def stop(self) -> None:
        """Do nothing, because no job runs between requests."""


@frozen
class Answer:
    """A response: its status, headers and body."""

    status: int
    headers: list[list[str]]
    body: bytes


@frozen
class BuilderEngine:
    """The builder's application, the host of its pages, and its photos."""

    app: ASGIApp
    host: str
    photos: BrowserPhotos

    async def answer(self, method: str, path: str, query: str, headers: list[list[str]], body: bytes) -> Answer:
        """Return the application's response to a request.

        `path` starts with a slash, and is relative to the builder's first page. If the request needs a photo that the
        browser has not converted, it is answered again once it has.
        """
        while True:
            try:
                return await self._answer(method, path, query, headers, body)
            except PhotoNeeded as needed:
                await self.photos.convert(needed)

    async def _answer(self, method: str, path: str, query: str, headers: list[list[str]], body: bytes) -> Answer:
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "https",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [
                (b"host", self.host.encode()),
                *((name.lower().encode(), value.encode()) for name, value in headers if name.lower() != "host"),
            ],
        }
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        sent: list[Message] = []

        async def receive() -> Message:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        start = next(each for each in sent if each["type"] == "http.response.start")
        parts = (each.get("body", b"") for each in sent if each["type"] == "http.response.body")
        return Answer(start["status"], list(_headers(start["headers"])), b"".join(parts))


def _headers(given: list[tuple[bytes, bytes]]) -> Any:
    """Yield a response's headers, changed to let our page frame it."""
    for name, value in given:
        if name.lower() not in (b"x-frame-options", b"content-length"):
            yield [name.decode(), value.decode().replace(*_FRAMED)]


def builder_engine(
    folder: Path, base: str, host: str, draw: Callable[[bytes, int], Awaitable[bytes | None]]
) -> BuilderEngine:
    """Return the builder, made from the bundle's files in a folder.

    `base` is the URL path of the first page, and `host` the site's host, with its port if it has one. `draw` is the
    browser's way of converting a photo, as BrowserPhotos describes it.
    """
    photos = BrowserPhotos(draw)
    convert_with(photos.photo)
    use_ready_logos((folder / LOGOS).read_bytes())
    MultiPartParser.spool_max_size = 1 << 30  # Starlette writes larger uploads in a thread, and a browser has none
    library = value_of((folder / SNAPSHOT).read_bytes())
    roots = (folder / ROOTS).glob("*")
    brand = load_brand(*sorted(roots, key=lambda root: int(root.name)))
    use(library, brand, base)
    serving = Serving(
        library=library,
        brand=brand,
        content_roots=(),
        brand_roots=(),
        host=host,
        port=0,
        ready=lambda _: None,
        base=base,
    )
    name = urlsplit(f"//{host}").hostname or ""
    app = application(serving, frozenset({name}), JobsHere(), networked=False, limits=WorkerLimits(processes=1))
    return BuilderEngine(app, host, photos)
