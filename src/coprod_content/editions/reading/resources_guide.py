"""The resources guide: what others have made that is worth opening, by theme."""

from coprod_content.content.library import Library
from coprod_content.content.model import Resource
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.reading.article import article_section
from coprod_content.editions.reading.theme_guide import resource_section
from coprod_content.editions.sections.common import contents, credits_section, lead
from coprod_content.editions.sections.pictures import all_themes, mosaic, of_theme
from coprod_content.editions.selection import only
from coprod_content.text.spans import text_of, verbatim


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The resources of a selection under the theme that each names first; without a selection all of them."""
    resources = only(library, ids, Resource, "resources") if ids else library.resources.items_in_order
    cover = Section(
        title="Resources guide",
        role="cover",
        picture=mosaic(all_themes(library), columns=6, rows=3),
        blocks=(
            lead("Guides, toolkits, networks, policy and standards made by others, each with what it is for."),
            Paragraph(verbatim("Addresses are given as they were published. They may have changed since.")),
            Paragraph(text_of(library.about.statement)),
        ),
    )
    parts = tuple(
        of_theme(
            Section(
                title=theme.title,
                label=f"Theme {theme.number}",
                sections=tuple(resource_section(resource) for resource in resources if resource.themes[0] == theme.id),
            ),
            theme,
        )
        for theme in library.themes.values()
        if any(resource.themes[0] == theme.id for resource in resources)
    )
    return Document(
        title="Resources guide",
        subtitle=f"{len(resources)} resources",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "resources"),
        sections=(cover, contents(), *_opening(library, ids), *parts, credits_section(library)),
    )


def _opening(library: Library, ids: tuple[str, ...]) -> tuple[Section, ...]:
    """How to choose among other people's toolkits, before the whole list."""
    article = library.articles.get("resources-guide")
    return (article_section(article),) if article and not ids else ()
