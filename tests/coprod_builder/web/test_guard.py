"""What the builder refuses, and the security headers that it sends."""

import asyncio
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from tests.support.running_builder import HOSTS, Site, form, running

from coprod_builder.job_runner import WorkerLimits
from coprod_builder.web.guard import LARGEST_BODY, LARGEST_TOGETHER, RequestGuard
from coprod_builder.web.http_server import HeaderTimeoutProtocol
from coprod_builder.web.server import listening_socket
from coprod_content import Library
from coprod_content.brand.brand import Brand


@pytest.fixture(scope="module")
def hasty(library: Library, brand: Brand) -> Iterator[Site]:
    """Run a builder that waits for half a second."""
    patience = HeaderTimeoutProtocol.seconds
    HeaderTimeoutProtocol.seconds = 0.5
    try:
        with running(library, brand, WorkerLimits(processes=1, arrival=0.5)) as site:
            yield site
    finally:
        HeaderTimeoutProtocol.seconds = patience


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "",
        "[::1",
        "10.0.0.1",
        "a@b",
    ],
)
def test_a_name_that_is_not_its_own_is_refused(site: Site, host: str) -> None:
    """A site that points its name at this machine gets nothing from the builder."""
    for path in ("/", "/static/builder.js", "/workshops/first-steps"):
        answer = site.get(path, {"host": host})
        assert answer.status in (400, 421)
        assert b"first-steps" not in answer.body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_its_own_names_are_accepted(site: Site, host: str) -> None:
    """The builder answers to every name of this machine, with its port."""
    assert site.get("/", {"host": f"{host}:{site.port}"}).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
    ],
)
@pytest.mark.parametrize("path", ["/plan", "/plan/pack", "/plan/file", "/plan/preview"])
def test_forms_from_other_sites_are_refused(site: Site, path: str, headers: dict[str, str]) -> None:
    """A form on another site cannot make the builder do anything."""
    fields = form(site.get("/workshops/first-steps"))
    answer = site.post(path, fields, do="update", headers=headers)
    assert answer.status == 403
    assert "This request did not come from the builder" in answer.words("heading")


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {}])
def test_forms_from_its_own_pages_are_accepted(site: Site, headers: dict[str, str]) -> None:
    """Forms on the builder's own pages are let through."""
    assert site.post("/plan", form(site.get("/workshops/first-steps")), do="update", headers=headers).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    """Only pages can be read and forms sent."""
    assert site.asked(method, "/", b"", {"origin": site.base}).status == 405


@pytest.mark.parametrize(
    "path", ["/", "/workshops/first-steps", "/static/builder.css", "/static/builder.js", "/nothing", "/planned?x=1"]
)
def test_every_response_has_security_headers(site: Site, path: str) -> None:
    """No response can be stored for others, framed, guessed at or mixed with outside files."""
    for answer in (site.get(path), site.get(path, {"host": "evil.example"}), site.asked("POST", path, b"", {})):
        said = {name.lower(): value for name, value in answer.headers.items()}
        policy = said["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        for part in ("script-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
            assert part in policy
        assert "unsafe" not in policy
        assert said["x-content-type-options"] == "nosniff"
        assert said["referrer-policy"] == "same-origin"
        assert said["cache-control"] in ("private, no-cache", "no-cache")
        assert "set-cookie" not in said
        assert "server" not in said


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/..%5c..%5capp.py",
        "/static//etc/passwd",
        "/static/builder.css%00.txt",
        "/workshops/../../etc/passwd",
        "/workshops/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "//etc/passwd",
        "/%ff%fe",
    ],
)
def test_paths_cannot_reach_files(site: Site, path: str) -> None:
    """Paths cannot reach files: only known addresses are served."""
    answer = site.get(path)
    assert answer.status == 404
    assert b"root:" not in answer.body
    assert b"import" not in answer.body


def test_large_requests_are_refused(site: Site) -> None:
    """A request that is too large is refused, whether it says its length or not."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as sent:
        sent.sendall(_head(site, f"content-length: {LARGEST_BODY + 1}"))
        assert sent.recv(12) == b"HTTP/1.1 413"
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as sent:
        sent.sendall(_head(site, "transfer-encoding: chunked"))
        chunk = b"%x\r\n" % (1 << 20) + b"x" * (1 << 20) + b"\r\n"
        with_answer = b""
        try:
            for _ in range(LARGEST_BODY // (1 << 20) + 2):
                sent.sendall(chunk)
            with_answer = sent.recv(12)
        except ConnectionError:  # it was closed while we were still sending
            pass
        assert with_answer in (b"HTTP/1.1 413", b"")
    assert site.get("/").status == 200


def test_huge_forms_are_refused(site: Site) -> None:
    """A form with thousands of fields or a huge field gets a page that refuses it."""
    many = tuple((f"f{at}", "x") for at in range(5000))
    assert site.post("/plan", many, do="update").status == 400
    assert site.post("/plan", (("plan", "x" * (8 << 20)),), do="update").status == 400
    garbage = {"content-type": "multipart/form-data; boundary=x", "origin": site.base}
    assert site.asked("POST", "/plan", b"garbage", garbage).status in (400, 422)
    assert site.asked("POST", "/plan", b"a=1", {"content-type": "text/plain", "origin": site.base}).status in (400, 422)


def test_long_headers_are_refused(site: Site) -> None:
    """A request with very long headers is refused."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as sent:
        sent.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"y" * 100_000)
        assert sent.recv(12) in (b"HTTP/1.1 400", b"HTTP/1.1 431")


def test_slow_requests_are_cut_off(hasty: Site) -> None:
    """Headers or a body that dribble in hold no connection for longer than allowed."""
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", hasty.port), timeout=20) as sent:
        sent.sendall(b"GET / HTTP/1.1\r\nhost: lo")
        assert sent.recv(100) == b""
    with socket.create_connection(("127.0.0.1", hasty.port), timeout=20) as sent:
        sent.sendall(_head(hasty, "content-length: 100") + b"x")
        assert sent.recv(12) == b"HTTP/1.1 408"
        while sent.recv(4096):
            pass
    assert time.monotonic() - started < 10
    assert hasty.get("/").status == 200


def _head(site: Site, *lines: str) -> bytes:
    form_ = "content-type: multipart/form-data; boundary=x"
    return "\r\n".join(
        ["POST /plan HTTP/1.1", f"host: 127.0.0.1:{site.port}", f"origin: {site.base}", form_, *lines, "", ""]
    ).encode()


def test_all_requests_together_are_limited() -> None:
    """While many large requests are held, another one is refused, until they are gone."""
    with ThreadPoolExecutor(1) as thread:
        statuses = thread.submit(asyncio.run, _crowded()).result(timeout=60)
    assert statuses == [503, 200]


async def _crowded() -> list[int]:
    """Return the statuses of a request during and after others that fill the space."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("done")(scope, receive, send)

    def refuse(status: int, title: str, words: str) -> Response:
        return Response(f"{title}. {words}", status)

    guard = RequestGuard(app, HOSTS, False, refuse, 60.0)
    gone = asyncio.Event()

    async def held(part: bytes) -> Message:
        """Give one part at once, and the rest when it is time to go."""
        if part in seen:
            await gone.wait()
            return {"type": "http.disconnect"}
        seen.append(part)
        return {"type": "http.request", "body": part, "more_body": True}

    seen: list[bytes] = []
    parts = [bytes([at]) * LARGEST_BODY for at in range(LARGEST_TOGETHER // LARGEST_BODY)]
    holding = [asyncio.ensure_future(_asked(guard, partial(held, part))) for part in parts]
    while len(seen) < len(parts):
        await asyncio.sleep(0)
    small = {"type": "http.request", "body": b"x", "more_body": False}
    meanwhile = await _asked(guard, partial(_at_once, small))
    gone.set()
    await asyncio.gather(*holding)
    return [meanwhile, await _asked(guard, partial(_at_once, small))]


async def _at_once(message: Message) -> Message:
    return message


async def _asked(guard: RequestGuard, receive: Receive) -> int:
    """Return the status of a request with a given body."""
    statuses: list[int] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    headers = [(b"host", b"localhost")]
    scope = {"type": "http", "method": "POST", "path": "/plan", "headers": headers}
    await guard(scope, receive, send)
    return statuses[0]


def test_ip_addresses_are_accepted_on_a_network() -> None:
    """On a network, IP addresses are accepted and foreign names are not."""

    def refused(host: str, *, networked: bool) -> bool:
        guard = RequestGuard(None, HOSTS, networked, lambda status, title, words: None, 1.0)  # type: ignore[arg-type, return-value]  # only asked what it knows
        return not guard._is_own_host([host])

    assert not refused("192.168.1.20:8080", networked=True)
    assert refused("192.168.1.20:8080", networked=False)
    assert refused("evil.example", networked=True)
    assert refused("192.168.1.20.evil.example", networked=True)


@pytest.mark.parametrize("port", [-1, 65_536, 10**12])
def test_a_port_that_does_not_exist_is_refused(port: int) -> None:
    """The error names the address and the valid ports."""
    with pytest.raises(OSError, match="a port is a number from 0 to 65535"):
        listening_socket("127.0.0.1", port)


def test_the_next_free_port_is_taken() -> None:
    """If a port is taken, the next free one is used."""
    with listening_socket("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with listening_socket("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] < port + 20
