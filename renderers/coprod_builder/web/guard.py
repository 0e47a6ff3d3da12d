"""The guard: what is refused before a page is made, and what every answer says to the browser."""

import asyncio
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import define, field, frozen
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 12 << 20
"""Bytes of a request. A file of 10 MB that was chosen by mistake is still told from a plan, and said to be none."""
LARGEST_TOGETHER = 8 * LARGEST_BODY
"""Bytes of all requests that are held at a time: some thousand plans, or a few files that are none."""
POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_SAID = {
    "cache-control": "private, no-cache",
    "content-security-policy": POLICY.format(styles=""),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_SAFE = {"GET", "HEAD"}
_OURS = {"same-origin", "none"}

Refuse = Callable[[int, str, str], Response]


class _TooLarge(Exception):
    """More bytes came than a request may have."""


class _Full(Exception):
    """More bytes came than all requests together may have."""


@define
class _Room:
    """How many bytes of requests may still be held."""

    free: int = LARGEST_TOGETHER


@frozen
class RequestGuard:
    """An application that only answers what a page of its own, or a person, may ask.

    `hosts` are the names by which it is known; with `networked`, every address in numbers is one too. A page of
    somebody else that leads a name of its own to this machine is refused by that. `refuse` makes the page for a status,
    a title and some words; the whole of a request has to be there within some `seconds`.
    """

    app: ASGIApp
    hosts: frozenset[str]
    networked: bool
    refuse: Refuse
    seconds: float
    _room: _Room = field(factory=_Room, init=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused:
            await refused(scope, receive, _saying(send))
            return
        body = bytearray()
        try:
            answered = await self._received(body, receive)
            if answered:
                await _closing(answered)(scope, receive, _saying(send))
            else:
                await self.app(scope, _replayed(bytes(body), receive), _saying(send))
        finally:
            self._room.free += len(body)

    async def _received(self, body: bytearray, receive: Receive) -> Response | None:
        """Fill in the body of a request; the answer where that is slow or too large, or there are too many."""
        try:
            await asyncio.wait_for(_fill(body, receive, self._room), self.seconds)
        except TimeoutError:
            return self.refuse(
                408, "That took too long", "Not all of the request came in time. Go back, and try it again."
            )
        except _TooLarge:
            return self._too_large()
        except _Full:
            return self.refuse(503, "Too much is coming in", "Go back, wait a minute, and try it again.")
        return None

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._knows(headers.getlist("host")):
            words = "Open the builder by the address that it printed when it was started."
            return self.refuse(421, "This is not the address of the builder", words)
        if scope["method"] not in _SAFE and not _from_us(headers):
            words = "Another site sent this request, so nothing was done. Use the buttons on the pages of the builder."
            return self.refuse(403, "This did not come from the builder", words)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return _closing(self._too_large())
        return None

    def _too_large(self) -> Response:
        words = "A plan has a few thousand letters. Go back, and choose the file of a plan."
        return self.refuse(413, "That is too large", words)

    def _knows(self, given: list[str]) -> bool:
        if len(given) != 1:
            return False
        try:
            name = urlsplit(f"//{given[0]}").hostname or ""
        except ValueError:
            return False
        return name in self.hosts or (self.networked and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _from_us(headers: Headers) -> bool:
    """Whether a page of ours sent a request, as far as browsers tell; what is no browser tells nothing of the kind."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in _OURS
    return origin is None or urlsplit(origin).netloc == headers["host"]


async def _fill(body: bytearray, receive: Receive, room: _Room) -> None:
    """Fill in the whole body of a request, counted against the room for all. Raises _TooLarge and _Full."""
    while True:
        message = await receive()
        part = message.get("body", b"")
        if len(body) + len(part) > LARGEST_BODY:
            raise _TooLarge
        if len(part) > room.free:
            raise _Full
        body += part
        room.free -= len(part)
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A body that is there already, as an application receives it."""
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        message = next(messages, None)
        return message if message is not None else await receive()

    return replay


def _saying(send: Send) -> Send:
    """Sending with the headers that all answers have; what an answer says itself stands."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _SAID.items():
                headers.setdefault(name, value)
        await send(message)

    return said


def _closing(response: Response) -> Response:
    """An answer after which the connection ends, so that what is still coming is not read."""
    response.headers["connection"] = "close"
    return response
