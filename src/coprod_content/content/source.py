"""The file of an item, and paths to its fields."""

import os
from pathlib import Path

from attrs import frozen

FieldPath = tuple[str | int, ...]
"""The keys and list indexes that lead to a field. Indexes count from zero."""


@frozen
class Source:
    """A file of a content root, with forward slashes.

    `root` is as it was given. `within` is the path to the item if several items share the file.
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
    """Return a path for messages, with indexes from one: `steps[2].minutes`."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def display_path(path: Path) -> str:
    """Return a path for messages, relative to the working folder if below."""
    below = f"{os.getcwd()}{os.sep}"
    whole = os.fspath(path)
    if whole.startswith(below) and ".." not in whole:  # the usual case, and a quick one
        return whole.removeprefix(below).replace(os.sep, "/")
    relative = os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
    return Path(relative).as_posix()
