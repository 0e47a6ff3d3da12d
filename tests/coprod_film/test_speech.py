"""Words are said as the content says, and recordings are used or refused by name."""

import math
import wave
from array import array
from pathlib import Path

import pytest

from coprod_content import Library
from coprod_film import FilmProblem, recording_paths, shot_names, unused_files
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


def wav(path: Path, *, rate: int = 48_000, volume: int = 8_000, channels: int = 1, seconds: float = 0.5) -> Path:
    """Write a tone as a WAV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tone = (round(volume * math.sin(at / 20)) for at in range(round(rate * seconds)) for _ in range(channels))
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, 2, rate, 0, "NONE", ""))
        file.writeframes(array("h", tone).tobytes())
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
    for name, why in {
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


def test_files_that_no_film_uses_are_reported(library: Library, tmp_path: Path) -> None:
    """A wrong name or format is not left out in silence."""
    for name in ("starting-small-1.wav", "starting-small-title.wav", "starting-small-99.wav"):
        wav(tmp_path / "voice" / name)
    (tmp_path / "voice/starting-small-2.mp3").write_bytes(b"")
    lines = tuple(unused_files((tmp_path,), shot_names(library)))
    assert [line.partition(": ")[0].rpartition("/")[2] for line in lines] == [
        "starting-small-2.mp3",
        "starting-small-99.wav",
    ]


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
