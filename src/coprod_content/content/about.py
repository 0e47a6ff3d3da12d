"""The library itself: its title, date, credit and licence."""

from attrs import frozen

from coprod_content.content.field_types import Day, Language, Line, Prose, Url


@frozen(kw_only=True)
class About:
    """What the library says about itself on everything made from it."""

    title: Line
    """The title of the library."""
    language: Language
    """The language of the content."""
    date: Day
    """The date of the content, on everything that is made from it."""
    statement: Prose
    """Who the library is for, and who did not make it."""
    credit: Prose
    """Who is to be credited."""
    basis: Prose
    """How readers can tell sources from the advice of the library."""
    licence: Prose
    """The terms on which the content may be used."""
    imprint: Line
    """The fine print on every page or card."""
    url: Url | None = None
    """The address of the published web edition. Cards then lead to their pages there."""
