"""The source file of an item, and paths to its fields."""

import os
from pathlib import Path

from attrs import frozen

FieldPath = tuple[str | int, ...]
"""The keys and list indexes that lead to a field. Indexes count from zero."""
AMEND = "amend"
"""The folder of a content root that contains amend files. Each contains only the fields of an item that it changes."""
VOICE = "voice"
"""The folder of a content root that contains recordings for films."""


@frozen
class Source:
    """The file that an item was read from, and its content root.

    `root` is the path of the content root, as given to the loader, or empty if it is not known. `file` is the path from
    that folder to the file, with forward slashes. `within` is the path to the item in a file of several items, and
    otherwise empty. `base` is the source of the item in an earlier root that this item amends or replaces, or None.
    `copied` is true if the item replaces an identical one.
    """

    root: str = ""
    file: str = ""
    within: FieldPath = ()
    base: "Source | None" = None
    copied: bool = False

    @property
    def amends(self) -> bool:
        """Whether the file is an amend file, which changes fields of `base`."""
        return self.base is not None and self.file.startswith(f"{AMEND}/")

    @property
    def path(self) -> Path:
        """The path of the file, including the root."""
        return Path(self.root) / self.file

    @property
    def files(self) -> tuple[str, ...]:
        """The file, and any files that it amends.

        Each path begins at the content root of the file.
        """
        return (self.file, *self.base.files) if self.base and self.amends else (self.file,)

    def __str__(self) -> str:
        return self.file


NOWHERE = Source()


def field_name(path: FieldPath) -> str:
    """Format a field path, such as `steps[2].minutes`, numbering entries from one."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def display_path(path: Path) -> str:
    """Return a path as messages show it, with forward slashes.

    A path inside the working directory is shown relative to that directory.
    """
    below = f"{os.getcwd()}{os.sep}"
    whole = os.fspath(path)
    if whole.startswith(below) and ".." not in whole:  # fast path for the usual case
        return whole.removeprefix(below).replace(os.sep, "/")
    relative = os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
    return Path(relative).as_posix()
