"""The audio renderer."""

from coprod_content.importing.lazy_function import LazyFunction
from coprod_content.plugins.renderers import Renderer

renderer = Renderer(
    suffix=".m4a",
    media_type="audio/mp4",
    render=LazyFunction("coprod_audio.rendering:render"),
    faults=LazyFunction("coprod_audio.rendering:spoken_faults"),
    caption="Audio",
    hint="To listen to, with chapters.",
    rank=42,
)
