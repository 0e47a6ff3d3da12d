"""The script of a document: what is said in each chapter."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_audio.spoken_blocks import LONG, PAUSE, SHORT, SpokenPassage, as_sentence, spoken_blocks, with_last_pause
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Signpost, block_texts
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import links_of

_ABOUT = "About this recording"
_STEP, _NOTES, _NOTES_END = "Step", "Notes for the facilitator.", "End of the notes."
_LEFT_OUT = (
    "Web addresses, and the volumes and pages of articles, are left out. They are in other editions of this material."
)
_LOCATOR = re.compile(r";\s*\d*(?:\(\w+\))?(?::\s*[\w–-]+)?(?=[.,])|(?:\.?\s|\b)doi:\s*\S*\w", re.IGNORECASE)
"""Matches the volume, issue and pages of an article, or its DOI."""
_MOST_CHAPTERS = 250
"""The largest number of chapters to make from sections. Many players show at most 255 chapters in all."""


@frozen
class ScriptChapter:
    """A chapter, and what is said in it."""

    title: str
    passages: tuple[SpokenPassage, ...]


def script(document: Document, credit: str) -> tuple[ScriptChapter, ...]:
    """Return the chapters of a document's script, in order.

    Each section is a chapter, but all sides of a card are in one chapter. If there would be too many chapters for
    players, sections at lower levels are part of the chapter before them. The first chapter can consist of the
    title, and the last is about the recording. `credit` completes the words "spoken by".
    """
    deepest, chapters = _deepest_chapter(document), [*_title(document)]
    for section in document.sections:
        for depth, each in section.walk():
            passages = tuple(_section(each, document))
            if chapters and depth > (1 if section.role == "card-front" else deepest):
                chapters[-1] = evolve(chapters[-1], passages=(*chapters[-1].passages, *passages))
            elif passages:
                chapters.append(ScriptChapter(each.title, passages))
    return (*chapters, ScriptChapter(_ABOUT, tuple(_about(document, credit))))


def _deepest_chapter(document: Document) -> int:
    depths = [depth for depth, _ in document.walk()]
    fitting = (each for each in sorted({*depths}, reverse=True) if sum(d <= each for d in depths) <= _MOST_CHAPTERS)
    return next(fitting, 0)


def _title(document: Document) -> Iterator[ScriptChapter]:
    """Yield a title chapter, unless the first section's title includes the document's."""
    first = document.sections[0] if document.sections else None
    if first is None or document.title.casefold() not in first.title.casefold():
        words = filter(str.strip, (document.title, document.subtitle))
        yield ScriptChapter(document.title, tuple(SpokenPassage(as_sentence(each), LONG) for each in words))


def _section(section: Section, document: Document) -> Iterator[SpokenPassage]:
    if section.role == "contents" and not section.blocks:
        return
    if section.label:
        yield SpokenPassage(as_sentence(section.label), SHORT)
    yield _heading(section)
    if section.role == "cover" and document.subtitle not in ("", section.label, section.title):
        yield SpokenPassage(as_sentence(document.subtitle))
    if section.unlabelled_minutes is not None:
        yield SpokenPassage("", PAUSE, as_sentence(minutes_in_words(section.unlabelled_minutes)))
    spoken = spoken_blocks(section.blocks)
    if section.role == "references":
        spoken = (evolve(each, words=_LOCATOR.sub("", each.words)) for each in spoken)
    yield from with_last_pause(LONG, spoken)
    if section.notes:
        yield SpokenPassage("", PAUSE, _NOTES)
        yield from spoken_blocks(section.notes)
        yield SpokenPassage("", LONG, _NOTES_END)


def _heading(section: Section) -> SpokenPassage:
    title = as_sentence(section.title)
    if section.unlabelled_number is None:
        return SpokenPassage(title)
    return SpokenPassage(title, lead=f"{_STEP if section.role == 'step' else ''} {section.number}.".strip())


def _about(document: Document, credit: str) -> Iterator[SpokenPassage]:
    """Yield passages about the recording.

    If the document has no section for credits, the first passage is the imprint, if there is one.
    """
    if document.imprint and not any(section.role == "credits" for _, section in document.walk()):
        yield SpokenPassage(as_sentence(document.imprint))
    if _has_addresses(document):
        yield SpokenPassage("", PAUSE, _LEFT_OUT)
    yield SpokenPassage("", PAUSE, f"This recording was spoken by {credit}.")


def _has_addresses(document: Document) -> bool:
    everything = [block for _, section in document.walk() for block in (*section.blocks, *section.notes)]
    return any(
        isinstance(block, Signpost) or any(any(links_of(text)) for text in block_texts(block)) for block in everything
    )
