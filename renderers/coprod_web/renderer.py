"""The renderer for web pages."""

from coprod_content.importing.lazy_function import LazyFunction, require
from coprod_content.plugins.renderers import OfferedFile, Renderer

require("jinja2")
renderer = Renderer(
    suffix=".html",
    media_type="text/html",
    render=LazyFunction("coprod_web.rendering:render"),
    caption="Web page",
    in_pack=tuple(
        OfferedFile(name, name) for name in ("deck", "facilitator-guide", "run-sheet", "handouts", "postcards")
    ),
    rank=30,
)
