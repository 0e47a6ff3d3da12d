"""`coprod serve`: open the builder in a web browser."""

import os
import sys
import webbrowser
from ipaddress import ip_address
from typing import Annotated

import typer

from coprod_content.cli.console import complain, note, say
from coprod_content.cli.errors import needs_extra, report_unusable_renderers
from coprod_content.cli.options import Roots
from coprod_content.cli.roots import brand_with_warnings, library_with_warnings
from coprod_content.files.our_content import with_ours
from coprod_content.plugins.renderers import template_errors

_OPEN_TO_OTHERS = (
    "Everyone who can reach {host} can open the builder and make packs on this machine. There is no password, and "
    "what people type is not encrypted. Nothing is saved. Use this only on a network that you trust."
)


def serve(
    host: Annotated[
        str,
        typer.Option(
            help="The address to listen on. If other machines can reach it, other people can use the builder."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="The port to listen on. If it is taken, the next free one is used.")
    ] = 8080,
    opens: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Whether to open a web browser.", show_default=False)
    ] = None,
    root: Roots = None,
) -> None:
    """Open the builder in a web browser.

    Plan a session there, and download its pack.
    """
    with needs_extra("serve"):
        from coprod_builder import Serving, run
    library, warnings = library_with_warnings(root)
    brand, of_brand = brand_with_warnings(root)
    for _, error in template_errors(brand):
        raise error
    for warning in (*warnings, *of_brand):
        complain(str(warning))
    report_unusable_renderers()
    if not is_this_machine(host):
        complain(_OPEN_TO_OTHERS.format(host=host))

    def ready(address: str) -> None:
        say(f"The builder is ready: {address}")
        note("Stop it with Ctrl+C. Nothing is saved, so download your plan before you stop it.")
        if has_screen() if opens is None else opens:
            webbrowser.open(address)

    run(
        Serving(
            library=library,
            brand=brand,
            content_roots=with_ours(root or ()),
            brand_roots=tuple(root or ()),
            warnings=(*warnings, *of_brand),
            host=host,
            port=port,
            ready=ready,
        )
    )


def is_this_machine(host: str) -> bool:
    """Return whether only this machine can reach a server at `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def has_screen() -> bool:
    """Return whether a browser window can be opened on this machine."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or bool(display)
