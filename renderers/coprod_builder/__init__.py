"""The builder: plan a session in a browser and download its pack."""

from coprod_builder.web.server import run
from coprod_builder.web.server_settings import Serving

__all__ = ["Serving", "run"]
