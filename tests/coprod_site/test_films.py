"""Films that were made play on their pages, and the storyboard stays below them."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod
from tests.support.roots import SMALL, small_root, written

from coprod_content import Library, compose, examine, load
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Items
from coprod_content.files.cache.digests import root_digest
from coprod_site import UnusableFilm, made_films, make_site

ID, OTHER = "once", "twice"
VTT = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nA &lt;team&gt;\n"


def film_folder(folder: Path, library: Library, storyboard: str = "") -> Path:
    """Write the files of a film, as `coprod film` does, with a few bytes in place of the video."""
    files = {f"{ID}.mp4": b"film", f"{ID}.webm": b"web", f"{ID}-described.mp4": b"more"}
    files |= {f"{ID}-captions.vtt": VTT.encode(), f"{ID}-described-captions.vtt": VTT.encode()}
    files[f"{ID}-poster.png"] = b"picture"
    scenes = [{"title": "One", "start": 0}, {"title": "Two", "start": 2.5}]
    listed = {
        "storyboard": storyboard or library.films[ID].storyboard_hash,
        "spoken": "This film was spoken by Jo.",
        "files": {name: {"sha256": sha256(data).hexdigest()} for name, data in files.items()},
        "film": {"scenes": scenes},
        "described": {"scenes": scenes},
    }
    folder.mkdir()
    for name, data in (files | {f"{ID}-transcript.html": b"<p>words"}).items():
        (folder / name).write_bytes(data)
    (folder / f"{ID}-film.json").write_text(json.dumps(listed), encoding="utf-8")
    return folder


def test_a_film_plays_on_its_page(few: Library, brand: Brand, tmp_path: Path) -> None:
    """The page has a player with captions, a poster and no autoplay, and links that work without scripts."""
    library = evolve(few, films=Items((few.films[ID], evolve(few.films[ID], id=OTHER))))
    films = made_films(film_folder(tmp_path / "films", library), library)
    files = {file.path: file.data for file in make_site(library, brand, (), films)}
    page = files[f"films/{ID}.html"].decode()
    assert files[f"media/{ID}.mp4"] == b"film"
    assert f'<source src="../media/{ID}.mp4" type="video/mp4">' in page
    assert f'<track kind="captions" src="../media/{ID}-captions.vtt" srclang="en-GB" label="Captions" default>' in page
    assert f'poster="../media/{ID}-poster.png"' in page
    assert f'<a href="../media/{ID}-transcript.html">' in page
    assert "A &lt;team&gt;" in page
    assert "This film was spoken by Jo." in page
    assert "media-src 'self'" in page
    assert "autoplay" not in page
    assert 'class="player"' not in page
    assert page.count('class="scene"') == len(library.films[ID].scenes)
    assert "watch.js" in page
    other = files[f"films/{OTHER}.html"].decode()
    assert 'class="player"' in other
    assert "media-src" not in other


def _missing(folder: Path) -> None:
    (folder / f"{ID}-captions.vtt").unlink()


def _edited(folder: Path) -> None:
    (folder / f"{ID}.mp4").write_bytes(b"other")


def _broken(folder: Path) -> None:
    (folder / f"{ID}-film.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("break_", "said"),
    [(_missing, "are not complete"), (_broken, "are not complete"), (_edited, "has changed since the film was made")],
)
def test_incomplete_films_are_refused(few: Library, tmp_path: Path, break_: Callable[[Path], None], said: str) -> None:
    """The message says which command makes the film again."""
    folder = film_folder(tmp_path / "films", few)
    break_(folder)
    with pytest.raises(UnusableFilm, match=said) as problem:
        made_films(folder, few)
    assert f"coprod film {ID}" in str(problem.value)


def test_films_of_an_earlier_storyboard_are_refused(few: Library, tmp_path: Path) -> None:
    """A page never shows other words than its film says."""
    with pytest.raises(UnusableFilm, match="an earlier storyboard"):
        made_films(film_folder(tmp_path / "films", few, "0"), few)


def test_a_folder_without_films_is_refused(tmp_path: Path) -> None:
    """`coprod site` says how to make them, and writes nothing."""
    result = coprod("site", "--films", tmp_path, "--no-downloads", "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert "Make them with: coprod film --all" in result.output
    assert not (tmp_path / "site").exists()


SIGNED = "sign_video:\n  file: Ada.MP4\n  credit: Ada Bo\n  consent: Ada agreed until 2028.\n"
VIDEO = b"\0\0\0\x18ftypmp42"


def test_signs_are_shown_beside_a_film(brand: Brand, tmp_path: Path) -> None:
    """The video has a player of its own, with a label and who signs, and who agreed is on no page."""
    changes = {"films/once.yaml": SMALL["films/once.yaml"] + SIGNED, "films/Ada.MP4": VIDEO}
    library = load(small_root(tmp_path / "content", changes))
    files = {file.path: file.data for file in make_site(library, brand)}
    assert files["media/once-signed.mp4"] == VIDEO
    page = files["films/once.html"].decode()
    assert '<source src="../media/once-signed.mp4" type="video/mp4">' in page
    assert 'aria-label="“A short film” in British Sign Language"' in page
    assert page.count("Signed in British Sign Language by Ada Bo.") == 1
    assert "media-src 'self'" in page
    assert "autoplay" not in page
    assert not any(b"until 2028" in data for data in files.values())
    assert "Signed in British Sign Language by Ada Bo." in str(compose("film-handout", library, ["once"]))


def test_a_changed_video_is_checked_again(tmp_path: Path) -> None:
    """What was kept of a root is not used once the video is no video, or is gone."""
    changes = {"films/once.yaml": SMALL["films/once.yaml"] + SIGNED, "films/Ada.MP4": VIDEO}
    root = small_root(tmp_path / "content", changes)
    digests = {root_digest(root)}
    (root / "films/Ada.MP4").write_bytes(b"a" * len(VIDEO))
    digests.add(root_digest(root))
    (root / "films/Ada.MP4").unlink()
    assert len({*digests, root_digest(root)}) == 3
    amended = small_root(tmp_path / "amended", {"films/once.yaml": SMALL["films/once.yaml"]})
    mine = written(tmp_path / "mine", {"amend/once.yaml": SIGNED})
    assert [str(finding.where) for finding in examine(amended, mine)[1]] == [f"{mine.as_posix()}/amend/once.yaml:2:9"]
    written(mine, {"amend/Ada.MP4": VIDEO})
    assert examine(amended, mine)[1] == ()
