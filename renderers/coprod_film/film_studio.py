"""The studio in which the parts of one film are made."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from pathlib import Path

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.editions.identity import identified
from coprod_content.findings.finding import Finding
from coprod_content.packs.trace import traced_finding
from coprod_film.media.film_file import AudioTrack, FilmTracks, film_file
from coprod_film.media.shot_video import ShotVideo
from coprod_film.options import FilmOptions
from coprod_film.pictures.layers import CAPTION, Layer, Words
from coprod_film.pictures.motion import motions, still
from coprod_film.pictures.moving_pictures import MovingPictures
from coprod_film.pictures.painter import ShotPlan
from coprod_film.shots import Shot, film_shots
from coprod_film.speech.narrator import Narrator
from coprod_film.speech.recordings import people_in
from coprod_film.timing.captions import Caption
from coprod_film.timing.schedule import TICKS, SpokenShot, TimedShot, soundtrack, timed_shots
from coprod_voice.speech_faults import unsaid
from coprod_voice.voice import voice_for

_NARRATION, _DESCRIPTION, _ASIDES = "Narration", "Narration and description", "Narration and words on the screen"
_LANGUAGES = {"en": "eng", "cy": "cym", "de": "deu", "es": "spa", "fr": "fra", "it": "ita", "ar": "ara", "pl": "pol"}


@frozen(kw_only=True, slots=False)
class FilmStudio:
    """Makes the files of one film."""

    film: Film
    library: Library
    brand: Brand
    options: FilmOptions
    recordings: Mapping[str, Path]

    @cached_property
    def document(self) -> Document:
        """The film as a document, with its imprint and publisher."""
        return identified(compose("film-handout", self.library, (self.film.id,)), self.brand, self.library)

    @cached_property
    def narrator(self) -> Narrator:
        """The film's computer voice and its recordings."""
        own = {name: path for name, path in self.recordings.items() if name.startswith(f"{self.film.id}-")}
        sayings = tuple((each.word, each.said) for each in self.library.pronunciations.values())
        voice = voice_for(self.document.language)
        return Narrator(film=self.film.id, voice=voice, sayings=sayings, recordings=own, people=people_in(own.values()))

    @cached_property
    def unspoken(self) -> tuple[Finding, ...]:
        """Findings about characters in the film that the voice cannot say."""
        words = (each for shot in self.silent for each in self.narrator.spoken_words(shot))
        faults = unsaid(words, self.narrator.sayings)
        return tuple(traced_finding(each, each.spot, self.document, self.library) for each in faults)

    @cached_property
    def silent(self) -> tuple[Shot, ...]:
        """The shots without their sound."""
        credit = self.narrator.credit(len(self.film.scenes))
        return film_shots(self.film, self.library, self.brand, self.document, credit)

    @cached_property
    def spoken(self) -> tuple[SpokenShot, ...]:
        """The shots with their sound. Raises FilmProblem if one cannot be spoken."""
        return tuple(map(self.narrator.spoken_shot, self.silent))

    @cached_property
    def captions(self) -> dict[bool, tuple[Caption, ...]]:
        """The captions of the film (False) and of the described film (True)."""
        return {
            described: tuple(each for shot in shots for each in shot.captions)
            for described, shots in self.timed.items()
        }

    @cached_property
    def timed(self) -> dict[bool, tuple[TimedShot, ...]]:
        """The timed shots of the film (False) and the described film (True)."""
        return {described: timed_shots(self.spoken, described=described) for described in (False, True)}

    @cached_property
    def pictures(self) -> MovingPictures:
        """The maker of the film's pictures."""
        return MovingPictures(document=self.document, brand=self.brand, height=self.options.height)

    def plans(self, *, described: bool) -> Iterator[ShotPlan]:
        """Yield the plan of each shot.

        If `described` is true, the plans are those of the described film.
        """
        before: tuple[Layer, ...] = ()
        for timed in self.timed[described]:
            layers = timed.spoken.shot.layers
            captions = tuple(_on_screen(timed)) if self.options.open_captions else ()
            moves = still(layers) if self.options.still else motions(layers, before)
            yield ShotPlan(ticks=round(timed.seconds * TICKS), motions=moves, captions=captions)
            before = layers

    @cached_property
    def shots(self) -> dict[tuple[str, bool], tuple[ShotVideo, ...]]:
        """The shots of each version, as video for each container.

        The keys are pairs of a container and whether the film is described. Each shot is made once for each container,
        with the longer of its lengths in the two versions, and is then cut for each version. If captions are part of
        the picture, each shot is made separately for each version.
        """
        plans = {described: tuple(self.plans(described=described)) for described in (False, True)}
        longest = tuple(
            evolve(one, ticks=max(one.ticks, other.ticks)) for one, other in zip(*plans.values(), strict=True)
        )
        made = {}
        for container, described in product(self.options.formats, plans):
            needed = plans[described] if self.options.open_captions else longest
            shots = self.pictures.shots(needed, container, dissolve=not self.options.still)
            cut = (shot.lasting(plan.ticks) for shot, plan in zip(shots, plans[described], strict=True))
            made[container, described] = tuple(cut)
        return made

    def film_file(self, container: str, *, described: bool) -> bytes:
        """Return a file with the film or the described film.

        `container` is the format of the file, such as `mp4`.
        """
        timed = self.timed[described]
        tracks = FilmTracks(
            title=f"{self.film.title} (described)" if described else self.film.title,
            language=_LANGUAGES.get(self.document.language.partition("-")[0], "und"),
            height=self.options.height,
            audio=tuple(_audio(timed, described=described)),
            captions=() if self.options.open_captions else self.captions[described],
        )
        return film_file(tracks, self.shots[container, described], container)

    @cached_property
    def poster(self) -> bytes:
        """The last picture of the title shot, as a PNG file's bytes."""
        return self.pictures.last_picture(next(self.plans(described=False)))


def _audio(timed: tuple[TimedShot, ...], *, described: bool) -> Iterator[AudioTrack]:
    if described:
        yield AudioTrack(title=_DESCRIPTION, sound=soundtrack(timed, with_asides=True))
        return
    yield AudioTrack(title=_NARRATION, sound=soundtrack(timed, with_asides=False))
    yield AudioTrack(title=_ASIDES, sound=soundtrack(timed, with_asides=True), described=True)


def caption_layer(caption: Caption) -> Layer:
    """Return a caption as a part of the picture."""
    words = tuple(Words(text=line, size=32, colour="paper") for line in caption.lines)
    return Layer(box=CAPTION, words=words, across="centre", down="middle", panel="ink")


def _on_screen(timed: TimedShot) -> Iterator[tuple[int, int, Layer]]:
    for each in timed.captions:
        start, end = (round((time - timed.start) * TICKS) for time in (each.start, each.end))
        yield start, end, caption_layer(each)
