"""The base class of content items, and values that several kinds use."""

from typing import Literal

from attrs import field, frozen

from coprod_content.content.field_types import Day, Minutes, People, Prose, ReferenceId, Slug, Url
from coprod_content.content.source import NOWHERE, Source


@frozen(kw_only=True)
class Item:
    """The base class of content items, with the fields that they share."""

    id: Slug
    """The item's id, unique in the library. It is the item's file name without .yaml, or its key in a shared file."""
    source: Source = field(default=NOWHERE, eq=False, repr=False)
    """The file that the item was read from."""


@frozen(kw_only=True)
class MinutesRange:
    """A range of durations, in minutes."""

    least: Minutes
    """The shortest duration, in minutes."""
    most: Minutes
    """The longest duration, in minutes."""


@frozen(kw_only=True)
class PeopleRange:
    """A range of group sizes."""

    least: People
    """The number of people in the smallest suitable group."""
    most: People
    """The number of people in the largest suitable group."""


@frozen(kw_only=True)
class Origin:
    """The origin of a method or idea, and its terms of use."""

    standing: Literal["published", "adapted", "own"]
    """Whether the item is a known method in our words (`published`), a known idea in our own format (`adapted`), or our
    own work (`own`).
    """
    credit: Prose
    """Who came up with the method or the idea."""
    licence: Prose
    """The terms on which the method or idea may be used."""
    url: Url | None = None
    """The address of a page about the method or idea."""
    references: tuple[ReferenceId, ...] = ()
    """Published works that describe the method or idea."""


@frozen(kw_only=True)
class Change:
    """A change to an item, listed for readers of older printed copies."""

    day: Day
    """The date of the change."""
    what: Prose
    """What changed, for readers with an older printed copy."""
