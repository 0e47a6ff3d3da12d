"""Reading ages of content: by SMOG and Flesch–Kincaid, pooled by kind and reader.

A score is a smoke alarm, not proof: it counts syllables and sentences, and knows nothing of sense. It says where to
look first. Single cards are too short for either formula, so scores are of whole kinds.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from attrs import frozen

from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Diagram, Film, Item, Picture, Postcard, Reference, Resource, Term
from coprod_content.content.source import FieldPath
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import text_of, verbatim

Reader = Literal["participant", "facilitator", "easy-read"]
Syllables = Callable[[str], int]

GOALS: dict[Reader, int] = {"participant": 11, "facilitator": 14, "easy-read": 9}
"""The reading age in years that text aims at."""
FEWEST_SENTENCES = 30
"""SMOG is defined for thirty sentences; below that a score means nothing."""
FAMILIAR = frozenset(
    {
        "co-production",
        "co-produce",
        "co-produced",
        "co-producing",
        "facilitator",
        "facilitators",
        "everybody",
        "together",
    }
)
"""Long words that readers of this library meet throughout: each is counted as long once in a pool of text."""
_FOR_PARTICIPANTS = (Postcard, Film, Diagram, Term)
_SPOKEN = frozenset({"say", "question", "questions", "closing_questions", "handout", "points", "outcomes"})
_OUR_WORDS = {
    Reference: frozenset({"finding"}),
    Resource: frozenset({"purpose", "audience"}),
    Picture: frozenset[str](),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…][\"')\]’”]*\s*$")


class PyphenMissing(Exception):
    """Pyphen, which counts syllables, is not installed."""

    def __str__(self) -> str:
        return "Reading ages need Pyphen: pip install 'coprod-content[check]'."


class ReaderText(NamedTuple):
    """A text in our own words, where it stands in its item, and who reads it."""

    path: FieldPath
    reader: Reader
    prose: str


def texts_by_reader(item: Item) -> Iterator[ReaderText]:
    """The texts of an item that are ours: no bibliographic fields, labels of drawings or licences."""
    ours = _OUR_WORDS.get(type(item))
    for path, value, marker in text_fields(item):
        if not isinstance(marker, InlineText) or "drawing" in path or "licence" in path:
            continue
        if (ours is None or path[0] in ours) and path[-1] != "tested_by":
            yield ReaderText(path, _reader(item, path), str(value))


def _reader(item: Item, path: FieldPath) -> Reader:
    if path[0] == "easy_read":
        return "easy-read"
    if "origin" in path:
        return "facilitator"
    return "participant" if isinstance(item, _FOR_PARTICIPANTS) or _SPOKEN & set(path) else "facilitator"


def sentences_with_words(prose: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each sentence of a prose field without its citations, with its words; numbers are no words here."""
    spoken = "".join(span.text for span in text_of(prose) if not span.citation)
    told = ("".join(span.text for span in sentence).strip() for sentence in sentences(verbatim(spoken)))
    return tuple((sentence, tuple(_WORD.findall(sentence))) for sentence in told if sentence)


@frozen
class ReadingAge:
    """How hard the text of some kind is for some reader, in years of age; None where there is too little text.

    `hardest` are ids of the items with the longest words and sentences, the hardest first.
    """

    kind: str
    reader: Reader
    sentences: int
    words: int
    smog: float | None
    flesch_kincaid: float | None
    hardest: tuple[str, ...] = ()

    @property
    def goal(self) -> int:
        """The reading age that text for this reader aims at."""
        return GOALS[self.reader]

    @property
    def above_goal(self) -> bool:
        """Whether SMOG, which a study of health leaflets prefers, is above the goal."""
        return self.smog is not None and round(self.smog, 1) > self.goal


@frozen
class TextCounts:
    """What the formulas need to know of a text."""

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def smog(self) -> float | None:
        """The British form of SMOG, in years: the root of the long words in thirty sentences, and eight."""
        if self.sentences < FEWEST_SENTENCES:
            return None
        return math.sqrt(self.long_words * 30 / self.sentences) + 8

    @property
    def flesch_kincaid(self) -> float | None:
        """The Flesch–Kincaid grade and five, in years."""
        if self.sentences < FEWEST_SENTENCES or not self.words:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59 + 5


def text_counts(pool: Iterable[str], syllables: Syllables) -> TextCounts:
    """The counts of some prose fields; texts that do not end like a sentence, such as titles, are left out."""
    told = [words for prose in pool if _ENDS.search(prose) for _, words in sentences_with_words(prose) if words]
    met: set[str] = set()
    long_words = total = 0
    for word in (word.casefold() for words in told for word in words):
        total += syllables(word)
        long_words += syllables(word) >= 3 and word not in met
        if word in FAMILIAR:
            met.add(word)
    return TextCounts(len(told), sum(len(words) for words in told), total, long_words)


def reading_ages(items: Iterable[Item], syllables: Syllables | None = None) -> tuple[ReadingAge, ...]:
    """The reading age of each kind for each reader, in the order of the items. Raises NoSyllables."""
    count = syllables or british_syllables()
    pools: dict[tuple[str, Reader], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        for said in texts_by_reader(item):
            pools[kind_of(item).name, said.reader][item.id].append(said.prose)
    return tuple(_reading_age(kind, reader, pool, count) for (kind, reader), pool in pools.items())


def _reading_age(kind: str, reader: Reader, pool: dict[str, list[str]], syllables: Syllables) -> ReadingAge:
    counts = text_counts((prose for proses in pool.values() for prose in proses), syllables)
    ranked = sorted(((_hardness(text_counts(proses, syllables)), id_) for id_, proses in pool.items()), reverse=True)
    return ReadingAge(
        kind=kind,
        reader=reader,
        sentences=counts.sentences,
        words=counts.words,
        smog=counts.smog,
        flesch_kincaid=counts.flesch_kincaid,
        hardest=tuple(id_ for hardness, id_ in ranked[:3] if hardness),
    )


def _hardness(counts: TextCounts) -> float:
    """Long words a sentence, which orders items however short they are; it is no age."""
    return counts.long_words / counts.sentences if counts.sentences else 0.0


def british_syllables() -> Syllables:
    """What counts the syllables of a word by the British hyphenation patterns, a little low. Raises NoSyllables."""
    try:
        from pyphen import Pyphen
    except ImportError:
        raise PyphenMissing from None
    patterns = Pyphen(lang="en_GB", left=1, right=1)
    known: dict[str, int] = {}

    def syllables(word: str) -> int:
        if word not in known:
            known[word] = sum(len(patterns.positions(part)) + 1 for part in word.split("-") if part)
        return known[word]

    return syllables
