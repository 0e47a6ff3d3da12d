"""The neutral thing that a renderer reads: a Document of Sections of Blocks.

A Section is one slide, one card side, or one part of a guide or page; its depth is the level of its heading. Blocks are
a closed union: a `match` on one ends in `assert_never`. Titles and labels are plain text, everything else is Text.
"""

from collections.abc import Iterator

from attrs import field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.blocks import Block, Table, block_texts, filled
from coprod_content.text.spans import plain

ROLES: dict[str, str] = {
    "plain": "No special layout; also what a renderer makes of a role that it does not know.",
    "cover": "The first thing seen: title, label and a lead paragraph.",
    "contents": "A list of what follows. Renderers that make a contents list of their own put it here.",
    "agenda": "A table of clock times, items and minutes.",
    "divider": "The start of something new, in its accent colour.",
    "glance": "What this is: a lead paragraph and Facts.",
    "activity": "What people do now; `minutes` is how long, `label` which step it is.",
    "question": "One question, large: the title.",
    "figure": "One Figure with as much room as there is.",
    "evidence": "What is known, with its citation.",
    "break": "A pause; the blocks say when it ends.",
    "closing": "The end: what happens next.",
    "step": "A step of an activity in a text; `number` counts it from one under its parent.",
    "handout": "A page to give out; it starts on a new page.",
    "run-sheet": "One page for whoever runs a session: a table that begins with clock times. A row in which all words "
    "after the first cell are strong is a pause or the end.",
    "references": "A numbered list of works, in the order cited.",
    "credits": "Who made this, from what, and on what terms.",
    "card-front": "The front of a card: the title is what it asks or names. Its sections are the further sides.",
    "card-back": "A further side of the card whose front is the parent.",
}


@frozen(kw_only=True)
class Section:
    """One slide, one card side, or one part of a guide or page.

    `label` is a short line shown with the title; `number` its place in a numbered sequence under its parent; `accent` a
    colour role; `group` the named part of a deck that it belongs to; `notes` are for whoever presents; `minutes` is how
    long it takes; `items` are the ids of the content items that it was made from; `picture` is decoration that goes
    with the section, drawn behind or beside its words and never read out.
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

    def walk(self, depth: int = 1) -> Iterator[tuple[int, "Section"]]:
        """This section and all below it, in reading order, each with its depth from one."""
        yield depth, self
        for section in self.sections:
            yield from section.walk(depth + 1)


@frozen(kw_only=True)
class Document:
    """What to say, in order, whatever the format.

    `date` is the day that file properties carry, as year-month-day; `imprint` the fine print of every page or card;
    `access` the name of the access edition (see `coprod_content.access`), if it is one. The pages of a run sheet lie on
    their side, unless they are `upright`.
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
        """Every section in reading order, with its depth from one."""
        for section in self.sections:
            yield from section.walk()


def is_run_sheet(document: Document) -> bool:
    """Whether a document begins with a run sheet and its table; in large print there is a list in place of it."""
    first = document.sections[0] if document.sections else None
    return first is not None and first.role == "run-sheet" and any(isinstance(block, Table) for block in first.blocks)


def words_of(document: Document, *, notes: bool = True) -> tuple[str, ...]:
    """Every piece of text of a document in reading order: what no renderer may lose."""
    pieces: list[str] = []
    for _, section in document.walk():
        pieces += [section.label, section.title] if section.label else [section.title]
        for block in (*section.blocks, *(section.notes if notes else ())):
            pieces += [plain(text) for text in block_texts(block)]
    return tuple(piece for piece in pieces if piece.strip())
