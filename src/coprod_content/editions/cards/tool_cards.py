"""Tool cards, with the purpose in front and the steps behind."""

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Callout, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.card_web_address import card_page_signpost
from coprod_content.editions.sections.prose_blocks import texts
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.titles import theme_label
from coprod_content.editions.sections.tool_sections import tool_facts
from coprod_content.editions.selection import selected_tools
from coprod_content.text.spans import Span, text_of

_NO_BREAK = "\u00a0"


def tool_cards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return cards for the selected tools, or all tools by default."""
    tools = selected_tools(library, ids)
    return Document(
        title="Tool cards",
        subtitle=f"{len(tools)} tools",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "tools"),
        sections=tuple(tool_card_section(tool, library) for tool in tools),
    )


def tool_card_section(tool: Tool, library: Library) -> Section:
    """Return a tool card's front, with the back as a subsection."""
    steps = tuple(
        (*text_of(step.title), Span(f" ({minutes_in_words(step.minutes).replace(' ', _NO_BREAK)})"))
        for step in tool.steps
    )
    theme = library.themes[tool.theme]
    back = Section(
        title="Steps",
        role="card-back",
        blocks=(
            Bullets(steps, "number"),
            Callout("access", "Access", texts(tool.access[:1])),
            *card_page_signpost(tool.id, library),
        ),
        items=(tool.id,),
    )
    front = Section(
        title=tool.title,
        role="card-front",
        label=theme_label(theme),
        blocks=(Paragraph(text_of(tool.purpose)), evolve(tool_facts(tool), caption="At a glance")),
        sections=(themed(back, theme),),
        items=(tool.id,),
    )
    return themed(front, theme)
