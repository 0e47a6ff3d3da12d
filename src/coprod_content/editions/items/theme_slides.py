"""Slides about a theme, for a team meeting."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.content.model import Theme, Tool
from coprod_content.content.phrases import minutes_range, ways_to_answer
from coprod_content.document.blocks import Block, Bullets, Illustrated, Paragraph, Signpost, Table
from coprod_content.document.citations import short_source
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.cases import case_slide
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.prose_blocks import lead, paragraphs, points, texts
from coprod_content.editions.sections.scene_pictures import mode_picture, theme_cover_picture
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.titles import document_title, unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Span, Text, plain, text_of, verbatim

_MOST_POINTS, _MOST_CARDS, _MOST_PICTURES, _SENTENCES = 4, 1, 4, 2
_MENU_TITLES = ("Things to do together", "More things to do together")


def theme_slides_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides about one or more themes, in the given order."""
    themes = selected_items(library, ids, Theme)
    title = " and ".join(theme.title for theme in themes)
    slides = (slide for theme in themes for slide in _theme(theme, library))
    return Document(
        title=document_title(title, "theme slides"),
        subtitle="Theme slides",
        language=library.about.language,
        sections=(*unique_titles(slides), credits_section(library)),
    )


def _theme(theme: Theme, library: Library) -> Iterator[Section]:
    for section in _slides(theme, library):
        signed = themed(section, theme)
        yield evolve(
            signed, group=theme.title, items=section.items or (theme.id,), picture=_picture(signed, theme, library)
        )


def _picture(section: Section, theme: Theme, library: Library) -> Drawing | None:
    """Return the picture for a slide about a theme, or None.

    The cover and the slide of the first question show people, if a scene is available. Other slides keep their own
    picture.
    """
    if section.role == "cover":
        return theme_cover_picture((theme,), library, columns=2, rows=3, across=False)
    people = mode_picture("small groups", (theme.id,), library) if section.title == theme.questions[0] else None
    return people or section.picture


def _slides(theme: Theme, library: Library) -> Iterator[Section]:
    yield Section(title=theme.title, role="cover", label="Slides about a theme", blocks=(lead(theme.summary),))
    idea = Paragraph(_beginning(theme.meaning[0]), "lead")
    yield Section(title="The idea", blocks=(idea,), notes=paragraphs(theme.meaning))
    yield from (_claim(prose, library) for prose in theme.why)
    yield _short_list("What good looks like", theme.good)
    yield _short_list("What gets in the way", theme.barriers)
    first, *others = theme.questions
    yield _question(first)
    yield from _menu(theme, library)
    yield from _story(theme, library)
    case = next((case for case in library.cases.values() if case.themes[0] == theme.id), None)
    if case and len(others) > 1:
        *others, last = others
        slide = case_slide(case, library)
        yield evolve(slide, notes=(*slide.notes, *paragraphs([f"Another question for a team: {last}"])))
    yield from map(_question, others)
    yield from _cards(theme, library)
    yield Section(
        title="One step for this week",
        role="closing",
        blocks=(Bullets(tuple(joined([each]) for each in sentences(text_of(theme.first_step)))),),
    )
    yield _read_on(theme, library)


def _beginning(prose: str) -> Text:
    return joined(sentences(text_of(prose))[:_SENTENCES])


def _claim(prose: str, library: Library) -> Section:
    """Return a slide with a text's first cited claim and its sources.

    The slide shows the text up to the end of that claim or, if the text cites no work, its first sentence. The notes
    contain the whole text.
    """
    spoken = sentences(text_of(prose))
    cited = (at for at, each in enumerate(spoken) if any(span.citation for span in each))
    claim = joined(spoken[: next(cited, 0) + 1])
    works = [library.references[span.citation] for span in claim if span.citation]
    source = "; ".join(plain(short_source(work)) for work in works)
    return Section(
        title=f"What is known: {source}" if source else "Why it matters",
        role="evidence",
        blocks=(Paragraph(claim, "lead"),),
        notes=paragraphs([prose]),
        items=tuple(work.id for work in works),
    )


def _short_list(title: str, prose: tuple[str, ...]) -> Section:
    shown = tuple(sentences(text)[0] for text in texts(prose)[:_MOST_POINTS])
    return Section(title=title, blocks=(Bullets(shown),), notes=(points(prose),))


def _menu(theme: Theme, library: Library) -> Iterator[Section]:
    """Yield one or two slides with the pictograms of a theme's tools.

    A tool without a pictogram has the symbol of the theme. If there is no such symbol either, or there are too many
    tools, yield one slide with a table.
    """
    tools = tuple(tool for tool in library.tools.values() if tool.theme == theme.id)
    pictured = tuple(each for tool in tools if (each := _pictured(tool, theme, library)))
    half = -(-len(tools) // 2) if len(tools) > _MOST_PICTURES else len(tools)
    if half > _MOST_PICTURES or len(pictured) < len(tools):
        yield _menu_slide(_MENU_TITLES[0], tools, (_table(tools),))
        return
    for title, part in zip(_MENU_TITLES, (slice(half), slice(half, None)), strict=True):
        if tools[part]:
            yield _menu_slide(title, tools[part], pictured[part])


def _menu_slide(title: str, tools: tuple[Tool, ...], blocks: tuple[Block, ...]) -> Section:
    return Section(
        title=title,
        role="agenda",
        blocks=blocks,
        notes=tuple(Paragraph((Span(f"{tool.title}: ", strong=True), *text_of(tool.purpose))) for tool in tools),
        items=tuple(tool.id for tool in tools),
    )


def _pictured(tool: Tool, theme: Theme, library: Library) -> Illustrated | None:
    drawing = library.pictures[tool.picture].drawing if tool.picture else theme.drawing
    text = Span(tool.title, strong=True, item=tool.id), Span(f" · {minutes_range(tool.minutes)}")
    return Illustrated(drawing, text) if drawing else None


def _table(tools: tuple[Tool, ...]) -> Table:
    rows = tuple(((Span(tool.title, item=tool.id),), minutes_range(tool.minutes)) for tool in tools)
    return Table("Tools and how long they take", ("What we can do", "How long"), rows, (7, 4))


def _story(theme: Theme, library: Library) -> Iterator[Section]:
    film = next((film for film in library.films.values() if film.themes[:1] == (theme.id,)), None)
    film = film or next((film for film in library.films.values() if theme.id in film.themes), None)
    if film:
        first, *spoken = (Paragraph(text_of(scene.narration)) for scene in film.scenes)
        title = document_title("A story", film.title)
        yield Section(
            title=title, blocks=(lead(film.summary), first), notes=(*spoken, Bullets(film.after)), items=(film.id,)
        )
        return
    stories = [each for each in library.resources.values() if each.type == "story" and theme.id in each.themes]
    for story in sorted(stories, key=lambda each: each.themes.index(theme.id))[:1]:
        source = f"From “{story.title}”. Ask which parts of this could happen here, and who could start them."
        yield Section(
            title="A story from somewhere else",
            blocks=(lead(story.purpose), Signpost(f"Read it at {story.publisher}", story.url)),
            notes=(Paragraph(verbatim(source)),),
            items=(story.id,),
        )


def _question(question: str, label: str = "A question for a team") -> Section:
    """Return a slide with one question, and how to answer it."""
    answer = Paragraph(ways_to_answer(online=False))
    return Section(title=question, role="question", label=label, blocks=(answer,))


def _cards(theme: Theme, library: Library) -> Iterator[Section]:
    cards = [card for card in library.postcards.values() if card.theme == theme.id][:_MOST_CARDS]
    for card in cards:
        notes = (Paragraph(text_of(card.why)), Bullets(card.follow_ups), Paragraph(text_of(card.listen_for)))
        yield evolve(_question(card.question, "To talk about"), notes=notes, items=(card.id,))


def _read_on(theme: Theme, library: Library) -> Section:
    guide = Paragraph(
        f"The theme guide “{theme.title}” explains each tool step by step, with advice on access, safety and payment."
    )
    about = library.about.url
    site = (Signpost("Open the theme in the library", f"{about.rstrip('/')}/themes/{theme.id}.html"),) if about else ()
    return Section(title="Where to read on", blocks=(guide, *site))
