"""The tool cards: what a tool is for in front, its steps on the back."""

from coprod_content.document import Document
from coprod_content.editions import tool_sections
from coprod_content.editions.selection import selected_tools
from coprod_content.library import Library


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The cards of a selection of tools, in its order; without one all of them."""
    tools = selected_tools(library, ids)
    return Document(
        title="Tool cards",
        subtitle=f"{len(tools)} tools",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "tools"),
        sections=tuple(tool_sections.card(tool, library) for tool in tools),
    )
