"""`coprod site`: what it writes and what it refuses."""

import json
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod
from tests.support.roots import small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.cli import site as site_command
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import FileSpec, make_file
from coprod_content.packs.downloads import DownloadSpec
from coprod_content.packs.kept.kept_files import KeptFiles
from coprod_content.packs.pack import FileResult
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.packs.writing.outputs import LIST, write_folder


def names(folder: Path) -> set[str]:
    """Return the files in a folder, with relative paths."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_written_whole_and_says_where_to_begin(tmp_path: Path) -> None:
    """One command writes the pages of a library, counts them, and says which file to open."""
    root, out = small_root(tmp_path / "content"), tmp_path / "site"
    result = coprod("site", "--out", out, "--root", root, "--no-downloads")
    assert result.exit_code == 0, result.output
    assert {"index.html", "tools/index.html", "assets/style.css", "404.html", LIST} <= names(out)
    assert json.loads((out / LIST).read_text())["files"] == sorted(names(out) - {LIST})
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{len(names(out)) - 1} files of the site, 0 downloads, ")
    assert lines[1] == f"Open {out / 'index.html'} in a browser."
    assert {path.name for path in tmp_path.iterdir()} == {"content", "site"}


@pytest.mark.parametrize("name", ["mine.txt", "b/mine.html", ".hidden"])
def test_a_folder_with_other_files_is_refused_and_kept(tmp_path: Path, name: str) -> None:
    """The message names a file of a person, and neither it nor the site is changed."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
    (out / name).write_text("mine")
    with pytest.raises(OutputError, match=f"contains files that are not part of a site: {name}"):
        write_folder(out, {"a.html": b"3"})
    assert (out / "a.html").read_bytes() == b"1"
    result = coprod("site", "--out", out, "--no-downloads")
    assert result.exit_code == 1
    assert f"contains files that are not part of a site: {name}" in result.stderr
    assert "Traceback" not in result.output


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small content root."""
    return small_root(tmp_path_factory.mktemp("content"))


def _two(library: Library) -> tuple[DownloadSpec, ...]:
    """Return the handouts of the workshop of the small root as a web page and as plain text."""
    return tuple(
        DownloadSpec(
            item="meeting",
            file=FileSpec(edition="handouts", renderer=to, select=("meeting",), name=f"handouts-{to}"),
        )
        for to in ("web", "plain")
    )


def test_downloads_are_in_the_folder_of_their_item(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Workers make them, and the page of their item offers them with their size."""
    monkeypatch.setattr(site_command, "download_specs", _two)
    out = tmp_path / "site"
    result = coprod("site", "--out", out, "--root", root)
    assert result.exit_code == 0, result.output
    assert ", 2 downloads, " in result.stdout
    page = (out / "workshops" / "meeting.html").read_text()
    for name in ("handouts-web.html", "handouts-plain.txt"):
        size = round((out / "downloads" / "meeting" / name).stat().st_size / 1000)
        assert f'href="../downloads/meeting/{name}"' in page
        assert f"{size} kB" in page


def _unmakeable(library: Library) -> tuple[DownloadSpec, ...]:
    """Return a file whose renderer is not installed, and one that can be made."""
    file = FileSpec(edition="handouts", renderer="no-such-renderer", select=("meeting",), name="handouts")
    return (DownloadSpec(item="meeting", file=file), _two(library)[1])


def test_a_download_that_cannot_be_made_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brand: Brand, root: Path
) -> None:
    """It is reported, the site is written, and the exit code is 1. With --strict nothing is written."""
    monkeypatch.setattr(site_command, "download_specs", _unmakeable)
    monkeypatch.setattr(site_command, "worker_processes", lambda count, prepare, given: nullcontext(_InThisProcess()))
    site_command._prepare(KeptFiles.of(load(root), brand))
    result = coprod("site", "--out", tmp_path / "site", "--root", root)
    assert result.exit_code == 1
    assert "There is no renderer 'no-such-renderer'." in result.stderr
    assert ", 1 download, " in result.stdout
    assert (tmp_path / "site" / "downloads" / "meeting" / "handouts-plain.txt").is_file()
    strict = coprod("site", "--out", tmp_path / "strict", "--strict", "--root", root)
    assert strict.exit_code == 1
    assert "Stopped because of --strict." in strict.stderr
    assert not (tmp_path / "strict").exists()


def test_content_with_an_error_stops_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brand: Brand, root: Path
) -> None:
    """A download with an error in it is reported with what to do, and nothing is written."""
    fault = Finding(code="link-vague", what="the link says 'here'.")
    library = load(root)
    built = evolve(make_file(_two(library)[1].file, library, brand), findings=(fault,))
    monkeypatch.setattr(site_command, "download_specs", _two)
    monkeypatch.setattr(site_command, "worker_processes", lambda count, prepare, given: nullcontext(_InThisProcess()))
    monkeypatch.setattr(site_command, "_result", lambda spec: FileResult(spec=spec.file, built=built))
    result = coprod("site", "--out", tmp_path / "site", "--root", root)
    assert result.exit_code == 1
    assert "The site was not written: 2 files to download could not be made." in result.stderr
    assert "leave the files out with --no-downloads" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("deaths", [0, 1, 2])
def test_a_worker_that_dies_is_replaced_once(
    deaths: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brand: Brand, root: Path
) -> None:
    """The files that are missing are made again. If that fails too, two lines say so, and nothing is written."""
    monkeypatch.setattr(site_command, "download_specs", _two)
    site_command._prepare(KeptFiles.of(load(root), brand))
    pools = iter([*[_DyingWorker()] * deaths, _InThisProcess()])
    monkeypatch.setattr(site_command, "worker_processes", lambda count, prepare, given: nullcontext(next(pools)))
    result = coprod("site", "--out", tmp_path / "site", "--root", root)
    assert result.exit_code == (1 if deaths == 2 else 0)
    assert result.stderr.count("A process that makes files to download ended unexpectedly.") == deaths
    assert ("The site was not written." in result.stderr) == (deaths == 2)
    assert len(names(tmp_path / "site" / "downloads")) == (0 if deaths == 2 else 2)


class _DyingWorker:
    """An executor whose process ends during the second file."""

    @staticmethod
    def submit(run: Callable[[DownloadSpec], FileResult], spec: DownloadSpec) -> Future[FileResult]:
        future = Future[FileResult]()
        if spec.file.renderer == "web":
            future.set_result(run(spec))
        else:
            future.set_exception(BrokenProcessPool("A process in the process pool was terminated abruptly"))
        return future


class _InThisProcess:
    """An executor without processes, so that the functions it calls can be replaced."""

    @staticmethod
    def submit(run: Callable[[DownloadSpec], FileResult], spec: DownloadSpec) -> Future[FileResult]:
        future = Future[FileResult]()
        future.set_result(run(spec))
        return future


def test_a_worker_says_why_a_file_cannot_be_made(brand: Brand, root: Path) -> None:
    """A worker returns the reason as text."""
    site_command._prepare(KeptFiles.of(load(root), brand))
    file = FileSpec(edition="handouts", renderer="nobody", select=("meeting",), name="x")
    result = site_command._result(DownloadSpec(item="x", file=file))
    assert result.failure.startswith("There is no renderer 'nobody'.")
