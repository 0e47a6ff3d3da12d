"""Edited files are overwritten only on request, and a message explains why files cannot be written."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.support.command_line import coprod
from tests.support.platforms import POSIX

from coprod_content.packs.writing.output_errors import STAGING, EditedFiles, OutputError
from coprod_content.packs.writing.output_folder import refuse_file
from coprod_content.packs.writing.outputs import (
    CLEARED,
    LIST,
    RECORD,
    clear_leftovers,
    refuse_others,
    replaceable_pack,
    write_folder,
    write_output,
    write_outputs,
)


@pytest.mark.parametrize("inside", [".", "downloads/meeting"])
def test_nothing_is_added_to_a_sites_folder(tmp_path: Path, inside: str) -> None:
    """A pack or a file in it would keep the next site from being written. A site is not added to a pack either."""
    write_folder(tmp_path, {"index.html": b"1"})
    refusal = f"{tmp_path} contains a site, and no other files can be added to it. Choose another folder."
    out = (tmp_path / inside).resolve()
    with pytest.raises(OutputError, match=refusal):
        replaceable_pack("meeting", out)
    with pytest.raises(OutputError, match=refusal):
        write_output(out / "deck.pptx", b"2")
    pack = coprod("pack", "first-steps", "--out", out)
    assert (pack.exit_code, pack.stderr.splitlines()) == (1, [refusal])
    assert sorted(path.name for path in tmp_path.iterdir()) == [LIST, "index.html"]


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """The folder is created, the file has the bytes, and everyone can read it."""
    path = tmp_path / "new" / "file.bin"
    assert write_output(path, b"abc") == path
    assert path.read_bytes() == b"abc"
    assert path.stat().st_mode & 0o444 == 0o444
    assert sorted(os.listdir(path.parent)) == [RECORD, "file.bin"]


def test_a_file_that_only_we_wrote_is_replaced(tmp_path: Path) -> None:
    """The same command can run again after the content has changed."""
    for data in (b"1", b"2", b"1", b"3"):
        assert write_output(tmp_path / "a.txt", data) == tmp_path / "a.txt"
        assert (tmp_path / "a.txt").read_bytes() == data


@pytest.mark.parametrize("recorded", [True, False])
def test_a_file_of_a_person_is_replaced_only_on_request(tmp_path: Path, *, recorded: bool) -> None:
    """An edited file, or one that coprod did not make, is refused, replaced, or kept beside the new one."""
    path = tmp_path / "a.txt"
    if recorded:
        write_output(path, b"1")
    path.write_bytes(b"mine")
    write_output(path, b"mine")
    path.write_bytes(b"edited")
    with pytest.raises(EditedFiles, match=r"because 1 file was edited or not made by coprod: a\.txt") as refused:
        write_outputs(tmp_path, {"b.txt": b"2", "a.txt": b"2"})
    assert refused.value.paths == (path,)
    assert path.read_bytes() == b"edited"
    assert not (tmp_path / "b.txt").exists()
    assert write_output(path, b"2", "keep") == tmp_path / "a-new.txt"
    (tmp_path / "a-new.txt").write_bytes(b"edited too")
    assert write_output(path, b"2", "keep") == tmp_path / "a-new-2.txt"
    assert write_output(path, b"3", "keep") == tmp_path / "a-new-2.txt"
    assert [(tmp_path / name).read_bytes() for name in ("a.txt", "a-new.txt", "a-new-2.txt")] == [
        b"edited",
        b"edited too",
        b"3",
    ]
    assert write_output(path, b"4", "replace") == path
    assert path.read_bytes() == b"4"


def test_a_mistyped_option_replaces_nothing(tmp_path: Path) -> None:
    """A word that is not an option is an error, also if no file was edited."""
    with pytest.raises(ValueError, match="edited must be one of refuse, replace, keep, not 'kept'"):
        write_output(tmp_path / "a.txt", b"1", "kept")  # type: ignore[arg-type]  # the mistake
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_record_replaces_nothing(tmp_path: Path) -> None:
    """A file counts as ours only with a valid record."""
    for text in ("", "[]", "{", '{"a.txt": 3}', '{"a.txt": ["x"]}'):
        (tmp_path / RECORD).write_text(text)
        (tmp_path / "a.txt").write_bytes(b"mine")
        with pytest.raises(EditedFiles):
            write_output(tmp_path / "a.txt", b"1")


@POSIX
def test_a_link_or_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """A link is not followed, and a folder is not replaced."""
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "link").symlink_to(tmp_path / "precious")
    (tmp_path / "folder").mkdir()
    for name, said in (("link", "is a symbolic link"), ("folder", "is a folder. Add the name of the file")):
        with pytest.raises(OutputError, match=said):
            write_output(tmp_path / name, b"1", "replace")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert sorted(os.listdir(tmp_path)) == ["folder", "link", "precious"]


def names(folder: Path) -> set[str]:
    """Return the files in a folder, with relative paths."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_replaced_with_all_its_files(tmp_path: Path) -> None:
    """A second run replaces the first, and removes files that no longer exist and empty folders."""
    out = tmp_path / "site"
    write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
    write_folder(out, {"a.html": b"3"})
    assert names(out) == {"a.html", LIST}
    assert sorted(os.listdir(out)) == ["a.html", LIST]
    assert (out / "a.html").read_bytes() == b"3"
    assert os.listdir(tmp_path) == ["site"]


def test_an_edited_page_is_replaced_only_on_request(tmp_path: Path) -> None:
    """It is named even if the new site no longer has it. Files of version 0.2.0 count as unedited."""
    for page in ("a.html", "b/c.html"):
        out = tmp_path / page[0]
        write_folder(out, {"a.html": b"1", "b/c.html": b"2"})
        (out / page).write_bytes(b"edited")
        with pytest.raises(EditedFiles, match=Path(page).name):
            write_folder(out, {"a.html": b"3"})
        assert names(out) == {"a.html", "b/c.html", LIST}
        write_folder(out, {"a.html": b"3"}, replace=True)
        assert names(out) == {"a.html", LIST}
    (out / LIST).write_text('{"files": ["a.html"]}')
    write_folder(out, {"a.html": b"4"})


@POSIX
def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The file is not replaced, and the link is not followed."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name, said in (("file", "is not a folder"), ("link", "is a symbolic link")):
        with pytest.raises(OutputError, match=said):
            write_folder(tmp_path / name, {"a.html": b"1"})
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_is_never_left_half_written(tmp_path: Path) -> None:
    """If a file cannot be written, the old folder is unchanged, a new one is removed, and nothing else is left."""
    write_folder(tmp_path / "site", {"a.html": b"1"})
    for name in ("site", "new/site"):
        with pytest.raises(OutputError):
            write_folder(tmp_path / name, {"a.html": b"2", "a.html/b.html": b"3"})
    assert (tmp_path / "site" / "a.html").read_bytes() == b"1"
    assert os.listdir(tmp_path) == ["site"]
    assert not clear_leftovers(tmp_path / "site")


def test_an_invalid_list_of_files_does_not_let_a_folder_be_replaced(tmp_path: Path) -> None:
    """A folder counts as ours only with a valid list of its files."""
    for text in ("", "[]", '{"files": 3}', "{", '{"files": ["mine.txt"], "sha256": 3}'):
        out = tmp_path / f"site {len(text)}"
        out.mkdir()
        (out / LIST).write_text(text)
        (out / "mine.txt").write_text("mine")
        with pytest.raises(OutputError):
            write_folder(out, {})


_EVERY_COMMAND = (
    ("build", "handouts", "--to", "plain", "--select", "first-steps", "--out", "a.txt"),
    ("reference", "slides", "--out", "a.pptx"),
    ("plan", "--minutes", "60", "--people", "9", "--purpose", "decide", "--out", "a.yaml"),
    ("export", "--out", "a.json"),
)


@pytest.mark.parametrize(
    "words",
    [pytest.param(words, marks=[pytest.mark.thorough] * (words[0] in ("plan", "export"))) for words in _EVERY_COMMAND],
    ids=[words[0] for words in _EVERY_COMMAND],
)
def test_every_command_that_writes_a_file_asks_first(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It clears what a killed run left, refuses an edited file in one line, and obeys `--keep` and `--replace`."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / words[-1]
    for first in (True, False):
        if first:
            (tmp_path / STAGING).mkdir()
        made = coprod(*words)
        assert (made.exit_code, CLEARED.format("This folder") in made.stdout) == (0, first)
    data = path.read_bytes()
    path.write_bytes(b"edited")
    refused = coprod(*words)
    assert (refused.exit_code, path.read_bytes()) == (1, b"edited")
    (line,) = (line for line in refused.stderr.splitlines() if "edited" in line)
    assert "--replace" in line
    assert "--keep" in line
    assert coprod(*words, "--keep").exit_code == 0
    assert (path.read_bytes(), (tmp_path / f"a-new{path.suffix}").read_bytes()) == (b"edited", data)
    assert coprod(*words, "--replace").exit_code == 0
    assert path.read_bytes() == data
    assert coprod(*words, "--replace", "--keep").stderr.splitlines()[-1] == "Give --replace or --keep, not both."


@pytest.mark.parametrize("words", [*(w[:-1] for w in _EVERY_COMMAND), ("pack", "first-steps", "--out")])
def test_a_place_that_cannot_be_written_to_is_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    """The message names a file where a folder is needed, or a folder where a file is needed."""
    (tmp_path / "taken").write_text("mine")
    suffix = {"reference": ".pptx", "plan": ".yaml", "export": ".json", "build": ".txt", "pack": ""}[words[0]]
    result = coprod(*words, tmp_path / "taken" / f"a{suffix}")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"{tmp_path / 'taken'} is not a folder. Choose another path."
    if words[0] != "pack":
        (tmp_path / f"folder{suffix}").mkdir()
        result = coprod(*words, tmp_path / f"folder{suffix}")
        assert result.exit_code == 1
        assert "is a folder. Add the name of the file to write" in result.stderr
    assert (tmp_path / "taken").read_text() == "mine"


@POSIX
def test_a_full_disk_and_a_name_that_is_too_long_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file, also in the working folder, and no folder is left."""
    import resource

    monkeypatch.chdir(tmp_path)
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        for path in (Path("a.txt"), Path("new/a.txt")):
            with pytest.raises(OutputError, match=f"^{path} was not written: the disk is full or"):
                write_output(path, bytes(1000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    for refuse in (clear_leftovers, refuse_others, refuse_file):
        with pytest.raises(OutputError, match="was not written: the name is too long"):
            refuse(Path("x" * 300))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["NUL", "con.pptx", "Aux ", "com1.tar.gz"])
def test_a_name_that_windows_keeps_is_refused_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written to it would be lost."""
    refuse_file(tmp_path / name)
    monkeypatch.setattr(sys, "platform", "win32")
    for refuse in (refuse_file, clear_leftovers):
        with pytest.raises(OutputError, match=f"Windows reserves the name {name} for a device"):
            refuse(tmp_path / name)
    refuse_file(tmp_path / "console.pptx")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs to become another user")
def test_a_folder_of_someone_else_is_one_sentence() -> None:
    """Without permission to write, the run says so before it makes any file."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from coprod_content.packs.writing.outputs import *; os.setuid(65534)\n"
        "try: write_output(Path(sys.argv[1]) / 'a', b'')\n"
        "except OSError as error: print(error)"
    )
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        ran = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
        assert ran.stdout == f"You do not have permission to write to {folder}. Choose another folder.\n"
        assert os.listdir(folder) == []
