"""Cases, as a document to read and as slides."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Case
from coprod_content.document.blocks import Block, Fact, Facts, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import lead, points
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.titles import theme_names, unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Text, text_of

_TITLE = "What happened elsewhere"
_LEAD = "Published stories of improvement made together, with what went wrong and what is not known."
_UNPAID = "The sources that we saw do not say."


def cases_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected cases (by default, all)."""
    cases = _selected(library, ids)
    cover = _cover(cases, library, lead(_LEAD), Paragraph(text_of(library.about.statement)))
    body = (case_section(case, library) for case in cases)
    return _document(library, cases, (cover, CONTENTS, *body, credits_section(library)))


def case_slides(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides, one for each selected case (by default, all)."""
    cases = _selected(library, ids)
    slides = unique_titles(case_slide(case, library) for case in cases)
    return _document(library, cases, (_cover(cases, library, lead(_LEAD)), *slides, credits_section(library)))


def _selected(library: Library, ids: tuple[str, ...]) -> tuple[Case, ...]:
    return selected_items(library, ids, Case) if ids else library.cases.items_in_order


def _cover(cases: tuple[Case, ...], library: Library, *blocks: Block) -> Section:
    themes = [id_ for case in cases for id_ in case.themes]
    items = tuple(case.id for case in cases)
    return Section(title=_TITLE, role="cover", picture=theme_mosaic(library, themes), blocks=blocks, items=items)


def _document(library: Library, cases: tuple[Case, ...], sections: tuple[Section, ...]) -> Document:
    count = f"{len(cases)} case{'' if len(cases) == 1 else 's'}"
    return Document(title=_TITLE, subtitle=count, language=library.about.language, sections=sections)


def case_section(case: Case, library: Library) -> Section:
    """Return a case as one section of a longer document."""
    return Section(
        title=case.title,
        accent=theme_accent(case.themes[:1], library),
        blocks=(lead(case.summary), case_facts(case, library)),
        sections=tuple(case_parts(case)),
        items=(case.id,),
    )


def case_facts(case: Case, library: Library) -> Facts:
    """Return where and when a case happened, and its themes."""
    themes = Fact("Themes", theme_names(case.themes, library))
    return Facts(f"At a glance: {case.title}", (Fact("Where", case.place), Fact("When", case.when), themes))


def case_parts(case: Case) -> Iterator[Section]:
    """Yield the parts of a case, from its aim to its sources."""
    yield Section(title="What they wanted to change", blocks=(Paragraph(text_of(case.aim)),))
    yield Section(title="Who was involved, and how", blocks=(Paragraph(text_of(case.involved)),))
    yield Section(title="How people were paid", blocks=(Paragraph(text_of(case.payment or _UNPAID)),))
    yield Section(title="What they did", blocks=(points(case.did),))
    yield Section(title="What was measured or reported", blocks=(points(case.result),))
    yield Section(title="What went wrong, or is not known", blocks=(points(case.unknown),))
    yield Section(title="What to take from it", blocks=(points(case.take),))
    yield Section(title="Sources", blocks=(points(case.sources),))


def case_slide(case: Case, library: Library) -> Section:
    """Return a slide about a case, with the full case in notes."""
    facts = (
        Fact("What happened", text_of(case.summary)),
        Fact("What came of it", _first(case.result)),
        Fact("Not known, or not so good", _first(case.unknown)),
        Fact("What to take from it", _first(case.take)),
    )
    return Section(
        title=case.title,
        role="glance",
        label=case.place,
        accent=theme_accent(case.themes[:1], library),
        blocks=(Facts(f"In brief: {case.title}", facts),),
        notes=tuple(block for part in case_parts(case) for block in part.blocks),
        items=(case.id,),
    )


def _first(prose: tuple[str, ...]) -> Text:
    """Return the first sentence of the first point."""
    return joined(sentences(text_of(prose[0]))[:1])
