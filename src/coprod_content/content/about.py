"""The library itself: its title, date, credit and licence."""

from attrs import frozen

from coprod_content.content.field_types import Day, Language, Line, Prose, Url


@frozen(kw_only=True)
class About:
    """Details of the library, printed on everything made from it."""

    title: Line
    """The title of the library."""
    language: Language
    """The language of the content."""
    date: Day
    """The date of the content, shown on everything made from it."""
    statement: Prose
    """Who the library is for, and who did not make it."""
    credit: Prose
    """Who is to be credited."""
    basis: Prose
    """How readers can tell published sources from the library's own advice."""
    licence: Prose
    """The terms on which the content may be used."""
    imprint: Line
    """The fine print on every page or card."""
    url: Url | None = None
    """The address of the published web edition. If it is given, cards link to their pages there."""
