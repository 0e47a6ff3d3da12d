"""`coprod adopt`, which copies an item into a content root."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import next_step, note
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import Roots
from coprod_content.files.our_content import with_ours
from coprod_content.files.root_files import is_root
from coprod_content.overlays.adopt import AdoptionError, adoption
from coprod_content.overlays.root_changes import write_changes

Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="FOLDER", help="Your content root. By default, the current folder if it is one."),
]


def adopt(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of the item to copy.")],
    into: Into = None,
    root: Roots = None,
) -> None:
    """Copy an item of the library into your content root.

    `coprod upgrade` later brings the copy up to date, and keeps what you changed.
    """
    folder = into or Path()
    if into is None and not is_root(folder):
        raise Usage("This folder is not a content root. Name yours with --into FOLDER.")
    try:
        made = adoption(id_, folder, with_ours(root or ()))
    except AdoptionError as error:
        raise Stop(str(error)) from error
    photos = {path.name: path.read_bytes() for path in made.photos}
    below = Path(made.file.name).parent.as_posix()
    files = {f"{below}/{name}": data for name, data in photos.items() if not (folder / below / name).exists()}
    write_changes(folder, {**files, made.file.name: made.file.text.encode(), made.stamp.name: made.stamp.text.encode()})
    for name in (*files, made.file.name):
        note(name)
    note(f"Change it there. {next_step('check', folder)}")
