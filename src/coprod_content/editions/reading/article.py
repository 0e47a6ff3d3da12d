"""Articles: texts to read from start to end, in the order in which they are selected."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Article, Passage
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import accent, contents, credits_section, lead, texts
from coprod_content.editions.sections.pictures import all_themes, mosaic, themes_of
from coprod_content.editions.selection import only
from coprod_content.text.spans import text_of


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """One article, or several one after the other."""
    articles = only(library, ids, Article, "articles")
    first = articles[0]
    themes = themes_of(tuple(id_ for article in articles for id_ in article.themes), library) or all_themes(library)
    cover = Section(
        title=first.title if len(articles) == 1 else library.about.title,
        role="cover",
        accent=accent(library, first.themes[0]) if len(first.themes) == 1 else "brand",
        picture=mosaic(themes, columns=6, rows=3),
        blocks=(*(lead(article.summary) for article in articles), Paragraph(text_of(library.about.statement))),
        items=tuple(article.id for article in articles),
    )
    parts = tuple(article_section(article) for article in articles) if len(articles) > 1 else chapters(first)
    return Document(
        title=cover.title,
        subtitle="Article" if len(articles) == 1 else "Articles",
        language=library.about.language,
        keywords=("co-production", "quality improvement"),
        sections=(cover, contents(), *parts, credits_section(library)),
    )


def introduction(library: Library, _: tuple[str, ...]) -> Document:
    """The introduction to co-production, and how to get started."""
    return evolve(document(library, ("introduction", "getting-started")), subtitle="Introduction")


def literature_review(library: Library, _: tuple[str, ...]) -> Document:
    """The literature review, with its references."""
    return evolve(document(library, ("literature-review",)), subtitle="Literature review")


def article_section(article: Article) -> Section:
    """An article as one part of a longer text."""
    return Section(
        title=article.title, blocks=(lead(article.summary),), sections=chapters(article), items=(article.id,)
    )


def chapters(article: Article) -> tuple[Section, ...]:
    """The chapters of an article. Advice of the library's own is set apart from what rests on sources."""
    return tuple(
        Section(
            title=chapter.title,
            blocks=tuple(block for passage in chapter.body for block in _blocks(passage)),
            items=(article.id,),
        )
        for chapter in article.chapters
    )


def _blocks(passage: Passage) -> Iterator[Block]:
    if passage.advice and passage.text and not passage.points:
        yield Callout("advice", "Our advice", (text_of(passage.text),))
        return
    if passage.text:
        yield Paragraph(text_of(passage.text))
    if passage.points:
        yield Bullets(texts(passage.points))
