"""How voices say words."""

from attrs import frozen

from coprod_content.content.field_types import SpokenWords, WrittenWords
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Pronunciation(Item):
    """How a voice says a word in films and audio files."""

    word: WrittenWords
    """The word or phrase, as it is written. Capitals make no difference."""
    said: SpokenWords
    """How to say it, in words that a voice reads correctly."""
