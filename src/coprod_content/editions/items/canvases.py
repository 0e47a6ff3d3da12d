"""The edition of canvases, for posters and shared whiteboards."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Canvas, Theme, Tool, ToolSlot, Workshop
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.canvas_sections import canvas_section, tool_canvas
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.timed_agenda import slot_title
from coprod_content.editions.sections.titles import document_title
from coprod_content.editions.sections.tool_sections import tool_for_slot
from coprod_content.editions.selection import SelectionError, wrong_kind


def canvases_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected canvases (by default, all).

    The id of a tool selects its canvas. The id of a theme or workshop selects the canvases of its tools. Raises
    UnknownId for an unknown id, and SelectionError for an item of any other kind, or if none of the items has a canvas.
    """
    found: dict[str, Section] = {}
    for id_ in ids or (*library.tools, *library.canvases):
        for section in _sections(id_, library):
            found.setdefault(section.items[0], section)
    if ids and not found:
        raise SelectionError(f"There is no canvas for {', '.join(ids)}. Choose a tool that has one.")
    sections = tuple(found.values()) or (credits_section(library),)
    return Document(
        title=document_title(sections[0].title, "canvas") if len(found) == 1 else "Canvases to work on",
        subtitle="Canvas to work on",
        language=library.about.language,
        sections=sections,
    )


def _sections(id_: str, library: Library) -> Iterator[Section]:
    match library[id_]:
        case Canvas() as canvas:
            yield canvas_section(canvas)
        case Tool() as tool:
            yield from tool_canvas(tool, library)
        case Theme():
            for tool in library.tools.values():
                if tool.theme == id_:
                    yield from tool_canvas(tool, library)
        case Workshop() as workshop:
            for slot in workshop.agenda:
                if isinstance(slot, ToolSlot):
                    yield from tool_canvas(tool_for_slot(slot, library), library, title=slot_title(slot, library))
        case item:
            raise wrong_kind(item, "canvases, tools, themes or workshops")
