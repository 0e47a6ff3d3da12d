"""The glossary, which explains terms in plain English."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Term
from coprod_content.document.blocks import Block, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import labelled, lead, linked_names
from coprod_content.editions.sections.theme_pictures import theme_mosaic
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, text_of, verbatim


def glossary_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return the selected terms, or all by default, in alphabetical order."""
    terms = selected_items(library, ids, Term) if ids else library.terms.items_in_order
    ordered = sorted(terms, key=lambda term: term.term.casefold())
    words = Section(title="Words and what they mean", sections=tuple(term_section(term, library) for term in ordered))
    cover = Section(
        title="Glossary",
        role="cover",
        picture=theme_mosaic(library),
        blocks=(lead("Words that people meet in co-production, in plain words, and why they matter or mislead."),),
    )
    return Document(
        title="Glossary of co-production",
        subtitle=f"{len(ordered)} words",
        language=library.about.language,
        keywords=("co-production", "glossary"),
        sections=(cover, CONTENTS, words, credits_section(library)),
    )


def term_section(term: Term, library: Library) -> Section:
    """Return a term's meaning, importance, preferred alternative and related terms."""
    return Section(title=term.term, blocks=tuple(_blocks(term, library)), items=(term.id,))


def _blocks(term: Term, library: Library) -> Iterator[Block]:
    yield Paragraph(labelled("What it means", text_of(term.meaning)))
    yield Paragraph(labelled("Why it matters", text_of(term.why)))
    if term.preferred:
        yield Paragraph(labelled("Say", verbatim(term.preferred)))
    if term.see:
        names = linked_names((library.terms[id_].term, id_) for id_ in term.see)
        yield Paragraph(text_with_full_stop((Span("See also: "), *names)))
