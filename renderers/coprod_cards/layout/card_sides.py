"""Sides: what stands on each side of each card, and what is done with text that no card has room for."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_cards.layout.card_frames import LABEL_LINES, CardFrame, CardFrames
from coprod_cards.layout.overlong_text import cut_to, pages_of
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Text, plain, strong, verbatim
from coprod_content.text.title_widows import without_widow

DEEPEST_HEADING = 6
_PART = re.compile(r"(.*) \((\d+) of (\d+)\)", re.DOTALL)


@frozen(kw_only=True)
class CardSide:
    """One side of a card: a section without others below it, the level of its heading, and how it is set."""

    section: Section
    level: int
    frame: CardFrame
    title: TextStyle


@frozen
class Card:
    """Two sides of a piece of card; a side may be blank."""

    front: CardSide
    back: CardSide | None = None


def cards_of(document: Document, frames: CardFrames) -> tuple[Card, ...]:
    """The cards of a document. Each of its sections starts a card; the sections below it, and the further parts of one
    that was split, are the further sides.
    """
    cards: list[Card] = []
    for parts in _together(fit(evolve(document, sections=prepared(document)), frames).document.sections):
        sections = [(depth, section) for part in parts for depth, section in part.walk()]
        sides = [side for depth, section in sections for side in _sides(section, depth, frames)]
        cards += (Card(*sides[at : at + 2]) for at in range(0, len(sides), 2))
    return tuple(cards)


def prepared(document: Document) -> tuple[Section, ...]:
    """The sections of a document with all that they say in labels, blocks and sections below."""
    titles = tuple(dict.fromkeys(_PART.sub(r"\1", section.title) for section in document.sections))
    return tuple(_prepared(section, titles) for section in document.sections)


def _together(sections: tuple[Section, ...]) -> list[list[Section]]:
    """Sections in groups: those that `fit` made of one, and every other by itself."""
    groups: list[list[Section]] = []
    before: tuple[str, int, str] | None = None
    for section in sections:
        match = _PART.fullmatch(section.title)
        part = (match[1], int(match[2]), match[3]) if match else None
        follows = part and before and part == (before[0], before[1] + 1, before[2])
        if follows:
            groups[-1].append(section)
        else:
            groups.append([section])
        before = part
    return groups


def _prepared(section: Section, titles: tuple[str, ...]) -> Section:
    """A section with number and minutes in its label, its notes as a side of their own, and the list of contents."""
    number = str(section.number) if section.number is not None else ""
    length = minutes_in_words(section.minutes) if section.minutes is not None else ""
    label = " · ".join(part for part in (number, section.label, length) if part)
    notes = (Section(title=section.title, label="Notes", accent=section.accent, blocks=section.notes),)
    below = tuple(_prepared(child, titles) for child in section.sections)
    blocks = section.blocks
    if section.role == "contents" and not blocks:
        blocks = (Bullets(tuple(verbatim(title) for title in titles if title != section.title)),)
    sections = (*(notes if section.notes else ()), *below)
    title = section.title if _PART.fullmatch(section.title) else without_widow(section.title)
    return evolve(section, title=title, label=label, blocks=blocks, notes=(), sections=sections)


def _sides(section: Section, depth: int, frames: CardFrames) -> Iterator[CardSide]:
    """The sides of one section: one, unless it has text that `fit` cannot split."""
    section = evolve(section, sections=())
    frame = frames.card(section)
    shorter = _short_headed(section, frame)
    if shorter is not section:
        section, frame = shorter, frames.card(shorter)
    for blocks in pages_of(section.blocks, frame):
        yield CardSide(
            section=evolve(section, blocks=blocks),
            level=min(depth, DEEPEST_HEADING),
            frame=frame,
            title=frame.title_type(section) or frame.title[-1],
        )


def _short_headed(section: Section, frame: CardFrame) -> Section:
    """A section whose label and title fit; what they have too much stands first in its blocks."""
    if frame.metrics.lines(verbatim(section.label), frame.width, frame.label) > LABEL_LINES:
        section = evolve(section, label="", blocks=(Paragraph(verbatim(section.label)), *section.blocks))
    if frame.title_type(section) is not None:
        return section
    blocks = section.blocks or (Paragraph(()),)

    def fits(text: Text) -> bool:
        return frame.title_type(evolve(section, title=plain(text), blocks=blocks)) is not None

    head, rest = cut_to(verbatim(section.title), fits)
    return evolve(section, title=plain(head), blocks=(Paragraph(strong(plain(rest))), *section.blocks))
