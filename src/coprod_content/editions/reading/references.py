"""The references: every published work that is cited, by its first author."""

import unicodedata
from itertools import groupby

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.citations import authors_of, reference_text
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import credits_section, lead
from coprod_content.editions.sections.pictures import all_themes, mosaic
from coprod_content.editions.selection import only
from coprod_content.text.spans import text_of, verbatim

_ABOUT = "The published works that this library cites, by first author."
_FIELDS = "Works are given as they were seen, and what was not seen is left out. Look at a work before you cite it."


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The works of a selection by first author and year, under letters; without a selection all of them."""
    works = only(library, ids, Reference, "references") if ids else library.references.items_in_order
    cover = Section(
        title="References",
        role="cover",
        picture=mosaic(all_themes(library), columns=6, rows=3),
        blocks=(lead(_ABOUT), Paragraph(verbatim(_FIELDS)), Paragraph(text_of(library.about.statement))),
    )
    letters = tuple(
        _letter(letter, tuple(under))
        for letter, under in groupby(sorted(works, key=_place), key=lambda w: _place(w)[0][0])
    )
    return Document(
        title="References on co-production",
        subtitle=f"{len(works)} published works",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "references"),
        sections=(cover, Section(title="Published works", sections=letters), credits_section(library)),
    )


def _place(work: Reference) -> tuple[str, int, str]:
    """Where a work stands in the alphabet: by its authors, without accents, and then by year."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", authors_of(work)) if not unicodedata.combining(c))
    return plain.upper(), work.year or 0, work.id


def _letter(letter: str, works: tuple[Reference, ...]) -> Section:
    return Section(
        title=letter, blocks=(Bullets(tuple(map(reference_text, works))),), items=tuple(work.id for work in works)
    )
