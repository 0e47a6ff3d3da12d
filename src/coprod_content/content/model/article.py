"""Articles."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ReferenceId, ThemeId
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Passage:
    """A paragraph, a list of points, or both."""

    text: Prose | None = None
    """A paragraph of text."""
    points: tuple[Prose, ...] = ()
    """A list of points, under the paragraph if there is one."""
    advice: bool = False
    """Whether the passage is advice, which is set apart."""


@frozen(kw_only=True)
class Chapter:
    """A part of an article under a heading."""

    title: Line
    """The heading of the chapter."""
    body: tuple[Passage, ...]
    """Its passages, in order."""


@frozen(kw_only=True)
class Article(Item):
    """A text to read from start to end."""

    title: Line
    """The title of the article."""
    summary: Prose
    """What the article says, in a sentence or two."""
    chapters: tuple[Chapter, ...]
    """The chapters, in order."""
    themes: tuple[ThemeId, ...] = ()
    """The themes that it belongs to."""
    references: tuple[ReferenceId, ...] = ()
    """Works about its subject."""
    easy_read: EasyRead | None = None
    """The article in simple words with pictures."""
