"""Editorial advice: passages that an editor may want to review."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from coprod_content.checks.easy_read import term_without_brackets
from coprod_content.checks.questions import MOST_QUESTION_WORDS
from coprod_content.checks.reading.reader_texts import long_sentences, texts_by_reader
from coprod_content.checks.reading.reading_age import ReadingAge
from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.library import Library
from coprod_content.content.model import FilmSlot, Item, Postcard, ToolSlot, Workshop
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.spans import text_of

MOST_WORDS = MOST_QUESTION_WORDS
"""The maximum number of words in a sentence. `checks.questions` checks the same limit for questions."""
SAME_QUESTION = 0.5
"""Two questions are nearly identical if at least this fraction of all their words occur in both."""
KNOWN_ACRONYMS = frozenset((
    "NHS", "UK", "USA", "EU", "GP", "GOV", "AM", "PM", "OK", "ID", "TV", "DVD", "PDF", "QR",
    "CC", "BY", "SA", "NC", "ND", "ISBN", "DOI", "URL", "HTML", "YAML", "CSV",
))  # fmt: skip
"""Acronyms that need no expansion."""
SMOKE_ALARM = "A score is a hint, not proof. Ask people who read the text whether it is clear."
_ACRONYM = re.compile(r"(?<![\w&-])[A-Z][A-Z&]*[A-Z](?=s?(?![\w-]))")
_LITTLE = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "is", "was", "are", "stands", "means", "called",
))  # fmt: skip
_NEAR = 3


def editorial_advice(library: Library, items: Collection[Item] | None = None) -> tuple[Finding, ...]:
    """Return advice on long sentences, acronyms, jargon and near-identical postcards.

    If `items` is given, only those items are examined, but postcards among them are compared with all postcards in
    `library`.
    """
    items = tuple(library) if items is None else items
    workshops = (item for item in items if isinstance(item, Workshop))
    return (
        *(finding for item in items for finding in (*_long_sentences(item), *_acronyms(item))),
        *(finding for workshop in workshops for finding in _unexplained(workshop, library)),
        *_near_identical(library.postcards.values(), {item.id for item in items}),
    )


def items_from_roots(library: Library, roots: Collection[str] = ()) -> tuple[Item, ...]:
    """Return the items read from the given content roots.

    If `roots` is empty, all items of the library are returned.
    """
    return tuple(item for item in library if not roots or item.source.root in roots)


def reading_age_advice(ages: Iterable[ReadingAge]) -> tuple[Finding, ...]:
    """Return advice about each reading age above the maximum for its readers."""
    return tuple(
        Finding(
            code="reading-age",
            level="advice",
            field=f"{age.kind} ({age.reader})",
            what=f"the SMOG reading age is {age.smog:.1f}, but the goal is {age.goal}.",
            fix=f"Look first at {', '.join(age.hardest)}. A score is a hint, not proof.",
        )
        for age in ages
        if age.above_goal
    )


def _advice(item: Item, path: FieldPath, code: str, what: str, fix: str) -> Finding:
    return finding_in(item.source, path, code, what, fix, "advice")


def _long_sentences(item: Item) -> Iterator[Finding]:
    questions = {path for path, _, marker in text_fields(item) if isinstance(marker, InlineText) and marker.question}
    for path, _, prose in texts_by_reader(item):
        for what in () if path in questions else long_sentences(prose, MOST_WORDS):
            fix = f"Split it into sentences of at most {MOST_WORDS} words."
            yield _advice(item, path, "long-sentence", what, fix)


def _acronyms(item: Item) -> Iterator[Finding]:
    """Report the first use of each acronym that is never spelt out."""
    texts = [(path, " ".join(span.text for span in text_of(prose))) for path, _, prose in texts_by_reader(item)]
    first: dict[str, FieldPath] = {}
    for path, text in texts:
        for acronym in _ACRONYM.findall(text):
            if acronym not in KNOWN_ACRONYMS:
                first.setdefault(acronym, path)
    everything = " ".join(text for _, text in texts)
    for acronym, path in first.items():
        if not is_expanded(acronym, everything):
            what = f"'{acronym}' is never spelt out in this item."
            yield _advice(item, path, "acronym", what, "Write it in full once, with the short form in brackets.")


def _unexplained(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Report jargon shown to participants but not explained in the handout."""
    items = _workshop_items(workshop, library)
    met = "\n".join(text.prose for item in items for text in texts_by_reader(item) if text.reader == "participant")
    for term in library.terms.values():
        word = term_without_brackets(term.term)
        if term.jargon and term.id not in workshop.terms and re.search(rf"\b{re.escape(word)}\b", met, re.IGNORECASE):
            what = f"participants come across '{word}', which the handout does not explain."
            yield _advice(workshop, ("terms",), "unexplained", what, f"Add {term.id} to terms, or use simpler words.")


def _workshop_items(workshop: Workshop, library: Library) -> Iterator[Item]:
    yield workshop
    for slot in workshop.agenda:
        if isinstance(slot, ToolSlot) and slot.tool in library.tools:
            yield library.tools[slot.tool]
        elif isinstance(slot, FilmSlot) and slot.film in library.films:
            yield library.films[slot.film]


def is_expanded(acronym: str, text: str) -> bool:
    """Return whether `text` spells out an acronym close to where it occurs.

    At most three other words can come between the acronym and the words whose initials it contains. Little words such
    as `of` can be ignored.
    """
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


def _near_identical(cards: Iterable[Postcard], wanted: Collection[str]) -> Iterator[Finding]:
    asked = [(card, frozenset(re.findall(r"[\w’']+", card.question.casefold()))) for card in cards]
    for (one, words), (other, others) in combinations(asked, 2):
        if one.id not in wanted and other.id not in wanted:
            continue
        if words and len(words & others) >= SAME_QUESTION * len(words | others):
            later, earlier = (other, one) if other.id in wanted else (one, other)
            what = f"the card asks nearly the same question as '{earlier.id}': '{earlier.question}'"
            yield _advice(later, ("question",), "same-question", what, "Reword or retire one of the two cards.")
