"""The command that opens the builder."""

import os
import sys
import webbrowser
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

from coprod_content.cli.console import Stop, complain, say
from coprod_content.cli.roots import brand_of, library_of, with_canonical
from coprod_content.plugins.servers import ServerError, Serving, server

_BUILDER = "builder"
_OPEN_TO_OTHERS = (
    "Everybody who can reach {host} can open the builder and make packs on this machine. It asks for no password, and "
    "what is typed travels unencrypted. It keeps nothing. Use this only on a network that you trust."
)


def serve(host: str, port: int, roots: Sequence[Path], *, opens: bool | None) -> None:
    """Run the builder until it is stopped, and show its address; open a browser if asked, or if there is one."""
    library, brand = library_of(roots), brand_of(roots)
    if not is_this_machine(host):
        complain(_OPEN_TO_OTHERS.format(host=host))

    def ready(address: str) -> None:
        say(f"The builder is ready: {address}")
        say("Stop it with Ctrl+C. It keeps nothing: download your plan before you stop it.")
        if has_screen() if opens is None else opens:
            webbrowser.open(address)

    try:
        server(_BUILDER).run(
            Serving(
                library=library,
                brand=brand,
                content_roots=with_canonical(roots),
                brand_roots=tuple(roots),
                host=host,
                port=port,
                ready=ready,
            )
        )
    except ServerError as error:
        raise Stop(str(error)) from error


def is_this_machine(host: str) -> bool:
    """Whether nobody else can reach what listens on a host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def has_screen() -> bool:
    """Whether a browser with a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
