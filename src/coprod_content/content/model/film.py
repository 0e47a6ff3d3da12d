"""Films, scene by scene."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, Seconds, ThemeId
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Scene:
    """One scene of a film: what is said, what is on the screen, for how many seconds."""

    narration: Prose
    on_screen: Line
    drawing: Drawing
    alt: Line
    seconds: Seconds


@frozen(kw_only=True)
class Film(Item):
    """A short film as a storyboard, with questions for before and after watching."""

    title: Line
    summary: Prose
    themes: tuple[ThemeId, ...]
    scenes: tuple[Scene, ...]
    before: tuple[Question, ...]
    after: tuple[Question, ...]

    @property
    def seconds(self) -> int:
        """How long the film lasts."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def transcript(self) -> tuple[str, ...]:
        """The narration, a paragraph for each scene."""
        return tuple(scene.narration for scene in self.scenes)
