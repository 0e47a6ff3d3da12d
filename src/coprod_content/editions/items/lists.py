"""Lists of items: the glossary, the references and the resources guide."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from coprod_content.content.library import Library
from coprod_content.content.model import Reference, Resource, Term, Theme
from coprod_content.content.phrases import date_in_words
from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Paragraph, Table
from coprod_content.document.citations import authors_of, reference_text
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.deck_guides import number_ranges
from coprod_content.editions.items.articles import article_section
from coprod_content.editions.items.theme_guide import publisher_and_year
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import labelled, lead, linked_names
from coprod_content.editions.sections.theme_pictures import theme_mosaic, themed
from coprod_content.editions.selection import selected_items
from coprod_content.text.alphabet import sort_key, without_accents
from coprod_content.text.sentences import text_with_full_stop, with_full_stop
from coprod_content.text.spans import Span, Text, text_of, verbatim

_TERMS = (
    "Words that people come across in co-production: what they mean in plain words, and why they matter or mislead."
)
_WORKS = "The published works that this library cites, by first author."
_AS_SEEN = "Details are given as we found them. Check each work before you cite it."
_RESOURCES = "Guides, toolkits, networks, policies and standards made by others, and what each is for."
_NUMBERED = "Each resource has a number. Find that number under its theme."
_HEADER = ("Resource", "What it is for", "Who it is for, and how to get it")
_WANTS = {
    "guide": "Advice on how to do it (guides)",
    "toolkit": "Methods and materials to use (toolkits)",
    "training": "Something to learn from (training)",
    "film": "Something to watch together (films)",
    "measure": "A way to see how you are doing (measures)",
    "story": "What happened in one place (stories)",
    "review": "What has been tried and found (reviews)",
    "policy": "What organisations say they will do (policies)",
    "standard": "What services have to do (standards)",
    "network": "People to join (networks)",
}
_ADDRESSES = "Addresses are given as they were published. They may have changed since."


def glossary_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a glossary of the selected terms (by default, all)."""
    terms = selected_items(library, ids, Term) if ids else library.terms.items_in_order
    ordered = sorted(terms, key=lambda term: sort_key(term.term))
    letters = dict.fromkeys(map(_initial, ordered))
    return Document(
        title="Glossary of co-production",
        subtitle=f"{len(ordered)} word{'s' if len(ordered) != 1 else ''}",
        language=library.about.language,
        sections=(
            _cover("Glossary", library, lead(_TERMS)),
            CONTENTS,
            *(_words(letter, ordered, library) for letter in letters),
            credits_section(library),
        ),
    )


def _initial(term: Term) -> str:
    return without_accents(term.term)[:1].upper()


def _words(letter: str, terms: list[Term], library: Library) -> Section:
    """Return a section of terms that begin with a letter."""
    under = [term for term in terms if _initial(term) == letter]
    names = " to ".join(dict.fromkeys((under[0].term, under[-1].term)))
    return Section(title=f"{letter}: {names}", sections=tuple(term_section(term, library) for term in under))


def term_section(term: Term, library: Library) -> Section:
    """Return a term's meaning, importance, preferred alternative and related terms."""
    return Section(title=term.term, blocks=tuple(_term_blocks(term, library)), items=(term.id,))


def _term_blocks(term: Term, library: Library) -> Iterator[Block]:
    yield Paragraph(labelled("What it means", text_of(term.meaning)))
    yield Paragraph(labelled("Why it matters", text_of(term.why)))
    if term.preferred:
        yield Paragraph(labelled("Say", (Span(term.preferred),)))
    if term.see:
        names = linked_names((library.terms[id_].term, id_) for id_ in term.see)
        yield Paragraph(text_with_full_stop((Span("See also: "), *names)))


def references_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a list of the selected references (by default, all), by author."""
    works = selected_items(library, ids, Reference) if ids else library.references.items_in_order
    statement = Paragraph(text_of(library.about.statement))
    by_letter = groupby(sorted(works, key=_sort_key), key=lambda work: _sort_key(work)[0][0])
    letters = tuple(_letter(letter, tuple(under)) for letter, under in by_letter)
    return Document(
        title="References on co-production",
        subtitle=f"{len(works)} published work{'s' if len(works) != 1 else ''}",
        language=library.about.language,
        sections=(
            _cover("References", library, lead(_WORKS), Paragraph(_AS_SEEN), statement),
            Section(title="Published works", sections=letters),
            credits_section(library),
        ),
    )


def _sort_key(work: Reference) -> tuple[str, int, str]:
    return without_accents(authors_of(work)).upper(), work.year or 0, work.id


def _letter(letter: str, works: tuple[Reference, ...]) -> Section:
    references = Bullets(tuple(map(reference_text, works)))
    return Section(title=letter, blocks=(references,), items=tuple(work.id for work in works))


def study_section(work: Reference) -> tuple[Section, ...]:
    """Return a section on how a study was done.

    Return an empty tuple if the work does not describe a study.
    """
    if work.study is None:
        return ()
    study = work.study
    facts = (
        Fact("Kind of study", study.design),
        Fact("Where", study.setting),
        Fact("Who took part", study.involved),
        Fact("What came of it", text_of(study.outcome)),
        Fact("How firm", ". ".join(filter(None, (study.strength.capitalize(), study.limit)))),
    )
    return (Section(title="How it was done", blocks=(Facts(f"The study: {work.title}", facts),)),)


def resources_guide_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a guide to the selected resources (by default, all), by theme.

    Each theme has a table, sorted by type. Resources are numbered. Tables at the front list the numbers by theme, by
    type and by cost. A resource with several themes appears under the first one only. If no resources are selected, the
    guide includes the article "resources-guide", if the library has it.
    """
    resources = selected_items(library, ids, Resource) if ids else library.resources.items_in_order
    by_type = sorted(resources, key=lambda each: tuple(_WANTS).index(each.type))
    by_theme = {theme: [each for each in by_type if each.themes[0] == theme.id] for theme in library.themes.values()}
    listed = tuple(resource for group in by_theme.values() for resource in group)
    statement = Paragraph(text_of(library.about.statement))
    article = library.articles.get("resources-guide")
    return Document(
        title="Resources guide",
        subtitle=f"{len(listed)} resource{'s' if len(listed) != 1 else ''}",
        language=library.about.language,
        sections=(
            _cover("Resources guide", library, lead(_RESOURCES), Paragraph(_ADDRESSES), statement),
            CONTENTS,
            *((_map(by_theme),) if listed else ()),
            *((article_section(article, library),) if article and not ids else ()),
            *(_theme(theme, group, listed.index(group[0]) + 1) for theme, group in by_theme.items() if group),
            credits_section(library),
        ),
    )


def _map(by_theme: dict[Theme, list[Resource]]) -> Section:
    """Return a section that lists resource numbers by theme, type and cost."""
    listed = [(theme, resource) for theme, group in by_theme.items() for resource in group]
    costs = Counter(resource.cost for _, resource in listed).most_common()
    themes = {theme.title: [each is theme for each, _ in listed] for theme in by_theme}
    wants = {want: [each.type == kind for _, each in listed] for kind, want in _WANTS.items()}
    prices = {cost: [each.cost == cost for _, each in listed] for cost, _ in costs}
    return Section(
        title="Find what you need",
        blocks=(
            Paragraph(_NUMBERED),
            *_numbers("Theme", themes),
            *_numbers("What you want", wants),
            *_numbers("Cost", prices),
        ),
    )


def _numbers(heading: str, groups: dict[str, list[bool]]) -> Iterator[Table]:
    numbers = {name: [at for at, is_in in enumerate(chosen, 1) if is_in] for name, chosen in groups.items()}
    rows = tuple(
        (f"{name}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}{len(found)}", number_ranges(found))
        for name, found in numbers.items()
        if found
    )
    if rows:
        yield Table(f"Resources by {heading[:1].lower()}{heading[1:]}", (heading, "Numbers"), rows, (1, 1))


def _theme(theme: Theme, resources: list[Resource], first: int) -> Section:
    rows = tuple((_named(each, at), _purpose(each), _terms(each)) for at, each in enumerate(resources, first))
    table = Table(f"Resources: {theme.title}", _HEADER, rows, (5, 5, 6))
    ids = tuple(resource.id for resource in resources)
    return themed(Section(title=theme.title, label=f"Theme {theme.number}", blocks=(table,), items=ids), theme)


def _purpose(resource: Resource) -> Text:
    """Return a resource's purpose, its limits and when it was checked."""
    note = (Span(" "), *text_of(resource.limits)) if resource.limits else ()
    dated = Span(f" (Checked on {date_in_words(resource.as_of)}.)") if resource.as_of else None
    return (*text_of(resource.purpose), *note, *((dated,) if dated else ()))


def _named(resource: Resource, number: int) -> Text:
    made = f". {resource.type.capitalize()}, {publisher_and_year(resource)}"
    return Span(f"{number}. ", strong=True), Span(resource.title, url=resource.url), Span(made)


def _terms(resource: Resource) -> Text:
    terms = ("Cost", resource.cost), ("Licence", resource.licence or "")
    spans = [Span(with_full_stop(resource.audience))]
    for name, words in terms:
        spans += (Span(" "), *labelled(name, verbatim(with_full_stop(words)))) if words else ()
    return (*spans, Span(" "), *labelled("Address", (Span(resource.url),)))


def _cover(title: str, library: Library, *blocks: Block) -> Section:
    return Section(title=title, role="cover", picture=theme_mosaic(library), blocks=blocks)
