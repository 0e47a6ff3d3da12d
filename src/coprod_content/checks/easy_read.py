"""Checks on easy-read texts: sentence length, contractions, hard words and pages.

The rules follow public guidance on Easy Read: sentences of 10 to 15 words, one idea and one picture at a time, no
contractions, every hard word explained, and no more than 20 to 24 pages.
"""

import re
from collections.abc import Iterator
from math import ceil

from coprod_content.checks.reading.reader_texts import long_sentences, sentences_with_words
from coprod_content.content.library import Library
from coprod_content.content.model import EasyRead, IdeaGroup, Item, Picture
from coprod_content.content.source import FieldPath, Source
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding, Level
from coprod_content.text.spans import plain, text_of

MOST_WORDS, MOST_SENTENCES = 15, 2
"""The most words in a sentence, and the most sentences in an idea."""
MANY_PAGES, MOST_PAGES = 20, 24
CANVAS = 40.0
"""The width and the height that every picture must have, in drawing units."""
# Measured on A4 handouts: lines per page, per heading and per idea, letters per line, and pages without ideas.
_LINES_A_PAGE, _LINES_OF_HEADING, _LINES_OF_IDEA, _LETTERS_A_LINE, _PAGES_AROUND = 28, 3, 4, 40, 3
_CONTRACTION = re.compile(
    r"\b(?:\w+n['’]t|\w+['’](?:re|ve|ll|m)|(?:it|he|she|that|this|there|here|what|who|where|how|let)['’]s)\b", re.I
)


def easy_read_of(item: Item) -> EasyRead | None:
    """Return an item's easy-read text, or None for an item without one."""
    found: EasyRead | None = getattr(item, "easy_read", None)
    return found


def easy_read_findings(library: Library) -> tuple[Finding, ...]:
    """Return findings about a library's easy-read texts and pictures."""
    words = (term_without_brackets(term.term) for term in library.terms.values() if term.jargon)
    jargon = {word: re.compile(rf"\b{re.escape(word)}\b", re.I) for word in words}
    return tuple(finding for item in library for finding in _item(item, jargon))


def _item(item: Item, jargon: dict[str, re.Pattern[str]]) -> Iterator[Finding]:
    if isinstance(item, Picture) and (item.drawing.width, item.drawing.height) != (CANVAS, CANVAS):
        size = f"{CANVAS:g} by {CANVAS:g} units"
        what = f"the drawing measures {item.drawing.width:g} by {item.drawing.height:g} units instead of {size}."
        yield finding_in(item.source, ("drawing",), "canvas", what, f"Draw it on a canvas of {size}.")
    if text := easy_read_of(item):
        for path, words in _texts(text):
            yield from _wording(path, words, item.source)
        yield from _hard_words(text, jargon, item.source)
        yield from _too_long(text, item.source)


def _texts(text: EasyRead) -> Iterator[tuple[FieldPath, str]]:
    top = "easy_read"
    yield (top, "title"), text.title
    for at, part in enumerate(text.parts):
        yield (top, "parts", at, "title"), part.title
        for of, idea in enumerate(part.ideas):
            yield (top, "parts", at, "ideas", of, "words"), plain(text_of(idea.words))
    for at, hard in enumerate(text.hard_words):
        yield (top, "hard_words", at, "meaning"), plain(text_of(hard.meaning))


def _wording(path: FieldPath, words: str, source: Source) -> Iterator[Finding]:
    for what in long_sentences(words, MOST_WORDS):
        fix = f"Split it into sentences of at most {MOST_WORDS} words."
        yield finding_in(source, path, "easy-read-sentence", what, fix)
    count = len(sentences_with_words(words))
    if path[-1] == "words" and count > MOST_SENTENCES:
        what, fix = f"there are {count} sentences beside one picture.", "Split them into ideas, each with a picture."
        yield finding_in(source, path, "easy-read-idea", what, fix)
    for match in _CONTRACTION.finditer(words):
        what, fix = f"'{match[0]}' is a contraction.", "Write it in full, for example 'do not' for 'don't'."
        yield finding_in(source, path, "easy-read-shortened", what, fix, "warning")


def _hard_words(text: EasyRead, jargon: dict[str, re.Pattern[str]], source: Source) -> Iterator[Finding]:
    """Report the first use of each unexplained jargon word."""
    explained, texts = {hard.word.casefold() for hard in text.hard_words}, tuple(_texts(text))
    together = "\n".join(words for _, words in texts)
    for word, pattern in jargon.items():
        if word.casefold() in explained or not pattern.search(together):
            continue
        found = next((path for path, words in texts if pattern.search(words)), None)
        if found:
            what = f"'{word}' is a hard word that the text does not explain."
            fix = "Use simpler words, or add it to hard_words with its meaning."
            yield finding_in(source, found, "easy-read-hard-word", what, fix, "warning")


def term_without_brackets(term: str) -> str:
    """Return a term without the part in brackets, if it has one."""
    return re.sub(r"\s*\(.*\)", "", term)


def _too_long(text: EasyRead, source: Source) -> Iterator[Finding]:
    count = easy_read_pages(text)
    if count > MANY_PAGES:
        what = f"the text takes about {count} pages. Easy-read texts should have at most {MANY_PAGES}."
        level: Level = "error" if count > MOST_PAGES else "warning"
        fix = "Leave ideas out, or split the text in two."
        yield finding_in(source, ("easy_read",), "easy-read-pages", what, fix, level)


def easy_read_pages(text: EasyRead) -> int:
    """Estimate how many A4 pages an easy-read text takes, including the cover."""
    return _PAGES_AROUND + sum(ceil(_lines(part) / _LINES_A_PAGE) for part in text.parts)


def _lines(part: IdeaGroup) -> int:
    """Estimate how many lines of text a part takes, including its heading."""
    ideas = (max(_LINES_OF_IDEA, ceil(len(idea.words) / _LETTERS_A_LINE) + 1) for idea in part.ideas)
    return _LINES_OF_HEADING + sum(ideas)
