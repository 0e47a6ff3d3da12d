"""The theme guide: all of a theme, its tools in full, its questions, its resources."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Resource, Theme
from coprod_content.document.blocks import Bullets, Callout, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections import tool_sections
from coprod_content.editions.sections.common import contents, credits_section, lead, named, paragraphs, points, texts
from coprod_content.editions.sections.pictures import mosaic, of_theme
from coprod_content.editions.selection import only
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import text_of, verbatim


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The guide to a theme, to several one after the other."""
    themes = only(library, ids, Theme, "themes")
    title = " and ".join(theme.title for theme in themes)
    body = tuple(section for theme in themes for section in _theme(theme, library))
    cover = Section(
        title=title,
        role="cover",
        label=", ".join(f"Theme {theme.number}" for theme in themes),
        accent=f"theme_{themes[0].number}" if len(themes) == 1 else "brand",
        picture=mosaic(tuple(themes), columns=6, rows=3),
        blocks=(*(lead(theme.summary) for theme in themes), Paragraph(text_of(library.about.statement))),
        items=tuple(theme.id for theme in themes),
    )
    return Document(
        title=named(title, "theme guide"),
        subtitle="Theme guide",
        language=library.about.language,
        keywords=("co-production", "quality improvement"),
        sections=(cover, contents(), *body, credits_section(library)),
    )


def _theme(theme: Theme, library: Library) -> Iterator[Section]:
    colour = f"theme_{theme.number}"
    about = Section(
        title=f"About the theme: {theme.title}",
        label=f"Theme {theme.number}",
        blocks=(lead(theme.summary),),
        sections=tuple(theme_parts(theme, library)),
        items=(theme.id,),
    )
    yield of_theme(about, theme)
    tools = [tool for tool in library.tools.values() if tool.theme == theme.id]
    for tool in tools:
        yield evolve(tool_sections.guide(tool, library), role="divider")
    cards = [card for card in library.postcards.values() if card.theme == theme.id]
    if cards:
        yield Section(
            title=f"Questions to start with: {theme.title}",
            accent=colour,
            blocks=(Bullets(tuple(verbatim(card.question) for card in cards)),),
            items=tuple(card.id for card in cards),
        )
    resources = [resource for resource in library.resources.values() if theme.id in resource.themes]
    if resources:
        yield Section(
            title=f"Made by others: {theme.title}",
            accent=colour,
            sections=tuple(resource_section(resource) for resource in resources),
        )


def theme_parts(theme: Theme, library: Library) -> Iterator[Section]:
    """What a theme means, why it matters, what helps and hinders, and how to begin."""
    yield Section(title="What it means", blocks=paragraphs(theme.meaning))
    yield Section(
        title="Why it matters",
        blocks=(*paragraphs(theme.why), Callout("evidence", "How to read this", (text_of(library.about.basis),))),
    )
    yield Section(title="What good looks like", blocks=(points(theme.good),))
    yield Section(title="What gets in the way", blocks=(points(theme.barriers),))
    yield Section(title="A first step for this week", blocks=(Paragraph(text_of(theme.first_step)),))
    yield Section(title="Three questions for a team", blocks=(Bullets(texts(theme.questions), "number"),))


def resource_section(resource: Resource) -> Section:
    """A resource: what it is for, for whom, who made it, what it costs and where it is."""
    made = ", ".join(part for part in (resource.publisher, str(resource.year or "")) if part)
    terms = ("For", resource.audience), ("Cost", resource.cost), ("Licence", resource.licence or "")
    return Section(
        title=resource.title,
        label=f"{resource.type.capitalize()} · {made}",
        blocks=(
            Paragraph(text_of(resource.purpose)),
            Paragraph(verbatim(" ".join(with_full_stop(f"{name}: {words}") for name, words in terms if words))),
            Signpost(f"Open “{resource.title}”", resource.url),
        ),
        items=(resource.id,),
    )
