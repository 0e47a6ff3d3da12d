"""Themes."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, ReferenceId, ThemeNumber
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Theme(Item):
    """One of the six themes of co-production."""

    number: ThemeNumber
    """The number of the theme on labels. Each theme has a different number."""
    title: Line
    """The name of the theme."""
    summary: Prose
    """The theme in a sentence or two."""
    meaning: tuple[Prose, ...]
    """What the theme means."""
    why: tuple[Prose, ...]
    """Why the theme matters."""
    good: tuple[Prose, ...]
    """What you see when this works well."""
    barriers: tuple[Prose, ...]
    """What gets in the way."""
    first_step: Prose
    """One thing to do first."""
    questions: tuple[Question, ...]
    """Questions to talk about."""
    drawing: Drawing | None = None
    """The symbol of the theme, without words, on a canvas of 100 by 100 units."""
    references: tuple[ReferenceId, ...] = ()
    """Works about the theme."""
    easy_read: EasyRead | None = None
    """The theme in simple words with pictures."""
