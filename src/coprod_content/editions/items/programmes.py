"""Programmes, as guides to read and as slides."""

from collections.abc import Iterable, Iterator

from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.model import Programme, ProgrammeStage
from coprod_content.content.phrases import weeks_in_words, weeks_range
from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.articles import chapter_sections
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.prose_blocks import checklist, lead, linked_names, listed, texts
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.timeline import FILLED_BARS, timeline_figure
from coprod_content.editions.sections.titles import theme_names, unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import Text, text_of

_SEVERAL = "Programmes over weeks and months"
_HEADER = ("When", "Stage", "Workshops")


def programme_guide(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a guide to the selected programmes (by default, all)."""
    programmes = _selected(library, ids)
    statement = Paragraph(text_of(library.about.statement))
    if len(programmes) == 1:
        (only,) = programmes
        cover = _cover(programmes, library, lead(only.summary), programme_facts(only, library), statement)
        body = tuple(programme_parts(only, library))
    else:
        cover = _cover(programmes, library, *(lead(each.summary) for each in programmes), statement)
        body = tuple(_among_others(each, library) for each in programmes)
    return _document(library, (cover, CONTENTS, *body, credits_section(library)))


def programme_slides(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides for one or more programmes.

    Each programme has a slide with its timeline, and one for each stage.
    """
    programmes = _selected(library, ids)
    cover = _cover(programmes, library, *(lead(each.summary) for each in programmes))
    slides = unique_titles(slide for each in programmes for slide in _slides(each, library))
    return _document(library, (cover, *slides, credits_section(library)))


def _selected(library: Library, ids: tuple[str, ...]) -> tuple[Programme, ...]:
    return selected_items(library, ids, Programme) if ids else library.programmes.items_in_order


def _cover(programmes: tuple[Programme, ...], library: Library, *blocks: Block) -> Section:
    themes = [id_ for each in programmes for id_ in each.themes]
    return Section(
        title=programmes[0].title if len(programmes) == 1 else _SEVERAL,
        role="cover",
        accent=theme_accent(themes[:1], library),
        picture=theme_mosaic(library, themes),
        blocks=blocks,
        items=tuple(each.id for each in programmes),
    )


def _document(library: Library, sections: tuple[Section, ...]) -> Document:
    language = library.about.language
    return Document(title=sections[0].title, subtitle="Programme", language=language, sections=sections)


def _among_others(programme: Programme, library: Library) -> Section:
    return Section(
        title=programme.title,
        blocks=(lead(programme.summary), programme_facts(programme, library)),
        sections=tuple(programme_parts(programme, library)),
        items=(programme.id,),
    )


def programme_facts(programme: Programme, library: Library) -> Facts:
    """Return a programme's length, audience and themes."""
    facts = (
        Fact("Length", weeks_in_words(programme.weeks)),
        Fact("Who it is for", programme.audience),
        Fact("Themes", theme_names(programme.themes, library)),
    )
    return Facts(f"At a glance: {programme.title}", facts)


def programme_parts(programme: Programme, library: Library) -> Iterator[Section]:
    """Yield the timeline, the roles, the stages and the chapters."""
    rows = tuple((weeks_range(stage.weeks), stage.title, _names(stage.sessions, library)) for stage in programme.stages)
    table = Table(f"The stages of “{programme.title}”", _HEADER, rows, (4, 6, 6))
    yield Section(
        title="The whole programme", blocks=(timeline_figure(programme, FILLED_BARS), table), items=(programme.id,)
    )
    roles = tuple(Fact(role.title, text_of(role.does)) for role in programme.roles)
    needed = Facts(f"Roles in “{programme.title}”", roles)
    yield Section(title="Who is needed", blocks=(needed,), items=(programme.id,))
    for number, stage in enumerate(programme.stages, 1):
        yield Section(
            title=f"{number}. {stage.title}",
            blocks=(lead(stage.purpose), _stage_facts(stage, library)),
            sections=tuple(_stage_parts(stage)),
            items=(programme.id,),
        )
    yield from chapter_sections(programme, library)


def _stage_facts(stage: ProgrammeStage, library: Library) -> Facts:
    facts = (
        Fact("When", weeks_range(stage.weeks)),
        Fact("Who does it", text_of(stage.done_by)),
        Fact("Workshops", _names(stage.sessions, library)),
        Fact("Tools", _names(stage.tools, library)),
        Fact("Forms", _names(stage.forms, library)),
    )
    return Facts(f"In brief: {stage.title}", tuple(fact for fact in facts if fact.value))


def _names(ids: Iterable[str], library: Library) -> Text:
    return linked_names((title_of(library[id_]), id_) for id_ in dict.fromkeys(ids))


def _stage_parts(stage: ProgrammeStage) -> Iterator[Section]:
    yield from listed("What must be ready", stage.ready, checklist)
    yield Section(title="What to do", blocks=(Bullets(texts(stage.steps), "number"),))
    yield from listed("What comes out of it", stage.outcomes)
    yield from listed("What not to drop, and why", stage.dropped)


def _slides(programme: Programme, library: Library) -> Iterator[Section]:
    yield Section(
        title=f"{programme.title}: the timeline",
        role="figure",
        label=FILLED_BARS,
        accent=theme_accent(programme.themes[:1], library),
        blocks=(timeline_figure(programme),),
        items=(programme.id,),
    )
    for number, stage in enumerate(programme.stages, 1):
        yield Section(
            title=f"{number}. {stage.title}",
            role="glance",
            label=weeks_range(stage.weeks),
            accent=theme_accent(programme.themes[:1], library),
            blocks=(Facts(f"In brief: {stage.title}", tuple(_slide_facts(stage, library))),),
            notes=tuple(block for part in _stage_parts(stage) for block in (Paragraph(part.title), *part.blocks)),
            items=(programme.id,),
        )


def _slide_facts(stage: ProgrammeStage, library: Library) -> Iterator[Fact]:
    yield Fact("What it is for", text_of(stage.purpose))
    if stage.sessions:
        yield Fact("Workshops", _names(stage.sessions, library))
    yield Fact("What comes out", text_of(" ".join(stage.outcomes)))
    if stage.dropped:
        yield Fact("What not to drop", text_of(stage.dropped[0]))
