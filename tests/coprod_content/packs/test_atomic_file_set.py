"""Sets of files are written together: a run that dies leaves the old files, or the next run restores them."""

import errno
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from attrs import evolve, frozen
from tests.support.interrupted import dies_at

from coprod_content import Brand, Library
from coprod_content.packs.manifest import MANIFEST
from coprod_content.packs.pack import make_pack, written
from coprod_content.packs.writing.atomic_file_set import is_inside, recover, replace_set
from coprod_content.packs.writing.output_errors import STAGING, OutputError
from coprod_content.packs.writing.output_folder import writing_to
from coprod_content.packs.writing.outputs import LIST, RECORD, write_folder, write_outputs

fcntl = pytest.importorskip("fcntl", reason="locks, links and signals are different on Windows")


@frozen
class Door:
    """A way to write sets of files: functions that write an old and a new set, and the file that is written last."""

    old: Callable[[Path], object]
    new: Callable[[Path], object]
    last: str


@pytest.fixture(scope="module")
def doors(library: Library, brand: Brand) -> dict[str, Door]:
    """Return every way to write a set of files."""
    workshop = library.workshops["board-session"]
    first, second = (make_pack(evolve(workshop, title=f"{i}"), library, brand, ["plain"]) for i in "12")
    fewer = evolve(second, results=second.results[1:])
    return {
        "pack": Door(lambda at: written(first, at, library), lambda at: written(fewer, at, library), MANIFEST),
        "site": Door(
            lambda at: write_folder(at, {"a": b"1", "b/c": b"2", "d/e": b"3"}),
            lambda at: write_folder(at, {"a/x": b"4", "b": b"5", "d/e": b"6"}),
            LIST,
        ),
        "files": Door(
            lambda at: write_outputs(at, {"a": b"1", "b": b"2"}),
            lambda at: write_outputs(at, {"a": b"3", "b": b"4", "c": b"5"}),
            RECORD,
        ),
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file in a folder, except those that are still waiting to be moved into place."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (folder / path).read_bytes() for path in paths if path.parts[0] != STAGING}


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.mark.parametrize(
    ("name", "fresh", "links"),
    [
        pytest.param("pack", False, True, marks=pytest.mark.thorough),
        pytest.param("site", False, True, marks=pytest.mark.thorough),
        pytest.param("site", True, True, marks=pytest.mark.thorough),
        pytest.param("site", False, False, marks=pytest.mark.thorough),
        ("files", False, True),
    ],
)
def test_a_killed_run_never_leaves_a_list_that_lies(
    doors: dict[str, Door], name: str, *, fresh: bool, links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any operation, a folder that has its list is all old or all new, and the next run makes it new."""
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    door, mine = doors[name], {"mine.txt": b"mine"} if name == "pack" else {}

    def old_folder(at: Path) -> Path:
        if not fresh:
            door.old(at)
        for path, data in mine.items():
            (at / path).write_bytes(data)
        return at

    old = contents(old_folder(tmp_path / "old"))
    door.new(old_folder(tmp_path / "new"))
    new = contents(tmp_path / "new")
    number = 0
    while dies_at(number, partial(door.new, old_folder(tmp_path / f"{number}")), None):
        at = tmp_path / f"{number}"
        left = contents(at)
        if door.last in left:
            assert left in (old, new), number
        assert mine.items() <= left.items()
        assert set(left) <= {*old, *new}
        door.new(at)
        assert {**contents(at), RECORD: b""} == {**new, RECORD: b""}, number
        assert not (at / STAGING).exists()
        number += 1
    assert number > 10


def _no_links(self: Path, target: Path) -> None:
    raise OSError(errno.EPERM, "no links on this disk")


@pytest.mark.parametrize("name", [*(pytest.param(n, marks=pytest.mark.thorough) for n in ("pack", "site")), "files"])
@pytest.mark.parametrize("death", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_or_interrupted_run_leaves_the_folder_as_it_was(
    doors: dict[str, Door], name: str, death: BaseException, tmp_path: Path
) -> None:
    """Whichever operation fails, the folder is all old or all new, and the next run has nothing to restore."""
    door = doors[name]
    door.old(tmp_path / "old")
    old = contents(tmp_path / "old")
    door.old(tmp_path / "made")
    door.new(tmp_path / "made")
    new = contents(tmp_path / "made")
    number, reached = 0, True
    while reached:
        at = tmp_path / f"{number}"
        door.old(at)
        reached = dies_at(number, partial(door.new, at), death)
        assert contents(at) in (old, new), number
        number += 1
    assert number > 10


@pytest.mark.parametrize("name", ["a", "b", "gone", "last"])
def test_a_file_that_is_open_on_windows_leaves_the_folder_as_it_was(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There, it can be read but not moved. The error names it, and a file that stays the same does not matter."""
    replace_set(tmp_path, {"a": b"1", "b": b"2", "same": b"3", "gone": b"4", "last": b"5"})
    old = contents(tmp_path)
    new = {"a": b"6", "b": b"7", "same": b"3", "last": b"8"}
    for held in (name, "same"):
        monkeypatch.setattr(os, "rename", _with_open_file(tmp_path / held, os.rename))
        monkeypatch.setattr(Path, "replace", _with_open_file(tmp_path / held, os.replace))
        refused = pytest.raises(OutputError, match=f"/{name} was not written: .* is open in another program")
        with nullcontext() if held == "same" else refused, writing_to(tmp_path):
            replace_set(tmp_path, new, ["gone"])
        assert contents(tmp_path) == (new if held == "same" else old)
        assert not (tmp_path / STAGING).exists()
        monkeypatch.undo()


def _with_open_file(path: Path, move: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """Return a function that moves any file but one, as Windows does."""

    def moved(source: Path, target: Path) -> None:
        if path in (source, target):
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(source), 32, str(target))
        move(source, target)

    return moved


def test_two_runs_on_windows_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There, a folder cannot be locked, so a file in the temporary folder is."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", _Msvcrt)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _Msvcrt.attempts = 0
    with writing_to(tmp_path / "a" / ".." / "out"):
        other = Thread(target=write_outputs, args=(tmp_path / "out", {"file": b"1"}))
        other.start()
        while _Msvcrt.attempts < 4:
            time.sleep(0.01)
        assert list((tmp_path / "out").iterdir()) == []
    other.join()
    assert (tmp_path / "out" / "file").read_bytes() == b"1"


class _Msvcrt:
    """The functions of Windows that lock a file, made of those of POSIX."""

    LK_NBLCK, LK_UNLCK = fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN
    attempts = 0

    @staticmethod
    def locking(handle: int, mode: int, _: int) -> None:
        _Msvcrt.attempts += 1
        fcntl.flock(handle, mode)


def test_a_file_edited_after_a_kill_is_not_undone(tmp_path: Path) -> None:
    """A file that someone changed in a half-written folder is neither removed nor replaced by the old one."""
    write_outputs(tmp_path, {"a": b"1", "b": b"2"})
    staging = tmp_path / STAGING
    (staging / "new").mkdir(parents=True)
    (staging / "old").mkdir()
    (staging / "new" / "last").write_bytes(b"")
    (staging / "old" / "a").write_bytes(b"1")
    (tmp_path / "a").write_bytes(b"edited")
    (tmp_path / "c").write_bytes(b"edited too")
    journal = {"last": "last", "added": {"c": "0" * 64}, "replaced": {"a": "0" * 64}}
    (staging / "journal").write_text(json.dumps(journal))
    assert recover(tmp_path)
    assert not staging.exists()
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "c").read_bytes()) == (b"edited", b"edited too")


def test_a_folder_from_elsewhere_cannot_make_a_run_touch_other_folders(tmp_path: Path) -> None:
    """A journal that names files outside its folder is not followed."""
    staging = tmp_path / "out" / STAGING
    (staging / "new").mkdir(parents=True)
    (staging / "new" / "last").write_bytes(b"")
    (tmp_path / "mine").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (staging / "journal").write_text(json.dumps({"last": "last", "added": {"../mine": empty}, "replaced": {}}))
    assert recover(tmp_path / "out")
    assert (tmp_path / "mine").exists()
    assert not any(map(is_inside, ("../a", "a/../../b", "/a", "C:a", "C:\\a", "\\\\x\\y\\z", "..\\a", "")))
    assert all(map(is_inside, ("a", "a/b.html", ".hidden")))


def test_a_journal_that_is_not_whole_is_cleared(tmp_path: Path) -> None:
    """A run that was killed before it changed anything left nothing to undo."""
    for text in ("", "{", "[]", "null", '{"last": 3}', '{"last": "a", "added": [1], "replaced": {}}'):
        (tmp_path / STAGING).mkdir()
        (tmp_path / STAGING / "journal").write_text(text)
        assert recover(tmp_path)
        assert os.listdir(tmp_path) == []
    assert not recover(tmp_path)
