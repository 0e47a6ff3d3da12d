"""Notes for the organiser about the forms of a workshop."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Form, Workshop
from coprod_content.document.blocks import Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.event_details import event_line, organisers
from coprod_content.editions.sections.prose_blocks import checklist, points
from coprod_content.editions.sections.titles import counted_titles
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import Text, verbatim

_TITLE, _SUBTITLE = "For the organiser", "Notes on the forms"
_LEAD = "These notes are for you. People who take part do not get them."
_HEADER = ("Form", "Who keeps it", "For how long")
_THEIRS = "the person who gets it"
_TO_DECIDE = "Ask your information governance team, then write it on the form"


def organiser_notes_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return notes for the organiser on the forms of workshops.

    Without forms, they only say what to do before and after the session.
    """
    workshops = selected_items(library, ids, Workshop)
    cover = Section(
        title=_TITLE,
        role="cover",
        label=" and ".join(workshop.title for workshop in workshops),
        blocks=(*(block for workshop in workshops for block in event_line(workshop)), Paragraph(_LEAD)),
        items=tuple(workshop.id for workshop in workshops),
    )
    parts = counted_titles(part for workshop in workshops for part in _parts(workshop, library))
    return Document(
        title=_TITLE,
        subtitle=_SUBTITLE,
        language=library.about.language,
        author=organisers(workshops),
        sections=(cover, *parts, credits_section(library)),
    )


def _parts(workshop: Workshop, library: Library) -> Iterator[Section]:
    forms = tuple(library.forms[id_] for id_ in dict.fromkeys(workshop.forms))
    ids = tuple(form.id for form in forms)
    if forms:
        kept = Table("Who keeps each form, and for how long", _HEADER, tuple(map(_row, forms)), (5, 5, 5))
        yield Section(title="Who keeps what", role="form", blocks=(kept,), items=ids)
    yield Section(title="Before the session", role="form", blocks=(checklist(workshop.before),), items=(workshop.id,))
    if forms:
        notes = tuple(Section(title=form.title, blocks=(points(form.notes),), items=(form.id,)) for form in forms)
        yield Section(title="Notes on each form", role="form", sections=notes, items=ids)
    after = checklist(workshop.next_steps)
    yield Section(title="After the session", role="form", blocks=(after,), items=(workshop.id,))


def _row(form: Form) -> tuple[Text, ...]:
    keep = form.keep
    if keep is None:
        return verbatim(form.title), verbatim(_THEIRS), verbatim("As long as they like")
    after = f" after {keep.after}" if keep.after else ""
    return verbatim(form.title), verbatim(keep.by), verbatim(f"{keep.how_long}{after}" if keep.how_long else _TO_DECIDE)
