"""The builder in a browser, without a server."""

from coprod_browser.builder_files import builder_files
from coprod_browser.compiling.compiled import CompilingFailed
from coprod_browser.engine_parts import UnusableParts, engine_parts

__all__ = ["CompilingFailed", "UnusableParts", "builder_files", "engine_parts"]
