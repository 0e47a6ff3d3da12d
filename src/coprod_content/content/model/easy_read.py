"""Easy-read texts and their pictures."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, PictureId, Prose
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Picture(Item):
    """A pictogram that goes with an idea in simple words, on a canvas of 40 by 40 units; `alt` says what it shows."""

    alt: Line
    drawing: Drawing


@frozen(kw_only=True)
class Idea:
    """One idea in one or two short sentences, and the picture that goes with it."""

    words: Prose
    picture: PictureId


@frozen(kw_only=True)
class IdeaGroup:
    """Ideas under a heading, in the order in which they are read."""

    title: Line
    ideas: tuple[Idea, ...]


@frozen(kw_only=True)
class HardWord:
    """A word that some readers do not know, and what it means in words that they do."""

    word: Line
    meaning: Prose


@frozen(kw_only=True)
class EasyRead:
    """What an item says in simple words with pictures, written for it, never made from the long text.

    `title` stands for the item's own, on a postcard for its question. `tested_by` says which people with learning
    disabilities tested the text, and when: until then nothing made from it is called Easy Read.
    """

    title: Line
    parts: tuple[IdeaGroup, ...]
    hard_words: tuple[HardWord, ...] = ()
    tested_by: Line | None = None
