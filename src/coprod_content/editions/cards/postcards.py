"""Postcards, with a question on the front and guidance on the back."""

from coprod_content.content.library import Library
from coprod_content.content.model import Postcard
from coprod_content.document.blocks import Bullets, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.card_web_address import card_page_signpost
from coprod_content.editions.sections.prose_blocks import labelled
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.titles import theme_label
from coprod_content.editions.selection import selected_postcards
from coprod_content.text.spans import text_of, verbatim


def postcards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected postcards, or all postcards by default."""
    cards = selected_postcards(library, ids)
    return Document(
        title="Postcards that start conversations",
        subtitle=f"{len(cards)} cards",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "conversation"),
        sections=tuple(postcard_section(card, library) for card in cards),
    )


def postcard_section(card: Postcard, library: Library) -> Section:
    """Return the front of a postcard, with the back as its subsection."""
    theme = library.themes[card.theme]
    resource = library.resources[card.resource] if card.resource else None
    link = card_page_signpost(card.id, library, resource.title if resource else "")
    if not link and resource:
        link = (Signpost(resource.title, resource.url),)
    back = Section(
        title="Why ask this",
        role="card-back",
        label=f"{card.moment.capitalize()} · {', '.join(card.audience)}",
        blocks=(
            Paragraph(text_of(card.why)),
            Bullets(tuple(map(verbatim, card.follow_ups))),
            Paragraph(labelled("Listen for", text_of(card.listen_for))),
            *link,
        ),
        items=(card.id,),
    )
    front = Section(
        title=card.question,
        role="card-front",
        label=theme_label(theme),
        sections=(themed(back, theme),),
        items=(card.id,),
    )
    return themed(front, theme)
