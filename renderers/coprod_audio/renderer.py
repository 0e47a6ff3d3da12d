"""The audio renderer."""

from coprod_audio.spoken_faults import spoken_faults
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.plugins.renderers import Renderer


def render(document: Document, _: Brand) -> bytes:
    """Return a document as speech, in an M4A file with chapters.

    Raises SpeechProblem if no voice speaks the language.
    """
    from coprod_audio.recording import recorded  # needs the extra

    return recorded(document)


renderer = Renderer(
    suffix=".m4a",
    media_type="audio/mp4",
    render=render,
    faults=spoken_faults,
    caption="Audio",
    hint="To listen to. Players show its chapters.",
    rank=50,
)
