"""Documents and their sections.

A section is one slide, one side of a card, or part of a guide or page. Its depth is the level of its heading.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.blocks import Block, Table, block_texts
from coprod_content.document.fill_in import FillIn
from coprod_content.document.given_texts import filled
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.text.spans import plain

ROLES: dict[str, str] = {
    "plain": "No special layout. Renderers also use it for roles that they do not recognise.",
    "cover": "The first page or slide: title, label and a lead paragraph.",
    "contents": "A list of contents. A renderer that makes its own puts it here.",
    "agenda": "A table of clock times, items and minutes.",
    "divider": "The start of a new part, in that part's accent colour.",
    "glance": "An overview: a lead paragraph and facts.",
    "activity": "What people do now. `minutes` is how long it takes, and `label` says which step it is.",
    "questions": "All the questions of a round, numbered, so that people can choose one.",
    "question": "One question in large type. The question is the title.",
    "figure": "One figure, as large as possible.",
    "canvas": "One figure to write on, as large as possible. A wide figure goes on a landscape page.",
    "evidence": "What the evidence shows, with citations.",
    "break": "A pause. The blocks say when it ends.",
    "closing": "The end of a session: what happens next.",
    "spread": "A part of a guide that can be set in two columns, such as an agenda item. Its subsections with the role "
    "`aside` go beside the others.",
    "aside": "Points to keep in mind, such as access and safety, shown beside what to do and say.",
    "step": "A step of an activity, in running text. `number` starts at 1 in each parent section.",
    "handout": "A sheet to give out. It starts on a new page.",
    "run-sheet": "A page or two for the facilitator: a table whose first column contains clock times. If all the text "
    "after the first cell of a row is bold, the row is a break or the end.",
    "chat": "A message to paste unchanged into a chat. The plain-text renderer adds no words to it.",
    "simple-words": "An item in simple words, on its web page. It is not printed with the page.",
    "form": "A part of a form. The first part follows the cover on the same page.",
    "certificate": "A part of a certificate. All parts and the cover are on one page, centred.",
    "references": "A numbered list of works, in the order cited.",
    "credits": "Who made this, from which sources, and under which licence.",
    "card-front": "The front of a card. The title is its question or name, and its sections are the other sides.",
    "card-back": "Another side of a card. The parent section is the front.",
}

FORM_ROLES = ("form", "certificate")
"""The roles of sections that follow the cover on the same page."""


@frozen
class ShorterVersion:
    """Shorter blocks to use if those of a section do not fit.

    `omits` describes the omitted text, such as `the end of its summary`. Omitted text that must not be lost can be put
    in `sections`, which are added to the section as further sides of the card.
    """

    omits: str
    blocks: tuple[Block, ...]
    sections: "tuple[Section, ...]" = ()


@frozen(kw_only=True)
class Section:
    """A slide, a side of a card, or part of a page.

    `role` suggests a layout to the renderer (see ROLES). `label` is a short line shown with the title. `number` is the
    position of the section in a numbered sequence under its parent. `minutes` is how long people spend on the section.
    `mode` says how people work on an activity, and can determine the layout. `label` also names the mode. `accent` is a
    colour role. `group` names the part of a deck that the section belongs to. `notes` are for the presenter. `items`
    are the ids of the content items that the section was made from. `picture` is a decoration behind or beside the
    text. Screen readers skip it. If the blocks do not fit, formats that keep a section whole, such as cards, use the
    first of the `shorter` versions that fits.
    """

    title: str = field(validator=filled)
    role: str = "plain"
    label: str = ""
    number: int | None = None
    minutes: int | None = None
    mode: str = ""
    accent: str = "brand"
    group: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    items: tuple[str, ...] = ()
    picture: Drawing | None = None
    shorter: tuple[ShorterVersion, ...] = ()

    @property
    def unlabelled_number(self) -> int | None:
        """The section's number, or None if its label is already `Step <number>`."""
        return None if self.label.casefold() == f"step {self.number}" else self.number

    @property
    def unlabelled_minutes(self) -> int | None:
        """The duration in minutes, or None if the label already gives it."""
        return None if re.search(rf"\b{self.minutes}\s*min", self.label, re.IGNORECASE) else self.minutes

    def walk(self, depth: int = 1) -> Iterator[tuple[int, "Section"]]:
        """Yield (depth, section) pairs for this section and all those below it."""
        yield depth, self
        for section in self.sections:
            yield from section.walk(depth + 1)


@frozen(kw_only=True)
class Document:
    """Content in reading order, independent of the file format.

    `publisher` is the organisation or library whose material it is, or an empty string. `date` is recorded in the
    file's properties, as YYYY-MM-DD, and so is `licence`, the terms of use. `imprint` is the fine print on every page
    or card. `access` is the name or file suffix of the access edition, or an empty string. Run sheets are portrait if
    `upright` is true, and otherwise landscape. `fixed_phrases` are the English phrases in a document that is in another
    language, in the form that `phrases_in` yields. `sayings` are pairs of a word and how a voice says it. `made_from`
    records the edition and the items, so that an edited file can be compared with a new one.
    """

    title: str = field(validator=filled)
    subtitle: str = ""
    language: str = field(validator=filled)
    edition: str = ""
    access: str = ""
    author: str = ""
    publisher: str = ""
    date: str = "2026-01-01"
    imprint: str = ""
    keywords: tuple[str, ...] = ()
    upright: bool = False
    fixed_phrases: frozenset[str] = frozenset()
    sayings: tuple[tuple[str, str], ...] = ()
    licence: str = ""
    made_from: str = ""
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield (depth, section) pairs in reading order, with depth starting at 1."""
        for section in self.sections:
            yield from section.walk()


def publisher_of(document: Document) -> str:
    """Return the publisher if the imprint begins with it, or ""."""
    return document.publisher if document.imprint.startswith(document.publisher) else ""


def map_blocks(document: Document, blocks: Callable[[Block, Section], Iterable[Block]]) -> Document:
    """Return a document with each block replaced.

    The blocks of notes and of shorter versions are replaced too.

    `blocks` is called with each block and its section, and returns the blocks to use in its place, which can be none.
    """

    def mapped(section: Section) -> Section:
        def each(several: tuple[Block, ...]) -> tuple[Block, ...]:
            return tuple(made for block in several for made in blocks(block, section))

        return evolve(
            section,
            blocks=each(section.blocks),
            notes=each(section.notes),
            shorter=tuple(evolve(version, blocks=each(version.blocks)) for version in section.shorter),
            sections=tuple(map(mapped, section.sections)),
        )

    return evolve(document, sections=tuple(map(mapped, document.sections)))


def on_paper(document: Document) -> Document:
    """Return a document with its form fields replaced for use on paper.

    `paper_blocks` replaces them.
    """
    found = (isinstance(block, FillIn) for _, section in document.walk() for block in (*section.blocks, *section.notes))
    if not any(found):
        return document
    return map_blocks(document, lambda block, _: paper_blocks((block,)))


def is_paper(document: Document) -> bool:
    """Return whether a document is laid out like a form.

    This is true of forms, letters, short articles and notes for the organiser. Their covers have no picture, and are on
    the same page as the first part.
    """
    cover, first = (*document.sections[:2], None, None)[:2]
    return cover is not None and first is not None and cover.picture is None and first.role in FORM_ROLES


def is_certificate(document: Document) -> bool:
    """Return whether a document is a certificate."""
    return is_paper(document) and document.sections[1].role == "certificate"


def is_run_sheet(document: Document) -> bool:
    """Return whether a document begins with a run sheet containing a table.

    Large-print run sheets contain a list instead, and do not count.
    """
    first = document.sections[0] if document.sections else None
    return first is not None and first.role == "run-sheet" and any(isinstance(block, Table) for block in first.blocks)


def words_of(document: Document, *, notes: bool = True) -> tuple[str, ...]:
    """Return all the text that renderers must show, in reading order.

    Notes for the presenter are included unless `notes` is false.
    """
    pieces: list[str] = []
    for _, section in document.walk():
        pieces += [section.label, section.title] if section.label else [section.title]
        for block in (*section.blocks, *(section.notes if notes else ())):
            pieces += [plain(text) for text in block_texts(block)]
    return tuple(piece for piece in pieces if piece.strip())
