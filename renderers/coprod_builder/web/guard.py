"""Middleware that rejects unsafe requests and adds security headers."""

import asyncio
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import define, field
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coprod_content.brand.load_brand import LARGEST_FILE as LARGEST_TEMPLATE

LARGEST_BODY = 2 * LARGEST_TEMPLATE + (8 << 20)
"""Largest request body in bytes, enough for a plan with photos, a PowerPoint template and a Word template."""
LARGEST_TOGETHER = 3 * LARGEST_BODY
"""Largest total size in bytes of all request bodies in memory, enough for about a thousand plans or a few templates."""
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'{scripts}; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "cache-control": "private, no-cache",
    "content-security-policy": CONTENT_POLICY.format(styles="", scripts=""),
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
"""A function that makes an error page from a status code, a title and a message."""


@define
class RequestGuard:
    """ASGI middleware that rejects cross-site, oversized and slow requests.

    A request's Host header must name one of `hosts`. If `networked` is true, it can instead contain any IP address.
    This stops attacks from sites whose domain name resolves to this machine (DNS rebinding). A request must arrive
    within `seconds` seconds.
    """

    app: ASGIApp
    hosts: frozenset[str]
    networked: bool
    refuse: RefusalPage
    seconds: float
    _free: int = field(default=LARGEST_TOGETHER, init=False)
    """The number of bytes still available for request bodies."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request to the application, or reject it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await refusal(scope, receive, _with_headers(send))
            return
        body = bytearray()
        try:
            refusal = await self._read_in_time(body, receive)
            if refusal:
                await _closing(refusal)(scope, receive, _with_headers(send))
            else:
                await self.app(scope, _replayed(bytes(body), receive), _with_headers(send))
        finally:
            self._free += len(body)

    async def _read_in_time(self, body: bytearray, receive: Receive) -> Response | None:
        try:
            return await asyncio.wait_for(self._read_body(body, receive), self.seconds)
        except TimeoutError:
            words = "Part of the request did not arrive in time. Go back and try again."
            return self.refuse(408, "That took too long", words)

    async def _read_body(self, body: bytearray, receive: Receive) -> Response | None:
        """Read a request's body into `body`.

        Return None or, if the body is too large or the builder's memory for requests is full, an error page.
        """
        while True:
            message = await receive()
            part = message.get("body", b"")
            if len(body) + len(part) > LARGEST_BODY:
                return self._too_large()
            if len(part) > self._free:
                return self.refuse(503, "The builder is busy", "Go back, wait a minute, and try again.")
            body += part
            self._free -= len(part)
            if message["type"] == "http.disconnect" or not message.get("more_body"):
                return None

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_own_host(headers.getlist("host")):
            words = "Open the builder at the address that it showed when it started."
            return self.refuse(421, "This is not the builder’s address", words)
        if scope["method"] not in _SAFE_METHODS and not _is_from_own_page(headers):
            words = "Another website sent this request, so it was ignored. Use the buttons on the builder’s pages."
            return self.refuse(403, "This request did not come from the builder", words)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:20]) > LARGEST_BODY:
            return _closing(self._too_large())
        return None

    def _too_large(self) -> Response:
        words = "A template can be up to 25 MiB in size, and a plan is far smaller. Go back and choose a smaller file."
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
    """Return whether a request cannot have come from another website.

    In a request from a browser, the Sec-Fetch-Site or Origin header says where it came from. A request with neither
    header is accepted: a browser did not send it, so another website cannot have caused it.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in _OWN_SITES
    return origin is None or urlsplit(origin).netloc == headers["host"]


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return a receive function that first replays the body already read."""
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        message = next(messages, None)
        return message if message is not None else await receive()

    return replay


def _with_headers(send: Send) -> Send:
    """Return a send function that adds any missing security headers."""

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return wrapped


def _closing(response: Response) -> Response:
    """Make a response close the connection, so that no more is read."""
    response.headers["connection"] = "close"
    return response
