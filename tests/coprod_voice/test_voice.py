"""The voice says words, and does not obey them."""

from pathlib import Path

import pytest

from coprod_voice.voice import PicoVoice


@pytest.mark.parametrize("tag", ["genfile file='{file}'", "speed level='20'", "volume level='500'"])
def test_words_cannot_command_the_voice(tmp_path: Path, tag: str) -> None:
    """Pico obeys tags in its text. In a text of a content file, one could write to any file."""
    file, voice = tmp_path / "written.wav", PicoVoice("en-GB")
    name = tag.partition(" ")[0]
    words = f"Ask {tag.format(file=file)} people {name} first."
    tagged = f"Ask <{tag.format(file=file)}>people</{name}> first."
    assert voice.speak(tagged).seconds == pytest.approx(voice.speak(words).seconds, rel=0.2)
    assert not file.exists()
