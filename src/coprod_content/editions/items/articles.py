"""Articles to read from start to finish, in the selected order."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Article, Passage
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import lead, texts
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.selection import SelectionError, selected_items
from coprod_content.text.spans import text_of

_CLAIM_HEADER = ("What research says", "How firm it is", "Sources")


def articles_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return one or more articles, in the given order."""
    articles = selected_items(library, ids, Article)
    first, alone = articles[0], len(articles) == 1
    themes = [id_ for article in articles for id_ in article.themes]
    cover = Section(
        title=first.title if alone else library.about.title,
        role="cover",
        accent=theme_accent(first.themes, library),
        picture=theme_mosaic(library, themes),
        blocks=(*(lead(article.summary) for article in articles), Paragraph(text_of(library.about.statement))),
        items=tuple(article.id for article in articles),
    )
    parts = chapter_sections(first) if alone else tuple(map(article_section, articles))
    return Document(
        title=cover.title,
        subtitle="Article" if alone else "Articles",
        language=library.about.language,
        sections=(cover, CONTENTS, *parts, credits_section(library)),
    )


def introduction_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the introduction to co-production and the getting-started article."""
    return _made_from(("introduction", "getting-started"), library, "Introduction")


def literature_review_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the literature review."""
    return _made_from(("literature-review",), library, "Literature review")


def _made_from(ids: tuple[str, ...], library: Library, subtitle: str) -> Document:
    """Return articles by id. Raises SelectionError if one does not exist."""
    for id_ in ids:
        if id_ not in library.articles:
            way_out = f"Add articles/{id_}.yaml, or choose the edition 'article'."
            raise SelectionError(f"This edition is made from the article '{id_}', which your content lacks. {way_out}")
    return evolve(articles_document(library, ids), subtitle=subtitle)


def article_section(article: Article) -> Section:
    """Return an article as one section of a longer document."""
    return Section(
        title=article.title, blocks=(lead(article.summary),), sections=chapter_sections(article), items=(article.id,)
    )


def chapter_sections(article: Article) -> tuple[Section, ...]:
    """Return an article's chapters as sections, after a table of its claims.

    A passage of advice is set in a callout, unless it has a list of points.
    """
    return (
        *_evidence(article),
        *(
            Section(
                title=chapter.title,
                blocks=tuple(block for passage in chapter.body for block in _blocks(passage)),
                items=(article.id,),
            )
            for chapter in article.chapters
        ),
    )


def _evidence(article: Article) -> Iterator[Section]:
    """Yield a table of the article's claims, if it has any."""
    claims = [claim for chapter in article.chapters for claim in chapter.claims]
    if claims:
        rows = tuple(
            (text_of(each.claim), text_of(each.strength), text_of(" ".join(f"[@{id_}]" for id_ in each.sources)))
            for each in claims
        )
        table = Table("Claims, how firm they are, and the works they rest on", _CLAIM_HEADER, rows, (8, 6, 6))
        yield Section(title="The evidence at a glance", role="evidence", blocks=(table,), items=(article.id,))


def _blocks(passage: Passage) -> Iterator[Block]:
    if passage.advice and passage.text and not passage.points:
        yield Callout("advice", "Our advice", (text_of(passage.text),))
        return
    if passage.text:
        yield Paragraph(text_of(passage.text))
    if passage.points:
        yield Bullets(texts(passage.points))
