"""The tool cards: what a tool is for in front, its steps on the back."""

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Callout, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.card_link import page_signpost
from coprod_content.editions.sections.common import texts, theme_label, tool_facts
from coprod_content.editions.sections.pictures import of_theme
from coprod_content.editions.selection import selected_tools
from coprod_content.text.spans import Span, text_of

_HELD = "\u00a0"


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The cards of a selection of tools, in its order; without one all of them."""
    tools = selected_tools(library, ids)
    return Document(
        title="Tool cards",
        subtitle=f"{len(tools)} tools",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "tools"),
        sections=tuple(card_section(tool, library) for tool in tools),
    )


def card_section(tool: Tool, library: Library) -> Section:
    """A tool in short: what it is for in front, its steps on the back."""
    steps = tuple(
        (*text_of(step.title), Span(f" ({minutes_in_words(step.minutes).replace(' ', _HELD)})")) for step in tool.steps
    )
    theme = library.themes[tool.theme]
    back = Section(
        title="Steps",
        role="card-back",
        blocks=(
            Bullets(steps, "number"),
            Callout("access", "Access", texts(tool.access[:1])),
            *page_signpost(tool.id, library),
        ),
        items=(tool.id,),
    )
    front = Section(
        title=tool.title,
        role="card-front",
        label=theme_label(theme),
        blocks=(Paragraph(text_of(tool.purpose)), evolve(tool_facts(tool), caption="At a glance")),
        sections=(of_theme(back, theme),),
        items=(tool.id,),
    )
    return of_theme(front, theme)
