"""Write complete files, lock folders, and explain why writing failed."""

import errno
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

STAGING = ".coprod.part"
"""The subfolder for new files before they are moved into place, and for replaced files that may have to be restored."""

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])[ .]*(\.|$)", re.IGNORECASE)
"""Matches the beginning of a name that Windows reserves for a device."""
_REASONS = {
    errno.ENOSPC: "the disk is full. Make room, or choose another disk",
    errno.EDQUOT: "the disk is full. Make room, or choose another disk",
    errno.EFBIG: "the disk is full or cannot hold a file of this size. Choose another disk",
    errno.EROFS: "the disk is read-only. Choose another disk",
    errno.EACCES: "you do not have permission, or it is open in another program. Close it, or choose another folder",
    errno.EPERM: "you do not have permission, or it is open in another program. Close it, or choose another folder",
    errno.EBUSY: "it is open in another program. Close it, or choose another folder",
    errno.EISDIR: "there is a folder with this name. Move it elsewhere, or choose another folder",
    errno.ENOTDIR: "there is a file where a folder is needed. Move it elsewhere, or choose another folder",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
    errno.ENOENT: "the path is too long, or a folder has just been removed. Choose a shorter path, or try again",
    errno.EINVAL: "this disk does not allow the name. Choose another one",
    errno.EILSEQ: "this disk does not allow the name. Choose another one",
}


class OutputError(OSError):
    """Error raised if files cannot be written, or would overwrite something else.

    No file has been changed. The message is written for users.
    """


class EditedFiles(OutputError):
    """Error raised if writing would overwrite edited files.

    A file that was not made by an earlier run also counts as edited. `paths` lists the files. No file has been changed.
    """

    def __init__(self, paths: tuple[Path, ...]) -> None:
        """Take the paths of the files that were edited."""
        self.paths = paths
        count = "1 file was" if len(paths) == 1 else f"{len(paths)} files were"
        names = ", ".join(path.name for path in paths)
        super().__init__(
            f"Nothing was written to {paths[0].parent}, because {count} edited or not made by coprod: {names}."
        )


def refuse_folder(folder: Path) -> None:
    """Raise OutputError if a folder cannot be written to.

    The folder need not exist.
    """
    with _failures_as_sentences(folder):
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
    with _failures_as_sentences(path.parent, path.name):
        _refuse_name(path)
        if path.is_symlink():
            raise OutputError(f"{path} is a symbolic link. Remove it, or choose another name.")
        if path.is_dir():
            raise OutputError(f"{path} is a folder. Add the name of the file to write, or move the folder elsewhere.")


def _refuse_name(path: Path) -> None:
    if sys.platform == "win32" and _DEVICE.match(path.name):
        raise OutputError(f"Windows reserves the name {path.name} for a device. Choose another name.")


@contextmanager
def _failures_as_sentences(folder: Path, name: str = "") -> Iterator[None]:
    """Turn any OSError in a `with` block into an OutputError for users.

    Its message names the file that the error concerns, if known, and otherwise `folder / name`.
    """
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"{_file_of(error, folder) or folder / name} was not written: {reason}.") from error


@contextmanager
def writing_to(folder: Path, name: str = "") -> Iterator[None]:
    """Create a folder, and lock it while files are written to it.

    A second run waits until the lock is released. If writing fails, any folders that were created are removed. Raises
    OutputError. Its message names the file that cannot be written, if known. Otherwise, it names the file `name` in the
    folder, or the folder itself if `name` is empty.
    """
    with _failures_as_sentences(folder, name):
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


def _file_of(error: OSError, folder: Path) -> Path | None:
    """Return the file in `folder` that an error concerns, if known."""
    if not isinstance(error.filename, str | bytes):
        return None
    path = Path(os.fsdecode(error.filename))
    for above in (folder / STAGING / "new", folder / STAGING / "old", folder / STAGING, folder):
        if path.is_relative_to(above):
            return folder / path.relative_to(above)
    return None


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

    If `synced` is true, wait until the data is on the disk. Raises OSError.
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
