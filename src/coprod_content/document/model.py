"""The neutral thing that a renderer reads: a Document of Sections of Blocks.

A Section is one slide, one card side, or one part of a guide or page; its depth is the level of its heading. Blocks are
a closed union: a `match` on one ends in `assert_never`. Titles and labels are plain text, everything else is Text.
"""

from collections.abc import Iterator
from typing import Literal

from attrs import Attribute, field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.text.spans import Text, plain, verbatim

CalloutKind = Literal["say", "advice", "caution", "access", "evidence"]
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


def _filled(_: object, attribute: "Attribute[str]", value: str) -> None:
    if not value.strip():
        raise ValueError(f"{attribute.name} must not be empty")


@frozen
class Paragraph:
    """A paragraph. `lead` opens a section in larger type; `say` is spoken aloud; `small` is fine print."""

    text: Text
    style: Literal["body", "lead", "say", "small"] = "body"


@frozen
class Bullets:
    """A list: of points, of numbered entries that start at `start`, or of things to tick off."""

    items: tuple[Text, ...]
    style: Literal["bullet", "number", "check"] = "bullet"
    start: int = 1


@frozen
class Fact:
    """A label and its value."""

    label: str
    value: Text


@frozen
class Facts:
    """Facts at a glance, with a caption that says what they are about."""

    caption: str = field(validator=_filled)
    items: tuple[Fact, ...]


@frozen
class Table:
    """A table with a caption, a header row, and rows of as many cells. `widths` are relative."""

    caption: str = field(validator=_filled)
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        if not self.header or any(len(row) != len(self.header) for row in (*self.rows, self.widths)):
            raise ValueError("every row of a table, and its widths, has as many cells as its header, at least one")
        if min(self.widths) <= 0:
            raise ValueError("the widths of a table are numbers above zero")


@frozen
class Callout:
    """Paragraphs set apart, with a title that says why."""

    kind: CalloutKind
    title: str = field(validator=_filled)
    paragraphs: tuple[Text, ...]


@frozen
class Figure:
    """A Drawing, with the text that stands for it when it is not seen."""

    drawing: Drawing
    alt: str = field(validator=_filled)
    caption: Text = ()


@frozen
class Illustrated:
    """An idea in simple words, beside a picture that says the same and is never read out."""

    picture: Drawing
    text: Text


@frozen
class Writing:
    """Something to answer in writing, and the number of ruled lines to leave for it."""

    prompt: Text
    lines: int


@frozen
class Signpost:
    """A link to follow: words that make sense alone, and the address, which a card also shows as a QR code."""

    label: str = field(validator=_filled)
    url: str


Block = Paragraph | Bullets | Facts | Table | Callout | Figure | Illustrated | Writing | Signpost


@frozen(kw_only=True)
class Section:
    """One slide, one card side, or one part of a guide or page.

    `label` is a short line shown with the title; `number` its place in a numbered sequence under its parent; `accent` a
    colour role; `group` the named part of a deck that it belongs to; `notes` are for whoever presents; `minutes` is how
    long it takes; `items` are the ids of the content items that it was made from; `picture` is decoration that goes
    with the section, drawn behind or beside its words and never read out.
    """

    title: str = field(validator=_filled)
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

    title: str = field(validator=_filled)
    subtitle: str = ""
    language: str = field(validator=_filled)
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


def block_texts(block: Block) -> tuple[Text, ...]:
    """Every text of a block in reading order."""
    match block:
        case Paragraph(text):
            return (text,)
        case Bullets(items):
            return items
        case Facts(_, items):
            return tuple(text for fact in items for text in (verbatim(fact.label), fact.value))
        case Table(caption, header, rows):
            return (verbatim(caption), *header, *(cell for row in rows for cell in row))
        case Callout(_, title, paragraphs):
            return (verbatim(title), *paragraphs)
        case Figure(_, alt, caption):
            return (verbatim(alt), caption) if caption else (verbatim(alt),)
        case Illustrated(_, text):
            return (text,)
        case Writing(prompt):
            return (prompt,)
        case Signpost(label, url):
            return (verbatim(label), verbatim(url))


def words_of(document: Document, *, notes: bool = True) -> tuple[str, ...]:
    """Every piece of text of a document in reading order: what no renderer may lose."""
    pieces: list[str] = []
    for _, section in document.walk():
        pieces += [section.label, section.title] if section.label else [section.title]
        for block in (*section.blocks, *(section.notes if notes else ())):
            pieces += [plain(text) for text in block_texts(block)]
    return tuple(piece for piece in pieces if piece.strip())
