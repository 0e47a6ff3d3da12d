"""Terms of the glossary."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, TermId
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Term(Item):
    """A word that people meet, in plain words."""

    term: Line
    """The word or phrase."""
    meaning: Prose
    """What it means, in plain words."""
    why: Prose
    """Why it matters, or how it misleads."""
    jargon: bool = False
    """Whether it has to be explained wherever people hear or read it."""
    preferred: Line | None = None
    """Words to use instead."""
    see: tuple[TermId, ...] = ()
    """Other terms to read."""
