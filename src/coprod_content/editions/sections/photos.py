"""Photos of agenda items and events."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Event, Photo, Workshop
from coprod_content.document.blocks import Block, Callout, Paragraph, Photograph
from coprod_content.document.document import Section
from coprod_content.editions.sections.prose_blocks import labelled
from coprod_content.editions.sections.timed_agenda import slot_title
from coprod_content.text.spans import verbatim


def photographs(photo: Photo | None) -> tuple[Block, ...]:
    """Return a photo as a block, or an empty tuple."""
    return (Photograph(photo.jpeg, photo.alt, verbatim(photo.credit or "")),) if photo else ()


def photo_notes(photo: Photo | None) -> tuple[Block, ...]:
    """Return a photo's description to read aloud, or an empty tuple."""
    # Consent is in the guide alone: decks, and web pages with their notes, are sent to people who take part.
    return (Callout("access", "Describe the photo", (verbatim(photo.alt),)),) if photo else ()


def photo_with_consent(photo: Photo | None) -> tuple[Block, ...]:
    """Return a photo and its note on consent, or an empty tuple.

    The note is for facilitators only.
    """
    return (*photographs(photo), Paragraph(labelled("Consent", verbatim(photo.consent)))) if photo else ()


def event_title(event: Event) -> str:
    """Return a title for an event's photo."""
    return event.place or event.organisation or "Welcome"


def photo_pages(workshop: Workshop, library: Library) -> Iterator[Section]:
    """Yield a section with all the photos of a workshop, if any."""
    event = workshop.event
    shown = [(event_title(event), event.picture)] if event and event.picture else []
    shown += [(slot_title(slot, library), slot.picture) for slot in workshop.agenda if slot.picture]
    if shown:
        parts = tuple(Section(title=title, blocks=photographs(photo)) for title, photo in shown)
        yield Section(title="Photos", label=workshop.title, sections=parts, items=(workshop.id,))
