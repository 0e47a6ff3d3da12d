"""A scene that has not changed is neither spoken, drawn nor encoded again, and the film is the same."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.coprod_film.test_films import NAME, small_film

from coprod_content.brand.brand import Brand
from coprod_content.files.cache.cache_folder import CacheFolder
from coprod_film import FilmOptions, make_film
from coprod_film.media.shot_video import ShotVideo, VideoPacket, shot_video
from coprod_film.pictures import moving_pictures
from coprod_voice.voice import PicoVoice

PACKETS = st.lists(st.tuples(st.integers(1, 24), st.booleans(), st.binary(max_size=9)), min_size=1, max_size=9)


def shot_of(parts: list[tuple[int, bool, bytes]]) -> ShotVideo:
    """Return a shot whose packets follow one another."""
    starts = [sum(ticks for ticks, _, _ in parts[:at]) for at in range(len(parts) + 1)]
    packets = (VideoPacket(start, *part) for start, part in zip(starts, parts, strict=False))
    return ShotVideo(starts[-1], tuple(packets))


@given(PACKETS, st.data())
def test_a_shot_survives_as_bytes_and_can_be_cut(parts: list[tuple[int, bool, bytes]], data: st.DataObject) -> None:
    """A shorter shot has the first packets, and lasts exactly as long as it should."""
    shot = shot_of(parts)
    assert shot_video(bytes(shot)) == shot
    ticks = data.draw(st.integers(1, shot.ticks))
    cut = shot.lasting(ticks)
    assert [each.data for each in cut.packets] == [each.data for each in shot.packets if each.tick < ticks]
    assert sum(each.ticks for each in cut.packets) == cut.ticks == ticks
    assert shot.lasting(shot.ticks) == shot


@pytest.mark.judged
def test_a_second_film_is_the_same_without_being_made(
    tmp_path: Path, brand: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the same to the byte as one that was made without a cache, even after what was kept is damaged."""
    library = small_film(tmp_path / "root")
    film, options = library.films[NAME], FilmOptions(still=True)
    monkeypatch.setenv("COPROD_CACHE", "off")
    expected = make_film(film, library, brand, options)
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    assert make_film(film, library, brand, options) == expected
    with monkeypatch.context() as patch:
        patch.setattr(PicoVoice, "_samples", _never)
        patch.setattr(moving_pictures, "drawn_layers", _never)
        patch.setattr(moving_pictures, "encoded_shot", _never)
        assert make_film(film, library, brand, options) == expected
    entries = CacheFolder(tmp_path / "cache").entries()
    for at, entry in enumerate(entries):
        data = entry.read_bytes()
        entry.write_bytes(data[:-1] + b"\0" if at % 2 else data[: len(data) // 2])
    assert make_film(film, library, brand, options) == expected


def _never(*_: object) -> None:
    raise AssertionError("this was made again")


@pytest.mark.judged
def test_a_changed_scene_is_made_alone(tmp_path: Path, brand: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only its own shot is encoded, and only its new sentence is spoken. In other colours, every shot is another."""
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    library = small_film(tmp_path / "root")
    film, options = library.films[NAME], FilmOptions(still=True)
    make_film(film, library, brand, options)
    said, encoded = [], []
    speak, encode = PicoVoice._samples, moving_pictures.encoded_shot
    monkeypatch.setattr(PicoVoice, "_samples", lambda *its: (said.append(its[1]), speak(*its))[1])
    monkeypatch.setattr(moving_pictures, "encoded_shot", lambda *its: (encoded.append(its[1]), encode(*its))[1])
    last = evolve(film.scenes[-1], narration="Then turn it round. Ask why it was there for all these years.")
    make_film(evolve(film, scenes=(film.scenes[0], last)), library, brand, options)
    assert set(said) == {"Ask why it was there for all these years."}  # again, more slowly
    spoken = len(said)
    assert len(encoded) == 1
    make_film(film, library, evolve(brand, palette=evolve(brand.palette, tint="#eeeeff")), options)
    assert len(encoded) == 1 + len(film.scenes) + 2
    assert len(said) == spoken
