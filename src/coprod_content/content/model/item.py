"""Content items, and values that several kinds of them share."""

from typing import Literal

from attrs import field, frozen

from coprod_content.content.field_types import Day, Minutes, People, Prose, ReferenceId, Slug, Url
from coprod_content.content.source import NOWHERE, Source


@frozen(kw_only=True)
class Item:
    """What all content items have: an id, unique in the library, and the file that it was read from."""

    id: Slug
    source: Source = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class MinutesRange:
    """The shortest and longest that something takes, in minutes."""

    least: Minutes
    most: Minutes


@frozen(kw_only=True)
class PeopleRange:
    """The smallest and largest group that something works with."""

    least: People
    most: People


@frozen(kw_only=True)
class Origin:
    """Where a method or an idea comes from, and on what terms it may be used.

    `standing` says how the item relates to it: `published` (a known method in our words), `adapted` (a known
    idea in a format of our own) or `own` (the library's own work).
    """

    standing: Literal["published", "adapted", "own"]
    credit: Prose
    licence: Prose
    url: Url | None = None
    references: tuple[ReferenceId, ...] = ()


@frozen(kw_only=True)
class Change:
    """What changed in an item on a day, told to somebody who holds a copy that was printed before it."""

    day: Day
    what: Prose
