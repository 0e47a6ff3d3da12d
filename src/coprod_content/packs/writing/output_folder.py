"""Check and lock folders, and write new files to them."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from threading import Event

from coprod_content.packs.writing.output_errors import OutputError, failures_as_sentences

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])[ .]*(\.|$)", re.IGNORECASE)
"""Matches the beginning of a name that Windows reserves for a device."""


def refuse_folder(folder: Path) -> None:
    """Raise OutputError if a folder cannot be written to.

    The folder need not exist.
    """
    with failures_as_sentences(folder):
        _refuse_name(folder)
        for each in (folder, *folder.parents):
            if each.is_dir():
                if not os.access(each, os.W_OK | os.X_OK):
                    shown = each if each.name else each.absolute()
                    raise OutputError(f"You do not have permission to write to {shown}. Choose another folder.")
                return
            if each.is_symlink() or each.exists():
                raise OutputError(f"{each} is not a folder. Choose another path.")


def refuse_file(path: Path) -> None:
    """Raise OutputError for a folder, symbolic link or unwritable path.

    An existing file is accepted.
    """
    refuse_folder(path.parent)
    with failures_as_sentences(path.parent, path.name):
        _refuse_name(path)
        if path.is_symlink():
            raise OutputError(f"{path} is a symbolic link. Remove it, or choose another name.")
        if path.is_dir():
            raise OutputError(f"{path} is a folder. Add the name of the file to write, or move the folder elsewhere.")


def _refuse_name(path: Path) -> None:
    if sys.platform == "win32" and _DEVICE.match(path.name):
        raise OutputError(f"Windows reserves the name {path.name} for a device. Choose another name.")


@contextmanager
def writing_to(folder: Path, name: str = "") -> Iterator[None]:
    """Create a folder, and lock it while files are written to it.

    A second run waits until the lock is released. If writing fails, any folders that were created are removed. Raises
    OutputError. Its message names the file that cannot be written, if known. Otherwise, it names the file `name` in the
    folder, or the folder itself if `name` is empty.
    """
    with failures_as_sentences(folder, name):
        refuse_folder(folder)
        created = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with _locked(folder):
                yield
        except BaseException:
            with suppress(OSError):
                for each in created:
                    each.rmdir()
            raise


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":
        name = sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()
        with _locked_file(Path(gettempdir(), f"coprod-{name[:24]}.lock")):
            yield
        return
    import fcntl  # not available on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks do not support locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _locked_file(path: Path) -> Iterator[None]:
    """Hold a lock on a file during a `with` block on Windows.

    The file is removed afterwards.
    """
    import msvcrt  # only available on Windows

    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
                break
            except OSError:
                Event().wait(0.05)
        yield
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    finally:
        os.close(handle)
        with suppress(OSError):
            path.unlink()


def write_new(path: Path, data: bytes, *, synced: bool = True) -> None:
    """Write a file that does not exist yet.

    If `synced` is true, wait until the data is on the disk. Raises OSError, for example if the file already exists.
    """
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        if synced:
            os.fsync(file.fileno())
    path.chmod(0o644)


def backed_up(path: Path, backup: Path) -> None:
    """Link a file to a second path or, failing that, copy it."""
    backup.parent.mkdir(parents=True, exist_ok=True)
    try:
        backup.hardlink_to(path)
    except OSError:
        shutil.copy2(path, backup)
