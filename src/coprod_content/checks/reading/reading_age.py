"""SMOG and Flesch–Kincaid reading ages for each kind of item and reader.

A score counts syllables and sentences. It shows where to look first, but cannot judge whether a text is clear. A single
card is too short for either formula, so texts from one kind of item for one kind of reader are scored together. Names
and quoted titles are left out.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from attrs import frozen

from coprod_content.checks.reading.names import title_key, without_names
from coprod_content.checks.reading.reader_texts import Reader, sentences_with_words, texts_by_reader, words_in
from coprod_content.checks.reading.syllables import syllables
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item

GOALS: dict[Reader, int] = {"participant": 11, "facilitator": 14, "easy-read": 9}
"""The maximum reading age, in years, for each kind of reader."""
FEWEST_SENTENCES = 30
"""The fewest sentences to score, because SMOG is defined for samples of 30."""
FAMILIAR = frozenset((
    "co-production", "co-produce", "co-produced", "co-producing",
    "facilitator", "facilitators", "everybody", "everyone", "together",
))  # fmt: skip
"""Long words that recur throughout. Each counts as a long word only once in a set of texts."""
_ENDS = re.compile(r"[.!?…][\"')\]’”]*\s*$")


@frozen
class ReadingAge:
    """One kind of item's reading age, for one kind of reader.

    `sentences` and `words` are the numbers of sentences and words in the texts of these items for this reader. `smog`
    and `flesch_kincaid` are ages in years by two formulas, or None if there is too little text. `hardest` contains the
    ids of up to three items with the most long words per sentence, hardest first.
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
        """The maximum reading age, in years, for the reader in `reader`."""
        return GOALS[self.reader]

    @property
    def above_goal(self) -> bool:
        """Whether the SMOG age is above the goal.

        SMOG is used because a study of health leaflets recommends it over other formulas.
        """
        return self.smog is not None and round(self.smog, 1) > self.goal


@frozen
class TextCounts:
    """The numbers of sentences, words, syllables and long words in texts."""

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def smog(self) -> float | None:
        """The British SMOG reading age, or None for too few sentences."""
        if self.sentences < FEWEST_SENTENCES:
            return None
        return math.sqrt(self.long_words * 30 / self.sentences) + 8

    @property
    def flesch_kincaid(self) -> float | None:
        """The Flesch–Kincaid reading age, or None for too few sentences."""
        if self.sentences < FEWEST_SENTENCES or not self.words:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59 + 5

    @property
    def hardness(self) -> float:
        """The mean number of long words per sentence.

        It is 0 if there are no sentences, and is used to rank single items, which are too short for a reading age.
        """
        return self.long_words / self.sentences if self.sentences else 0.0


def text_counts(proses: Iterable[str], titles: Collection[str] = ()) -> TextCounts:
    """Count the sentences, words, syllables and long words in the given texts.

    Texts that do not end like a sentence, such as titles, are omitted. So are names, and quoted titles whose keys are
    in `titles`. A long word has three or more syllables. It counts only once if it is in FAMILIAR.
    """
    whole = [
        sentence for prose in proses if _ENDS.search(prose) for sentence, words in sentences_with_words(prose) if words
    ]
    counted = [word.casefold() for sentence in whole for word in words_in(without_names(sentence, titles))]
    met: set[str] = set()
    long_words = 0
    for word in counted:
        long_words += syllables(word) >= 3 and word not in met
        if word in FAMILIAR:
            met.add(word)
    return TextCounts(len(whole), len(counted), sum(map(syllables, counted)), long_words)


def reading_ages(items: Iterable[Item]) -> tuple[ReadingAge, ...]:
    """Return a reading age for each kind of item and of reader.

    The reading age is left out if items of that kind have no complete sentence for that kind of reader. The titles of
    all the items are left out where a text quotes them.
    """
    items = tuple(items)
    titles = frozenset(title_key(str(item.title)) for item in items if hasattr(item, "title"))
    texts: dict[tuple[str, Reader], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        for text in texts_by_reader(item):
            texts[kind_of(item).name, text.reader][item.id].append(text.prose)
    ages = (_reading_age(kind, reader, proses, titles) for (kind, reader), proses in texts.items())
    return tuple(age for age in ages if age.sentences)


def _reading_age(kind: str, reader: Reader, texts: dict[str, list[str]], titles: Collection[str]) -> ReadingAge:
    counts = text_counts((prose for proses in texts.values() for prose in proses), titles)
    ranked = sorted(((text_counts(proses, titles).hardness, id_) for id_, proses in texts.items()), reverse=True)
    hardest = tuple(id_ for hardness, id_ in ranked[:3] if hardness)
    return ReadingAge(kind, reader, counts.sentences, counts.words, counts.smog, counts.flesch_kincaid, hardest)
