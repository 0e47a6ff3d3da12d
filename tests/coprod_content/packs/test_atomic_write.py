"""Files and folders are written whole or not at all."""

import os
from pathlib import Path

import pytest
from tests.support.platforms import POSIX

from coprod_content.packs.atomic_write import LIST, NotOurs, write_file, write_folder


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """The folder is created, the file has the bytes, and everyone can read it."""
    path = tmp_path / "new" / "file.bin"
    write_file(path, b"abc")
    assert path.read_bytes() == b"abc"
    assert path.stat().st_mode & 0o444 == 0o444


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    """No temporary file is left beside the finished one."""
    write_file(tmp_path / "file.bin", b"abc")
    assert os.listdir(tmp_path) == ["file.bin"]


def test_a_failure_keeps_the_old_file_and_leaves_no_other(tmp_path: Path) -> None:
    """If writing fails, the old file is unchanged and no temporary file is left."""
    path = tmp_path / "file.bin"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_file(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file.bin"]


@POSIX
def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    """A link is refused, and the file it points to is unchanged."""
    target = tmp_path / "precious"
    target.write_bytes(b"precious")
    link = tmp_path / "file.bin"
    link.symlink_to(target)
    with pytest.raises(OSError, match="symbolic link"):
        write_file(link, b"abc")
    assert target.read_bytes() == b"precious"


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    """A folder with the name of the file is not replaced, and nothing is left beside it."""
    (tmp_path / "file.bin").mkdir()
    with pytest.raises(OSError):
        write_file(tmp_path / "file.bin", b"abc")
    assert os.listdir(tmp_path) == ["file.bin"]


def names(folder: Path) -> set[str]:
    """Return the files in a folder, with relative paths."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_replaced_with_all_its_files(tmp_path: Path) -> None:
    """A second run replaces the first, including files that no longer exist."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
    write_folder(out, {"a.html": b"3"})
    assert names(out) == {"a.html", LIST}
    assert (out / "a.html").read_bytes() == b"3"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@POSIX
def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The file is not replaced, and the link is not followed."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(NotOurs, match="is not a folder"):
            write_folder(tmp_path / name, {"a.html": b"1"})
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_is_never_left_half_written(tmp_path: Path) -> None:
    """If a file cannot be written, the old folder stays and no temporary one is left."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1"})
    with pytest.raises(OSError):
        write_folder(out, {"a.html": b"2", "a.html/b.html": b"3"})
    assert (out / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_invalid_list_of_files_does_not_let_a_folder_be_replaced(tmp_path: Path) -> None:
    """A folder counts as ours only with a valid list of its files."""
    for text in ("", "[]", '{"files": 3}', "{"):
        out = tmp_path / f"site {len(text)}"
        out.mkdir()
        (out / LIST).write_text(text)
        (out / "mine.txt").write_text("mine")
        with pytest.raises(NotOurs):
            write_folder(out, {})
