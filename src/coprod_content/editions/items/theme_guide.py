"""The theme guide, with a theme's tools, questions and resources."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Resource, Theme
from coprod_content.document.blocks import Bullets, Callout, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.cases import case_section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import lead, paragraphs, points
from coprod_content.editions.sections.scene_pictures import theme_cover_picture
from coprod_content.editions.sections.theme_pictures import theme_accent, themed
from coprod_content.editions.sections.titles import document_title
from coprod_content.editions.sections.tool_sections import tool_guide
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import text_of


def theme_guide_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a guide to one or more themes, in the given order."""
    themes = selected_items(library, ids, Theme)
    title = " and ".join(theme.title for theme in themes)
    body = (section for theme in themes for section in _theme(theme, library))
    cover = Section(
        title=title,
        role="cover",
        label=", ".join(f"Theme {theme.number}" for theme in themes),
        accent=theme_accent(ids, library),
        picture=theme_cover_picture(themes, library, columns=6, rows=2, across=True),
        blocks=(*(lead(theme.summary) for theme in themes), Paragraph(text_of(library.about.statement))),
        items=tuple(theme.id for theme in themes),
    )
    return Document(
        title=document_title(title, "theme guide"),
        subtitle="Theme guide",
        language=library.about.language,
        sections=(cover, CONTENTS, *body, credits_section(library)),
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
    yield themed(about, theme)
    for tool in library.tools.values():
        if tool.theme == theme.id:
            yield evolve(tool_guide(tool, library), role="divider")
    cards = [card for card in library.postcards.values() if card.theme == theme.id]
    if cards:
        yield Section(
            title=f"Questions to start with: {theme.title}",
            accent=colour,
            blocks=(Bullets([card.question for card in cards]),),
            items=tuple(card.id for card in cards),
        )
    cases = [case for case in library.cases.values() if case.themes[0] == theme.id]
    if cases:
        yield Section(
            title=f"What happened elsewhere: {theme.title}",
            accent=colour,
            sections=tuple(case_section(case, library) for case in cases),
        )
    resources = [resource for resource in library.resources.values() if theme.id in resource.themes]
    if resources:
        yield Section(
            title=f"Made by others: {theme.title}",
            accent=colour,
            sections=tuple(resource_section(resource) for resource in resources),
        )


def theme_parts(theme: Theme, library: Library) -> Iterator[Section]:
    """Yield the sections that explain a theme and how to begin."""
    yield Section(title="What it means", blocks=paragraphs(theme.meaning))
    yield Section(
        title="Why it matters",
        blocks=(*paragraphs(theme.why), Callout("evidence", "How to read this", (text_of(library.about.basis),))),
    )
    yield Section(title="What good looks like", blocks=(points(theme.good),))
    yield Section(title="What gets in the way", blocks=(points(theme.barriers),))
    yield Section(title="A first step for this week", blocks=(Paragraph(text_of(theme.first_step)),))
    yield Section(title="Three questions for a team", blocks=(Bullets(theme.questions, "number"),))


def resource_section(resource: Resource) -> Section:
    """Return a resource's purpose, audience, publisher, cost, licence and address."""
    made = publisher_and_year(resource)
    terms = ("For", resource.audience), ("Cost", resource.cost), ("Licence", resource.licence or "")
    return Section(
        title=resource.title,
        label=f"{resource.type.capitalize()} · {made}",
        blocks=(
            Paragraph(text_of(resource.purpose)),
            Paragraph(" ".join(with_full_stop(f"{name}: {words}") for name, words in terms if words)),
            Signpost(f"Open “{resource.title}”", resource.url),
        ),
        items=(resource.id,),
    )


def publisher_and_year(resource: Resource) -> str:
    """Return a resource's publisher and year, omitting either if unknown."""
    return ", ".join(filter(None, (resource.publisher, str(resource.year or ""))))
