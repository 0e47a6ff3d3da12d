"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest
from tests.support.platforms import POSIX

from coprod_content.packs.atomic_write import write_file


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """The bytes arrive, the folder is made, and everybody may read the file."""
    path = tmp_path / "new" / "file.bin"
    write_file(path, b"abc")
    assert path.read_bytes() == b"abc"
    assert path.stat().st_mode & 0o444 == 0o444


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    """No temporary file stays beside the finished one."""
    write_file(tmp_path / "file.bin", b"abc")
    assert os.listdir(tmp_path) == ["file.bin"]


def test_a_failure_keeps_the_old_file_and_leaves_no_other(tmp_path: Path) -> None:
    """When writing fails half-way, the old file is untouched and no temporary one is left."""
    path = tmp_path / "file.bin"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_file(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file.bin"]


@POSIX
def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    """A link in the place of the file is refused, and what it points to stays as it was."""
    target = tmp_path / "precious"
    target.write_bytes(b"precious")
    link = tmp_path / "file.bin"
    link.symlink_to(target)
    with pytest.raises(OSError, match="symbolic link"):
        write_file(link, b"abc")
    assert target.read_bytes() == b"precious"


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    """A folder of that name is not replaced, and nothing is left beside it."""
    (tmp_path / "file.bin").mkdir()
    with pytest.raises(OSError):
        write_file(tmp_path / "file.bin", b"abc")
    assert os.listdir(tmp_path) == ["file.bin"]
