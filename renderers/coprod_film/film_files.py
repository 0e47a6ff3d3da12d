"""Make films: their files, captions, poster and list of files."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Film
from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.editions.identity import identified
from coprod_film.media.film_file import AudioTrack, FilmTracks, film_file
from coprod_film.media.shot_video import ShotVideo
from coprod_film.options import FilmOptions
from coprod_film.pictures.layers import CAPTION, Layer, Words
from coprod_film.pictures.motion import motions, still
from coprod_film.pictures.moving_pictures import MovingPictures
from coprod_film.pictures.painter import ShotPlan
from coprod_film.shots import film_shots
from coprod_film.speech.narrator import Narrator
from coprod_film.speech.recordings import people_in
from coprod_film.timing.captions import Caption
from coprod_film.timing.schedule import TICKS, SpokenShot, TimedShot, soundtrack, timed_shots
from coprod_film.timing.webvtt import webvtt
from coprod_voice.loudness import loudness
from coprod_voice.voice import voice_for

DESCRIBED = "-described"
_NARRATION, _DESCRIPTION, _ASIDES = "Narration", "Narration and description", "Narration and words on the screen"
_LANGUAGES = {"en": "eng", "cy": "cym", "de": "deu", "es": "spa", "fr": "fra", "it": "ita", "ar": "ara", "pl": "pol"}


@frozen
class FilmFiles:
    """The files of a film, with its length and loudness.

    `files` contains each file's name and bytes. `seconds` is the length of the film, and `loudness` is the loudness of
    its narration in LUFS.
    """

    files: tuple[tuple[str, bytes], ...]
    seconds: float
    loudness: float


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
    def spoken(self) -> tuple[SpokenShot, ...]:
        """The shots with their sound. Raises FilmProblem if one cannot be spoken."""
        film = self.film
        own = {name: path for name, path in self.recordings.items() if name.startswith(f"{film.id}-")}
        sayings = tuple((each.word, each.said) for each in self.library.pronunciations.values())
        voice = voice_for(self.document.language)
        narrator = Narrator(film=film.id, voice=voice, sayings=sayings, recordings=own, people=people_in(own.values()))
        credit = narrator.credit(len(film.scenes))
        shots = film_shots(film, self.library, self.brand, self.document, credit)
        return tuple(map(narrator.spoken_shot, shots))

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
        """The last picture of the title, as a PNG file's bytes."""
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


def make_film(
    film: Film, library: Library, brand: Brand, options: FilmOptions, recordings: Mapping[str, Path] | None = None
) -> FilmFiles:
    """Make a film and its other files.

    The other files are the described film, captions for both films, a poster and a list of the files. `recordings` maps
    the names of recordings to their paths. Raises FilmProblem if the film cannot be spoken, or if there is no room for
    temporary files.
    """
    studio = FilmStudio(film=film, library=library, brand=brand, options=options, recordings=recordings or {})
    files = [(f"{film.id}.{each}", studio.film_file(each, described=False)) for each in options.formats]
    files += [(f"{film.id}{DESCRIBED}.{each}", studio.film_file(each, described=True)) for each in options.formats]
    files.append((f"{film.id}-captions.vtt", webvtt(studio.captions[False])))
    files.append((f"{film.id}{DESCRIBED}-captions.vtt", webvtt(studio.captions[True])))
    files.append((f"{film.id}-poster.png", studio.poster))
    timed = studio.timed[False]
    loud = loudness(soundtrack(timed, with_asides=False))
    listed = _listed(studio, dict(files), loud)
    files.append((f"{film.id}-film.json", (json.dumps(listed, ensure_ascii=False, indent=2) + "\n").encode()))
    return FilmFiles(tuple(files), sum(each.seconds for each in timed), loud)


def _listed(studio: FilmStudio, files: Mapping[str, bytes], loud: float) -> dict[str, Any]:
    """Return the data for the file that lists a film's files."""
    versions = {"film": studio.timed[False], "described": studio.timed[True]}
    return {
        "id": studio.film.id,
        "title": studio.film.title,
        "storyboard": studio.film.storyboard_hash,
        "language": studio.document.language,
        "spoken": studio.spoken[-1].shot.narration[0],
        "loudness": round(loud, 1),
        "files": {name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()},
        **{
            name: {
                "seconds": round(sum(each.seconds for each in shots), 3),
                "scenes": [{"title": each.spoken.shot.caption, "start": round(each.start, 3)} for each in shots],
            }
            for name, shots in versions.items()
        },
    }
