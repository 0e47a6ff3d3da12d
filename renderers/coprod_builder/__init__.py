"""The builder: plan a session in a browser and download its pack."""

from coprod_builder.web.server import run
from coprod_builder.web.serving import Serving

__all__ = ["Serving", "run"]
