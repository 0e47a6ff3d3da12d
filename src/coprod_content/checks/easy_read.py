"""What easy-read texts and their pictures have to be: short sentences, one idea each, full words, few pages.

The rules are those of public guidance on Easy Read: sentences of 10 to 15 words, one idea and one picture at a time, no
shortened words, a hard word explained, no more than 20 to 24 pages.
"""

import re
from collections.abc import Iterator
from math import ceil

from attrs import frozen

from coprod_content.checks.reading_age import sentences_with_words
from coprod_content.content.library import Library
from coprod_content.content.model import EasyRead, IdeaGroup, Item, Picture
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.field_positions import place_of
from coprod_content.findings.finding import Finding, Level
from coprod_content.text.spans import plain, text_of

MOST_WORDS, MOST_SENTENCES = 15, 2
"""Of a sentence, and of an idea."""
MANY_PAGES, MOST_PAGES = 20, 24
CANVAS = 40.0
"""The width and height of a picture in drawing units."""
# Measured on A4 handouts: what fits a page, and what a heading and an idea take of it, in lines of words.
_LINES_A_PAGE, _LINES_OF_HEADING, _LINES_OF_IDEA, _LETTERS_A_LINE, _PAGES_AROUND = 28, 3, 4, 40, 3
_SHORTENED = re.compile(
    r"\b(?:\w+n['’]t|\w+['’](?:re|ve|ll|m)|(?:it|he|she|that|this|there|here|what|who|where|how|let)['’]s)\b", re.I
)


@frozen
class _Spot:
    """What is wrong with a field of an item."""

    path: FieldPath
    code: str
    level: Level
    what: str
    fix: str

    def finding(self, item: Item) -> Finding:
        where, name = place_of(item, self.path), field_name(self.path)
        return Finding(code=self.code, level=self.level, where=where, field=name, what=self.what, fix=self.fix)


def easy_read_of(item: Item) -> EasyRead | None:
    """The easy-read text of an item, nothing where it has none or its kind cannot have one."""
    found: EasyRead | None = getattr(item, "easy_read", None)
    return found


def easy_read_findings(library: Library) -> tuple[Finding, ...]:
    """What is wrong with the easy-read texts of a library, and with its pictures."""
    jargon = tuple(_said(term.term) for term in library.terms.values() if term.jargon)
    return tuple(spot.finding(item) for item in library for spot in _spots(item, jargon))


def _spots(item: Item, jargon: tuple[str, ...]) -> Iterator[_Spot]:
    if isinstance(item, Picture) and (item.drawing.width, item.drawing.height) != (CANVAS, CANVAS):
        what = f"the canvas is {item.drawing.width:g} by {item.drawing.height:g} units, and not square like the others."
        yield _Spot(("drawing",), "canvas", "error", what, f"Draw it on {CANVAS:g} by {CANVAS:g}.")
    text = easy_read_of(item)
    if text:
        for path, words in _texts(text):
            yield from _sentences(path, words)
            yield from _shortened(path, words)
        yield from _too_many_sentences(text)
        yield from _unexplained(text, jargon)
        yield from _too_long(text)


def _texts(text: EasyRead) -> Iterator[tuple[FieldPath, str]]:
    """Every text that people read, without markup, with the path to its field."""
    top = "easy_read"
    yield (top, "title"), text.title
    for at, part in enumerate(text.parts):
        yield (top, "parts", at, "title"), part.title
        for of, idea in enumerate(part.ideas):
            yield (top, "parts", at, "ideas", of, "words"), plain(text_of(idea.words))
    for at, hard in enumerate(text.hard_words):
        yield (top, "hard_words", at, "meaning"), plain(text_of(hard.meaning))


def _sentences(path: FieldPath, words: str) -> Iterator[_Spot]:
    for sentence, _ in sentences_with_words(words):
        count = len([word for word in sentence.split() if re.search(r"\w", word)])
        if count > MOST_WORDS:
            what = f"a sentence of {count} words, '{sentence[:50].rstrip()}…'."
            yield _Spot(path, "easy-read-sentence", "error", what, f"Split it: {MOST_WORDS} words are the most.")


def _shortened(path: FieldPath, words: str) -> Iterator[_Spot]:
    for match in _SHORTENED.finditer(words):
        what, fix = f"'{match[0]}' is a shortened word.", "Write it in full, for example 'do not' for 'don't'."
        yield _Spot(path, "easy-read-shortened", "warning", what, fix)


def _too_many_sentences(text: EasyRead) -> Iterator[_Spot]:
    for at, part in enumerate(text.parts):
        for of, idea in enumerate(part.ideas):
            count = len(sentences_with_words(idea.words))
            if count > MOST_SENTENCES:
                path = ("easy_read", "parts", at, "ideas", of, "words")
                what, fix = f"{count} sentences beside one picture.", "Make two ideas of it, each with its picture."
                yield _Spot(path, "easy-read-idea", "error", what, fix)


def _unexplained(text: EasyRead, jargon: tuple[str, ...]) -> Iterator[_Spot]:
    """The first use of each word that the library calls jargon and the text does not explain."""
    explained = {hard.word.casefold() for hard in text.hard_words}
    for word in jargon:
        if word.casefold() in explained:
            continue
        found = next((path for path, words in _texts(text) if re.search(rf"\b{re.escape(word)}\b", words, re.I)), None)
        if found:
            fix = "Say it in other words, or explain it and add it to hard_words."
            yield _Spot(found, "easy-read-hard-word", "warning", f"'{word}' is a hard word.", fix)


def _said(term: str) -> str:
    """A term without what stands after it in brackets."""
    return re.sub(r"\s*\(.*\)", "", term)


def _too_long(text: EasyRead) -> Iterator[_Spot]:
    count = easy_read_pages(text)
    if count > MANY_PAGES:
        what = f"about {count} pages, and people are asked to read no more than {MANY_PAGES}."
        level: Level = "error" if count > MOST_PAGES else "warning"
        yield _Spot(("easy_read",), "easy-read-pages", level, what, "Leave ideas out, or make two texts of it.")


def easy_read_pages(text: EasyRead) -> int:
    """About how many pages a text takes as a handout on A4: one or more a part, a cover, contents and a last page."""
    return _PAGES_AROUND + sum(ceil(_lines(part) / _LINES_A_PAGE) for part in text.parts)


def _lines(part: IdeaGroup) -> int:
    """About how many lines of words a part has room for, its heading among them."""
    ideas = (max(_LINES_OF_IDEA, ceil(len(idea.words) / _LETTERS_A_LINE) + 1) for idea in part.ideas)
    return _LINES_OF_HEADING + sum(ideas)
