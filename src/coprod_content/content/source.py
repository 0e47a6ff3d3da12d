"""Where an item was read from, and where in that file each of its fields stands."""

import os
from pathlib import Path

from attrs import frozen

Step = str | int
FieldPath = tuple[Step, ...]


@frozen
class Source:
    """A file of a content root: `root` as it was given, `file` below it with forward slashes.

    `within` is the key under which the item stands when several share a file.
    """

    root: str = ""
    file: str = ""
    within: FieldPath = ()

    @property
    def path(self) -> Path:
        """The file itself."""
        return Path(self.root) / self.file

    def __str__(self) -> str:
        return self.file


NOWHERE = Source()


def field_name(path: FieldPath) -> str:
    """A path as a message writes it: `steps[2].minutes`, counted from one."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def display_path(path: Path) -> str:
    """A path as people are told of it: from the working folder where it lies below that, with forward slashes."""
    below = f"{os.getcwd()}{os.sep}"
    whole = os.fspath(path)
    if whole.startswith(below) and ".." not in whole:  # as most are, and quickly told
        return whole.removeprefix(below).replace(os.sep, "/")
    relative = os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
    return Path(relative).as_posix()
