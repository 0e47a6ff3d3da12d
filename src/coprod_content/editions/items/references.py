"""The list of published works, sorted by first author."""

import unicodedata
from itertools import groupby

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.citations import authors_of, reference_text
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.prose_blocks import lead
from coprod_content.editions.sections.theme_pictures import theme_mosaic
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import text_of, verbatim

_ABOUT = "The published works that this library cites, by first author."
_FIELDS = "Works are given as they were seen, and what was not seen is left out. Look at a work before you cite it."


def references_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return selected works, or all by default, sorted by author and year."""
    works = selected_items(library, ids, Reference) if ids else library.references.items_in_order
    cover = Section(
        title="References",
        role="cover",
        picture=theme_mosaic(library),
        blocks=(lead(_ABOUT), Paragraph(verbatim(_FIELDS)), Paragraph(text_of(library.about.statement))),
    )
    by_letter = groupby(sorted(works, key=_sort_key), key=lambda work: _sort_key(work)[0][0])
    letters = tuple(_letter(letter, tuple(under)) for letter, under in by_letter)
    return Document(
        title="References on co-production",
        subtitle=f"{len(works)} published works",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "references"),
        sections=(cover, Section(title="Published works", sections=letters), credits_section(library)),
    )


def _sort_key(work: Reference) -> tuple[str, int, str]:
    """Return a sort key: upper-case authors without accents, year and id."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", authors_of(work)) if not unicodedata.combining(c))
    return plain.upper(), work.year or 0, work.id


def _letter(letter: str, works: tuple[Reference, ...]) -> Section:
    return Section(
        title=letter, blocks=(Bullets(tuple(map(reference_text, works))),), items=tuple(work.id for work in works)
    )
