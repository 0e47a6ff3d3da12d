"""The renderers for e-books."""

from coprod_content.importing.lazy_function import LazyFunction, require
from coprod_content.plugins.renderers import OfferedFile, Renderer

_MEDIA_TYPE = "application/epub+zip"

require("jinja2")
renderer = Renderer(
    suffix=".epub",
    media_type=_MEDIA_TYPE,
    render=LazyFunction("coprod_epub.rendering:render"),
    caption="E-book",
    hint="To read on a phone, a tablet or an e-reader, in the size and colours that suit you.",
    on_site=(
        OfferedFile("article", ""),
        OfferedFile("theme-guide", "theme-guide"),
        OfferedFile("introduction", "introduction"),
    ),
    rank=40,
)
read_aloud = Renderer(
    suffix=".epub",
    media_type=_MEDIA_TYPE,
    render=LazyFunction("coprod_epub.rendering:render_read_aloud"),
    faults=LazyFunction("coprod_epub.rendering:spoken_faults"),
    caption="E-book, read aloud",
    hint="To read and listen to, with each paragraph highlighted while it is spoken.",
    rank=40,
)
