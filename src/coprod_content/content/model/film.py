"""Films, written scene by scene, and how their words are said."""

from hashlib import sha256

from attrs import field, frozen

from coprod_content.content.drawing import Drawing, Shape
from coprod_content.content.field_types import (
    Line,
    Note,
    Prose,
    Question,
    Seconds,
    SpokenWords,
    ThemeId,
    VideoName,
    WrittenWords,
)
from coprod_content.content.model.item import Item
from coprod_content.content.model.people import PlacedPerson

TITLE_SECONDS, CREDITS_SECONDS = 5, 14
"""How long the title and the credits of a film last, in seconds, if their words are not unusually long."""


@frozen(kw_only=True)
class Scene:
    """One scene of a film."""

    narration: Prose
    """The words that the narrator speaks."""
    on_screen: Line
    """The text shown on the screen."""
    drawing: Drawing
    """The picture shown on the screen. If there are people in the scene, this is what is behind them."""
    alt: Line
    """What the picture shows, for people who cannot see it."""
    seconds: Seconds
    """How long the scene lasts, in seconds, with a pause to read the text on the screen."""
    people: tuple[PlacedPerson, ...] = ()
    """The people in the picture, from back to front."""
    front: tuple[Shape, ...] = ()
    """The shapes in front of the people, from back to front."""


@frozen(kw_only=True)
class SignVideo:
    """A video of someone signing a film.

    It is in British Sign Language. The web page of the film shows it beside the film.
    """

    file: VideoName
    """The name of the video, an MP4 or WebM file in the same folder as this file."""
    credit: Line
    """Who signs, such as "Jo Bloggs". It follows the words "Signed in British Sign Language by"."""
    consent: Note
    """Who agreed to the use of the video, for what and until when. No page or document shows it."""


@frozen(kw_only=True)
class Film(Item):
    """A short film, written as a storyboard, with discussion questions."""

    title: Line
    """The title of the film."""
    summary: Prose
    """What the film is about."""
    themes: tuple[ThemeId, ...]
    """The themes that the film belongs to."""
    scenes: tuple[Scene, ...]
    """The scenes, in order."""
    before: tuple[Question, ...]
    """Questions to ask before people watch the film."""
    after: tuple[Question, ...]
    """Questions to ask after people have watched the film."""
    sign_video: SignVideo | None = None
    """A video of a person who signs the film in British Sign Language."""

    @property
    def seconds(self) -> int:
        """How long the film lasts, in seconds, with its title and credits."""
        return TITLE_SECONDS + sum(scene.seconds for scene in self.scenes) + CREDITS_SECONDS

    @property
    def storyboard_hash(self) -> str:
        """A hash that changes with the title and the scenes."""
        return sha256(repr((self.title, self.scenes)).encode()).hexdigest()

    @property
    def transcript(self) -> tuple[str, ...]:
        """The narration, with one paragraph per scene."""
        return tuple(scene.narration for scene in self.scenes)


@frozen(kw_only=True)
class Clip:
    """A film that was made, to play in a presentation.

    `film` is an MP4 file. `seconds` is how long it lasts. `poster` is a JPEG picture to show before it plays.
    `captions` is a WebVTT file.
    """

    film: bytes = field(repr=False)
    poster: bytes = field(repr=False)
    captions: bytes = field(repr=False)
    seconds: float


@frozen(kw_only=True)
class Pronunciation(Item):
    """How a voice says a word in films and audio files."""

    word: WrittenWords
    """The word or phrase, as it is written. Capitals make no difference."""
    said: SpokenWords
    """A spelling that shows the sound, so that a voice reads it correctly."""
