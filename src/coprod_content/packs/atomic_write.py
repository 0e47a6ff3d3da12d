"""Write files whole, one run at a time, with failures in sentences."""

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
    errno.EFBIG: "the disk is full or does not hold files of this size. Choose another disk",
    errno.EROFS: "the disk is read-only. Choose another disk",
    errno.EACCES: "you are not allowed to, or it is open in another program. Close it, or choose another folder",
    errno.EPERM: "you are not allowed to, or it is open in another program. Close it, or choose another folder",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


class OutputError(OSError):
    """Error raised if files cannot, or must not, be written.

    Its message is a sentence for users. Nothing has been changed.
    """


class EditedFiles(OutputError):
    """Error raised if writing would replace edited files.

    Files that no earlier run made count as edited. `paths` are the files. They and all other files are unchanged.
    """

    def __init__(self, paths: tuple[Path, ...]) -> None:
        """Take the paths of the files that were edited."""
        self.paths = paths
        count = "1 file was" if len(paths) == 1 else f"{len(paths)} files were"
        names = ", ".join(path.name for path in paths)
        super().__init__(
            f"Nothing was written to {paths[0].parent}, because {count} edited or came from elsewhere: {names}."
        )


def refuse_folder(folder: Path) -> None:
    """Raise OutputError if a folder cannot be written to.

    The folder need not exist."""
    for each in (folder, *folder.parents):
        if each.is_dir():
            if not os.access(each, os.W_OK | os.X_OK):
                raise OutputError(f"You are not allowed to write to the folder {each}. Choose another folder.")
            return
        if each.is_symlink() or each.exists():
            raise OutputError(f"{each} is not a folder. Choose another path.")


def refuse_file(path: Path) -> None:
    """Raise OutputError if a file cannot be written at a path.

    A file that exists is accepted, but not a folder or a symbolic link.
    """
    refuse_folder(path.parent)
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link. Remove it, or choose another name.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder. Add the name of the file to write.")


@contextmanager
def writing_to(folder: Path, name: str = "") -> Iterator[None]:
    """Create a folder and lock it while files are written to it.

    Another run waits until the lock is released. Windows has no such lock. If writing fails, a folder that was created
    is removed. Raises OutputError, which names the folder or the file called `name` in it.
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
    import fcntl  # Windows does not have it

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_new(path: Path, data: bytes, *, synced: bool = True) -> None:
    """Write a file that does not exist yet.

    If `synced`, return when it is on the disk. Raises OSError.
    """
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        if synced:
            os.fsync(file.fileno())
    path.chmod(0o644)


def backed_up(path: Path, backup: Path) -> None:
    """Link a file to a second name, or copy it."""
    backup.parent.mkdir(parents=True, exist_ok=True)
    try:
        backup.hardlink_to(path)
    except OSError:
        shutil.copy2(path, backup)
