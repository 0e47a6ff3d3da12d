"""Run the builder until it is stopped."""

import ipaddress
import socket

from coprod_builder.web.application import application
from coprod_builder.web.http_server import ReadyServer, server_config
from coprod_builder.web.listening_socket import browser_address, listening_socket
from coprod_builder.web.server_settings import Serving
from coprod_builder.workers import WorkerLimits

_LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


def run(serving: Serving) -> None:
    """Serve until stopped. Raises OSError if no port is free."""
    listening = listening_socket(serving.host, serving.port)
    networked = not _is_local(serving.host)
    names = {socket.gethostname().casefold(), socket.getfqdn().casefold()} if networked else set()
    hosts = frozenset({*_LOCAL_HOSTS, serving.host.casefold(), *names})
    app = application(serving, hosts, networked=networked, limits=WorkerLimits())
    http_server = ReadyServer(server_config(app), lambda: serving.ready(browser_address(listening)))
    try:
        http_server.run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
