"""A recogniser by others hears in a film what its script says, when its captions say it."""

import difflib
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pocketsphinx import Decoder, get_model_path

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_film import FilmOptions
from coprod_film.film_studio import FilmStudio
from coprod_film.timing.schedule import soundtrack
from coprod_voice.sound import RATE, audio_frame, filtered_frames
from coprod_voice.spoken_text import Sayings, as_spoken, spoken_sentences

FILM = "two-beginners"
MODEL = Path(get_model_path()) / "en-us"


def script_words(text: str, sayings: Sayings) -> list[str]:
    """Return the words to hear, in lower case."""
    return re.findall(r"[a-z']+", as_spoken(text, sayings).lower())


def decoder(folder: Path, words: set[str]) -> Decoder:
    """Return a recogniser that knows some words, all equally likely. Those that its dictionary lacks are left out."""
    entries = [line.split(" ", 1) for line in (MODEL / "cmudict-en-us.dict").read_text(encoding="utf-8").splitlines()]
    known = [(name, sounds) for name, sounds in entries if name.partition("(")[0] in words]
    (folder / "words.dict").write_text("".join(f"{name} {sounds}\n" for name, sounds in known), encoding="utf-8")
    names = ["<s>", "</s>", *(name for name, _ in known if "(" not in name)]
    grams = "".join(f"{-math.log10(len(names)):.4f} {name}\n" for name in names)
    model = f"\\data\\\nngram 1={len(names)}\n\n\\1-grams:\n{grams}\n\\end\\\n"
    (folder / "words.lm").write_text(model, encoding="utf-8")
    return Decoder(
        hmm=str(MODEL / "en-us"),
        dict=str(folder / "words.dict"),
        lm=str(folder / "words.lm"),
        logfn="/dev/null",
        maxhmmpf=3000,
    )


def heard(recogniser: Decoder, samples: bytes) -> list[str]:
    """Return the words that are recognised in samples of 48,000 Hz."""
    frames = filtered_frames(
        (audio_frame(samples),), ("aresample", "16000"), ("aformat", "sample_fmts=s16:channel_layouts=mono")
    )
    recogniser.start_utt()
    recogniser.process_raw(b"".join(bytes(each.planes[0])[: each.samples * 2] for each in frames), full_utt=True)
    recogniser.end_utt()
    found = recogniser.hyp()
    return [word.partition("(")[0] for word in found.hypstr.split()] if found else []


def spoken_scenes(studio: FilmStudio) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each scene, and the sound while its captions are shown."""
    sound = soundtrack(studio.timed[False], with_asides=False).samples
    for shot in studio.timed[False][1:-1]:
        start, end = shot.captions[0].start, shot.captions[-1].end
        yield int(shot.spoken.shot.name), sound[2 * round(start * RATE) : 2 * round(end * RATE)]


@pytest.mark.judged
def test_the_script_is_heard_while_its_captions_are_shown(library: Library, brand: Brand, tmp_path: Path) -> None:
    """Of all scenes of all films, the words that are heard are closest to those of the scene in the script."""
    sayings = tuple((each.word, each.said) for each in library.pronunciations.values())
    scripts = {
        (film.id, at): script_words(" ".join(spoken_sentences(scene.narration)), sayings)
        for film in library.films.values()
        for at, scene in enumerate(film.scenes, start=1)
    }
    recogniser = decoder(tmp_path, {word for words in scripts.values() for word in words})
    film = library.films[FILM]
    studio = FilmStudio(film=film, library=library, brand=brand, options=FilmOptions(), recordings={})
    likeness = []
    for at, sound in spoken_scenes(studio):
        words = heard(recogniser, sound)
        alike = {
            key: difflib.SequenceMatcher(None, each, words, autojunk=False).ratio() for key, each in scripts.items()
        }
        assert max(alike, key=alike.__getitem__) == (FILM, at)
        likeness.append(alike[FILM, at])
    assert len(likeness) == len(film.scenes)
    assert sum(likeness) / len(likeness) > 0.5
