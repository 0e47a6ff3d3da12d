"""The server: the builder at an address, until it is stopped."""

import ipaddress
import socket

from coprod_builder.web.application import application
from coprod_builder.web.http_server import ReadyServer, listening_socket, server_config
from coprod_builder.web.serving import Serving
from coprod_builder.workers import WorkerLimits

_LOCAL = {"localhost", "127.0.0.1", "::1"}


def run(serving: Serving) -> None:
    """Serve until stopped. Raises OSError where no port is free."""
    listening = listening_socket(serving.host, serving.port)
    networked = not _is_local(serving.host)
    names = {socket.gethostname().casefold(), socket.getfqdn().casefold()} if networked else set()
    hosts = frozenset({*_LOCAL, serving.host.casefold(), *names})
    app = application(serving, hosts, networked=networked, limits=WorkerLimits())
    server = ReadyServer(server_config(app), lambda: serving.ready(browser_address(listening)))
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


def browser_address(listening: socket.socket) -> str:
    """Where a browser on this machine finds what listens at a socket."""
    host, port = listening.getsockname()[:2]
    found = ipaddress.ip_address(host)
    if found.is_unspecified:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
