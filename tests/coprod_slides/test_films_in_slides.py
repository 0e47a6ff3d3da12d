"""A film plays on its slide: in PowerPoint's own form, with a poster, alternative text and captions."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_MEDIA_TYPE
from tests.support.command_line import coprod
from tests.support.java_judges import Judge
from tests.support.libreoffice import saved_again
from tests.support.office import faults, holes
from tests.support.pictures import picture
from tests.support.roots import changed, small_root

from coprod_content import load

FILM, CAPTIONS = b"\0\0\0\x18ftypmp42", b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nOnce\n"
MAIN = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def made_film(folder: Path, root: Path) -> Path:
    """Write the files of the film of the small root, as `coprod film` does, with a few bytes for the film itself."""
    film = load(root).films["once"]
    files = {"once.mp4": FILM, "once-captions.vtt": CAPTIONS, "once-poster.png": picture(width=1280)}
    listed = {
        "storyboard": film.storyboard_hash,
        "files": {name: {"sha256": sha256(data).hexdigest()} for name, data in files.items()},
        "film": {"seconds": 12.5},
    }
    folder.mkdir()
    for name, data in {**files, "once-film.json": json.dumps(listed).encode()}.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def deck(tmp_path: Path) -> bytes:
    """A deck of the small film, which plays."""
    root = small_root(tmp_path / "root")
    made = coprod(
        *("build", "film-deck", "--to", "slides", "--select", "once", "--root", root),
        *("--films", made_film(tmp_path / "films", root), "--out", tmp_path / "deck.pptx"),
    )
    assert made.exit_code == 0, made.output
    return (tmp_path / "deck.pptx").read_bytes()


def test_a_deck_plays_its_film(deck: bytes) -> None:
    """Other readers find the film, its poster and words for it, and the deck has no fault."""
    slides = Presentation(io.BytesIO(deck)).slides
    ((slide, movie),) = [
        (slide, shape) for slide in slides for shape in slide.shapes if getattr(shape, "media_type", None)
    ]
    assert slide.shapes.title.text == "Watch the film"
    assert movie.media_type == PP_MEDIA_TYPE.MOVIE
    assert movie._element.nvPicPr.cNvPr.get("descr") == "The start of the film: A short film"
    assert movie.poster_frame.content_type == "image/jpeg"
    kinds = {each.reltype.rpartition("/")[2]: each.target_part.blob for each in slide.part.rels.values()}
    assert (kinds["media"], kinds["video"], kinds["track"]) == (FILM, FILM, CAPTIONS)
    timing = slide._element.find(f"{MAIN}timing")
    assert [each.get("cmd") for each in timing.iter(f"{MAIN}cmd")] == ["playFrom(0.0)", "togglePause"]
    assert {each.get("spid") for each in timing.iter(f"{MAIN}spTgt")} == {str(movie.shape_id)}
    ids = [each.get("id") for each in timing.iter(f"{MAIN}cTn")]
    assert len(ids) == len(set(ids))
    assert "12500" in {each.get("dur") for each in timing.iter(f"{MAIN}cTn")}
    assert (faults(deck, ".pptx"), holes(deck)) == ([], [])


def test_a_deck_with_a_film_can_be_compared_and_taken_back(deck: bytes, tmp_path: Path) -> None:
    """Without the files of the film: there are no changes, and then only the words that someone changed."""
    root, file = tmp_path / "root", tmp_path / "deck.pptx"
    same = coprod("compare", file, "--root", root)
    assert "no changes" in same.output
    edited = Presentation(io.BytesIO(deck))
    for shape in (shape for slide in edited.slides for shape in slide.shapes if shape.has_text_frame):
        for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
            run.text = run.text.replace("What did you see?", "What did you notice?")
    edited.save(file)
    taken = coprod("take-back", file, "--into", root)
    assert taken.exit_code == 0, taken.output
    assert "What did you notice?" in (root / "films/once.yaml").read_text(encoding="utf-8")


@pytest.mark.judged
def test_libreoffice_keeps_the_film(deck: bytes, judge: Judge, tmp_path: Path) -> None:
    """A deck that LibreOffice opens and saves still contains the film."""
    again = saved_again({"deck.pptx": deck}, judge, tmp_path)["deck.pptx"]
    with zipfile.ZipFile(io.BytesIO(again)) as package:
        assert FILM in [package.read(name) for name in package.namelist()]


def test_a_deck_without_films_links_to_them(tmp_path: Path) -> None:
    """If the library has a web edition, the slide before the scenes has the address at which the film plays."""
    root = small_root(tmp_path / "root", changed("about.yaml", "title:", "url: https://www.example.org/\ntitle:"))
    made = coprod(
        "build", "film-deck", "--to", "slides", "--select", "once", "--root", root, "--out", tmp_path / "deck.pptx"
    )
    assert made.exit_code == 0, made.output
    slides = Presentation(tmp_path / "deck.pptx").slides
    links = [each.target_ref for slide in slides for each in slide.part.rels.values() if each.is_external]
    assert "https://www.example.org/films/once.html" in links


@pytest.mark.parametrize("missing", ["once.mp4", "once-captions.vtt", "once-film.json"])
def test_incomplete_films_get_one_line(tmp_path: Path, missing: str) -> None:
    """The message says which command makes them, and no deck is written."""
    root = small_root(tmp_path / "root")
    films = made_film(tmp_path / "films", root)
    (films / missing).unlink()
    made = coprod(
        *("build", "film-deck", "--to", "slides", "--select", "once", "--root", root),
        *("--films", films, "--out", tmp_path / "deck.pptx"),
    )
    assert made.exit_code == 1
    assert "with: coprod film" in made.output.replace("\n", " ")
    assert not (tmp_path / "deck.pptx").exists()
