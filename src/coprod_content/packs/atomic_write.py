"""Write files and folders atomically."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

LIST = "files.json"
"""The name of the file that lists every file in a folder, so that a later run knows which files it can replace."""


class NotOurs(Exception):
    """Error raised if a folder contains files that no earlier run wrote.

    Such files are never replaced. This error is also raised if the path is not a folder.
    """


def write_file(path: Path, data: bytes) -> None:
    """Write a file atomically, by renaming a temporary file.

    Raises OSError if the file cannot be written or the path is a symbolic link.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        raise OSError(None, "is a symbolic link; remove it or choose another name", str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder, replacing any files from an earlier run.

    `files` maps relative paths to contents. Raises NotOurs if the folder contains files that no earlier run wrote, and
    OSError if a file cannot be written. In both cases, the folder is left unchanged.
    """
    refuse_others(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        listed = {"files": sorted(files)}
        for path, data in {**files, LIST: (json.dumps(listed, indent=0) + "\n").encode()}.items():
            target = fresh / PurePosixPath(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        for written in (fresh, *fresh.rglob("*")):
            written.chmod(0o755 if written.is_dir() else 0o644)
        _swap(fresh, folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def refuse_others(folder: Path) -> None:
    """Raise NotOurs if a folder contains files that no earlier run wrote.

    NotOurs is also raised if the path is a file or a symbolic link. A folder that does not exist is accepted.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder} is not a folder. Choose another path.")
    if not folder.exists():
        return
    ours = {LIST, *_listed(folder)}
    here = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() or p.is_symlink())
    others = [path for path in here if path not in ours]
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        raise NotOurs(f"{folder} contains other files: {others[0]}{more}. Choose an empty folder, or move them out.")


def _listed(folder: Path) -> tuple[str, ...]:
    try:
        value = json.loads((folder / LIST).read_text(encoding="utf-8"))
        files = value["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(file for file in files if isinstance(file, str)) if isinstance(files, list) else ()


def _swap(fresh: Path, folder: Path) -> None:
    """Rename `fresh` to `folder`, restoring any old folder if that fails."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".old", dir=folder.parent))
    folder.rename(old / "was")
    try:
        fresh.rename(folder)
    except OSError:
        (old / "was").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
