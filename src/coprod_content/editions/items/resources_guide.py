"""The resources guide: useful material made by others, grouped by theme."""

from coprod_content.content.library import Library
from coprod_content.content.model import Resource, Theme
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.articles import article_section
from coprod_content.editions.items.theme_guide import resource_section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import lead
from coprod_content.editions.sections.theme_pictures import theme_mosaic, themed
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import text_of, verbatim


def resources_guide_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return the selected resources, or all by default, under their first themes."""
    resources = selected_items(library, ids, Resource) if ids else library.resources.items_in_order
    cover = Section(
        title="Resources guide",
        role="cover",
        picture=theme_mosaic(library),
        blocks=(
            lead("Guides, toolkits, networks, policy and standards made by others, each with what it is for."),
            Paragraph(verbatim("Addresses are given as they were published. They may have changed since.")),
            Paragraph(text_of(library.about.statement)),
        ),
    )
    parts = (_theme(theme, resources) for theme in library.themes.values())
    article = library.articles.get("resources-guide")
    opening = (article_section(article),) if article and not ids else ()
    return Document(
        title="Resources guide",
        subtitle=f"{len(resources)} resources",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "resources"),
        sections=(cover, CONTENTS, *opening, *(part for part in parts if part.sections), credits_section(library)),
    )


def _theme(theme: Theme, resources: tuple[Resource, ...]) -> Section:
    listed = tuple(resource_section(resource) for resource in resources if resource.themes[0] == theme.id)
    return themed(Section(title=theme.title, label=f"Theme {theme.number}", sections=listed), theme)
