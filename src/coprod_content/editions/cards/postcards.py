"""The postcards: one question in front, help for whoever asks it on the back."""

from coprod_content.content.library import Library
from coprod_content.content.model import Postcard
from coprod_content.document.blocks import Bullets, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.card_link import page_signpost
from coprod_content.editions.sections.common import theme_label
from coprod_content.editions.sections.pictures import of_theme
from coprod_content.editions.selection import selected_postcards
from coprod_content.text.spans import Span, text_of, verbatim


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The postcards of a selection, in its order; without one all of them."""
    cards = selected_postcards(library, ids)
    return Document(
        title="Postcards that start conversations",
        subtitle=f"{len(cards)} cards",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "conversation"),
        sections=tuple(card_section(card, library) for card in cards),
    )


def card_section(card: Postcard, library: Library) -> Section:
    """A postcard: the front, with the back as its one subsection."""
    theme = library.themes[card.theme]
    resource = library.resources[card.resource] if card.resource else None
    link = page_signpost(card.id, library, resource.title if resource else "")
    if not link and resource:
        link = (Signpost(resource.title, resource.url),)
    back = Section(
        title="Why ask this",
        role="card-back",
        label=f"{card.moment.capitalize()} · {', '.join(card.audience)}",
        blocks=(
            Paragraph(text_of(card.why)),
            Bullets(tuple(verbatim(question) for question in card.follow_ups)),
            Paragraph((Span("Listen for: ", strong=True), *text_of(card.listen_for))),
            *link,
        ),
        items=(card.id,),
    )
    front = Section(
        title=card.question,
        role="card-front",
        label=theme_label(theme),
        sections=(of_theme(back, theme),),
        items=(card.id,),
    )
    return of_theme(front, theme)
