"""Audio files play, have chapters, and are equally loud."""

import io
from collections.abc import Iterator

import av
import pytest
from attrs import evolve

from coprod_audio import renderer
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.packs.build import render
from coprod_content.plugins.renderers import RendererError
from coprod_content.text.spans import text_of
from coprod_voice.loudness import TARGET, loudness
from coprod_voice.sound import Sound, sound_of

WORDS = (
    "People who use a service & people who run it decide together. Nobody has to speak, and you can stop at any time."
)
TALK = Document(
    title="Talk & listen",
    language="en-GB",
    publisher="Our trust",
    date="2026-11-30",
    licence="CC BY 4.0",
    sections=(
        Section(title="Żaba “one”", blocks=(Paragraph(WORDS), Paragraph(WORDS))),
        Section(
            title="Two", blocks=(Table("Days", ("Day", "Time"), ((text_of("Monday"), text_of("10:00")),), (1, 1)),)
        ),
    ),
)


@pytest.fixture(scope="module")
def audio(brand: Brand) -> bytes:
    """Make a short file."""
    return renderer.render(TALK, brand)


@pytest.fixture(scope="module")
def heard(audio: bytes) -> Sound:
    """Decode the file."""
    with av.open(io.BytesIO(audio)) as file:
        return sound_of(file.decode(file.streams.audio[0]))


def atoms(data: bytes) -> Iterator[str]:
    """Yield the names of the parts of the file."""
    at = 0
    while at < len(data):
        yield data[at + 4 : at + 8].decode()
        at += int.from_bytes(data[at : at + 4], "big")


def test_a_file_has_chapters_and_says_what_it_is(audio: bytes) -> None:
    """Players show its title, whose it is, its language and its chapters, and it plays before all of it has arrived."""
    with av.open(io.BytesIO(audio)) as file:
        tags, chapters, stream = file.metadata, file.chapters(), file.streams.audio[0]
        assert (tags["title"], tags["artist"], tags["copyright"]) == ("Talk & listen", "Our trust", "CC BY 4.0")
        assert (stream.codec_context.name, stream.metadata["language"]) == ("aac", "eng")
        titles = ["Talk & listen", "Żaba “one”", "Two", "About this recording"]
        assert [each["metadata"]["title"] for each in chapters] == titles
        assert [each["end"] for each in chapters[:-1]] == [each["start"] for each in chapters[1:]]
        assert chapters[-1]["end"] * chapters[-1]["time_base"] == pytest.approx((file.duration or 0) / 1e6, abs=0.1)
    parts = [*atoms(audio)]
    assert parts.index("moov") < parts.index("mdat")


def test_speech_is_loud_and_fast_enough(audio: bytes, heard: Sound) -> None:
    """The file is at -23 LUFS without clipping, and is spoken at 140 to 175 words a minute."""
    assert loudness(heard) == pytest.approx(TARGET, abs=0.5)
    assert max(map(abs, memoryview(heard.samples).cast("h"))) < 32_000
    with av.open(io.BytesIO(audio)) as file:
        first = file.chapters()[1]
    pauses, words = 0.6 * 2 + 1.0, len(WORDS.split()) * 2 + 2
    seconds = float((first["end"] - first["start"]) * first["time_base"]) - pauses
    assert 140 < words / seconds * 60 < 175


def test_the_same_document_gives_the_same_bytes(audio: bytes, brand: Brand) -> None:
    """A second run, with new voices, makes the same file."""
    assert renderer.render(TALK, brand) == audio


def test_our_words_are_english_in_other_languages(brand: Brand) -> None:
    """A French document is spoken by a French voice, with our own words by an English one."""
    french = Document(title="Bonjour", language="fr", sections=(Section(title="Un", blocks=(Paragraph("Salut."),)),))
    with av.open(io.BytesIO(renderer.render(french, brand))) as file:
        assert file.streams.audio[0].metadata["language"] == "fra"


def test_a_language_without_a_voice_is_refused(brand: Brand) -> None:
    """There are no bytes, and one line says which languages have a voice."""
    built = render(evolve(TALK, language="cy"), "audio", brand)
    assert built.data is None
    assert "The voices speak English, French" in built.findings[0].fix


def test_a_missing_voice_says_what_to_install(brand: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line names the extra."""
    monkeypatch.setattr("coprod_voice.speaker.find_spec", lambda name: None)
    with pytest.raises(RendererError, match=r'^[^\n]*needs the module .* pip install "coprod-content\[audio\]"$'):
        render(TALK, "audio", brand)
