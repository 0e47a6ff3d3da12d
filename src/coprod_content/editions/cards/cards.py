"""Postcards and tool cards, and the web addresses printed on them."""

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Theme, Tool
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.prose_blocks import callouts, labelled
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.titles import theme_label
from coprod_content.editions.sections.tool_sections import tool_facts
from coprod_content.editions.selection import selected_postcards, selected_tools
from coprod_content.text.spans import Span, text_of

_NO_BREAK = "\u00a0"


def postcards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected postcards, or all postcards by default."""
    cards = selected_postcards(library, ids)
    return Document(
        title="Postcards that start conversations",
        subtitle=f"{len(cards)} cards",
        language=library.about.language,
        sections=tuple(postcard_section(card, library) for card in cards),
    )


def tool_cards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return cards for the selected tools, or all tools by default."""
    tools = selected_tools(library, ids)
    return Document(
        title="Tool cards",
        subtitle=f"{len(tools)} tools",
        language=library.about.language,
        sections=tuple(tool_card_section(tool, library) for tool in tools),
    )


def postcard_section(card: Postcard, library: Library) -> Section:
    """Return a postcard: question on the front, guidance on the back."""
    theme = library.themes[card.theme]
    resource = library.resources[card.resource] if card.resource else None
    link = _page_signpost(card.id, library, f"This card online, and “{resource.title}”" if resource else "")
    if not link and resource:
        link = (Signpost(resource.title, resource.url),)
    back = Section(
        title="Why ask this",
        label=f"{card.moment.capitalize()} · {', '.join(card.audience)}",
        blocks=(
            Paragraph(text_of(card.why)),
            Bullets(card.follow_ups),
            Paragraph(labelled("Listen for", text_of(card.listen_for))),
            *link,
        ),
    )
    return card_section(card.id, theme, Section(title=card.question, label=theme_label(theme)), back)


def tool_card_section(tool: Tool, library: Library) -> Section:
    """Return a tool card: purpose on the front, steps on the back."""
    theme = library.themes[tool.theme]
    front = Section(
        title=tool.title,
        label=theme_label(theme),
        blocks=(Paragraph(text_of(tool.purpose)), evolve(tool_facts(tool), caption="At a glance")),
    )
    steps = tuple(
        (Span(step.title), Span(f" ({minutes_in_words(step.minutes).replace(' ', _NO_BREAK)})")) for step in tool.steps
    )
    back = Section(
        title="Steps",
        blocks=(
            Bullets(steps, "number"),
            *callouts("access", "Access", tool.access[:1]),
            *_page_signpost(tool.id, library),
        ),
    )
    return card_section(tool.id, theme, front, back)


def card_section(id_: str, theme: Theme, front: Section, *others: Section) -> Section:
    """Return a card's front, with its other sides as subsections.

    Each side has the colour and symbol of `theme`.
    """
    first, *behind = (themed(evolve(side, role="card-back", items=(id_,)), theme) for side in (front, *others))
    return evolve(first, role="card-front", sections=tuple(behind))


def card_path(id_: str) -> str:
    """Return the path of a card's web page, below the library's address."""
    return f"cards/{id_}.html"


def _page_signpost(id_: str, library: Library, label: str = "") -> tuple[Signpost, ...]:
    """Return a link to a card's web page, for printing on it."""
    about = library.about
    if not about.url:
        return ()
    url = f"{about.url.rstrip('/')}/{card_path(id_)}?printed={about.date}"
    return (Signpost(label or "This card online", url),)
