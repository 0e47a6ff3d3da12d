"""Articles, and the terms of the glossary."""

from attrs import frozen

from coprod_content.content.field_types import (
    Day,
    FormId,
    Line,
    PlaceInSeries,
    Prose,
    ReferenceId,
    SeriesId,
    TermId,
    ThemeId,
    ToolId,
    WorkshopId,
)
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.form import FormField
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class PassageTable:
    """A table in an article."""

    caption: Line
    """What the table shows, read before it."""
    columns: tuple[Line, ...]
    """The column headings."""
    rows: tuple[tuple[Prose, ...], ...]
    """The rows, each a list of one text for each column."""


@frozen(kw_only=True)
class Passage:
    """A paragraph, a list of points or a table."""

    text: Prose | None = None
    """A paragraph of text."""
    points: tuple[Prose, ...] = ()
    """A list of points, shown below the paragraph if there is one."""
    studies: tuple[ReferenceId, ...] = ()
    """Works to set out in a table below the paragraph and the points. Each must have `study`."""
    table: PassageTable | None = None
    """A table below the paragraph and the points."""
    advice: bool = False
    """Whether the passage is advice, which is set apart from the rest of the text."""


@frozen(kw_only=True)
class Claim:
    """What research says, how firm it is, and the sources."""

    claim: Line
    """What the works say, in a sentence."""
    strength: Line
    """How firm the claim is, such as "Several studies agree."."""
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
    """The claims of the chapter. A table before the first chapter shows the claims of all chapters."""
    fields: tuple[FormField, ...] = ()
    """What to fill in, below the passages."""


@frozen(kw_only=True)
class Series(Item):
    """Articles that belong together.

    Lists show the series in the order of `series.yaml`.
    """

    title: Line
    """The title of the series."""
    summary: Prose
    """What the articles are about, in one sentence."""
    dated: bool = False
    """Whether the articles state facts that change, such as law or rates of pay. Each of them then needs `as_of`."""


@frozen(kw_only=True)
class Article(Item):
    """A text about one subject, divided into chapters."""

    title: Line
    """The title of the article."""
    summary: Prose
    """What the article says, in a sentence or two."""
    for_participants: bool = False
    """Whether the article is for people who take part. It is then checked for a lower reading age."""
    chapters: tuple[Chapter, ...]
    """The chapters, in order."""
    series: SeriesId | None = None
    """The series that the article belongs to."""
    order: PlaceInSeries | None = None
    """The place of the article in its series, counted from 1."""
    as_of: Day | None = None
    """The day on which the facts were checked. It is printed with the article."""
    review_by: Day | None = None
    """The day by which to check the facts again. After it, `coprod check` gives a warning."""
    tools: tuple[ToolId, ...] = ()
    """Tools that the article recommends or adapts. Their pages link to the article."""
    workshops: tuple[WorkshopId, ...] = ()
    """Workshops that the article recommends. Their pages link to the article."""
    forms: tuple[FormId, ...] = ()
    """Forms that the article recommends. Their pages link to the article."""
    themes: tuple[ThemeId, ...] = ()
    """The themes that the article belongs to."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the subject of the article."""
    easy_read: EasyRead | None = None
    """An easy-read version of the article, in simple words with pictures."""


@frozen(kw_only=True)
class Term(Item):
    """A word that people may hear or read, explained in plain words."""

    term: Line
    """The word or phrase."""
    meaning: Prose
    """What the term means, in plain words."""
    why: Prose
    """Why the term matters, or how it can mislead."""
    jargon: bool = False
    """Whether the term must be explained wherever it is used."""
    preferred: Line | None = None
    """Words to use instead of the term."""
    see: tuple[TermId, ...] = ()
    """Related terms in the glossary."""
