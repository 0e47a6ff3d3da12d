"""Write a set of files to a folder: all or none."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Any

from coprod_content.packs.writing.output_errors import STAGING
from coprod_content.packs.writing.output_folder import backed_up, write_new

_MANY = 100
"""With at least this many files, flushing the whole disk once is quicker than flushing each file."""


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 hash of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str:
    """Return a file's SHA-256 hash, or "" if it does not exist."""
    return sha256_of(path.read_bytes()) if path.is_file() else ""


def replace_set(folder: Path, files: Mapping[str, bytes], removed: Iterable[str] = ()) -> None:
    """Write `files` to a locked folder and delete the files in `removed`.

    Either everything is done or nothing changes: if any step fails, the folder is restored. The last of `files` is a
    list of the others, such as a manifest. It is moved away first and written last, so a folder that contains it is
    complete. Files that already have the right bytes are left alone. If this process is killed, the next run must call
    `recover`. Raises OSError.
    """
    staging, last = folder / STAGING, list(files)[-1]
    gone = tuple(name for name in removed if (folder / name).is_file() and name not in files)
    changed = {name: data for name, data in files.items() if file_sha256(folder / name) != sha256_of(data)}
    if not changed and not gone:
        return
    changed[last] = changed.pop(last, files[last])
    try:
        _stage(staging, changed)
        _record(folder, changed, gone)
        _commit(folder, tuple(changed), gone)
        shutil.rmtree(staging, ignore_errors=True)
    except BaseException:
        recover(folder)
        raise


def _stage(staging: Path, files: Mapping[str, bytes]) -> None:
    each_synced = len(files) < _MANY or not hasattr(os, "sync")
    for name, data in files.items():
        path = staging / "new" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, data, synced=each_synced)
    if not each_synced:
        os.sync()


def _record(folder: Path, files: Mapping[str, bytes], gone: tuple[str, ...]) -> None:
    """Write a journal from which `recover` can undo the changes."""
    before = {name: sha256_of(data) for name, data in files.items() if (folder / name).is_file()}
    after = {name: sha256_of(data) for name, data in files.items() if name not in before}
    journal = {"last": list(files)[-1], "replaced": {**dict.fromkeys(gone, ""), **before}, "added": after}
    write_new(folder / STAGING / "journal", json.dumps(journal).encode())


def _commit(folder: Path, names: tuple[str, ...], removed: tuple[str, ...]) -> None:
    for name in (*names, *removed):
        if (folder / name).is_file():
            os.rename(folder / name, folder / name)  # fails on Windows if the file is open
    new, old = folder / STAGING / "new", folder / STAGING / "old"
    for name in (names[-1], *removed):
        if (folder / name).is_file():
            _moved(folder / name, old / name)
            _prune(folder, name)
    for name in names:
        target = folder / name
        if target.is_file():
            backed_up(target, old / name)
        _moved(new / name, target)


def _moved(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)


def _prune(folder: Path, name: str) -> None:
    """Remove the empty folders that a deleted file leaves behind.

    `name` is the path of the file relative to `folder`, which is kept.
    """
    for parent in (folder / name).parents:
        if parent == folder:
            return
        with suppress(OSError):
            parent.rmdir()


def recover(folder: Path) -> bool:
    """Restore a locked folder after a run that failed or was killed.

    Files that have been edited since are left alone. Returns whether that run left anything behind. Raises OSError.
    """
    staging = folder / STAGING
    if not staging.is_dir():
        return False
    journal = _read_journal(staging / "journal")
    if journal and (staging / "new" / journal["last"]).is_file():
        _undo(folder, journal["added"], journal["replaced"])
    shutil.rmtree(staging, ignore_errors=True)
    return True


def _read_journal(path: Path) -> dict[str, Any]:
    """Return a journal's contents, or an empty dictionary if it is unusable."""
    try:
        journal = json.loads(path.read_bytes())
        names = (*journal["added"], *journal["replaced"], journal["last"])
        return journal if all(is_inside(name) for name in names) else {}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def is_inside(name: str) -> bool:
    """Return whether a relative path stays inside its folder on any system."""
    path = PureWindowsPath(name)  # understands both kinds of slash
    return bool(path.name) and not path.anchor and ".." not in path.parts


def _undo(folder: Path, added: Mapping[str, str], replaced: Mapping[str, str]) -> None:
    new, old = folder / STAGING / "new", folder / STAGING / "old"
    for name, sha256 in added.items():
        if not (new / name).exists() and file_sha256(folder / name) == sha256:
            (folder / name).unlink()
        _prune(folder, name)
    for name, sha256 in replaced.items():  # the list of files is restored last
        if (old / name).is_file() and file_sha256(folder / name) in ("", sha256):
            _moved(old / name, folder / name)
