"""Films without a player: slides with a scene on each, and a handout with all of it in pictures and in words."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Film, Scene
from coprod_content.content.phrases import seconds_in_words
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Figure, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import (
    accent,
    credits_section,
    lead,
    listed_names,
    named,
    numbered_titles,
    points,
    theme_label,
)
from coprod_content.editions.sections.pictures import mosaic, themes_of
from coprod_content.editions.selection import only
from coprod_content.text.spans import Span, Text, text_of, verbatim

_BEFORE, _AFTER = "Before watching", "After watching"
_HOW = "Show a scene, wait a moment, then read its words aloud. They stand below the drawing for everybody to read."


def deck(library: Library, ids: tuple[str, ...]) -> Document:
    """The slides of a film, of several one after the other."""
    films = only(library, ids, Film, "films")
    slides = tuple(slide for film in films for slide in _deck(film, library, alone=len(films) == 1))
    document = _document(films, "slides", library)
    return evolve(document, sections=(*numbered_titles(slides), credits_section(library, films[-1].title)))


def handout(library: Library, ids: tuple[str, ...]) -> Document:
    """The scenes and words of a film on paper, of several one after the other."""
    films = only(library, ids, Film, "films")
    document = _document(films, "handout", library)
    return evolve(document, sections=(*map(_handout, films), credits_section(library)))


def _document(films: tuple[Film, ...], what: str, library: Library) -> Document:
    return Document(
        title=named(films[0].title if len(films) == 1 else "Films", what),
        subtitle=f"Film {what}",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "film"),
    )


def film_facts(film: Film, library: Library) -> Facts:
    """How long a film lasts, and its themes."""
    themes = listed_names(((theme_label(theme), theme.id) for theme in themes_of(film.themes, library)), "; ")
    return Facts(f"At a glance: {film.title}", (Fact("Length", verbatim(_length(film))), Fact("Themes", themes)))


def _length(film: Film) -> str:
    return f"{seconds_in_words(film.seconds)}, {len(film.scenes)} scenes"


def _deck(film: Film, library: Library, *, alone: bool) -> Iterator[Section]:
    """A cover, then the slides of the film, as a part of its own."""
    cover = Section(
        title=film.title,
        role="cover",
        label=f"A film: {_length(film)}",
        accent=accent(library, film.themes[0]) if len(film.themes) == 1 else "brand",
        picture=mosaic(themes_of(film.themes, library), columns=2, rows=3),
        blocks=(lead(film.summary),),
        notes=(Callout("advice", "How to show it", (verbatim(_HOW),)),),
        items=(film.id,),
    )
    yield from (evolve(slide, group=film.title) for slide in (cover, *film_slides(film, alone=alone)))


def film_slides(film: Film, *, alone: bool = False) -> Iterator[Section]:
    """What to ask before a film, a slide for each scene with its words below and in the notes, what to ask after it.

    Titles name the film, but for one that is `alone`.
    """

    def title(words: str, film_first: bool = False) -> str:
        return words if alone else f"{film.title}: {words}" if film_first else f"{words}: {film.title}"

    yield Section(
        title=title(_BEFORE), label=film.title if alone else "", blocks=(points(film.before),), items=(film.id,)
    )
    for at, scene in enumerate(film.scenes, start=1):
        yield Section(
            title=title(scene.on_screen, film_first=True),
            role="figure",
            label=f"Scene {at} of {len(film.scenes)}",
            blocks=(Figure(scene.drawing, scene.alt, text_of(scene.narration)),),
            notes=(
                Callout("say", "Say", (text_of(scene.narration),)),
                Callout("access", "For somebody who cannot see it, say first", (verbatim(scene.alt),)),
            ),
            items=(film.id,),
        )
    yield Section(
        title=title(_AFTER), label=film.title if alone else "", blocks=(points(film.after),), items=(film.id,)
    )


def _handout(film: Film) -> Section:
    return Section(
        title=film.title,
        role="handout",
        label=f"A film to read: {_length(film)}",
        blocks=(lead(film.summary),),
        sections=(
            Section(title=_BEFORE, blocks=(points(film.before),)),
            scenes_section(film),
            Section(title=_AFTER, blocks=(points(film.after),)),
            _in_words(film),
        ),
        items=(film.id,),
    )


def scenes_section(film: Film) -> Section:
    """A film as a storyboard: each scene with its drawing and what is said."""
    scenes = tuple(
        Section(
            title=f"Scene {at}: {scene.on_screen}",
            blocks=(Figure(scene.drawing, scene.alt), Paragraph(text_of(scene.narration))),
        )
        for at, scene in enumerate(film.scenes, start=1)
    )
    return Section(title="The film, scene by scene", sections=scenes)


def _in_words(film: Film) -> Section:
    """What is seen and what is said: all of the film for somebody who does not see it, to read or to have read."""
    about = "All of the film without its pictures, to read, to have read aloud, or to translate."
    return Section(
        title="The film in words",
        blocks=(
            Paragraph(verbatim(about)),
            Bullets(tuple(_told(scene) for scene in film.scenes), "number"),
        ),
    )


def _told(scene: Scene) -> Text:
    said = (Span(" What is said: ", strong=True), *text_of(scene.narration))
    return (Span("What is seen: ", strong=True), *verbatim(scene.alt), *said)
