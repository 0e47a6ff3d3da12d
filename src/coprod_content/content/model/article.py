"""Articles."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ReferenceId, ThemeId
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Passage:
    """A paragraph, a list of points or a table of studies."""

    text: Prose | None = None
    """A paragraph of text."""
    points: tuple[Prose, ...] = ()
    """A list of points, shown below the paragraph if there is one."""
    studies: tuple[ReferenceId, ...] = ()
    """Works to set out in a table below the paragraph and the points. Each must have `study`."""
    advice: bool = False
    """Whether the passage is advice, which is set apart from the rest of the text."""


@frozen(kw_only=True)
class Claim:
    """What research says, how firm it is, and the sources."""

    claim: Line
    """What the works say, in a sentence."""
    strength: Line
    """How firm it is, such as "Several studies agree."."""
    sources: tuple[ReferenceId, ...]
    """The works that the claim rests on."""


@frozen(kw_only=True)
class Chapter:
    """A part of an article, with a heading."""

    title: Line
    """The heading of the chapter."""
    body: tuple[Passage, ...]
    """The passages in the chapter, in order."""
    claims: tuple[Claim, ...] = ()
    """The claims of the chapter, which are in a table before the first chapter."""


@frozen(kw_only=True)
class Article(Item):
    """A text about one subject, divided into chapters."""

    title: Line
    """The title of the article."""
    summary: Prose
    """What the article says, in a sentence or two."""
    chapters: tuple[Chapter, ...]
    """The chapters, in order."""
    themes: tuple[ThemeId, ...] = ()
    """The themes that the article belongs to."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the subject of the article."""
    easy_read: EasyRead | None = None
    """An easy-read version of the article, in simple words with pictures."""
