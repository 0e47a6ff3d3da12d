"""The builder: plan a session in a browser and download its pack."""

from coprod_builder.preview.template_page import template_page
from coprod_builder.web.application import Serving
from coprod_builder.web.server import run

__all__ = ["Serving", "run", "template_page"]
