"""Errors that say why files were not written, and what to do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAGING = ".coprod.part"
"""The subfolder for new files before they are moved into place, and for replaced files that may have to be restored."""

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


@contextmanager
def failures_as_sentences(folder: Path, name: str = "") -> Iterator[None]:
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


def _file_of(error: OSError, folder: Path) -> Path | None:
    """Return the file in `folder` that an error concerns, or None."""
    if not isinstance(error.filename, str | bytes):
        return None
    path = Path(os.fsdecode(error.filename))
    for above in (folder / STAGING / "new", folder / STAGING / "old", folder / STAGING, folder):
        if path.is_relative_to(above):
            return folder / path.relative_to(above)
    return None
