"""Digests of content roots and of this program."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import attrs

from coprod_content.content.source import display_path
from coprod_content.files.films.sign_videos import is_video, start_of_video
from coprod_content.files.pictures.photos import is_photo
from coprod_content.files.root_files import FOLDERS, can_open, is_hidden, is_root, is_text, is_yaml
from coprod_content.files.text_file import LARGEST_FILE

_CORE = Path(__file__).parents[2]
_LARGEST_READ = max(LARGEST_FILE + 1, 32 << 20)


def root_digest(root: Path, *, names_only: bool = False) -> str | None:
    """Return a digest of everything that loading a root depends on.

    It covers the contents of the root's content files, the names of its other files, and the paths that findings show.
    Of a video, only the first bytes and the size are covered. Contents are used rather than times, because an editor, a
    copy or a version control system can change a file and keep its time. Returns None for a root that cannot be read,
    or whose loading depends on more, such as one with symbolic links. If `names_only` is true, the digest does not
    cover the contents of files.
    """
    digest = hashlib.sha256()
    try:
        if not is_root(root):
            return None
        for part in (root.as_posix(), display_path(root / "x"), display_path(root.parent / "x")):
            digest.update(_framed(os.fsencode(part)))
        for entry, folder in _listed(root):
            digest.update(_framed(os.fsencode(f"{folder}/{entry.name}")))
            digest.update(b"" if names_only else _framed(_contents(entry, folder)))
    except OSError:
        return None
    return digest.hexdigest()


def _listed(root: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield the visible entries of a root and its content folders.

    Each comes with the name of the content folder it is in, or an empty string for an entry of the root itself.
    """
    for entry in _entries(root):
        yield entry, ""
        if entry.name in FOLDERS and entry.is_dir():
            yield from ((each, entry.name) for each in _entries(entry.path))


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    if not can_open(Path(folder)):
        raise PermissionError(f"{folder} cannot be opened")
    with os.scandir(folder) as found:
        return sorted((each for each in found if not is_hidden(each.name)), key=lambda each: each.name)


def _contents(entry: os.DirEntry[str], folder: str) -> bytes:
    """Return a content file's bytes, or any other entry's type.

    For a video, the result is its first bytes and its size, and for any other content file that is too large, its size
    and times. Raises OSError for a symbolic link.
    """
    if entry.is_symlink():
        raise OSError(f"{entry.path} is a symbolic link")
    if not entry.is_file():
        return b"folder" if entry.is_dir() else b"special"
    path = Path(entry.name)
    if folder and is_video(path):  # loading depends on no more of it
        return b"=" + start_of_video(Path(entry.path)) + str(entry.stat().st_size).encode()
    if not (is_yaml(path) or is_text(path) or (folder and is_photo(path))):
        return b"file"
    with open(entry.path, "rb", buffering=0) as stream:
        data = stream.read(_LARGEST_READ + 1) or b""
    return b"=" + data if len(data) <= _LARGEST_READ else b">" + str(entry.stat()).encode()


def _framed(data: bytes) -> bytes:
    return len(data).to_bytes(8, "big") + data


@lru_cache(maxsize=8)
def code_digest(*packages: Path) -> str:
    """Return a digest that changes with the version of this program.

    It covers the version of Python, the time of the folder of installed packages, which changes whenever a package is
    installed, and this program's files. `packages` are the folders of other packages that belong to the program. The
    names, sizes and times of files are used rather than their bytes, so that no file has to be read.
    """
    digest = hashlib.sha256(f"{sys.version} {Path(attrs.__file__).parents[1].stat().st_mtime_ns}".encode())
    for folder, below, files in (each for package in (_CORE, *packages) for each in os.walk(package)):
        below[:] = sorted(each for each in below if each not in ("__pycache__", "canonical"))
        for name in sorted(files):
            path = os.path.join(folder, name)
            status = os.stat(path)
            digest.update(_framed(f"{path}:{status.st_size}:{status.st_mtime_ns}".encode()))
    return digest.hexdigest()


@lru_cache(maxsize=8)
def packages_digest(path: tuple[str, ...]) -> str:
    """Return a digest of the packages in the folders of `path`.

    It covers their names, versions and times.
    """
    found = []
    for folder in path:
        with suppress(OSError):
            found += [each for each in os.scandir(folder or ".") if each.name.endswith((".dist-info", ".egg-info"))]
    listed = sorted(f"{each.path}:{each.stat().st_mtime_ns}" for each in found)
    return hashlib.sha256("\n".join(listed).encode(errors="surrogateescape")).hexdigest()
