"""A running builder, its responses and its forms."""

import contextlib
import http.client
import threading
import uuid
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlencode

from attrs import field, frozen
from lxml import html
from uvicorn import Server

from coprod_builder import Serving
from coprod_builder.job_runner import JobRunner, WorkerLimits
from coprod_builder.web.application import application
from coprod_builder.web.http_server import ReadyServer, server_config
from coprod_builder.web.server import browser_address, listening_socket
from coprod_builder.workers import WorkerPool
from coprod_content import Library, canonical_root
from coprod_content.brand.brand import Brand

Fields = tuple[tuple[str, str], ...]
HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


@frozen(kw_only=True, slots=False)
class Answer:
    """A response of the server."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode()

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.text)

    def words(self, id_: str) -> str:
        return " ".join(self.tree.get_element_by_id(id_).text_content().split())


def titles(answer: Answer) -> list[str]:
    """Return the titles of the agenda on a page."""
    return [each.text_content() for each in answer.tree.xpath("//li[contains(@class, 'item')]//h3")]


def summary(answer: Answer) -> list[str]:
    """Return the lines of the summary of problems on a page."""
    found = answer.tree.xpath("//*[contains(@class, 'problems')]//li")
    return [" ".join(each.text_content().split()) for each in found]


def form(answer: Answer, id_: str = "plan") -> Fields:
    """Return the fields of a form that a browser would send, without buttons and files."""
    found = next(each for each in answer.tree.forms if each.get("id") == id_ or each.get("action") == id_)
    values: list[tuple[str, str]] = []
    for each in found.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]"):
        kind = each.get("type", "")
        if kind == "file" or (kind in ("checkbox", "radio") and each.get("checked") is None):
            continue
        value = each.value if each.tag != "textarea" else (each.text or "")
        values.append((each.get("name"), (value or "").replace("\r\n", "\n")))
    return tuple(values)


def with_values(fields: Fields, values: dict[str, str]) -> Fields:
    """Return fields with other or additional values."""
    known = {name for name, _ in fields}
    kept = tuple((name, values.get(name, value)) for name, value in fields)
    return (*kept, *((name, value) for name, value in values.items() if name not in known))


@frozen
class Site:
    """A running builder."""

    port: int

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self.asked("GET", path, b"", headers or {})

    def post(
        self,
        path: str,
        fields: Fields,
        *,
        do: str = "",
        file: tuple[str, bytes] | None = None,
        of: str = "",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send a form as a browser does.

        `of` is the field for the file, if it is not the usual one for such a file.
        """
        edge = uuid.uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in (*fields, *((("do", do),) if do else ()))
        ]
        if file:
            usual = do if do.startswith("photo ") else "template" if file[0].endswith((".potx", ".dotx")) else "file"
            of = of or usual
            head = f'--{edge}\r\nContent-Disposition: form-data; name="{of}"; filename="{file[0]}"\r\n'
            parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + file[1] + b"\r\n")
        body = b"".join([*parts, f"--{edge}--\r\n".encode()])
        sent = {"content-type": f"multipart/form-data; boundary={edge}", "origin": self.base, **(headers or {})}
        return self.asked("POST", path, body, sent)

    def asked(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return Answer(status=answer.status, headers=dict(answer.getheaders()), body=answer.read())
        finally:
            connection.close()

    def planned(self, **values: object) -> Answer:
        return self.get(f"/planned?{urlencode(values, doseq=True)}")


def serving(library: Library, brand: Brand) -> Serving:
    """Return what the builder serves."""
    return Serving(
        library=library,
        brand=brand,
        content_roots=(canonical_root(),),
        brand_roots=(),
        host="127.0.0.1",
        port=8300,
        ready=lambda _: None,
    )


@contextlib.contextmanager
def running(
    library: Library, brand: Brand, limits: WorkerLimits | None = None, jobs: JobRunner | None = None
) -> Iterator[Site]:
    """Run a builder on a free port, and stop it at the end."""
    told = serving(library, brand)
    listening = listening_socket(told.host, 0)
    limits = limits or WorkerLimits(processes=1)
    jobs = jobs or WorkerPool(told.content_roots, told.brand_roots, limits)
    app = application(told, HOSTS, jobs, networked=False, limits=limits)
    ready = threading.Event()
    server: Server = ReadyServer(server_config(app), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        assert ready.wait(30), "the builder did not start"
        assert browser_address(listening).startswith("http://127.0.0.1:")
        yield Site(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
