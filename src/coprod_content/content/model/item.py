"""The base class of content items, and values that several kinds use."""

from base64 import b64decode
from typing import Literal

from attrs import field, frozen

from coprod_content.content.field_types import (
    Day,
    Line,
    Minutes,
    Note,
    People,
    PhotoData,
    PhotoName,
    Prose,
    ReferenceId,
    Slug,
    Url,
)
from coprod_content.content.source import NOWHERE, Source


@frozen(kw_only=True)
class Rights:
    """Whose work an item is, and its terms of use."""

    holder: Line
    """The people or organisation to credit."""
    licence: Prose
    """The terms on which the item may be used."""


@frozen(kw_only=True)
class Item:
    """The base class of content items, with the fields that they share."""

    id: Slug
    """The item's id, unique in the library. It is the item's file name without .yaml, or its key in a shared file."""
    rights: Rights | None = None
    """Whose work the item is, if it is not that of the organisation or library. It is credited in each file's section
    on the material.
    """
    source: Source = field(default=NOWHERE, eq=False, repr=False)
    """The file that the item was read from."""

    @property
    def amended_by(self) -> Source | None:
        """The amend file that changed fields of the item, or None."""
        return self.source if self.source.amends else None

    @property
    def changed_from(self) -> Source | None:
        """The source of the item that this one replaces or amends.

        It is None for an item that does neither.
        """
        return self.source.base


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


@frozen(kw_only=True)
class Photo:
    """A photo that goes with an agenda item or an event.

    Slides, guides, handouts and web pages show it. Hidden data, such as where it was taken, is never copied to them.
    """

    file: PhotoName
    """The name of the photo, a PNG or JPEG file in the same folder as this file."""
    alt: Line
    """What the photo shows that matters here, for people who cannot see it."""
    consent: Note
    """Who agreed to the use of the photo, for what and until when. It is printed only in the facilitator guide."""
    credit: Line | None = None
    """Who to credit, such as "Photo: Jo Bloggs". It is printed small below the photo."""
    data: PhotoData | None = None
    """The photo itself, in base64. Programs include it so that a plan is a single file. Leave it out of files that you
    write.
    """

    @property
    def jpeg(self) -> bytes:
        """The photo as a JPEG file.

        Raises ValueError if `data` is None, because the photo has not been read from its file.
        """
        if not self.data:
            raise ValueError(f"the photo '{self.file}' has not been read. Load it with its workshop, or set its data.")
        return b64decode(self.data)
