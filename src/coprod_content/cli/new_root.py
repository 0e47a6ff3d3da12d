"""`coprod new root`, which makes a content root to start from."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import complain, counted, next_step, note
from coprod_content.cli.errors import Stop
from coprod_content.cli.options import clear
from coprod_content.packs.atomic_write import writing_to
from coprod_content.packs.file_set import replace_set

_STARTER = Path(__file__).with_name("starter")
"""The files of a new content root, which passes `coprod check --strict`."""


def new_root(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root to start from.

    It contains a tool, a postcard, a workshop and a brand.
    """
    names = sorted(path.relative_to(_STARTER).as_posix() for path in _STARTER.rglob("*.yaml"))
    clear(folder)
    with writing_to(folder):
        if any(folder.iterdir()):
            raise Stop(f"{folder} already exists and is not empty. Choose a new folder.")
        replace_set(folder, {name: (_STARTER / name).read_bytes() for name in names})
    for name in names:
        note(name)
    note(f"{counted(len(names), 'file')}. {next_step('check', folder)}")


def new_pack(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Run `coprod new root`, which has replaced this command."""
    complain("`coprod new pack` is now `coprod new root`.")
    new_root(folder)
