"""Publications: resources to use, works that the content cites, and cases."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Day, Line, Prose, ThemeId, ToolId, Url, Year
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Resource(Item):
    """A useful publication or network from another organisation."""

    title: Line
    """The title, as published."""
    publisher: Line
    """Who published the resource."""
    year: Year | None = None
    """The year of publication."""
    type: Literal["guide", "toolkit", "network", "training", "policy", "standard", "measure", "review", "film", "story"]
    """The type of resource. A `story` tells what happened in one place. If a theme has no film, its slides show one of
    its stories.
    """
    purpose: Prose
    """What the resource is useful for."""
    tools: tuple[ToolId, ...] = ()
    """Tools that the resource helps with. Their pages link to it."""
    audience: Line
    """The intended readers or users."""
    cost: Line
    """The price, such as "Free"."""
    licence: Line | None = None
    """The terms on which the resource may be used."""
    url: Url
    """The web address of the resource, as published."""
    themes: tuple[ThemeId, ...]
    """The themes that the resource belongs to."""
    limits: Prose | None = None
    """What the resource does not do, or what to check before you rely on it."""
    as_of: Day | None = None
    """The day on which the facts about the resource were checked. It is printed with the resource."""
    review_by: Day | None = None
    """The day by which to check the facts again. After it, `coprod check` gives a warning."""


@frozen(kw_only=True)
class Study:
    """How a work was done and what came of it."""

    design: Line
    """The kind of study, and how many works or people it covers."""
    setting: Line
    """Where and when the study took place."""
    involved: Line
    """Who was involved, and how far."""
    outcome: Prose
    """What came of the work, with figures if they were seen."""
    strength: Literal["firm", "fair", "slight", "opinion"]
    """How much the work can say about its own question.

    It is `firm` for a trial, or a careful review of studies that agree; `fair` for a careful review of mixed studies,
    or a close study of several places; `slight` for one place, a comparison of before and after, or people's own
    reports; and `opinion` for an essay or a reflection.
    """
    limit: Line | None = None
    """What readers must know about the strength of the work, such as "It is about research"."""


@frozen(kw_only=True)
class Reference(Item):
    """A published work that content cites. Leave out details you cannot confirm."""

    authors: tuple[Line, ...]
    """The authors, each as "Surname, Initials" or the name of an organisation."""
    year: Year | None = None
    """The year of publication."""
    title: Line
    """The title of the work."""
    container: Line | None = None
    """The journal, book or site in which the work appeared."""
    volume: Line | None = None
    """The volume of the journal."""
    issue: Line | None = None
    """The issue of the journal."""
    pages: Line | None = None
    """The pages, such as "12-19"."""
    doi: Line | None = None
    """The DOI, without https://doi.org/."""
    url: Url | None = None
    """The address of the work, as published."""
    seen: Literal["record", "abstract", "whole"] | None = None
    """How much of the work was seen: a record with its title and first author, an abstract or the first pages, or the
    whole work. Leave it out only if no one has seen the work. `coprod check` reports works that are cited without
    `seen`.
    """
    research: bool = False
    """Whether the work is about involving people in research, not in services."""
    finding: Prose
    """What the work found, in our words."""
    study: Study | None = None
    """How the work was done and what came of it, for tables of studies."""
    themes: tuple[ThemeId, ...] = ()
    """The themes that the work belongs to."""


@frozen(kw_only=True)
class Case(Item):
    """A real, published story of improvement that people made together."""

    title: Line
    """What the case is about, in a few words."""
    place: Line
    """Where it happened."""
    when: Line
    """When it happened, as far as the sources say."""
    summary: Prose
    """The case in a sentence or two, for lists and slides."""
    aim: Prose
    """What people wanted to change, and why."""
    involved: Prose
    """Who took part, and how."""
    payment: Prose | None = None
    """How people were paid. If this is left out, the page says that the sources do not say."""
    did: tuple[Prose, ...]
    """What people did, in order."""
    result: tuple[Prose, ...]
    """What was measured or reported. If sources differ, give each with its source."""
    unknown: tuple[Prose, ...]
    """What went wrong, or is not known."""
    take: tuple[Prose, ...]
    """What others can learn from the case. The first point is on the slide."""
    sources: tuple[Prose, ...]
    """Where the case is published. Each source has a link or a citation."""
    themes: tuple[ThemeId, ...]
    """The themes that the case belongs to, main theme first."""
    tools: tuple[ToolId, ...] = ()
    """Tools that are like what people did."""
