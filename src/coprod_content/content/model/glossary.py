"""Terms of the glossary."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, TermId
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Term(Item):
    """A word that people meet, in plain words, and why it matters or misleads.

    `jargon` marks a word that has to be explained wherever people who take part hear or read it.
    """

    term: Line
    meaning: Prose
    why: Prose
    jargon: bool = False
    preferred: Line | None = None
    see: tuple[TermId, ...] = ()
