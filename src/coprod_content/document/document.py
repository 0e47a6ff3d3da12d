"""Documents and their sections.

A section is one slide, one side of a card, or part of a guide or page. Its depth is the level of its heading.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.blocks import Block, Table, block_texts, filled
from coprod_content.text.spans import plain

ROLES: dict[str, str] = {
    "plain": "No special layout. Renderers also use it for roles that they do not know.",
    "cover": "The first page or slide: title, label and a lead paragraph.",
    "contents": "A list of what follows. A renderer that makes its own contents list puts it here.",
    "agenda": "A table of clock times, items and minutes.",
    "divider": "The start of something new, in its accent colour.",
    "glance": "An overview: a lead paragraph and facts.",
    "activity": "What people do now. `minutes` is how long it takes, and `label` which step it is.",
    "question": "One large question: the title.",
    "figure": "One figure, as large as possible.",
    "evidence": "What is known, with citations.",
    "break": "A pause. The blocks say when it ends.",
    "closing": "The end of a session: what happens next.",
    "step": "A step of an activity in a text. `number` counts from one under its parent.",
    "handout": "A page to give out. It starts on a new page.",
    "run-sheet": "One page for whoever runs a session: a table whose first column is clock times. A row in which "
    "all words after the first cell are strong is a pause or the end.",
    "references": "A numbered list of works, in the order cited.",
    "credits": "Who made this, from what, and on what terms.",
    "card-front": "The front of a card. The title is what it asks or names. Its sections are the other sides.",
    "card-back": "Another side of the card whose front is the parent.",
}


@frozen(kw_only=True)
class Section:
    """A slide, a side of a card, or part of a page.

    `label` is a short line shown with the title, and `number` the position in a numbered sequence under the parent.
    `accent` is a colour role. `group` is the named part of a deck that the section belongs to. `notes` are for the
    presenter. `items` are the ids of the content items that the section was made from. `picture` is decoration behind
    or beside the words, and screen readers skip it.
    """

    title: str = field(validator=filled)
    role: str = "plain"
    label: str = ""
    number: int | None = None
    minutes: int | None = None
    accent: str = "brand"
    group: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    items: tuple[str, ...] = ()
    picture: Drawing | None = None

    @property
    def unlabelled_number(self) -> int | None:
        """The number, or None if the label gives it (`Step 3`)."""
        return None if self.label.casefold() == f"step {self.number}" else self.number

    @property
    def unlabelled_minutes(self) -> int | None:
        """The duration in minutes, or None if the label already gives it."""
        return None if re.search(rf"\b{self.minutes}\s*min", self.label, re.IGNORECASE) else self.minutes

    def walk(self, depth: int = 1) -> Iterator[tuple[int, "Section"]]:
        """Yield each section's depth (from 1) and the section, in reading order."""
        yield depth, self
        for section in self.sections:
            yield from section.walk(depth + 1)


@frozen(kw_only=True)
class Document:
    """Content in reading order, independent of the file format.

    `date` is the date in the file's properties, as YYYY-MM-DD. `imprint` is the fine print on every page or card.
    `access` is the name of the access edition, or an empty string. `upright` makes run sheets portrait.
    """

    title: str = field(validator=filled)
    subtitle: str = ""
    language: str = field(validator=filled)
    edition: str = ""
    access: str = ""
    author: str = ""
    date: str = "2026-01-01"
    imprint: str = ""
    keywords: tuple[str, ...] = ()
    upright: bool = False
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield each section's depth (from 1) and the section, in reading order."""
        for section in self.sections:
            yield from section.walk()


def map_blocks(document: Document, blocks: Callable[[Block, Section], Iterable[Block]]) -> Document:
    """Return a document with each block replaced, including blocks in notes."""

    def mapped(section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(made for block in section.blocks for made in blocks(block, section)),
            notes=tuple(made for block in section.notes for made in blocks(block, section)),
            sections=tuple(map(mapped, section.sections)),
        )

    return evolve(document, sections=tuple(map(mapped, document.sections)))


def is_run_sheet(document: Document) -> bool:
    """Whether a document begins with a run sheet containing a table.

    Run sheets in large print have a list instead, and do not count.
    """
    first = document.sections[0] if document.sections else None
    return first is not None and first.role == "run-sheet" and any(isinstance(block, Table) for block in first.blocks)


def words_of(document: Document, *, notes: bool = True) -> tuple[str, ...]:
    """Return all text that renderers must show, in reading order."""
    pieces: list[str] = []
    for _, section in document.walk():
        pieces += [section.label, section.title] if section.label else [section.title]
        for block in (*section.blocks, *(section.notes if notes else ())):
            pieces += [plain(text) for text in block_texts(block)]
    return tuple(piece for piece in pieces if piece.strip())
