"""Articles to read from start to finish, in the selected order."""

import math
from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.item_texts import texts as texts_of
from coprod_content.content.library import Library
from coprod_content.content.model import (
    Article,
    Chapter,
    Claim,
    Passage,
    PassageTable,
    Programme,
    Reference,
    Resource,
)
from coprod_content.content.phrases import date_in_words
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph, Table
from coprod_content.document.citations import first_authors
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.forms import fill_in
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import labelled, lead, linked_names, paragraphs, texts
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.titles import unique_titles
from coprod_content.editions.selection import SelectionError, selected_items
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, plain, text_of, verbatim

_SHORT = 700
"""The greatest number of words in an article that is printed without a cover page."""
_CLAIM_HEADER = ("What research says", "How firm it is", "Sources")
_ONE_CLAIM = "One claim on each slide, with how firm it is. What each work found is in the notes."
_STUDY_HEADER = ("Study", "Where, and who took part", "What came of it", "How firm")


def articles_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of one or more articles, in the given order.

    A short article by itself has no cover page and no contents list, so that it fits on a sheet of paper.
    """
    articles = selected_items(library, ids, Article)
    first, alone = articles[0], len(articles) == 1
    short = alone and _is_short(first)
    themes = [id_ for article in articles for id_ in article.themes]
    cover = Section(
        title=first.title if alone else library.about.title,
        role="cover",
        accent=theme_accent(first.themes, library),
        picture=None if short else theme_mosaic(library, themes),
        blocks=(
            *(lead(article.summary) for article in articles),
            *(checked_on(first) if alone else ()),
            *(_to_use(first, library) if short else paragraphs((library.about.statement,))),
        ),
        items=tuple(article.id for article in articles),
    )
    whole = (article_section(article, library) for article in articles)
    parts = _whole_article(first, library) if alone else tuple(whole)
    material = credits_section(library)
    if short:
        first_part, *others = chapter_sections(first, library)
        parts = (evolve(first_part, role="form"), *others)
        material = evolve(material, blocks=paragraphs((library.about.statement, library.about.licence)))
    return Document(
        title=cover.title,
        subtitle=series_title(first, library) if alone else "Articles",
        language=library.about.language,
        sections=(cover, *(() if short else (CONTENTS,)), *parts, material),
    )


def series_title(article: Article, library: Library) -> str:
    """Return the title of an article's series, or `Article`."""
    series = library.series.get(article.series or "")
    return series.title if series else "Article"


def _is_short(article: Article) -> bool:
    return sum(len(prose.split()) for _, prose in texts_of(article)) <= _SHORT


def introduction_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the introduction to co-production and the getting-started article."""
    return _made_from(("introduction", "getting-started"), library, "Introduction")


def literature_review_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the literature review."""
    return _made_from(("literature-review",), library, "Literature review")


def evidence_slides(library: Library, _: tuple[str, ...]) -> Document:
    """Return a slide for each claim of the literature review.

    Each slide's title says how firm the claim is. The notes say what each cited work found.
    """
    whole = literature_review_document(library, ())
    review = library.articles["literature-review"]
    claims = (_claim_slide(claim, chapter, library) for chapter in review.chapters for claim in chapter.claims)
    slides = (evolve(slide, items=(review.id,)) for slide in unique_titles(claims))
    cover = evolve(whole.sections[0], blocks=(lead(_ONE_CLAIM),))
    return evolve(whole, subtitle="Evidence slides", sections=(cover, *slides, credits_section(library)))


def _claim_slide(claim: Claim, chapter: Chapter, library: Library) -> Section:
    works = tuple(library.references[id_] for id_ in claim.sources)
    cited = text_of(" ".join((claim.claim, *(f"[@{work.id}]" for work in works))))
    found = (Paragraph((Span(f"{first_authors(work)}: ", strong=True), *text_of(work.finding))) for work in works)
    return Section(
        title=f"How firm? {claim.strength}",
        role="evidence",
        label=chapter.title,
        blocks=(Paragraph(cited, "lead"),),
        notes=tuple(found),
    )


def _made_from(ids: tuple[str, ...], library: Library, subtitle: str) -> Document:
    """Return a document of the articles with the given ids.

    Raises SelectionError if one of them does not exist.
    """
    for id_ in ids:
        if id_ not in library.articles:
            way_out = f"Add articles/{id_}.yaml, or choose the edition 'article'."
            raise SelectionError(f"This edition is made from the article '{id_}', which your content lacks. {way_out}")
    return evolve(articles_document(library, ids), subtitle=subtitle)


def article_section(article: Article, library: Library) -> Section:
    """Return an article as one section of a longer document."""
    return Section(
        title=article.title,
        blocks=(lead(article.summary), *checked_on(article)),
        sections=_whole_article(article, library),
        items=(article.id,),
    )


def checked_on(item: Article | Resource) -> tuple[Block, ...]:
    """Return a line with an item's `as_of` date, or an empty tuple."""
    if item.as_of is None:
        return ()
    return (Paragraph(f"Checked on {date_in_words(item.as_of)}. Check again before you rely on it.", "small"),)


def _whole_article(article: Article, library: Library) -> tuple[Section, ...]:
    """Return an article's chapters, and a list of the items it recommends."""
    lines = _to_use(article, library)
    to_use = (Section(title="What to use", blocks=lines, items=(article.id,)),) if lines else ()
    return (*chapter_sections(article, library), *to_use)


def _to_use(article: Article, library: Library) -> tuple[Block, ...]:
    """Return lines with links to the items that an article recommends."""
    recommended = (
        ("Tools", [library.tools[id_] for id_ in article.tools]),
        ("Workshops", [library.workshops[id_] for id_ in article.workshops]),
        ("Forms", [library.forms[id_] for id_ in article.forms]),
    )
    return tuple(
        Paragraph(labelled(name, linked_names(((item.title, item.id) for item in items), "; ")))
        for name, items in recommended
        if items
    )


def chapter_sections(article: Article | Programme, library: Library) -> tuple[Section, ...]:
    """Return chapters as sections, after a section that lists any claims.

    A passage of advice is set in a callout, unless it has a list of points.
    """
    return (
        *_evidence(article),
        *(
            Section(
                title=chapter.title,
                blocks=(
                    *(block for passage in chapter.body for block in _blocks(passage, library)),
                    *map(fill_in, chapter.fields),
                ),
                items=(article.id,),
            )
            for chapter in article.chapters
        ),
    )


def _evidence(article: Article | Programme) -> Iterator[Section]:
    """Yield a section with a table of the article's claims, if any."""
    claims = [claim for chapter in article.chapters for claim in chapter.claims]
    if claims:
        rows = tuple(
            (text_of(each.claim), text_of(each.strength), text_of(" ".join(f"[@{id_}]" for id_ in each.sources)))
            for each in claims
        )
        table = Table("Claims, how firm they are, and the works they rest on", _CLAIM_HEADER, rows, (8, 6, 6))
        yield Section(title="The evidence at a glance", role="evidence", blocks=(table,), items=(article.id,))


def _blocks(passage: Passage, library: Library) -> Iterator[Block]:
    """Yield a passage's blocks. Any tables come last."""
    if passage.advice and passage.text and not passage.points:
        yield Callout("advice", "Our advice", (text_of(passage.text),))
    elif passage.text:
        yield Paragraph(text_of(passage.text))
    if passage.points:
        yield Bullets(texts(passage.points))
    if passage.studies:
        rows = tuple(_study_row(library.references[id_]) for id_ in passage.studies)
        works = "1 work: how it was" if len(rows) == 1 else f"{len(rows)} works: how each was"
        yield Table(f"{works} done, and what came of it", _STUDY_HEADER, rows, (4, 5, 6, 3))
    if passage.table:
        yield _table(passage.table)


def _table(table: PassageTable) -> Table:
    """Return a table whose columns are wider if they have longer cells."""
    rows = tuple(texts(row) for row in table.rows)
    columns = zip(*rows, strict=True)
    widths = tuple(round(math.sqrt(max(len(plain(cell)) for cell in column))) for column in columns)
    return Table(table.caption, table.columns, rows, widths)


def _study_row(work: Reference) -> tuple[Text, ...]:
    """Return a study as a table row.

    Raises ValueError if the work does not describe a study.
    """
    if work.study is None:
        raise ValueError(f"the reference '{work.id}' does not describe a study")
    study = work.study
    year = f" {work.year}" if work.year else ""
    named = (Span(f"{first_authors(work)}{year}", strong=True), Span(" "), Span(work.id, citation=work.id))
    limit = verbatim(f". {with_full_stop(study.limit)}" if study.limit else "")
    return (
        (*named, Span(f". {with_full_stop(study.design)}")),
        verbatim(f"{with_full_stop(study.setting)} {with_full_stop(study.involved)}"),
        text_of(study.outcome),
        (Span(study.strength.capitalize(), strong=True), *limit),
    )
