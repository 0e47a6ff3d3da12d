"""Editorial advice: what an editor may want to read again. Nothing here is a fault, and no run fails on it."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from attrs import frozen

from coprod_content.checks.reading_age import ReadingAge, sentences_with_words, texts_by_reader
from coprod_content.content.library import Library
from coprod_content.content.model import FilmSlot, Item, Postcard, ToolSlot, Workshop
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.field_positions import place_of
from coprod_content.findings.finding import Finding
from coprod_content.text.spans import text_of

MOST_WORDS = 25
SAME_QUESTION = 0.5
"""The share of words that two questions may have in common. Of the 96 canonical cards no two have more than 0.39."""
# fmt: off
KNOWN_ACRONYMS = frozenset((
    "NHS", "UK", "USA", "EU", "GP", "GOV", "AM", "PM", "OK", "ID", "TV", "DVD", "PDF", "QR",
    "CC", "BY", "SA", "NC", "ND", "ISBN", "DOI", "URL", "HTML", "YAML", "CSV",
))
# fmt: on
"""Those that need no expansion, or are seldom known by it."""
SMOKE_ALARM = "A score is a smoke alarm, not proof: it says where to look first. Ask people who read the text."
_ACRONYM = re.compile(r"(?<![\w&-])[A-Z][A-Z&]*[A-Z](?=s?(?![\w-]))")
# fmt: off
_LITTLE = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "is", "was", "are", "stands", "means", "called",
))
# fmt: on
_NEAR = 3


@frozen
class _Spot:
    item: Item
    path: FieldPath
    code: str
    what: str
    fix: str

    @property
    def finding(self) -> Finding:
        return Finding(
            code=self.code,
            level="advice",
            where=place_of(self.item, self.path),
            field=field_name(self.path),
            what=self.what,
            fix=self.fix,
        )


def editorial_advice(library: Library, roots: Collection[str] = ()) -> tuple[Finding, ...]:
    """Long sentences, acronyms and jargon that are not explained, and postcards that ask the same.

    With `roots` only what was read from those is looked at, though its postcards are compared with all.
    """
    items = items_from_roots(library, roots)
    spots = [spot for item in items for spot in (*_long_sentences(item), *_acronyms(item))]
    spots += (spot for item in items if isinstance(item, Workshop) for spot in _unexplained(item, library))
    spots += _near_identical(library.postcards.values(), {item.id for item in items})
    return tuple(spot.finding for spot in spots)


def items_from_roots(library: Library, roots: Collection[str] = ()) -> tuple[Item, ...]:
    """The items that were read from some content roots, named as they were given; from any where none is named."""
    return tuple(item for item in library if not roots or item.source.root in roots)


def reading_age_advice(ages: Iterable[ReadingAge]) -> tuple[Finding, ...]:
    """A finding for each kind that reads older than its reader's goal; it belongs to no one file."""
    return tuple(
        Finding(
            code="reading-age",
            level="advice",
            field=f"{age.kind} ({age.reader})",
            what=f"reads at age {age.smog:.1f} by SMOG, and aims at {age.goal}.",
            fix=f"Look first at {', '.join(age.hardest)}. A score is a smoke alarm, not proof.",
        )
        for age in ages
        if age.above_goal
    )


def _long_sentences(item: Item) -> Iterator[_Spot]:
    for path, _, prose in texts_by_reader(item):
        for sentence, _ in sentences_with_words(prose):
            count = len([word for word in sentence.split() if re.search(r"\w", word)])
            if count > MOST_WORDS:
                what = f"a sentence of {count} words, '{sentence[:50].rstrip()}…'."
                yield _Spot(item, path, "long-sentence", what, f"Split it: {MOST_WORDS} words are enough.")


def _acronyms(item: Item) -> Iterator[_Spot]:
    """The first use of each acronym whose words stand right before or after none of its uses."""
    texts = [(path, " ".join(span.text for span in text_of(prose))) for path, _, prose in texts_by_reader(item)]
    first: dict[str, FieldPath] = {}
    for path, text in texts:
        for acronym in _ACRONYM.findall(text):
            if acronym not in KNOWN_ACRONYMS:
                first.setdefault(acronym, path)
    everything = " ".join(text for _, text in texts)
    for acronym, path in first.items():
        if not is_expanded(acronym, everything):
            what = f"'{acronym}' never stands beside the words that it is short for in this item."
            yield _Spot(item, path, "acronym", what, "Write them out once, with the short form in brackets.")


def _unexplained(workshop: Workshop, library: Library) -> Iterator[_Spot]:
    """Jargon that people hear or read in a workshop and that is not among the words that its handout explains."""
    met = "\n".join(
        prose
        for item in _met_in(workshop, library)
        for _, reader, prose in texts_by_reader(item)
        if reader == "participant"
    )
    for term in library.terms.values():
        word = re.sub(r"\s*\(.*\)", "", term.term)
        if term.jargon and term.id not in workshop.terms and re.search(rf"\b{re.escape(word)}\b", met, re.IGNORECASE):
            what = f"people meet '{word}', which the handout does not explain."
            yield _Spot(workshop, ("terms",), "unexplained", what, f"Add {term.id} to terms, or say it in other words.")


def _met_in(workshop: Workshop, library: Library) -> Iterator[Item]:
    """A workshop with its tools and films, but for those that there are not, of which an error tells."""
    yield workshop
    for slot in workshop.agenda:
        if isinstance(slot, ToolSlot) and slot.tool in library.tools:
            yield library.tools[slot.tool]
        elif isinstance(slot, FilmSlot) and slot.film in library.films:
            yield library.films[slot.film]


def is_expanded(acronym: str, text: str) -> bool:
    """Whether words with the initials of an acronym stand near one of its uses: up to three words in between."""
    letters = acronym.replace("&", "").casefold()
    parts = re.split(rf"(?<!\w){re.escape(acronym)}(?!\w)", text)
    for before, after in pairwise(parts):
        for little in (frozenset[str](), _LITTLE):
            reach = len(letters) + _NEAR
            if letters in _initials(before, little)[-reach:] or letters in _initials(after, little)[:reach]:
                return True
    return False


def _initials(text: str, without: Collection[str]) -> str:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())
    return "".join(word[0] for word in words if word not in without)


def _near_identical(cards: Iterable[Postcard], wanted: Collection[str]) -> Iterator[_Spot]:
    asked = [(card, frozenset(re.findall(r"[\w’']+", card.question.casefold()))) for card in cards]
    for (one, words), (other, others) in combinations(asked, 2):
        if one.id not in wanted and other.id not in wanted:
            continue
        if words and len(words & others) >= SAME_QUESTION * len(words | others):
            later, earlier = (other, one) if other.id in wanted else (one, other)
            what = f"asks nearly the same as '{earlier.id}', '{earlier.question}'"
            yield _Spot(later, ("question",), "same-question", what, "Change one of them, or retire it.")
