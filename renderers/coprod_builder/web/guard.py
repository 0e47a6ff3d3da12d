"""The guard: requests that are refused, and security headers."""

import asyncio
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import define, field, frozen
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 12 << 20
"""Bytes in one request: enough for the builder to answer that a 10 MB file chosen by mistake is not a plan."""
LARGEST_TOGETHER = 8 * LARGEST_BODY
"""Bytes held in all requests together: some thousand plans, or a few large files."""
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "cache-control": "private, no-cache",
    "content-security-policy": CONTENT_POLICY.format(styles=""),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_SAFE_METHODS = {"GET", "HEAD"}
_OWN_SITES = {"same-origin", "none"}

RefusalPage = Callable[[int, str, str], Response]
"""Makes the page for a status, a title and some words."""


class _BodyTooLarge(Exception):
    """A request is larger than allowed."""


class _TooMuchHeld(Exception):
    """All requests together are larger than allowed."""


@define
class _FreeSpace:
    """Bytes that requests may still take up."""

    bytes: int = LARGEST_TOGETHER


@frozen
class RequestGuard:
    """ASGI middleware that refuses requests from other sites, and large ones.

    `hosts` are the builder's own names; if `networked`, any IP address counts as one. This stops other sites that
    point a name of theirs at this machine. A whole request must arrive within `seconds`.
    """

    app: ASGIApp
    hosts: frozenset[str]
    networked: bool
    refuse: RefusalPage
    seconds: float
    _free: _FreeSpace = field(factory=_FreeSpace, init=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await refusal(scope, receive, _with_headers(send))
            return
        body = bytearray()
        try:
            refusal = await self._read_body(body, receive)
            if refusal:
                await _closing(refusal)(scope, receive, _with_headers(send))
            else:
                await self.app(scope, _replayed(bytes(body), receive), _with_headers(send))
        finally:
            self._free.bytes += len(body)

    async def _read_body(self, body: bytearray, receive: Receive) -> Response | None:
        """Read the body of a request, or return a refusal."""
        try:
            await asyncio.wait_for(_fill(body, receive, self._free), self.seconds)
        except TimeoutError:
            words = "Part of the request did not arrive in time. Go back and try again."
            return self.refuse(408, "That took too long", words)
        except _BodyTooLarge:
            return self._too_large()
        except _TooMuchHeld:
            return self.refuse(503, "The builder is busy", "Go back, wait a minute, and try again.")
        return None

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_own_host(headers.getlist("host")):
            words = "Open the builder at the address that it printed when it started."
            return self.refuse(421, "This is not the builder’s address", words)
        if scope["method"] not in _SAFE_METHODS and not _is_from_own_page(headers):
            words = "Another website sent this, so nothing was done. Use the buttons on the builder’s pages."
            return self.refuse(403, "This did not come from the builder", words)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return _closing(self._too_large())
        return None

    def _too_large(self) -> Response:
        words = "A plan is a small file. Go back and choose the file of a plan."
        return self.refuse(413, "That file is too large", words)

    def _is_own_host(self, given: list[str]) -> bool:
        if len(given) != 1:
            return False
        try:
            name = urlsplit(f"//{given[0]}").hostname or ""
        except ValueError:
            return False
        return name in self.hosts or (self.networked and _is_ip_address(name))


def _is_ip_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_from_own_page(headers: Headers) -> bool:
    """Whether one of our pages sent a request.

    Programs other than browsers send neither header.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in _OWN_SITES
    return origin is None or urlsplit(origin).netloc == headers["host"]


async def _fill(body: bytearray, receive: Receive, free: _FreeSpace) -> None:
    """Read a whole body. Raises _BodyTooLarge and _TooMuchHeld."""
    while True:
        message = await receive()
        part = message.get("body", b"")
        if len(body) + len(part) > LARGEST_BODY:
            raise _BodyTooLarge
        if len(part) > free.bytes:
            raise _TooMuchHeld
        body += part
        free.bytes -= len(part)
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return a body that was already read as an application receives it."""
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        message = next(messages, None)
        return message if message is not None else await receive()

    return replay


def _with_headers(send: Send) -> Send:
    """Add the security headers that a response does not set itself."""

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return wrapped


def _closing(response: Response) -> Response:
    """Close the connection after a response, leaving the request unread."""
    response.headers["connection"] = "close"
    return response
