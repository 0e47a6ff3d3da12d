"""Servers: plugins that show the library and make material from it in a web browser."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.plugins.registry import PluginError, Plugins

GROUP = "coprod_content.servers"


@frozen(kw_only=True)
class Serving:
    """What a server shows, and where it listens.

    `library` and `brand` come from the roots, from which another process loads the same. `port` is the first to try.
    `ready` is told the address once somebody can open it.
    """

    library: Library
    brand: Brand
    content_roots: tuple[Path, ...]
    brand_roots: tuple[Path, ...]
    host: str
    port: int
    ready: Callable[[str], None]


@frozen(kw_only=True)
class Server:
    """A web server: `run` serves until it is stopped. It raises OSError where it cannot listen."""

    run: Callable[[Serving], None]


class ServerError(PluginError):
    """A server that cannot be used: which, whose, and what to do."""


class UnknownServer(ServerError):
    """A name that no installed server has."""


_SERVERS = Plugins(GROUP, "server", Server, ServerError, UnknownServer)


def server(name: str) -> Server:
    """The server of a name, imported now.

    Raises UnknownServer, or ServerError when its package does not import or brings something else.
    """
    return _SERVERS.load(name)
