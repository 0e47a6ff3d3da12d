"""Films, scene by scene."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, Seconds, ThemeId
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Scene:
    """One scene of a film."""

    narration: Prose
    """What is said."""
    on_screen: Line
    """The words on the screen."""
    drawing: Drawing
    """The picture on the screen."""
    alt: Line
    """What the picture shows, for people who do not see it."""
    seconds: Seconds
    """How long the scene lasts."""


@frozen(kw_only=True)
class Film(Item):
    """A short film as a storyboard, with questions."""

    title: Line
    """The title of the film."""
    summary: Prose
    """What the film is about."""
    themes: tuple[ThemeId, ...]
    """The themes that it belongs to."""
    scenes: tuple[Scene, ...]
    """The scenes, in order."""
    before: tuple[Question, ...]
    """Questions to ask before people watch it."""
    after: tuple[Question, ...]
    """Questions to ask after people have watched it."""

    @property
    def seconds(self) -> int:
        """How long the film lasts."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def transcript(self) -> tuple[str, ...]:
        """The narration, a paragraph for each scene."""
        return tuple(scene.narration for scene in self.scenes)
