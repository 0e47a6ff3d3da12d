"""The title, date, credit and licence of a library."""

from attrs import frozen

from coprod_content.content.field_types import Day, Language, Line, Prose, SecureUrl


@frozen(kw_only=True)
class About:
    """The title, date, credit and terms of use of a library."""

    title: Line
    """The title of the library."""
    language: Language
    """The language of the content."""
    date: Day
    """The date of the content, which is also the date of each document made from the content."""
    statement: Prose
    """Who the library is for. Also name any organisation that readers may wrongly think has made or endorsed it."""
    credit: Prose
    """The people and organisations to credit."""
    basis: Prose
    """How readers can tell published sources from the library's own advice."""
    licence: Prose
    """The terms on which the content may be used."""
    imprint: Line
    """The small print on every page or card."""
    attribution: Prose | None = None
    """The credit in one sentence, for files that other organisations make from this content."""
    include_ours: bool = False
    """Whether the library also includes our content, which stays in English and is marked as English. If this is
    `no` or is left out, a content root with this file is a complete library on its own.
    """
    url: SecureUrl | None = None
    """The https address of the published web edition. If it is given, each card has a QR code for its own web page. If
    it is left out, each card shows its id instead.
    """
