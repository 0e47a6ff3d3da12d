"""The builder: plan a session in a browser and download its pack."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coprod_builder.web.application import Serving
    from coprod_builder.web.server import run

__all__ = ["Serving", "run"]


def __getattr__(name: str) -> Any:  # any member
    """Import the web server, which takes long, when first used."""
    if name not in __all__:
        raise AttributeError(name)
    from coprod_builder.web import application, server

    return application.Serving if name == "Serving" else server.run
