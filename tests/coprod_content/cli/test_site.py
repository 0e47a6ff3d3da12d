"""`coprod site`: what it writes and what it refuses."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.platforms import POSIX
from tests.support.roots import small_root
from typer.testing import CliRunner, Result

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.cli import site as site_command
from coprod_content.cli.app import app
from coprod_content.findings.finding import Finding
from coprod_content.packs.atomic_write import LIST, NotOurs, write_folder
from coprod_content.packs.downloads import LIBRARY, DownloadSpec, download_specs
from coprod_content.packs.file_spec import FileSpec, make_file
from coprod_content.packs.pack import FileResult


def coprod(*words: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(app, [str(word) for word in words])


def names(folder: Path) -> set[str]:
    """The files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_written_whole_and_says_where_to_begin(tmp_path: Path) -> None:
    """One command writes the pages of a library, counts them, and leaves nothing but them."""
    root, out = small_root(tmp_path / "content"), tmp_path / "site"
    result = coprod("site", "--out", out, "--root", root, "--no-downloads")
    assert result.exit_code == 0, result.output
    assert {"index.html", "tools/index.html", "assets/style.css", "404.html", LIST} <= names(out)
    assert json.loads((out / LIST).read_text())["files"] == sorted(names(out) - {LIST})
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{len(names(out)) - 1} files of the site, 0 downloads, ")
    assert lines[1] == f"Open {out / 'index.html'} in a browser."
    assert {path.name for path in tmp_path.iterdir()} == {"content", "site"}


def test_a_site_is_replaced_and_leaves_nothing_of_the_last_one(tmp_path: Path) -> None:
    """A second run takes the place of the first, pages that are gone among them."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
    write_folder(out, {"a.html": b"3"})
    assert names(out) == {"a.html", LIST}
    assert (out / "a.html").read_bytes() == b"3"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["mine.txt", "b/mine.html", ".hidden"])
def test_a_folder_with_other_things_is_refused_and_kept(tmp_path: Path, name: str) -> None:
    """What a person put there is named, and neither it nor the site is touched."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
    (out / name).write_text("mine")
    with pytest.raises(NotOurs, match=f"holds other files: {name}"):
        write_folder(out, {"a.html": b"3"})
    assert (out / "a.html").read_bytes() == b"1"
    result = coprod("site", "--out", out, "--no-downloads")
    assert result.exit_code == 1
    assert f"holds other files: {name}" in result.stderr
    assert "Traceback" not in result.output


@POSIX
def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A path that is no folder is not written over, and a link is not followed."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(NotOurs, match="is not a folder"):
            write_folder(tmp_path / name, {"a.html": b"1"})
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_is_left_half_written(tmp_path: Path) -> None:
    """Where a file cannot be written, what was there before stays, and no scrap lies beside it."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1"})
    with pytest.raises(OSError):
        write_folder(out, {"a.html": b"2", "a.html/b.html": b"3"})
    assert (out / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_list_that_is_none_makes_no_folder_ours(tmp_path: Path) -> None:
    """A file of that name with something else in it does not open a folder to be replaced."""
    for text in ("", "[]", '{"files": 3}', "{"):
        out = tmp_path / f"site {len(text)}"
        out.mkdir()
        (out / LIST).write_text(text)
        (out / "mine.txt").write_text("mine")
        with pytest.raises(NotOurs):
            write_folder(out, {})


def test_downloads_are_whole_packs_and_what_belongs_to_themes(library: Library) -> None:
    """Every file of every pack, a guide and cards for every theme, cards for each purpose, films and diagrams as slides
    and handouts, texts in Word, each under a name of its own."""
    wanted = tuple(download_specs(library))
    per_item: dict[str, int] = {}
    for spec in wanted:
        per_item[spec.item] = per_item.get(spec.item, 0) + 1
    kinds = ("workshops", "themes", "purposes", "articles", "films", "diagrams")
    every = {id_ for kind in kinds for id_ in library.of_kind(kind)}
    assert per_item.keys() == {*every, "terms", "resources", "references", LIBRARY}
    assert per_item["first-steps"] == 15
    assert all(per_item[theme] == 6 for theme in library.themes)
    assert len({(spec.item, spec.file.name, spec.file.renderer) for spec in wanted}) == len(wanted)


def test_films_diagrams_and_references_are_made_without_a_finding(library: Library, brand: Brand) -> None:
    """Slides and handouts of every film and diagram, the list of works and the cards of a purpose fit their pages, and
    inspecting them finds nothing."""
    cards = ("decide-tools-a4-flip-on-long-edge",)
    wanted = [
        spec
        for spec in download_specs(library)
        if spec.file.edition.startswith(("film-", "diagram-", "references")) or spec.file.name in cards
    ]
    done = {spec.file.name: make_file(spec.file, library, brand) for spec in wanted}
    assert len(done) == 2 * len(library.films) + 2 * len(library.diagrams) + 2
    assert {name: made.findings for name, made in done.items() if made.findings} == {}
    assert all(made.data and not made.not_inspected for made in done.values())
    tools = {tool.id for tool in library.tools.values() if "decide" in tool.purposes}
    assert set(done[cards[0]].items) == tools


def _two(library: Library) -> tuple[DownloadSpec, ...]:
    """The handouts of a workshop as a page and as plain text."""
    return tuple(
        DownloadSpec(
            item="first-steps",
            file=FileSpec(edition="handouts", renderer=to, select=("first-steps",), name=f"handouts-{to}"),
        )
        for to in ("web", "plain")
    )


def test_downloads_lie_beside_the_pages_that_offer_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are made by workers, lie under the item that they belong to, and its page offers them with their size."""
    monkeypatch.setattr(site_command, "download_specs", _two)
    out = tmp_path / "site"
    result = coprod("site", "--out", out)
    assert result.exit_code == 0, result.output
    assert ", 2 downloads, " in result.stdout
    page = (out / "workshops" / "first-steps.html").read_text()
    for name in ("handouts-web.html", "handouts-plain.txt"):
        size = round((out / "downloads" / "first-steps" / name).stat().st_size / 1000)
        assert f'href="../downloads/first-steps/{name}"' in page
        assert f"{size} kB" in page


def _unmakeable(library: Library) -> tuple[DownloadSpec, ...]:
    """A file whose renderer is not installed, and one that can be made."""
    file = FileSpec(edition="handouts", renderer="no-such-renderer", select=("first-steps",), name="handouts")
    return (DownloadSpec(item="first-steps", file=file), _two(library)[1])


def test_a_download_that_cannot_be_made_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is printed, the rest of the site is written, and the run fails; with --strict nothing is written."""
    monkeypatch.setattr(site_command, "download_specs", _unmakeable)
    result = coprod("site", "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert "There is no renderer 'no-such-renderer'." in result.stderr
    assert ", 1 download, " in result.stdout
    assert (tmp_path / "site" / "downloads" / "first-steps" / "handouts-plain.txt").is_file()
    strict = coprod("site", "--out", tmp_path / "strict", "--strict")
    assert strict.exit_code == 1
    assert "Stopped because of --strict." in strict.stderr
    assert not (tmp_path / "strict").exists()


def test_content_with_an_error_stops_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library, brand: Brand
) -> None:
    """A file to download with an error in it is reported with the way out, and nothing is written."""
    fault = Finding(code="link-vague", what="the link says 'here'.")
    built = evolve(make_file(_two(library)[1].file, library, brand), findings=(fault,))
    monkeypatch.setattr(site_command, "download_specs", _two)
    monkeypatch.setattr(site_command, "_workers", lambda library, brand: nullcontext(_InThisProcess()))
    monkeypatch.setattr(site_command, "_result", lambda spec: FileResult(spec=spec.file, built=built))
    result = coprod("site", "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert "The site was not written: 2 files to download could not be made." in result.stderr
    assert "leave the files out with --no-downloads" in result.stderr
    assert list(tmp_path.iterdir()) == []


class _InThisProcess:
    """An executor without processes, so that the functions it calls can be replaced."""

    map = staticmethod(map)


def test_a_worker_says_why_a_file_cannot_be_made(library: Library, brand: Brand) -> None:
    """The reason that a renderer cannot be used is sent back as text."""
    site_command._prepare(library, brand)
    file = FileSpec(edition="handouts", renderer="nobody", select=("first-steps",), name="x")
    result = site_command._result(DownloadSpec(item="x", file=file))
    assert result.failure.startswith("There is no renderer 'nobody'.")
