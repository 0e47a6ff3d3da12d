"""The web page for a single content item."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from coprod_content.content import model
from coprod_content.content.item_texts import pointers
from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Paragraph, Signpost, block_texts
from coprod_content.document.citations import reference_text, with_references
from coprod_content.document.document import Document, Section
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions.cards.cards import postcard_section
from coprod_content.editions.fixed_phrases import with_fixed_phrases
from coprod_content.editions.items.articles import chapter_sections, checked_on, series_title
from coprod_content.editions.items.cases import case_facts, case_parts
from coprod_content.editions.items.diagrams import QUESTIONS, origin_section
from coprod_content.editions.items.easy_read import simple_words
from coprod_content.editions.items.films import film_facts, scenes_section
from coprod_content.editions.items.forms import notes_and_form
from coprod_content.editions.items.lists import study_section, term_section
from coprod_content.editions.items.programmes import programme_facts, programme_parts
from coprod_content.editions.items.theme_guide import publisher_and_year, theme_parts
from coprod_content.editions.sections.canvas_sections import canvas_figure, tool_canvas
from coprod_content.editions.sections.diagram_sections import diagram_figure
from coprod_content.editions.sections.photos import photo_pages
from coprod_content.editions.sections.prose_blocks import callouts, checklist, lead, points
from coprod_content.editions.sections.scene_pictures import cover_picture, theme_cover_picture
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.timed_agenda import agenda_table
from coprod_content.editions.sections.titles import theme_names
from coprod_content.editions.sections.tool_sections import tool_guide, tool_handout
from coprod_content.editions.sections.workshop_sections import before_the_day_section, terms_section, workshop_facts
from coprod_content.text.spans import Span, text_of


def item_page(item: model.Item, library: Library) -> Document:
    """Return an item's page as a document, with the works it cites.

    Raises LookupError for an item of a kind without pages, such as a picture.
    """
    make = _MAKERS.get(type(item))
    if make is None:
        raise LookupError(f"A {kind_of(item).name} has no page.")
    cover, *parts = make(item, library)
    about = library.about
    document = Document(
        title=title_of(item),
        subtitle=kind_of(item).name.capitalize(),
        language=about.language,
        keywords=("co-production", kind_of(item).name),
        sections=(evolve(cover, role="cover", items=(item.id,)), *parts, *simple_words(item, library)),
    )
    document = evolve(document, sections=(*document.sections, *_further(item, document)))
    made = with_references(document, library)
    made = evolve(made, edition="item-page", author=about.title, date=about.date, imprint=about.imprint)
    return with_curly_quotes(with_fixed_phrases(made, library))


def _further(item: model.Item, document: Document) -> Iterator[Section]:
    """Yield a section on further reading, if any.

    It lists the references that the item names but that `document`, its page, does not cite.
    """
    blocks = (block for _, section in document.walk() for block in (*section.blocks, *section.notes))
    cited = {span.citation for block in blocks for text in block_texts(block) for span in text}
    named = dict.fromkeys(pointer.target for pointer in pointers(item) if pointer.kind == "reference")
    left = [id_ for id_ in named if id_ not in cited]
    if left:
        spans = [span for id_ in left for span in (Span(" "), Span(id_, citation=id_))]
        yield Section(title="Further reading", blocks=(Paragraph((Span("This page also draws on:"), *spans)),))


def _cover(item: model.Item, library: Library, label: str, *blocks: Block) -> Section:
    accent = theme_accent(themes_of(item), library)
    if isinstance(item, model.Workshop):
        picture = cover_picture((item,), library, columns=2, rows=3, across=False)
    elif isinstance(item, model.Theme):
        picture = theme_cover_picture((item,), library, columns=2, rows=3, across=False)
    else:
        picture = theme_mosaic(library, themes_of(item), columns=3, rows=2)
    return Section(title=title_of(item), label=label, accent=accent, picture=picture, blocks=blocks)


def _themes(item: model.Item, library: Library) -> Fact:
    return Fact("Themes", theme_names(themes_of(item), library))


def _theme(theme: model.Theme, library: Library) -> Iterator[Section]:
    yield _cover(theme, library, f"Theme {theme.number}", lead(theme.summary))
    yield from (evolve(part, accent=f"theme_{theme.number}") for part in theme_parts(theme, library))


def _tool(tool: model.Tool, library: Library) -> Iterator[Section]:
    whole = tool_guide(tool, library)
    yield evolve(whole, sections=())
    yield from (evolve(section, accent=whole.accent) for section in whole.sections)
    page = tool_handout(tool, library)
    if page:
        yield evolve(page, title=f"Handout: {page.title}", label="", role="plain", picture=None)
    for canvas in tool_canvas(tool, library):
        yield evolve(canvas, title=f"Canvas: {canvas.title}", label="", role="plain")


def _postcard(card: model.Postcard, library: Library) -> Iterator[Section]:
    front = postcard_section(card, library)
    yield evolve(front, sections=())
    back = front.sections[0]
    kept = tuple(block for block in back.blocks if not isinstance(block, Signpost))
    resource = library.resources[card.resource] if card.resource else None
    link = (Signpost(f"Open “{resource.title}”", resource.url),) if resource else ()
    yield evolve(back, role="plain", picture=None, blocks=(*kept, *link))


def _film(film: model.Film, library: Library) -> Iterator[Section]:
    yield _cover(film, library, "Film", lead(film.summary), film_facts(film, library))
    yield Section(title="Before watching", blocks=(Bullets(film.before),))
    yield scenes_section(film, library)
    yield Section(title="After watching", blocks=(Bullets(film.after),))


def _diagram(diagram: model.Diagram, library: Library) -> Iterator[Section]:
    facts = Facts(f"At a glance: {diagram.title}", (_themes(diagram, library),))
    yield _cover(diagram, library, "Diagram", lead(diagram.purpose), facts)
    meanings = tuple(
        Section(title=part.name, blocks=(Paragraph(text_of(part.text)),), role="plain") for part in diagram.parts
    )
    yield Section(title="The diagram and its parts", blocks=(diagram_figure(diagram),), sections=meanings)
    yield Section(title=QUESTIONS, blocks=(Bullets(diagram.questions, "number"),))
    yield origin_section(diagram)


def _canvas(canvas: model.Canvas, library: Library) -> Iterator[Section]:
    yield _cover(canvas, library, "Canvas", Paragraph("Print it as a poster, or put it on a shared whiteboard."))
    yield Section(title="The canvas", blocks=(canvas_figure(canvas),))
    yield Section(title="The canvas in words", blocks=(Paragraph(text_of(canvas.alt)),))


def _form(form: model.Form, library: Library) -> Iterator[Section]:
    facts = Facts(f"At a glance: {form.title}", (Fact("For", form.audience),))
    yield _cover(form, library, "Form", lead(form.summary), facts)
    yield from notes_and_form(form)


def _article(article: model.Article, library: Library) -> Iterator[Section]:
    themes = (Facts(f"At a glance: {article.title}", (_themes(article, library),)),) if article.themes else ()
    yield _cover(article, library, series_title(article, library), lead(article.summary), *checked_on(article), *themes)
    yield from chapter_sections(article, library)
    if article.references:
        basis = Callout("evidence", "How to read this", (text_of(library.about.basis),))
        yield Section(title="About the sources", blocks=(basis,))


def _case(case: model.Case, library: Library) -> Iterator[Section]:
    yield _cover(case, library, "Case", lead(case.summary), case_facts(case, library))
    yield from case_parts(case)


def _programme(programme: model.Programme, library: Library) -> Iterator[Section]:
    yield _cover(programme, library, "Programme", lead(programme.summary), programme_facts(programme, library))
    yield from programme_parts(programme, library)


def _resource(resource: model.Resource, library: Library) -> Iterator[Section]:
    yield _cover(resource, library, f"{resource.type.capitalize()} made by others", lead(resource.purpose))
    facts = (
        ("Made by", publisher_and_year(resource)),
        ("For", resource.audience),
        ("Cost", resource.cost),
        ("Licence", resource.licence),
    )
    known = tuple(Fact(label, value) for label, value in facts if value)
    yield Section(
        title="What it is, and where to find it",
        blocks=(
            *callouts("caution", "Before you rely on it", (resource.limits,) if resource.limits else ()),
            *checked_on(resource),
            Facts(f"At a glance: {resource.title}", (*known, _themes(resource, library))),
            Signpost(f"Open “{resource.title}”", resource.url),
            Paragraph("The address is given as it was published. It may have changed since.", "small"),
        ),
    )


def _term(term: model.Term, library: Library) -> Iterator[Section]:
    yield _cover(term, library, "Word", lead(term.meaning))
    yield Section(title="More about this word", blocks=term_section(term, library).blocks[1:])


def _purpose(purpose: model.Purpose, library: Library) -> Iterator[Section]:
    yield _cover(purpose, library, "Purpose", lead(purpose.summary))
    yield Section(title="By the end, people will", blocks=(points(purpose.outcomes),))
    yield Section(title="A question to close on", blocks=(Paragraph(purpose.closing_question),))


def _reference(work: model.Reference, library: Library) -> Iterator[Section]:
    yield _cover(work, library, "Published work", lead(work.finding))
    yield Section(title="Where it was published", blocks=(Paragraph(reference_text(work)),))
    yield from study_section(work)


def _workshop(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    yield _cover(workshop, library, "Workshop", lead(workshop.summary), workshop_facts(workshop, library))
    yield Section(title="By the end, people will", blocks=(points(workshop.outcomes),))
    yield Section(title="What happens, and when", blocks=(agenda_table(workshop, library),))
    yield from (evolve(page, label="") for page in photo_pages(workshop, library))
    yield before_the_day_section(workshop, library)
    yield Section(title="Afterwards", blocks=(checklist(workshop.next_steps),))
    if workshop.terms:
        yield terms_section(workshop, library)


_MAKERS: dict[type[model.Item], Callable[[Any, Library], Iterator[Section]]] = {
    model.Theme: _theme,
    model.Tool: _tool,
    model.Postcard: _postcard,
    model.Film: _film,
    model.Diagram: _diagram,
    model.Canvas: _canvas,
    model.Form: _form,
    model.Article: _article,
    model.Case: _case,
    model.Programme: _programme,
    model.Resource: _resource,
    model.Term: _term,
    model.Purpose: _purpose,
    model.Reference: _reference,
    model.Workshop: _workshop,
}


def has_page(item: model.Item) -> bool:
    """Return whether an item has a page.

    Pictures, people, scenes, series, templates and pronunciations have none.
    """
    return kind_of(item).has_pages
