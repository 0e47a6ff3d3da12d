"""Content that is kept between runs: the same as without a cache, whatever happens to the kept files."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.command_line import coprod
from tests.support.examples import examples
from tests.support.platforms import POSIX
from tests.support.roots import SMALL, TOOL, changed, small_root, written

from coprod_content import examine
from coprod_content.files.cache import cache_folder, digests, remembered
from coprod_content.files.cache.cache_folder import CacheFolder
from coprod_content.files.cache.content_json import NotContent, json_of, known_classes, value_of
from coprod_content.loading import examine_file_with_advice, examine_with_advice

ODD = ("", "x", ": ", "\n", "'", "- ", "[@nobody]", "\ud7ff\u2028", "é" * 300)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CacheFolder:
    """Keep content in a new folder, and nothing in memory; work beside the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(remembered, "_MOST_IN_MEMORY", 0)
    return CacheFolder(tmp_path / "cache")


def clean(*roots: Path) -> bytes:
    """Return what is loaded without a cache, with the places of everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPROD_CACHE", "off")
        return json_of(examine_with_advice(*roots))


def kept(*roots: Path) -> bytes:
    """Return what is loaded with a cache, with the places of everything."""
    return json_of(examine_with_advice(*roots))


def test_our_content_is_the_same_from_the_cache(cache: CacheFolder) -> None:
    """A second run has the items, sources and findings of a run without a cache, and reads no YAML."""
    own = written(Path("own"), {"tools/odd.yaml": "title: Odd\n"})
    expected = clean(own)
    assert kept(own) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coprod_content.loading.read_root", _never)
        assert kept(own) == expected


def test_no_file_is_read_again_to_check_a_single_one(cache: CacheFolder) -> None:
    """Some people check a file each time they save it. The findings about it are those of a run without a cache."""
    root = small_root(Path("content"), changed("tools/pairs.yaml", "theme: sharing", "theme: caring"))
    written(Path(), {"other.yaml": TOOL})
    asked = ((root / "tools" / "pairs.yaml",), (Path("other.yaml"), root))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPROD_CACHE", "off")
        expected = [examine_file_with_advice(*words) for words in asked]
    assert [finding.code for finding in expected[0][1]] == ["unknown-id"]
    examine_with_advice(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coprod_content.loading.read_root", _never)
        assert [examine_file_with_advice(*words) for words in asked] == expected


def _never(*_: object) -> None:
    raise AssertionError("this was read again")


@examples(30)
@given(changes=st.dictionaries(st.sampled_from(sorted(SMALL)), st.tuples(st.integers(0, 400), st.sampled_from(ODD))))
def test_any_root_is_the_same_from_the_cache(
    changes: dict[str, tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Roots with all kinds of errors give the same items, findings and places when they are loaded again."""
    folder = tmp_path_factory.mktemp("root")
    root = small_root(folder / "root", {name: _broken(SMALL[name], *how) for name, how in changes.items()})
    expected = clean(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPROD_CACHE", str(folder / "cache"))
        patch.setattr(remembered, "_MOST_IN_MEMORY", 0)
        assert (kept(root), kept(root)) == (expected, expected)


def _broken(text: str, at: int, piece: str) -> str:
    """Return a text with a piece in place of three characters."""
    return text[: at % len(text)] + piece + text[at % len(text) + 3 :]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word of the same length": lambda root: written(root, changed("tools/pairs.yaml", "Set the", "Get the")),
    "a file more": lambda root: written(root, {"tools/other.yaml": "title: Other\n"}),
    "a file less": lambda root: (root / "films/once.yaml").unlink(),
    "another name": lambda root: (root / "films/once.yaml").rename(root / "films/twice.yaml"),
    "a file that is not read": lambda root: written(root, {"tools/notes.docx": "x"}),
    "a folder": lambda root: (root / "tools" / "old").mkdir(),
    "a link": lambda root: (root / "tools" / "link.yaml").symlink_to(root / "about.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(change: Callable[[Path], object], cache: CacheFolder) -> None:
    """A changed root is loaded again, even if no time of a file has changed."""
    root = small_root(Path("content"))
    before = kept(root)
    times = {path: path.stat() for path in root.rglob("*")}
    change(root)
    for path, status in times.items():
        if path.exists():
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert kept(root) == clean(root) != before


def test_another_version_of_the_program_does_not_use_what_this_one_kept(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of the program are part of the key."""
    root = small_root(Path("content"))
    kept(root)
    monkeypatch.setattr(remembered, "code_digest", lambda: "another version")
    before = set(cache.entries())
    kept(root)
    assert len(set(cache.entries()) - before) == len(before) > 0
    assert digests.code_digest.__wrapped__() == digests.code_digest()


def test_a_file_that_changes_while_it_is_read_is_not_kept(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read may be neither the file before nor the file after."""
    root = small_root(Path("content"))
    states = remembered.root_states([root])
    assert states.remembered("test", lambda: (str(written(root, {"about.yaml": "title: Other\n"})),)) == ("content",)
    assert cache.entries() == ()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "one byte": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "no JSON": lambda data: _signed(data, b"\x00\xff"),
    "deep": lambda data: _signed(data, b"[" * 100_000),
    "another class": lambda data: _signed(data, b'{"":"system","command":"touch here"}'),
    "no class": lambda data: _signed(data, b'{"command":"touch here"}'),
    "another field": lambda data: _signed(data, b'{"":"Place","file":"x","__class__":"system"}'),
    "a field less": lambda data: _signed(data, b'{"":"Tool"}'),
    "another key": lambda data: data.replace(b"library-", b"library-0", 1),
}


def _signed(data: bytes, body: bytes) -> bytes:
    """Return an entry with another body, and the right hash of it."""
    program, key, _ = data.partition(b"\n")[0].split(b" ")
    return b" ".join((program, key, hashlib.sha256(body).hexdigest().encode())) + b"\n" + body


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_made_again(
    damage: Callable[[bytes], bytes], cache: CacheFolder, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing in it is used or run, nothing is said, and the next run finds a sound entry."""
    root = small_root(Path("content"))
    expected = kept(root)
    sound = {path: path.read_bytes() for path in cache.entries()}
    for path, data in sound.items():
        path.write_bytes(damage(data))
    assert kept(root) == expected
    assert {path: path.read_bytes() for path in cache.entries()} == sound
    assert not Path("here").exists()
    assert capfd.readouterr() == ("", "")


def test_only_classes_of_content_and_findings_are_read() -> None:
    """No function can be named in an entry, and no class that does more than keep values."""
    assert all(cls.__module__.startswith("coprod_content.") for cls in known_classes().values())
    with pytest.raises(NotContent):
        json_of((object(),))
    with pytest.raises(NotContent):
        value_of(b'[{"":"CacheFolder","path":"x"}]')


def _folder_of_others(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "a file": lambda path: path.write_text("mine"),
    "below a file": lambda path: (path.parent / "cache").write_text("mine"),
    "open to others": _folder_of_others,
    "a link": lambda path: path.symlink_to(path.parent),
}


@POSIX
@pytest.mark.parametrize("make", UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_folder_is_left_alone(
    make: Callable[[Path], object], cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Content is loaded without a word. `coprod cache` says in one line why the folder is not used."""
    make(cache.path)
    monkeypatch.setenv("COPROD_CACHE", str(cache.path))
    before = sorted(cache.path.parent.iterdir())
    root = small_root(Path("content"))
    assert kept(root) == clean(root)
    assert sorted(cache.path.parent.iterdir()) == sorted([*before, cache.path.parent / "content"])
    result = coprod("cache")
    assert (result.exit_code, result.output.count("\n"), "is not used, because it" in result.output) == (0, 1, True)


def test_a_full_disk_leaves_nothing_behind(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry is written whole or not at all."""
    root = small_root(Path("content"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _full)
        assert kept(root) == clean(root)
    assert list(cache.path.iterdir()) == []
    assert kept(root) == clean(root)
    assert len(cache.entries()) == 3


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_folder_keeps_what_was_used_last(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is bounded. An entry too large for it is not written, and a file of a killed run is deleted."""
    names = [f"test-{at:064}.json" for at in range(4)]
    monkeypatch.setattr(cache_folder, "LARGEST_CACHE", 250)
    monkeypatch.setattr(cache_folder, "LARGEST_ENTRY", 200)
    for at, name in enumerate(names[:2]):
        cache.write(name, bytes(100))
        os.utime(cache.path / name, (at, at))
    assert cache.read(names[0]) == bytes(100)
    if os.name == "posix":
        assert {stat.S_IMODE((cache.path / name).stat().st_mode) for name in names[:2]} == {0o600}
    left = cache.path / f"{0:016}.tmp"
    left.touch()
    os.utime(left, (0, 0))
    cache.write(names[2], bytes(100))
    cache.write(names[3], bytes(201))
    assert sorted(path.name for path in cache.path.iterdir()) == [names[0], names[2]]


def test_the_cache_can_be_switched_off(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """With COPROD_CACHE=off, content is loaded and nothing is written."""
    monkeypatch.setenv("COPROD_CACHE", "off")
    kept(small_root(Path("content")))
    assert not cache.path.exists()
    assert "COPROD_CACHE is off" in coprod("cache").output


@POSIX
@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "home/.cache/coprod-content"),
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/coprod-content"),
        ("linux", {"XDG_CACHE_HOME": "caches"}, "home/.cache/coprod-content"),
        ("darwin", {"XDG_CACHE_HOME": "/caches"}, "home/Library/Caches/coprod-content"),
        ("win32", {}, "home/AppData/Local/coprod-content"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/coprod-content"),
        ("linux", {"COPROD_CACHE": " here "}, "here"),
        ("linux", {"COPROD_CACHE": " "}, "home/.cache/coprod-content"),
    ],
)
def test_the_folder_is_where_each_system_keeps_caches(
    platform: str, variables: dict[str, str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COPROD_CACHE counts most, then what the system says, then the home folder."""
    for name in ("COPROD_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": str(tmp_path / "home"), **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    path = cache_folder.cache_path()
    monkeypatch.undo()
    assert path == (tmp_path / expected if expected.startswith("home") else Path(expected))


def test_the_command_shows_and_clears(cache: CacheFolder) -> None:
    """`coprod cache` names the folder. `--clear` deletes what coprod wrote, and nothing else."""
    small_root(Path("content"))
    assert coprod("list", "tools", "--root", "content").exit_code == 0
    assert f"{cache.path}: 3 entries, 0.0 MB" in coprod("cache").output
    written(cache.path, {"mine.txt": "mine"})
    assert "Deleted 3 entries" in coprod("cache", "--clear").output
    assert [path.name for path in cache.path.iterdir()] == ["mine.txt"]


def test_findings_of_a_run_elsewhere_have_their_own_paths(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages show paths relative to the working directory, so the directory counts where it shows."""
    root = small_root(Path("content").absolute(), {"tools/pairs.yaml": "title: Odd\n"})
    places = {str(each.where).partition(":")[0] for each in examine(root)[1]}
    monkeypatch.chdir(root)
    assert places == {"content/tools/pairs.yaml"}
    assert {str(each.where).partition(":")[0] for each in examine(root)[1]} == {"tools/pairs.yaml"}
