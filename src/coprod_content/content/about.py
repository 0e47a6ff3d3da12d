"""The library itself: its title, date, credit and licence."""

from attrs import frozen

from coprod_content.content.field_types import Day, Language, Line, Prose, Url


@frozen(kw_only=True)
class About:
    """What the library says of itself on everything that is made from it.

    `url` is the address at which its web edition is published: cards then lead to their pages there.
    """

    title: Line
    language: Language
    date: Day
    statement: Prose
    credit: Prose
    basis: Prose
    licence: Prose
    imprint: Line
    url: Url | None = None
