"""Articles."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ReferenceId, ThemeId
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Passage:
    """A piece of an article: a paragraph, or points, or a paragraph with points under it."""

    text: Prose | None = None
    points: tuple[Prose, ...] = ()
    advice: bool = False


@frozen(kw_only=True)
class Chapter:
    """A part of an article under a heading of its own."""

    title: Line
    body: tuple[Passage, ...]


@frozen(kw_only=True)
class Article(Item):
    """A text to read from start to end."""

    title: Line
    summary: Prose
    chapters: tuple[Chapter, ...]
    themes: tuple[ThemeId, ...] = ()
    references: tuple[ReferenceId, ...] = ()
    easy_read: EasyRead | None = None
