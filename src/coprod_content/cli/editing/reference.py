"""`coprod reference`: write layouts or styles to a file, to change them."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.build import check_suffix
from coprod_content.cli.console import note
from coprod_content.cli.errors import Usage
from coprod_content.cli.options import Keep, Replace, Roots, save
from coprod_content.cli.roots import brand_of
from coprod_content.plugins.renderers import RENDERERS, renderer


def reference(
    name: Annotated[
        str, typer.Argument(metavar="RENDERER", help="The renderer whose layouts or styles you want to change.")
    ],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    root: Roots = None,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Write a renderer's layouts or styles to a file.

    Change them in PowerPoint or Word, and name the file in your brand.yaml.
    """
    found = renderer(name)
    if found.reference is None:
        raise Usage(f"The renderer '{name}' has no file of layouts or styles.")
    check_suffix(out, name, found.suffix)
    data = RENDERERS.call(name, bytes, found.reference, brand_of(root))
    (out,) = save(out.parent, {out.name: data}, replace=replace, keep=keep)
    note(f"{out.name}. Change it, put it beside your brand.yaml, and add its name there under `reference`.")
