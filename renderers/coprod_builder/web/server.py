"""Run the builder until it is stopped, on a free port."""

import errno
import ipaddress
import socket

from coprod_builder.job_runner import WorkerLimits
from coprod_builder.web.application import Serving, application
from coprod_builder.web.http_server import ReadyServer, server_config
from coprod_builder.workers import WorkerPool

_LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}
_PORTS_TRIED, _LARGEST_PORT = 20, 65_535


def run(serving: Serving) -> None:
    """Run the builder until Ctrl-C raises KeyboardInterrupt.

    Raises OSError if the builder cannot listen on any of the ports that it tries.
    """
    listening = listening_socket(serving.host, serving.port)
    networked = not _is_local(serving.host)
    names = {socket.gethostname().casefold(), socket.getfqdn().casefold()} if networked else set()
    hosts = frozenset({*_LOCAL_HOSTS, serving.host.casefold(), *names})
    limits = WorkerLimits()
    jobs = WorkerPool(serving.content_roots, serving.brand_roots, limits)
    app = application(serving, hosts, jobs, networked=networked, limits=limits)
    http_server = ReadyServer(server_config(app), lambda: serving.ready(browser_address(listening)))
    try:
        http_server.run(sockets=[listening])
    finally:
        listening.close()


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def listening_socket(host: str, port: int) -> socket.socket:
    """Return a socket bound to the first free port, starting from `port`.

    Raises OSError if none of the first 20 ports is free, if `host` is unknown, or if `port` is not from 0 to 65,535.
    """
    if not 0 <= port <= _LARGEST_PORT:
        raise OSError(errno.EINVAL, f"a port is a number from 0 to {_LARGEST_PORT}", f"{host}, port {port}")
    family, _, _, _, _ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    for tried in range(port, min(port + _PORTS_TRIED, _LARGEST_PORT + 1)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            _use_port_alone(listening)
            listening.bind((host, tried))
        except OSError as error:
            listening.close()
            failure = error
        else:
            return listening
    failure.filename = f"{host}, port {port}"
    raise failure


def _use_port_alone(listening: socket.socket) -> None:
    """Prevent other programs from listening on the same port.

    The builder can still use the port again when it is restarted straight away.
    """
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def browser_address(listening: socket.socket) -> str:
    """Return the URL that opens the builder on this machine."""
    host, port = listening.getsockname()[:2]
    if ipaddress.ip_address(host).is_unspecified:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
