"""The glossary: words that people meet, in plain words, and why they matter or mislead."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Term
from coprod_content.document.blocks import Block, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import contents, credits_section, lead, listed_names
from coprod_content.editions.sections.pictures import all_themes, mosaic
from coprod_content.editions.selection import only
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, text_of


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The terms of a selection, by the alphabet; without one all of them."""
    terms = only(library, ids, Term, "terms") if ids else library.terms.items_in_order
    ordered = sorted(terms, key=lambda term: term.term.casefold())
    words = Section(title="Words and what they mean", sections=tuple(term_section(term, library) for term in ordered))
    cover = Section(
        title="Glossary",
        role="cover",
        picture=mosaic(all_themes(library), columns=6, rows=3),
        blocks=(lead("Words that people meet in co-production, in plain words, and why they matter or mislead."),),
    )
    return Document(
        title="Glossary of co-production",
        subtitle=f"{len(ordered)} words",
        language=library.about.language,
        keywords=("co-production", "glossary"),
        sections=(cover, contents(), words, credits_section(library)),
    )


def term_section(term: Term, library: Library) -> Section:
    """A word: what it means, why it matters or misleads, what to say in its place, and where to look next."""
    return Section(title=term.term, blocks=tuple(_blocks(term, library)), items=(term.id,))


def _blocks(term: Term, library: Library) -> Iterator[Block]:
    yield Paragraph((Span("What it means: ", strong=True), *text_of(term.meaning)))
    yield Paragraph((Span("Why it matters: ", strong=True), *text_of(term.why)))
    if term.preferred:
        yield Paragraph((Span("Say: ", strong=True), Span(term.preferred)))
    if term.see:
        named = listed_names((library.terms[id_].term, id_) for id_ in term.see)
        yield Paragraph(text_with_full_stop((Span("See also: "), *named)))
