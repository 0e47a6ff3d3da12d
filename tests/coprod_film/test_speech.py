"""Words are said as the content says, and recordings are used or refused by name."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.recordings import wav_file
from tests.support.roots import SMALL, small_root, written

from coprod_content import Library
from coprod_content.files.films.recordings import recording_paths
from coprod_film import FilmProblem
from coprod_film.speech.narrator import Narrator
from coprod_film.speech.recordings import people_in, recording
from coprod_film.speech.utterance import spoken
from coprod_film.timing.reading import FASTEST_SPEECH, words_in
from coprod_voice.loudness import TARGET, at_target, loudness
from coprod_voice.sound import Sound, silence
from coprod_voice.spoken_text import as_spoken, spoken_sentences


class TickingVoice:
    """A voice that takes a quarter of a second for each word, which is too fast for captions."""

    name = credit = "a tick"

    def speak(self, words: str, pace: float = 1.0) -> Sound:
        """Return silence that is as long as the words."""
        return silence(0.25 * words_in(words) / pace)


def wav(path: Path, **how: int | float) -> Path:
    """Write a tone as a WAV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(wav_file(**how))  # type: ignore[arg-type]  # numbers of both types
    return path


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ask the NHS about PDSA.", "Ask the en aitch ess about pea dee ess ay."),
        ("co-production’s aim", "co production's aim"),
        ("equip the QIs", "equip the QIs"),
        ("Co-production", "co production"),
    ],
)
def test_words_of_the_list_are_said_as_it_says(library: Library, written: str, said: str) -> None:
    """Only whole words are replaced, whatever their capitals."""
    sayings = tuple((each.word, each.said) for each in library.pronunciations.values())
    assert as_spoken(written, sayings) == said


def test_sentences_are_plain_text() -> None:
    """Markup and citations are not read out."""
    assert spoken_sentences("Ask **first** [@egan2020]. Then *wait*!") == ("Ask first.", "Then wait!")


def test_fast_speech_is_slowed_down() -> None:
    """A sentence is never spoken faster than its captions can be read."""
    said = spoken(("one two three four", "five six"), TickingVoice(), ())
    first, second = said.sentences
    assert words_in(first.words) / (first.end - first.start) * 60 <= FASTEST_SPEECH + 2
    assert second.start > first.end
    assert said.sound.seconds == pytest.approx(second.end, abs=0.001)


def test_recordings_of_later_roots_come_first(tmp_path: Path) -> None:
    """A recording replaces the one with the same name, and a file beside it names the speaker."""
    wav(tmp_path / "one/voice/small-1.wav")
    mine = wav(tmp_path / "two/voice/Small-1.WAV", channels=2, rate=44_100)
    (mine.parent / "spoken-by.txt").write_text("Jo\n", encoding="utf-8")
    found = recording_paths((tmp_path / "one", tmp_path / "two", tmp_path / "none"))
    assert found == {"small-1": mine}
    assert people_in(found.values()) == "Jo"
    assert recording(mine).seconds == pytest.approx(0.5, abs=0.01)


def test_recordings_reach_the_target(tmp_path: Path) -> None:
    """A quiet and a loud recording are equally loud in a film, and silence stays silent."""
    for volume in (300, 30_000):
        sound = recording(wav(tmp_path / "a.wav", volume=volume, seconds=2))
        assert loudness(at_target(sound)) == pytest.approx(TARGET, abs=0.3)
    assert at_target(silence(1)) == silence(1)


def test_recordings_that_cannot_be_used_are_refused_by_name(tmp_path: Path) -> None:
    """Silence, a low rate, other widths, and files of other formats each get one line."""
    (tmp_path / "not.wav").write_bytes(b"RIFF and more")
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "part.wav").write_bytes(wav_file(seconds=4)[:100_000])
    for name, why in {
        tmp_path / "part.wav": "part of the file is missing",
        wav(tmp_path / "silent.wav", volume=0): "nothing can be heard",
        wav(tmp_path / "low.wav", rate=8_000): "8,000 Hz",
        wav(tmp_path / "nothing.wav", seconds=0): "nothing can be heard",
        wav(tmp_path / "many.wav", channels=3): "3 channels",
        tmp_path / "not.wav": "not a WAV file",
        tmp_path / "empty.wav": "not a WAV file",
    }.items():
        with pytest.raises(FilmProblem, match=why) as problem:
            recording(name)
        assert name.name in str(problem.value)
        assert "\n" not in str(problem.value)


def test_check_reports_recordings(tmp_path: Path) -> None:
    """`coprod check` and `coprod film` say the same about each file that cannot be used, and nothing is made."""
    root = small_root(tmp_path / "root")
    long = "Jo moved the chair. " * 40
    written(root, {"films/long.yaml": SMALL["films/once.yaml"].replace("narration: ", f"narration: {long}", 1)})
    written(root, {"films/short.yaml": SMALL["films/once.yaml"].replace("seconds: 90", "seconds: 5")})
    for name, file in {
        "once-1.wav": wav_file(volume=0),
        "once-1-description.wav": wav_file(rate=8_000),
        "once-title.wav": b"RIFF and more",
        "once-end.wav": wav_file(),
        "long-1.wav": wav_file(seconds=2),
        "short-1.wav": wav_file(seconds=9),
        "onec-1.wav": wav_file(),
        "once-2.mp3": b"",
        "README.md": b"",
        "spoken-by.txt": b"Jo",
    }.items():
        written(root, {f"voice/{name}": file})
    checked = coprod("check", root)
    found = {Path(line.partition(": ")[0]).name: line for line in checked.output.splitlines() if "/voice/" in line}
    assert checked.exit_code == 1
    assert {
        name: why in found[name]
        for name, why in {
            "once-1.wav": "nothing can be heard in it. Check the microphone",
            "once-1-description.wav": "8,000 Hz, which is too low to be clear. Record it again at 48,000 Hz.",
            "once-title.wav": "this is not a WAV file that can be read. Save it as",
            "long-1.wav": "it lasts 2.0 seconds, which is too short for the",
            "short-1.wav": "it lasts 9.0 seconds, but the scene lasts 5, so the film is longer",
            "onec-1.wav": "no film has a scene with this name. Did you mean 'once-1'?",
            "once-2.mp3": "this file is not read. Save it as a 16-bit WAV file",
        }.items()
    } == dict.fromkeys(found, True)
    made = coprod("film", "long", "--root", root, "--out", tmp_path / "out")
    assert made.exit_code == 1
    assert found["long-1.wav"] in made.output
    assert found["onec-1.wav"] in made.output
    assert "nothing can be heard" not in made.output  # in another film
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("recorded", "voice", "credit"),
    [
        ((), TickingVoice(), "This film was spoken by a tick."),
        ((1, 2), TickingVoice(), "This film was spoken by Jo."),
        ((1,), TickingVoice(), "This film was spoken by Jo and a tick."),
        ((1, 2), None, "This film was spoken by Jo."),
    ],
)
def test_a_film_says_who_speaks(recorded: tuple[int, ...], voice: TickingVoice | None, credit: str) -> None:
    """The computer voice is named if it reads any scene."""
    paths = {f"small-{at}": Path("unread.wav") for at in recorded}
    assert Narrator(film="small", voice=voice, sayings=(), recordings=paths, people="Jo").credit(2) == credit
