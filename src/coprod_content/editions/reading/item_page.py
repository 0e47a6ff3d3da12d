"""All of one content item as a Document of its own, for formats in which every item has a page."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library, title_of
from coprod_content.content.library import themes_of as theme_ids
from coprod_content.content.model import (
    Article,
    Diagram,
    Film,
    Item,
    Postcard,
    Purpose,
    Reference,
    Resource,
    Term,
    Theme,
    Tool,
    Workshop,
)
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Figure, Paragraph, Signpost, block_texts
from coprod_content.document.citations import reference_text, with_references
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.postcards import card_section
from coprod_content.editions.reading.article import chapters
from coprod_content.editions.reading.diagrams import ORIGIN, QUESTIONS
from coprod_content.editions.reading.films import film_facts, scenes_section
from coprod_content.editions.reading.glossary import term_section
from coprod_content.editions.reading.theme_guide import theme_parts
from coprod_content.editions.sections import tool_sections
from coprod_content.editions.sections.agenda import agenda_table
from coprod_content.editions.sections.common import (
    accent,
    checklist,
    lead,
    listed_names,
    paragraphs,
    points,
    texts,
    theme_label,
)
from coprod_content.editions.sections.pictures import all_themes, mosaic, of_theme, themes_of
from coprod_content.editions.sections.workshop_sections import (
    before_section,
    diagram_section,
    words_section,
    workshop_facts,
)
from coprod_content.text.spans import Span, text_of, verbatim


def item_page(item: Item, library: Library) -> Document:
    """The page of an item: a cover with what it is, then all of it, then the works that it cites.

    Raises LookupError for what has no page: pictures, and templates of sessions.
    """
    make = _MAKERS.get(type(item))
    if make is None:
        raise LookupError(f"A {kind_of(item).name} has no page of its own.")
    cover, *parts = make(item, library)
    about = library.about
    document = Document(
        title=title_of(item),
        subtitle=kind_of(item).name.capitalize(),
        language=library.about.language,
        keywords=("co-production", kind_of(item).name),
        sections=(evolve(cover, role="cover", items=(item.id,)), *parts),
    )
    document = evolve(document, sections=(*document.sections, *_further(item, document)))
    made = with_references(document, library)
    return evolve(made, edition="item-page", author=about.title, date=about.date, imprint=about.imprint)


def _further(item: Item, document: Document) -> Iterator[Section]:
    """The works that an item names and its texts do not cite, so that its page lists them too."""
    cited = {span.citation for _, section in document.walk() for span in _spans(section)}
    named = dict.fromkeys(pointer.target for pointer in pointers(item) if pointer.kind == "reference")
    left = [id_ for id_ in named if id_ not in cited]
    if left:
        spans = [span for id_ in left for span in (Span(" "), Span(id_, citation=id_))]
        yield Section(title="Further reading", blocks=(Paragraph((Span("Works behind this page:"), *spans)),))


def _spans(section: Section) -> Iterator[Span]:
    for block in (*section.blocks, *section.notes):
        for text in block_texts(block):
            yield from text


def _theme(theme: Theme, library: Library) -> Iterator[Section]:
    cover = Section(title=theme.title, label=f"Theme {theme.number}", blocks=(lead(theme.summary),))
    yield of_theme(cover, theme)
    yield from (evolve(part, accent=f"theme_{theme.number}") for part in theme_parts(theme, library))


def _tool(tool: Tool, library: Library) -> Iterator[Section]:
    whole = tool_sections.guide(tool, library)
    yield evolve(whole, sections=())
    yield from (evolve(section, accent=whole.accent) for section in whole.sections)
    page = tool_sections.handout(tool, library)
    if page:
        yield evolve(page, title=f"Handout: {page.title}", label="", role="plain", picture=None)


def _postcard(card: Postcard, library: Library) -> Iterator[Section]:
    made = card_section(card, library)
    yield evolve(made, sections=())
    back = made.sections[0]
    kept = tuple(block for block in back.blocks if not isinstance(block, Signpost))
    resource = library.resources[card.resource] if card.resource else None
    link = (Signpost(f"Open “{resource.title}”", resource.url),) if resource else ()
    yield evolve(back, role="plain", picture=None, blocks=(*kept, *link))


def _film(film: Film, library: Library) -> Iterator[Section]:
    blocks = (lead(film.summary), film_facts(film, library))
    yield Section(title=film.title, label="Film", blocks=blocks, **_look(film, library))
    yield Section(title="Before watching", blocks=(points(film.before),))
    yield scenes_section(film)
    yield Section(title="After watching", blocks=(points(film.after),))


def _diagram(diagram: Diagram, library: Library) -> Iterator[Section]:
    yield Section(
        title=diagram.title,
        label="Diagram",
        blocks=(lead(diagram.purpose), Facts(f"At a glance: {diagram.title}", (_themes(diagram, library),))),
        **_look(diagram, library),
    )
    figure = next(block for block in diagram_section(diagram).blocks if isinstance(block, Figure))
    meanings = tuple(
        Section(title=part.name, blocks=(Paragraph(text_of(part.text)),), role="plain") for part in diagram.parts
    )
    yield Section(title="The diagram and its parts", blocks=(figure,), sections=meanings)
    yield Section(title=QUESTIONS, blocks=(Bullets(texts(diagram.questions), "number"),))
    yield Section(title=ORIGIN, blocks=paragraphs((diagram.origin.credit, diagram.origin.licence)))


def _article(article: Article, library: Library) -> Iterator[Section]:
    themes = (Facts(f"At a glance: {article.title}", (_themes(article, library),)),) if article.themes else ()
    yield Section(
        title=article.title, label="Article", blocks=(lead(article.summary), *themes), **_look(article, library)
    )
    yield from chapters(article)
    if article.references:
        basis = Callout("evidence", "How to read this", (text_of(library.about.basis),))
        yield Section(title="About the sources", blocks=(basis,))


def _resource(resource: Resource, library: Library) -> Iterator[Section]:
    made = ", ".join(part for part in (resource.publisher, str(resource.year or "")) if part)
    facts = (("Made by", made), ("For", resource.audience), ("Cost", resource.cost), ("Licence", resource.licence))
    known = tuple(Fact(label, verbatim(value)) for label, value in facts if value)
    yield Section(
        title=resource.title,
        label=f"{resource.type.capitalize()} made by others",
        blocks=(lead(resource.purpose),),
        **_look(resource, library),
    )
    where = Paragraph(verbatim("The address is given as it was published. It may have changed since."), "small")
    yield Section(
        title="What it is, and where",
        blocks=(
            Facts(f"At a glance: {resource.title}", (*known, _themes(resource, library))),
            Signpost(f"Open “{resource.title}”", resource.url),
            where,
        ),
    )


def _term(term: Term, library: Library) -> Iterator[Section]:
    yield Section(title=term.term, label="Word", blocks=(lead(term.meaning),), **_look(term, library))
    _, *rest = term_section(term, library).blocks
    yield Section(title="More about this word", blocks=tuple(rest))


def _purpose(purpose: Purpose, library: Library) -> Iterator[Section]:
    cover = Section(title=purpose.title, label="Purpose", blocks=(lead(purpose.summary),))
    yield evolve(cover, **_look(purpose, library))
    yield Section(title="By the end, people will", blocks=(points(purpose.outcomes),))
    yield Section(title="A question to close on", blocks=(Paragraph(verbatim(purpose.closing_question)),))


def _reference(work: Reference, library: Library) -> Iterator[Section]:
    cover = Section(title=work.title, label="Published work", blocks=(lead(work.finding),))
    yield evolve(cover, **_look(work, library))
    yield Section(title="Where it was published", blocks=(Paragraph(reference_text(work)),))


def _workshop(workshop: Workshop, library: Library) -> Iterator[Section]:
    yield Section(
        title=workshop.title,
        label="Workshop",
        blocks=(lead(workshop.summary), workshop_facts(workshop, library)),
        **_look(workshop, library),
    )
    yield Section(title="By the end, people will", blocks=(points(workshop.outcomes),))
    yield Section(title="What happens, and when", blocks=(agenda_table(workshop, library),))
    yield before_section(workshop, library)
    yield Section(title="Afterwards", blocks=(checklist(workshop.next_steps),))
    if workshop.terms:
        yield words_section(workshop, library)


def _themes(item: Item, library: Library) -> Fact:
    themes = themes_of(theme_ids(item), library)
    return Fact("Themes", listed_names(((theme_label(theme), theme.id) for theme in themes), "; "))


def _look(item: Item, library: Library) -> dict[str, Any]:
    """Colour and picture of a cover: those of its one theme, or the brand's and the signs of its themes."""
    themes = themes_of(theme_ids(item), library)
    one = accent(library, themes[0].id) if len(themes) == 1 else "brand"
    return {"accent": one, "picture": mosaic(themes or all_themes(library), columns=3, rows=2)}


_MAKERS: dict[type[Item], Callable[[Any, Library], Iterator[Section]]] = {
    Theme: _theme,
    Tool: _tool,
    Postcard: _postcard,
    Film: _film,
    Diagram: _diagram,
    Article: _article,
    Resource: _resource,
    Term: _term,
    Purpose: _purpose,
    Reference: _reference,
    Workshop: _workshop,
}


def has_page(item: Item) -> bool:
    """Whether `item_page` makes a page of an item."""
    return type(item) in _MAKERS
