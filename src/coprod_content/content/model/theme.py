"""Themes."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, ReferenceId, SceneId, ThemeNumber
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Theme(Item):
    """A theme of co-production. Our content has six."""

    number: ThemeNumber
    """The number of the theme, shown on labels. Each theme has a different number."""
    title: Line
    """The name of the theme."""
    summary: Prose
    """The theme in a sentence or two."""
    meaning: tuple[Prose, ...]
    """What the theme means."""
    why: tuple[Prose, ...]
    """Why the theme matters."""
    good: tuple[Prose, ...]
    """What you see when the theme is put into practice well."""
    barriers: tuple[Prose, ...]
    """What gets in the way of good practice."""
    first_step: Prose
    """One thing to do first."""
    questions: tuple[Question, ...]
    """Questions to discuss."""
    drawing: Drawing | None = None
    """The symbol of the theme, without text, on a canvas of 100 by 100 drawing units."""
    scene: SceneId | None = None
    """The scene of people on covers. If this is left out, covers show only the symbols of themes."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the theme."""
    easy_read: EasyRead | None = None
    """An easy-read version of the theme, in simple words with pictures."""
