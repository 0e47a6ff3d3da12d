"""Canvases on slides, handouts and posters."""

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Canvas, Tool
from coprod_content.document.blocks import Figure
from coprod_content.document.document import Section
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.text.spans import plain, text_of


def canvas_figure(canvas: Canvas) -> Figure:
    """Return a canvas's drawing with its alternative text."""
    return Figure(canvas.drawing, plain(text_of(canvas.alt)))


def tool_figures(tool: Tool, library: Library) -> tuple[Figure, ...]:
    """Return a tool's canvas as a figure, or an empty tuple."""
    return (canvas_figure(library.canvases[tool.canvas]),) if tool.canvas else ()


def tool_canvas(tool: Tool, library: Library, *, title: str = "") -> tuple[Section, ...]:
    """Return a section with a tool's canvas, or an empty tuple.

    `title` is the name that participants know the tool by. It defaults to the tool's title.
    """
    if tool.canvas is None:
        return ()
    section = canvas_section(library.canvases[tool.canvas], title or tool.title)
    themed_section = themed(evolve(section, items=(tool.canvas, tool.id)), library.themes[tool.theme])
    return (evolve(themed_section, picture=None),)


def canvas_section(canvas: Canvas, label: str = "") -> Section:
    """Return a section with only a canvas, and the given label."""
    return Section(title=canvas.title, role="canvas", label=label, blocks=(canvas_figure(canvas),), items=(canvas.id,))
