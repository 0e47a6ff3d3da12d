"""The HTTP server: its settings, and a time limit for request headers."""

import asyncio
import socket
from collections.abc import Callable

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

_SECONDS_FOR_HEADERS = 10.0
_MOST_CONNECTIONS = 256
_LARGEST_HEADERS = 32 << 10


class HeaderTimeoutProtocol(H11Protocol):
    """A connection that closes unless request headers arrive in time."""

    seconds = _SECONDS_FOR_HEADERS
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # same signature as in uvicorn
        """Start the timer for the first request."""
        super().connection_made(transport)
        self._start_timer()

    def data_received(self, data: bytes) -> None:
        """Process received data, and start or stop the timer.

        The timer runs while the server waits for a request's headers.
        """
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._start_timer()
        else:
            self._stop_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer when the connection closes."""
        self._stop_timer()
        super().connection_lost(exc)

    def _start_timer(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(self.seconds, self._close_if_idle)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _close_if_idle(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


class ReadyServer(uvicorn.Server):
    """A server that calls a function once it can accept connections."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening and, if that succeeds, call the `ready` function."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def server_config(app: object) -> uvicorn.Config:
    """Return the uvicorn settings for serving an ASGI application.

    The server ignores proxy headers, does not support WebSockets, and limits the size of headers and the number of
    connections.
    """
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # any ASGI application
        http=HeaderTimeoutProtocol,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        h11_max_incomplete_event_size=_LARGEST_HEADERS,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
    )
