"""Number citations in reading order, and add the list of references."""

from collections.abc import Iterator
from itertools import zip_longest

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.blocks import Block, Bullets, block_texts, map_texts
from coprod_content.document.document import Document, Section, map_blocks
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, verbatim

_MOST_AUTHORS = 6


def with_references(document: Document, library: Library) -> Document:
    """Return a document with numbered citations and a list of references.

    The list comes before any credits. A document without citations is returned unchanged.
    """
    numbers: dict[str, str] = {}

    def numbered(text: Text) -> Text:
        spans = (
            evolve(span, text=numbers.setdefault(span.citation, str(len(numbers) + 1))) if span.citation else span
            for span in text
        )
        return tuple(_with_no_break_space(span, after) for span, after in zip_longest(spans, text[1:]))

    def cited(block: Block, _: Section) -> tuple[Block]:
        has_citation = any(span.citation for text in block_texts(block) for span in text)
        return (map_texts(block, numbered) if has_citation else block,)

    sections = map_blocks(document, cited).sections
    if not numbers:
        return document
    listed = Section(
        title="References",
        role="references",
        group=next((section.group for section in reversed(sections) if section.group), ""),
        blocks=(Bullets(tuple(reference_text(library.references[id_]) for id_ in numbers), style="number"),),
        items=tuple(numbers),
    )
    before = (section for section in sections if section.role != "credits")
    after = (section for section in sections if section.role == "credits")
    return evolve(document, sections=(*before, listed, *after))


def _with_no_break_space(span: Span, after: Span | None) -> Span:
    """Make a span's final space a no-break space if a citation follows."""
    if after and after.citation and not span.citation and span.text.endswith(" "):
        return evolve(span, text=span.text[:-1] + "\u00a0")
    return span


def address_of(work: Reference) -> str:
    """Return the web address of a work, or an empty string.

    This is its DOI link if it has a DOI, and otherwise its `url`.
    """
    return f"https://doi.org/{work.doi}" if work.doi else work.url or ""


def reference_text(work: Reference) -> Text:
    """Return a Vancouver-style (ICMJE) reference to a work, with a linked title.

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
    if work.seen == "record":
        yield Span(" We have seen only a record of this work.")


def authors_of(work: Reference) -> str:
    """Return the names of a work's authors, in Vancouver style.

    At most six authors are named. If there are more, `et al` follows.
    """
    names = [name.replace(",", "").rstrip(".") for name in work.authors]
    return ", ".join(names if len(names) <= _MOST_AUTHORS else [*names[:_MOST_AUTHORS], "et al"])


def short_source(work: Reference) -> Text:
    """Return a brief reference, such as `Smith and others, BMJ, 2019`."""
    return verbatim(", ".join(filter(None, (first_authors(work), work.container, str(work.year or "")))))


def first_authors(work: Reference) -> str:
    """Return the first author, with `and others` if there are more.

    A person is named by surname only.
    """
    first = work.authors[0].split(",")[0].rstrip(".")
    return first if len(work.authors) == 1 else f"{first} and others"


def _published(work: Reference) -> str:
    issue = f"({work.issue})" if work.issue else ""
    place = f"{work.volume or ''}{issue}"
    numbers = ":".join(filter(None, (place, work.pages)))
    return ";".join(filter(None, (str(work.year or ""), numbers)))
