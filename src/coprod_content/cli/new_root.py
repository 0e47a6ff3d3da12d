"""`coprod new root`: start a content root that passes `coprod check --strict`."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import Stop, complain, counted, note
from coprod_content.packs.atomic_write import write_file

_STARTER = (
    "brand.yaml",
    "postcards/smile-lately.yaml",
    "tools/one-good-thing.yaml",
    "workshops/short-hello.yaml",
)
"""The files of a new root, copied from the folder `starter` beside this module."""


def new_root(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root to start from.

    It has a tool, a postcard, a workshop and a brand.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"{folder} already exists and is not empty. Choose a new folder.")
    starter = files("coprod_content.cli") / "starter"
    for name in _STARTER:
        write_file(folder / name, starter.joinpath(*name.split("/")).read_bytes())
        note(name)
    note(f"{counted(len(_STARTER), 'file')}. Next: coprod check {folder}")


def new_pack(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root: the old name of `coprod new root`."""
    complain("`coprod new pack` is now `coprod new root`.")
    new_root(folder)
