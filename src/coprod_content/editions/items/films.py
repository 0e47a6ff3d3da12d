"""Films as slides and handouts, to use without playing a video."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.kinds import page_path
from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.content.model.film import Clip
from coprod_content.content.phrases import seconds_in_words, ways_to_discuss
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Figure, Paragraph, Photograph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.prose_blocks import labelled, lead, say_callouts
from coprod_content.editions.sections.theme_pictures import theme_accent, theme_mosaic
from coprod_content.editions.sections.titles import document_title, theme_names, unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.illustration.scenes import film_drawing
from coprod_content.text.spans import Span, strong, text_of, verbatim

_BEFORE, _AFTER = "Before watching", "After watching"
_WATCH, _FILM = "Watch the film", "The start of the film"
_IN_MIND = "Think about these as you watch. Nobody has to answer."
_HOW_TO_PLAY = (
    "Click the picture, or press the space bar. Turn on captions below the film as it plays. Test them and the sound "
    "before people come. The scenes follow as slides, for anyone who would rather read."
)
_HOW_TO_SHOW = "Show a scene, wait a moment, then read its words aloud. They are on the slide for everyone to read."


def film_deck(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides for one or more films, in the given order."""
    films = selected_items(library, ids, Film)
    slides = (slide for film in films for slide in _slides(film, library, alone=len(films) == 1))
    sections = (*unique_titles(slides), credits_section(library, films[-1].title))
    return _document(films, "slides", library, sections)


def film_handout(library: Library, ids: tuple[str, ...]) -> Document:
    """Return handouts with the scenes and words of one or more films."""
    films = selected_items(library, ids, Film)
    return _document(
        films, "handout", library, (*(_handout(film, library) for film in films), credits_section(library))
    )


def film_transcript(library: Library, ids: tuple[str, ...]) -> Document:
    """Return transcripts: what people see and hear in films."""
    films = selected_items(library, ids, Film)
    sections = map(_transcript, films)
    return _document(films, "transcript", library, (*sections, credits_section(library)))


def _transcript(film: Film) -> Section:
    scenes = tuple(
        Section(
            title=f"Scene {at}: {scene.on_screen}",
            blocks=(
                Paragraph(labelled("What you see", verbatim(scene.alt))),
                Paragraph(labelled("What you hear", text_of(scene.narration))),
            ),
        )
        for at, scene in enumerate(film.scenes, start=1)
    )
    return Section(
        title=film.title,
        role="handout",
        label=f"A film in words: {_length(film)}",
        blocks=(lead(film.summary),),
        sections=scenes,
        items=(film.id,),
    )


def _document(films: tuple[Film, ...], what: str, library: Library, sections: tuple[Section, ...]) -> Document:
    return Document(
        title=document_title(films[0].title if len(films) == 1 else "Films", what),
        subtitle=f"Film {what}",
        language=library.about.language,
        sections=sections,
    )


def film_facts(film: Film, library: Library) -> Facts:
    """Return a film's length and themes."""
    facts = (Fact("Length", _length(film)), Fact("Themes", theme_names(film.themes, library)))
    return Facts(f"At a glance: {film.title}", facts)


def _length(film: Film) -> str:
    scenes = "1 scene" if len(film.scenes) == 1 else f"{len(film.scenes)} scenes"
    return f"{seconds_in_words(film.seconds)}, {scenes}"


def _slides(film: Film, library: Library, *, alone: bool) -> Iterator[Section]:
    cover = Section(
        title=film.title,
        role="cover",
        label=f"A film: {_length(film)}",
        accent=theme_accent(film.themes, library),
        picture=theme_mosaic(library, film.themes, columns=2, rows=3),
        blocks=(lead(film.summary),),
        notes=(Callout("advice", "How to show it", (_HOW_TO_SHOW,)),),
        items=(film.id,),
    )
    yield from (evolve(slide, group=film.title) for slide in (cover, *film_slides(film, library, alone=alone)))


def film_slides(film: Film, library: Library, *, alone: bool = False, online: bool = False) -> Iterator[Section]:
    """Yield slides for a film's scenes, with questions before and after.

    If the library's `clips` contain the film, it plays on a slide before the scenes. `alone` is true if the deck is
    about this film only. Otherwise, each slide title includes the title of the film. `online` is true if people meet on
    a call.
    """
    label = film.title if alone else ""
    end = "" if alone else f": {film.title}"
    clip = dict(library.clips).get(film.id)
    before = (Bullets(film.before), Paragraph(strong(_IN_MIND)), *(() if clip else _address(film, library)))
    yield Section(title=f"{_BEFORE}{end}", label=label, blocks=before, items=(film.id,))
    if clip:
        yield _watching(film, clip, alone=alone)
    for at, scene in enumerate(film.scenes, start=1):
        yield Section(
            title=scene.on_screen if alone else f"{film.title}: {scene.on_screen}",
            role="figure",
            label=f"Scene {at} of {len(film.scenes)}",
            blocks=(Figure(film_drawing(scene, library), scene.alt, text_of(scene.narration)),),
            notes=(
                *say_callouts(scene.narration),
                Callout("access", "Say this first for anyone who cannot see it", (scene.alt,)),
            ),
            items=(film.id,),
        )
    after = (Bullets(film.after), Paragraph(strong(ways_to_discuss(online=online))))
    yield Section(title=f"{_AFTER}{end}", label=label, blocks=after, items=(film.id,))


def _address(film: Film, library: Library) -> Iterator[Block]:
    """Yield a link to a film's web page, if any."""
    if library.about.url:
        url = f"{library.about.url.rstrip('/')}/{page_path(film)}"
        yield Paragraph((Span(f"Watch “{film.title}” on the web", url=url),))


def _watching(film: Film, clip: Clip, *, alone: bool) -> Section:
    """Return the slide on which a film plays."""
    return Section(
        title=_WATCH if alone else f"{_WATCH}: {film.title}",
        role="figure",
        label=f"A film: {seconds_in_words(round(clip.seconds))}",
        blocks=(Photograph(clip.poster, f"{_FILM}: {film.title}", clip=clip),),
        notes=(Callout("advice", "How to play it", (_HOW_TO_PLAY,)),),
        items=(film.id,),
    )


def _handout(film: Film, library: Library) -> Section:
    return Section(
        title=film.title,
        role="handout",
        label=f"A film to read: {_length(film)}",
        blocks=(lead(film.summary),),
        sections=(
            Section(title=_BEFORE, blocks=(Bullets(film.before),)),
            scenes_section(film, library),
            Section(title=_AFTER, blocks=(Bullets(film.after),)),
            _in_words(film),
        ),
        items=(film.id,),
    )


def scenes_section(film: Film, library: Library) -> Section:
    """Return a film as a storyboard, with each scene's drawing and narration."""
    scenes = tuple(
        Section(
            title=f"Scene {at}: {scene.on_screen}",
            blocks=(Figure(film_drawing(scene, library), scene.alt), Paragraph(text_of(scene.narration))),
        )
        for at, scene in enumerate(film.scenes, start=1)
    )
    return Section(title="The film, scene by scene", blocks=tuple(_signed(film)), sections=scenes)


def _signed(film: Film) -> Iterator[Block]:
    """Yield a line that names who signs a film, if anyone.

    The name comes from the credit of the film's sign language video.
    """
    if film.sign_video:
        yield Paragraph(f"Signed in British Sign Language by {film.sign_video.credit.removesuffix('.')}.")


def _in_words(film: Film) -> Section:
    about = "The whole film without its pictures, to read, hear read aloud or translate."
    scenes = tuple(
        (*labelled("What you see", verbatim(scene.alt)), *labelled(" What you hear", text_of(scene.narration)))
        for scene in film.scenes
    )
    return Section(title="The film in words", blocks=(Paragraph(about), Bullets(scenes, "number")))
