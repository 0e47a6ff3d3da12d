"""Arrange the sections of a document for printing."""

import re

from attrs import evolve

from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets
from coprod_content.document.document import Document, Section
from coprod_content.layout.title_widows import without_widow
from coprod_content.text.spans import verbatim

TITLE_PART = re.compile(r"(.*) \((\d+) of (\d+)\)", re.DOTALL)


def printed_title(title: str) -> str:
    """Return a title with no-break spaces that prevent a short last line.

    A numbered title, such as `Break (1 of 2)`, is returned unchanged.
    """
    return title if TITLE_PART.fullmatch(title) else without_widow(title)


def arranged_sections(document: Document) -> tuple[Section, ...]:
    """Return a document's sections in the form in which they are printed.

    The number and the duration of a section become part of its label, and its notes become a subsection. A contents
    section without blocks gets a list of the other sections' titles. Sections that already have this form are not
    changed.
    """
    titles = tuple(dict.fromkeys(TITLE_PART.sub(r"\1", section.title) for section in document.sections))
    return tuple(_arranged(section, titles) for section in document.sections)


def _arranged(section: Section, titles: tuple[str, ...]) -> Section:
    number = str(section.number) if section.number is not None else ""
    length = minutes_in_words(section.minutes) if section.minutes is not None else ""
    notes = Section(
        title=section.title, label="Notes", accent=section.accent, blocks=section.notes, items=section.items
    )
    below = tuple(_arranged(child, titles) for child in section.sections)
    blocks = section.blocks
    if section.role == "contents" and not blocks:
        blocks = (Bullets(tuple(verbatim(title) for title in titles if title != section.title)),)
    return evolve(
        section,
        label=" · ".join(part for part in (number, section.label, length) if part),
        number=None,
        minutes=None,
        blocks=blocks,
        notes=(),
        sections=(notes, *below) if section.notes else below,
    )
