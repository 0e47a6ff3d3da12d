"""Citations numbered in reading order, and the list of references."""

from collections.abc import Iterator
from itertools import zip_longest

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.document.document import Document, Section
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, verbatim

_MOST_AUTHORS = 6


def with_references(document: Document, library: Library, *, title: str = "References") -> Document:
    """Number the citations, and add a reference list before any credits."""
    numbering = _Numbering({})
    sections = tuple(numbering.section(section) for section in document.sections)
    if not numbering.numbers:
        return document
    works = [library.references[id_] for id_ in numbering.numbers]
    listed = Section(
        title=title,
        role="references",
        group=next((s.group for s in reversed(sections) if s.group), ""),
        blocks=(Bullets(tuple(reference_text(work) for work in works), style="number"),),
        items=tuple(work.id for work in works),
    )
    before = tuple(section for section in sections if section.role != "credits")
    after = tuple(section for section in sections if section.role == "credits")
    return evolve(document, sections=(*before, listed, *after))


@frozen
class _Numbering:
    """Numbers for works, in order of first citation."""

    numbers: dict[str, str]

    def section(self, section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(self.block(block) for block in section.blocks),
            notes=tuple(self.block(block) for block in section.notes),
            sections=tuple(self.section(child) for child in section.sections),
        )

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(text):
                return evolve(block, text=self.text(text))
            case Bullets(items):
                return evolve(block, items=self.texts(items))
            case Facts(_, items):
                return evolve(block, items=tuple(Fact(fact.label, self.text(fact.value)) for fact in items))
            case Table(_, header, rows):
                return evolve(block, header=self.texts(header), rows=tuple(self.texts(row) for row in rows))
            case Callout(_, _, paragraphs):
                return evolve(block, paragraphs=self.texts(paragraphs))
            case Figure(_, _, caption):
                return evolve(block, caption=self.text(caption))
            case Illustrated(_, text):
                return evolve(block, text=self.text(text))
            case Writing(prompt):
                return evolve(block, prompt=self.text(prompt))
            case Signpost():
                return block

    def texts(self, texts: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(self.text(text) for text in texts)

    def text(self, text: Text) -> Text:
        numbered = (evolve(span, text=self.number(span.citation)) if span.citation else span for span in text)
        return tuple(_with_no_break_space(span, after) for span, after in zip_longest(numbered, text[1:]))

    def number(self, id_: str) -> str:
        return self.numbers.setdefault(id_, str(len(self.numbers) + 1))


def _with_no_break_space(span: Span, after: Span | None) -> Span:
    """Keep a citation number on the same line as the word before."""
    if after and after.citation and not span.citation and span.text.endswith(" "):
        return evolve(span, text=span.text[:-1] + "\u00a0")
    return span


def address_of(work: Reference) -> str:
    """Return a work's DOI link, its URL, or an empty string."""
    return f"https://doi.org/{work.doi}" if work.doi else work.url or ""


def reference_text(work: Reference) -> Text:
    """Return a Vancouver-style (ICMJE) reference to a work, with its title linked.

    Unknown details are left out.
    """
    return tuple(_reference_spans(work))


def _reference_spans(work: Reference) -> Iterator[Span]:
    yield Span(f"{authors_of(work)}. ")
    yield Span(work.title, url=address_of(work))
    rest = " ".join(with_full_stop(part) for part in (work.container or "", _published(work)) if part)
    closing = with_full_stop(work.title).removeprefix(work.title)
    yield Span(f"{closing} {rest}" if rest else closing)
    if work.doi:
        yield Span(f" doi:{work.doi}")


def authors_of(work: Reference) -> str:
    """Return the authors in Vancouver style, with `et al` after the sixth."""
    names = [name.replace(",", "").rstrip(".") for name in work.authors]
    return ", ".join(names if len(names) <= _MOST_AUTHORS else [*names[:_MOST_AUTHORS], "et al"])


def short_source(work: Reference) -> Text:
    """Return a short citation: first author, journal or book, and year."""
    first = work.authors[0].split(",")[0].rstrip(".")
    people = first if len(work.authors) == 1 else f"{first} and others"
    return verbatim(", ".join(part for part in (people, work.container or "", str(work.year or "")) if part))


def _published(work: Reference) -> str:
    issue = f"({work.issue})" if work.issue else ""
    place = f"{work.volume or ''}{issue}"
    pages = f":{work.pages}" if work.pages and place else work.pages or ""
    numbers = f"{place}{pages}"
    return ";".join(part for part in (str(work.year or ""), numbers) if part)
