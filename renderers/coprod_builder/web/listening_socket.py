"""The socket that the builder listens on, and its URL."""

import ipaddress
import socket

_PORTS_TRIED = 20


def listening_socket(host: str, port: int) -> socket.socket:
    """Return a socket bound to the first free port, starting from `port`.

    Raises OSError if 20 ports in a row are not free.
    """
    family, _, _, _, _ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    for tried in range(port, min(port + _PORTS_TRIED, 65_536)):
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
    """Stop other programs from sharing the port, and allow quick reuse."""
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def browser_address(listening: socket.socket) -> str:
    """Return the URL for a browser on this machine."""
    host, port = listening.getsockname()[:2]
    if ipaddress.ip_address(host).is_unspecified:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
