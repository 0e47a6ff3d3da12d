"""Easy-read texts and their pictures."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, PictureId, Prose
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Picture(Item):
    """A pictogram to show beside an idea in simple words."""

    alt: Line
    """What the picture shows."""
    drawing: Drawing
    """The picture, on a canvas of 40 by 40 drawing units."""


@frozen(kw_only=True)
class Idea:
    """An idea in simple words, with a picture."""

    words: Prose
    """The idea, in one or two short sentences."""
    picture: PictureId
    """The picture to show beside the words."""


@frozen(kw_only=True)
class IdeaGroup:
    """Ideas grouped under a heading."""

    title: Line
    """The heading above the ideas."""
    ideas: tuple[Idea, ...]
    """Up to six ideas, in reading order."""


@frozen(kw_only=True)
class HardWord:
    """A word that some readers may not know, and its meaning."""

    word: Line
    """The word as it appears in the text."""
    meaning: Prose
    """What the word means, in easy words."""


@frozen(kw_only=True)
class EasyRead:
    """An easy-read version of an item, in simple words with pictures.

    It is written by people, for readers who find reading hard, and is never generated from the full text.
    """

    title: Line
    """The title in simple words. On an easy-read postcard, it is printed in place of the question."""
    parts: tuple[IdeaGroup, ...]
    """The parts of the text, each with a heading."""
    hard_words: tuple[HardWord, ...] = ()
    """Words that some readers may not know, with their meanings."""
    tested_by: Line | None = None
    """The people with learning disabilities who tested the text, and when. If this is left out, the text counts as
    untested and is marked as a draft wherever it appears.
    """
