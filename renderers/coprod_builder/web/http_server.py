"""Listening: a socket on the first free port, and connections that send what they have to say in time."""

import asyncio
import socket
from collections.abc import Callable

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

_TRIED = 20
_SECONDS_FOR_HEADERS = 10.0
_MOST_CONNECTIONS = 256
_LONGEST_HEAD = 32 << 10


class HeaderTimeoutProtocol(H11Protocol):
    """Connections that are closed where the head of a request is not there in time."""

    seconds = _SECONDS_FOR_HEADERS
    _until: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came, and go on waiting where that is not yet a request."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._done()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._done()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._until is None:
            self._until = self.loop.call_later(self.seconds, self._too_late)

    def _done(self) -> None:
        if self._until is not None:
            self._until.cancel()
            self._until = None

    def _too_late(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


class ReadyServer(uvicorn.Server):
    """A server that says when it can be reached."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens at a host, on the first free port of some. Raises OSError where there is none."""
    family, _, _, _, _ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    for tried in range(port, min(port + _TRIED, 65_536)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            _alone(listening)
            listening.bind((host, tried))
        except OSError as error:
            listening.close()
            failure = error
        else:
            return listening
    failure.filename = f"{host}, port {port}"
    raise failure


def _alone(listening: socket.socket) -> None:
    """Let nobody else listen on the same port, and take one again that was left a moment ago."""
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def server_config(app: object) -> uvicorn.Config:
    """How the server listens: no trust in headers of proxies, no sockets of the web, a short head, few connections."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # any ASGI application
        http=HeaderTimeoutProtocol,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
    )
