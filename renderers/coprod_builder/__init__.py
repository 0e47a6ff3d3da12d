"""The builder: a web page on which somebody plans a workshop and downloads its pack."""

from coprod_builder.web.server import run
from coprod_builder.web.serving import Serving

__all__ = ["Serving", "run"]
