"""A film plays in other programs, is captioned, described and quiet enough, and says who made it."""

import io
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest
import webvtt
from attrs import evolve
from av.stream import Disposition
from PIL import ImageStat
from tests.support.command_line import coprod
from tests.support.roots import small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.checks.kinds.films import scene_seconds
from coprod_content.content.model import Film
from coprod_film import FilmFiles, FilmOptions, FilmProblem, make_film
from coprod_film.film_studio import FilmStudio
from coprod_film.timing.schedule import timed_shots
from coprod_voice.sound import filtered_frames

FILM = """\
title: Two small things
summary: A chair is turned round.
themes: [sharing]
scenes:
  - narration: Ask the NHS first. Nobody has moved a chair for years, and people who wait there cannot hear their names.
    on_screen: Too big to begin
    drawing:
      width: 250
      height: 125
      shapes:
        - {shape: rectangle, x: 0, y: 0, width: 250, height: 125, fill: tint}
        - {shape: rectangle, x: 40, y: 50, width: 20, height: 20, fill: theme_3}
    alt: One chair.
    seconds: 12
  - narration: Then turn it round.
    on_screen: Move it
    drawing:
      width: 250
      height: 125
      shapes:
        - {shape: rectangle, x: 0, y: 0, width: 250, height: 125, fill: tint}
        - {shape: rectangle, x: 120, y: 50, width: 20, height: 20, fill: theme_3}
        - {shape: line, x: 65, y: 60, to_x: 115, to_y: 60, colour: ink, arrow: true}
    alt: The chair is further to the right.
    seconds: 5
before: [What is too big?]
after: [What is small?]
"""
NAME = "two-small-things"


def small_film(root: Path, film: str = FILM) -> Library:
    """Return a library with a film of two scenes, which lasts about 20 seconds."""
    small_root(root, {f"films/{NAME}.yaml": film})
    return load(root)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with one small film."""
    return small_film(tmp_path_factory.mktemp("root"))


@pytest.fixture(scope="module")
def film(small: Library) -> Film:
    """The small film."""
    return small.films[NAME]


@pytest.fixture(scope="module")
def made(film: Film, small: Library, brand: Brand) -> FilmFiles:
    """The files of the small film, made once."""
    return make_film(film, small, brand, FilmOptions(formats=("mp4", "webm")))


def captions_of(made: FilmFiles, name: str) -> list[webvtt.Caption]:
    """Return the captions of a file, as a parser by others reads them."""
    return list(webvtt.from_buffer(io.BytesIO(dict(made.files)[name])))


def seconds_of(time: str) -> float:
    """Return a time of WebVTT in seconds."""
    hours, minutes, seconds = map(float, time.split(":"))
    return 3600 * hours + 60 * minutes + seconds


def opened(data: bytes) -> "av.container.InputContainer":
    """Return a film file, opened by FFmpeg."""
    return av.open(io.BytesIO(data))


def loudness_of(data: bytes, track: int) -> float:
    """Return the loudness of a track, as FFmpeg's meter of EBU R128 finds it."""
    with opened(data) as file:
        frames = tuple(file.decode(file.streams.audio[track]))
    found = [each.metadata for each in filtered_frames(frames, ("ebur128", "metadata=1"))]
    return float([each["lavfi.r128.I"] for each in found if each][-1])


def boxes(data: bytes) -> Iterator[str]:
    """Yield the types of the boxes of an MP4 file, in order."""
    at = 0
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        yield name.decode()
        at += size


@pytest.mark.judged
def test_films_play_to_their_end(made: FilmFiles) -> None:
    """Both formats have a picture, two sound tracks, captions in MP4, and the length that the list of files gives."""
    files = dict(made.files)
    for ending, codecs in (("mp4", ["h264", "aac", "aac", "mov_text"]), ("webm", ["vp9", "opus", "opus"])):
        with opened(files[f"{NAME}.{ending}"]) as file:
            assert [each.codec_context.name.removeprefix("lib") for each in file.streams] == codecs
            video, audio = file.streams.video[0], file.streams.audio
            assert (video.width, video.height) == (1280, 720)
            assert [each.language for each in audio] == ["eng", "eng"]
            assert float(file.duration or 0) / av.time_base == pytest.approx(made.seconds, rel=0.03)
            times = [float(each.pts * each.time_base) for each in file.decode(video) if each.pts is not None]
            assert max(after - before for before, after in pairwise((*times, made.seconds))) <= 2.1
    with opened(files[f"{NAME}.mp4"]) as file:  # WebM has no place for it
        described = Disposition.visual_impaired
        assert [bool(each.disposition & described) for each in file.streams.audio] == [False, True]
    order = list(boxes(files[f"{NAME}.mp4"]))
    assert order.index("moov") < order.index("mdat")


@pytest.mark.judged
def test_storyboards_give_the_length_of_films(library: Library, brand: Brand) -> None:
    """Each of our films lasts as long as its storyboard says, within 3%.

    What `coprod check` estimates is within 5%, because films of five scenes have few words to average over.
    """
    for film in library.films.values():
        studio = FilmStudio(film=film, library=library, brand=brand, options=FilmOptions(), recordings={})
        assert sum(each.seconds for each in studio.timed[False]) == pytest.approx(film.seconds, rel=0.03)
        needed = (evolve(each, shot=evolve(each.shot, seconds=0)) for each in studio.spoken[1:-1])
        estimated = sum(map(scene_seconds, film.scenes))
        assert sum(each.seconds for each in timed_shots(tuple(needed), described=False)) == pytest.approx(
            estimated, rel=0.05
        )


@pytest.mark.judged
def test_a_scene_lasts_as_long_as_its_storyboard_says(small: Library, film: Film, brand: Brand) -> None:
    """It is made longer only if its words take longer."""
    long = evolve(film, scenes=(evolve(film.scenes[0], seconds=5), evolve(film.scenes[1], seconds=30)))
    studio = FilmStudio(film=long, library=small, brand=brand, options=FilmOptions(), recordings={})
    _, first, second, _ = studio.timed[False]
    assert first.seconds > 8
    assert second.seconds == 30


@pytest.mark.judged
def test_signs_that_the_voice_leaves_out_are_reported(tmp_path: Path) -> None:
    """A message names the line of each, and the film is made."""
    root = tmp_path / "root"
    small_film(root, FILM.replace("Then turn it round.", "Then ∑ turn it.").replace("One chair.", "One ★."))
    result = coprod("film", NAME, "--still", "--root", root, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    lines = [line for line in result.stderr.splitlines() if "cannot say" in line]
    assert [line.partition(" the voice")[0].partition(f"{NAME}.yaml:")[2] for line in lines] == [
        "13:10: scenes[1].alt:",
        "15:16: scenes[2].narration:",
    ]


@pytest.mark.judged
def test_captions_are_in_order_and_slow_enough(made: FilmFiles) -> None:
    """A parser by others finds all the words, no overlap, two lines of 37 characters and 180 words a minute at most."""
    said = {
        "": "Ask the NHS first. Nobody",
        "-described": "On the screen: Too big to begin. One chair. Ask the NHS first.",
    }
    for version, words in said.items():
        captions = captions_of(made, f"{NAME}{version}-captions.vtt")
        assert words in " ".join(" ".join(each.lines) for each in captions)
        times = [tuple(map(seconds_of, (each.start, each.end))) for each in captions]
        assert all(end <= next_ for (_, end), (next_, _) in pairwise(times))
        for each, (start, end) in zip(captions, times, strict=True):
            assert len(each.lines) <= 2
            assert max(map(len, each.lines)) <= 37
            assert len(" ".join(each.lines).split()) / (end - start) * 60 <= 181
    with opened(dict(made.files)[f"{NAME}.mp4"]) as file:
        inside = [bytes(each)[2:].decode() for each in file.demux(file.streams.subtitles[0]) if each.size > 2]
    assert inside == ["\n".join(each.lines) for each in captions_of(made, f"{NAME}-captions.vtt")]


@pytest.mark.judged
def test_films_are_as_loud_as_broadcasts(made: FilmFiles) -> None:
    """Each track has a loudness of -23 LUFS, within the tolerance of 0.5 in EBU R128, and an MP4 is small."""
    files = dict(made.files)
    assert loudness_of(files[f"{NAME}.mp4"], 0) == pytest.approx(-23, abs=0.5)
    assert loudness_of(files[f"{NAME}.webm"], 0) == pytest.approx(-23, abs=1)
    assert loudness_of(files[f"{NAME}-described.mp4"], 0) == pytest.approx(-23, abs=0.5)
    assert len(files[f"{NAME}.mp4"]) < 1_000_000 * made.seconds / 60


@pytest.mark.judged
def test_the_picture_moves_calmly(made: FilmFiles) -> None:
    """No second has more than three flashes: changes of a tenth of the range of brightness, and back."""
    with opened(dict(made.files)[f"{NAME}.mp4"]) as file:
        shown = [
            (float(each.pts * each.time_base), each.to_image()) for each in file.decode(video=0) if each.pts is not None
        ]
    tiles = [(time, image.convert("L").resize((16, 9))) for time, image in shown]
    for x in range(16):
        for y in range(9):
            turns = _turns([(time, float(tile.getpixel((x, y)))) for time, tile in tiles])  # type: ignore[arg-type]
            assert all(sum(t <= each < t + 1 for each in turns) <= 6 for t in turns)
    assert len({tile.tobytes() for _, tile in tiles}) > 20  # something moves
    assert all(ImageStat.Stat(image).extrema[0][0] < 250 for _, image in shown)  # and none is blank


def _turns(levels: list[tuple[float, float]]) -> list[float]:
    """Return the times at which a brightness has changed by a tenth of its range, and in the other direction."""
    turns, low, high, rising = [], levels[0][1], levels[0][1], None
    for time, level in levels:
        low, high = min(low, level), max(high, level)
        if level - low > 25 and rising is not True:
            turns.append(time)
            rising, high = True, level
        elif high - level > 25 and rising is not False:
            turns.append(time)
            rising, low = False, level
        low, high = (level, high) if rising is False else (low, level) if rising else (low, high)
    return turns


@pytest.mark.judged
def test_the_same_storyboard_gives_the_same_film(film: Film, small: Library, brand: Brand) -> None:
    """All files are the same to the byte, and a still film with open captions is another."""
    short = evolve(film, scenes=film.scenes[1:])
    options = FilmOptions(still=True, open_captions=True)
    one, other = (make_film(short, small, brand, options) for _ in range(2))
    assert one == other
    with opened(dict(one.files)[f"{NAME}.mp4"]) as file:
        assert not file.streams.subtitles


def test_a_language_without_a_voice_needs_recordings(tmp_path: Path, brand: Brand) -> None:
    """The message names the recording that is missing."""
    library = evolve(small_film(tmp_path), about=evolve(small_film(tmp_path).about, language="cy"))
    with pytest.raises(FilmProblem, match=f"voice/{NAME}-1.wav"):
        make_film(library.films[NAME], library, brand, FilmOptions())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name one or more films, or give --all"),
        (("starting-smal",), "did you mean 'starting-small'"),
        (("starting-small", "--to", "gif"), "'gif' is not a format for films"),
        (("starting-small", "--all"), "Name one or more films, or give --all"),
    ],
)
def test_mistakes_get_one_line(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """A wrong name, format or option ends with exit code 2, and nothing is written."""
    result = coprod("film", *words, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert said.casefold() in result.output.casefold()
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_missing_package_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the voice, a film says which command installs it, and writes nothing."""
    monkeypatch.setattr("coprod_voice.voice.find_spec", lambda name: None)
    monkeypatch.setenv("COPROD_CACHE", "off")
    small_film(tmp_path / "root")
    result = coprod("film", NAME, "--root", tmp_path / "root", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert 'pip install "coprod-content[audio]"' in result.output
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
