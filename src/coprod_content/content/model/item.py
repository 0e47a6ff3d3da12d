"""Content items, and values that several kinds of them share."""

from typing import Literal

from attrs import field, frozen

from coprod_content.content.field_types import Day, Minutes, People, Prose, ReferenceId, Slug, Url
from coprod_content.content.source import NOWHERE, Source


@frozen(kw_only=True)
class Item:
    """What all content items have."""

    id: Slug
    """The name of the item: unique in the library, and the name of its file or its key in a shared file."""
    source: Source = field(default=NOWHERE, eq=False, repr=False)
    """The file that the item was read from."""


@frozen(kw_only=True)
class MinutesRange:
    """The shortest and longest time that something takes, in minutes."""

    least: Minutes
    """The shortest time that it takes."""
    most: Minutes
    """The longest time that it takes."""


@frozen(kw_only=True)
class PeopleRange:
    """The smallest and largest group that something works with."""

    least: People
    """The smallest group that it works with."""
    most: People
    """The largest group that it works with."""


@frozen(kw_only=True)
class Origin:
    """The origin of a method or idea, and its terms of use."""

    standing: Literal["published", "adapted", "own"]
    """How the item relates to it: `published` is a known method in our words, `adapted` a known idea in our own
    format, `own` our own work.
    """
    credit: Prose
    """Who made the method or had the idea."""
    licence: Prose
    """The terms on which it may be used."""
    url: Url | None = None
    """A page about it."""
    references: tuple[ReferenceId, ...] = ()
    """Works that describe it."""


@frozen(kw_only=True)
class Change:
    """A change in an item, for readers with an older printed copy."""

    day: Day
    """The day of the change."""
    what: Prose
    """What changed, for readers with an older printed copy."""
