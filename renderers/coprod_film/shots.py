"""The shots of a film: title, scenes and credits."""

from collections.abc import Iterator

from attrs import frozen

from coprod_cards.layout.logo_data import logo_data
from coprod_content.brand.brand import Brand
from coprod_content.brand.organisation import BETWEEN
from coprod_content.checks.kinds.recordings import END, TITLE
from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.content.model import Film, Scene
from coprod_content.content.model.film import CREDITS_SECONDS, TITLE_SECONDS
from coprod_content.document.document import Document
from coprod_content.editions.sections.theme_pictures import theme_mosaic
from coprod_content.illustration.scenes import film_drawing
from coprod_content.text.sentences import with_full_stop
from coprod_film.pictures.layers import HEADING, HEIGHT, PIXELS_PER_MM, Box, Layer, Words, scene_layers
from coprod_voice.spoken_text import spoken_sentences

_SHOWS, _LABEL, _MADE = "On the screen:", "A film", "About this film"
_BESIDE, _SYMBOL = Box(800, 0, 480, HEIGHT), Box(850, 170, 380, 380)
"""The box for a mosaic of symbols, and the box for a single symbol."""
_TEXT = Box(88, 70, 640, 440)
_LOGO = Box(88, 540, 420, 120)


@frozen(kw_only=True)
class Shot:
    """A picture of a film, and the words that go with it.

    `name` is the number of the scene, `title` or `end`. `caption` is the title of the shot in the file that lists the
    film's files. `narration` contains the sentences of the narrator. Two other texts are read to people who cannot see
    the picture: `aside` contains words in the picture, and `description` also says what the picture shows. `words` is
    all the text to be read in the picture. `seconds` is how long the shot lasts in the storyboard.
    """

    name: str
    caption: str
    narration: tuple[str, ...]
    aside: tuple[str, ...]
    description: tuple[str, ...]
    words: str
    seconds: int
    layers: tuple[Layer, ...]


def film_shots(film: Film, library: Library, brand: Brand, document: Document, spoken_by: str) -> tuple[Shot, ...]:
    """Return the shots of a film.

    `document` contains the film, with its imprint and publisher. `spoken_by` is a sentence that says who speaks in the
    film.
    """
    scenes = (_scene(at, scene, library) for at, scene in enumerate(film.scenes, start=1))
    return (_title(film, library, brand, document), *scenes, _end(film, library, brand, document, spoken_by))


def _scene(at: int, scene: Scene, library: Library) -> Shot:
    drawing = film_drawing(scene, library)
    heading = Layer(box=HEADING, words=(Words(text=scene.on_screen, size=44, strong=True),), down="middle")
    aside = (with_full_stop(scene.on_screen),)
    return Shot(
        name=str(at),
        caption=scene.on_screen,
        narration=spoken_sentences(scene.narration),
        aside=aside,
        description=(f"{_SHOWS} {aside[0]}", *spoken_sentences(scene.alt)),
        words=" ".join((scene.on_screen, *drawing.words)),
        seconds=scene.seconds,
        layers=(heading, *scene_layers(scene, library)),
    )


def _title(film: Film, library: Library, brand: Brand, document: Document) -> Shot:
    words = (
        Words(text=_LABEL, size=28, colour="muted", after=18),
        Words(text=film.title, size=64, strong=True, after=26),
        Words(text=document.publisher, size=26),
    )
    logos = tuple(_logo(brand))
    return Shot(
        name=TITLE,
        caption=film.title,
        narration=(with_full_stop(film.title),),
        aside=(),
        description=(f"{_LABEL}.", *(with_full_stop(each.logo.alt) for each in logos if each.logo)),
        words=" ".join(each.text for each in words),
        seconds=TITLE_SECONDS,
        layers=(*_beside(film, library), _text(words), *logos),
    )


def _end(film: Film, library: Library, brand: Brand, document: Document, spoken_by: str) -> Shot:
    organisation = brand.organisation
    contact = (organisation.contact,) if organisation and organisation.contact else ()
    parts = tuple(filter(None, (*document.imprint.split(BETWEEN), *contact)))
    words = (
        Words(text=film.title, size=44, strong=True, after=26),
        Words(text=spoken_by, size=30, after=26),
        *(Words(text=part, size=24, after=10) for part in parts),
    )
    return Shot(
        name=END,
        caption=_MADE,
        narration=(spoken_by,),
        aside=tuple(map(with_full_stop, parts)),
        description=tuple(map(with_full_stop, parts)),
        words=" ".join(each.text for each in words),
        seconds=CREDITS_SECONDS,
        layers=(*_beside(film, library), _text(words), *_logo(brand)),
    )


def _text(words: tuple[Words, ...]) -> Layer:
    return Layer(box=_TEXT, entrance="at once", words=words, down="middle")


def _beside(film: Film, library: Library) -> Iterator[Layer]:
    mosaic = theme_mosaic(library, film.themes, columns=2, rows=3)
    if mosaic:
        yield _placed(mosaic)


def _placed(drawing: Drawing) -> Layer:
    canvas, is_mosaic = (drawing.width, drawing.height), drawing.height > drawing.width
    box = _BESIDE if is_mosaic else _SYMBOL
    return Layer(box=box, entrance="at once", shapes=drawing.shapes, canvas=canvas, fills=is_mosaic)


def _logo(brand: Brand) -> Iterator[Layer]:
    """Yield a layer with the brand's logo for slides, if any."""
    logo = logo_data(brand, "slides", _LOGO.width / PIXELS_PER_MM, _LOGO.height / PIXELS_PER_MM)
    if logo:
        yield Layer(box=_LOGO, entrance="at once", logo=logo)
