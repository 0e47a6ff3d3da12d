"""Bytes are kept under everything that they depend on, and never trusted blindly."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod

from coprod_content.files.cache.cache_folder import CacheFolder
from coprod_content.files.cache.kept_bytes import KeptBytes

SOUND = KeptBytes("speech", ("pico", "Hello"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CacheFolder:
    """Keep bytes in a new folder."""
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    return CacheFolder(tmp_path / "cache")


def test_what_was_kept_is_found_under_its_key_only(tmp_path: Path) -> None:
    """Another kind, key or package has other bytes, even if its parts run together the same way."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "voice.py").touch()
    SOUND.write(b"a\nsound")
    assert SOUND.read() == b"a\nsound"
    for other in (
        KeptBytes("shot", SOUND.key),
        KeptBytes("speech", ("picoH", "ello")),
        KeptBytes("speech", (*SOUND.key, "")),
        KeptBytes("speech", SOUND.key, (package,)),
    ):
        assert other.read() is None


@pytest.mark.parametrize("damaged", [b"", b"a sound", b"\n", b"\0" * 90])
def test_damaged_bytes_are_not_used(damaged: bytes, cache: CacheFolder) -> None:
    """A truncated, changed or renamed file is as good as none."""
    SOUND.write(b"a sound")
    (entry,) = cache.entries()
    whole = entry.read_bytes()
    entry.write_bytes(damaged)
    assert SOUND.read() is None
    other = KeptBytes("speech", ("pico", "Goodbye"))
    (cache.path / other.name).write_bytes(whole)
    assert other.read() is None


def test_kept_bytes_can_be_switched_off_and_cleared(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are counted and deleted by `coprod cache`, with loaded content."""
    with monkeypatch.context() as patch:
        patch.setenv("COPROD_CACHE", "off")
        SOUND.write(b"a sound")
        assert SOUND.read() is None
    assert not cache.path.exists()
    SOUND.write(b"a sound")
    assert "1 entry" in coprod("cache").output
    assert "Deleted 1 entry" in coprod("cache", "--clear").output
    assert SOUND.read() is None
