"""The builder: a web page on which somebody plans a workshop and downloads its pack."""

from coprod_builder.web.server import server

__all__ = ["server"]
