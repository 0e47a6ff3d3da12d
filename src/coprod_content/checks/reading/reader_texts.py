"""The texts of an item, each with its intended reader."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.model import (
    Article,
    Diagram,
    Film,
    Form,
    Item,
    Picture,
    Postcard,
    Reference,
    Resource,
    Term,
)
from coprod_content.content.source import FieldPath
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import text_of, verbatim

Reader = Literal["participant", "facilitator", "easy-read"]

_FOR_PARTICIPANTS = (Postcard, Film, Diagram)
_SPOKEN = frozenset(
    {"say", "question", "questions", "closing_questions", "handout", "points", "outcomes", "situations"}
)
_ABOUT_A_FORM = ("summary", "notes", "audience")
_ON_A_HANDOUT = ("term", "meaning")
_OUR_FIELDS = {
    Reference: frozenset({"finding"}),
    Resource: frozenset({"purpose", "limits", "audience"}),
    Picture: frozenset[str](),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


class ReaderText(NamedTuple):
    """A text of an item, with its field and intended reader."""

    path: FieldPath
    reader: Reader
    prose: str


def texts_by_reader(item: Item) -> Iterator[ReaderText]:
    """Yield the texts of an item, each with its intended reader.

    Bibliographic fields, labels in drawings, licences and the names of testers are omitted.
    """
    ours = _OUR_FIELDS.get(type(item))
    for path, value, marker in text_fields(item):
        if not isinstance(marker, InlineText) or "drawing" in path or "licence" in path:
            continue
        if (ours is None or path[0] in ours) and path[-1] != "tested_by":
            yield ReaderText(path, _reader(item, path), str(value))


def _reader(item: Item, path: FieldPath) -> Reader:
    if path[0] == "easy_read":
        return "easy-read"
    if "origin" in path or "sign_video" in path:
        return "facilitator"
    if isinstance(item, Form):
        return "facilitator" if item.for_organisers or path[0] in _ABOUT_A_FORM else "participant"
    if isinstance(item, Term):  # handouts print the meaning; only the glossary says why a word matters and what to do
        return "participant" if path[0] in _ON_A_HANDOUT else "facilitator"
    if isinstance(item, Article):
        return "participant" if item.for_participants else "facilitator"
    return "participant" if isinstance(item, _FOR_PARTICIPANTS) or _SPOKEN & set(path) else "facilitator"


def words_in(plain: str) -> tuple[str, ...]:
    """Return the words in plain text. Numbers do not count as words."""
    return tuple(_WORD.findall(plain))


def sentences_with_words(prose: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each sentence in a prose field, with its words.

    Citations are omitted, and numbers do not count as words.
    """
    uncited = "".join(span.text for span in text_of(prose) if not span.citation)
    plain = ("".join(span.text for span in sentence).strip() for sentence in sentences(verbatim(uncited)))
    return tuple((sentence, words_in(sentence)) for sentence in plain if sentence)


def long_sentences(prose: str, most: int) -> Iterator[str]:
    """Yield a description of each sentence with more than `most` words."""
    for sentence, _ in sentences_with_words(prose):
        count = sum(re.search(r"\w", word) is not None for word in sentence.split())
        if count > most:
            yield f"a sentence has {count} words: '{sentence[:50].rstrip()}…'."
