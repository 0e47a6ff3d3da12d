"""Glossary terms."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, TermId
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Term(Item):
    """A word that people may hear or read, explained in plain words."""

    term: Line
    """The word or phrase."""
    meaning: Prose
    """What the term means, in plain words."""
    why: Prose
    """Why the term matters, or how it can mislead."""
    jargon: bool = False
    """Whether the term must be explained wherever it is used."""
    preferred: Line | None = None
    """Words to use instead of the term."""
    see: tuple[TermId, ...] = ()
    """Related terms in the glossary."""
