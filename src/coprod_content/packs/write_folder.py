"""A folder that is written whole: all its files or none, in place of one that was written before."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

LIST = "files.json"
"""Names every file of the folder, so that what a person put there is told from what may be replaced."""


class NotOurs(Exception):
    """A folder that holds what was not written here: what, and where."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder, which takes its place only when it is complete.

    A folder from an earlier run is replaced. Raises NotOurs, and then changes nothing, where it holds anything else;
    OSError, and leaves what was there, where it cannot be written.
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
    """Raise NotOurs where a path is no folder, or one with files that no earlier run wrote."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder} is not a folder. Choose another place.")
    if not folder.exists():
        return
    ours = {LIST, *_listed(folder)}
    here = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() or p.is_symlink())
    others = [path for path in here if path not in ours]
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        raise NotOurs(f"{folder} holds other things: {others[0]}{more}. Choose an empty folder, or move them out.")


def _listed(folder: Path) -> tuple[str, ...]:
    """The files that an earlier run wrote there."""
    try:
        value = json.loads((folder / LIST).read_text(encoding="utf-8"))
        files = value["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(file for file in files if isinstance(file, str)) if isinstance(files, list) else ()


def _swap(fresh: Path, folder: Path) -> None:
    """Put a fresh folder in the place of another, which is kept until then."""
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
