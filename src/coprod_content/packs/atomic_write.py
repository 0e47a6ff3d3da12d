"""Write complete files, lock folders, and explain why writing failed."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full. Make room, or choose another disk",
    errno.EDQUOT: "the disk is full. Make room, or choose another disk",
    errno.EFBIG: "the disk is full or cannot hold a file of this size. Choose another disk",
    errno.EROFS: "the disk is read-only. Choose another disk",
    errno.EACCES: "you do not have permission, or it is open in another program. Close it, or choose another folder",
    errno.EPERM: "you do not have permission, or it is open in another program. Close it, or choose another folder",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
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
    for each in (folder, *folder.parents):
        if each.is_dir():
            if not os.access(each, os.W_OK | os.X_OK):
                raise OutputError(f"You do not have permission to write to {each}. Choose another folder.")
            return
        if each.is_symlink() or each.exists():
            raise OutputError(f"{each} is not a folder. Choose another path.")


def refuse_file(path: Path) -> None:
    """Raise OutputError for a folder, symbolic link or unwritable path.

    An existing file is accepted.
    """
    refuse_folder(path.parent)
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link. Remove it, or choose another name.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder. Add the name of the file to write.")


@contextmanager
def writing_to(folder: Path, name: str = "") -> Iterator[None]:
    """Create a folder, and lock it while files are written to it.

    A second run waits until the lock is released, except on Windows, where folders are not locked. If writing fails,
    any folders that were created are removed. Raises OutputError, whose message names the file `name` in the folder, or
    the folder itself if `name` is empty.
    """
    try:
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
    except OutputError:
        raise
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"{folder / name} was not written: {reason}.") from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":
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
