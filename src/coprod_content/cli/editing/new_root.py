"""`coprod new root`, which makes a content root to start from."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import complain, counted, next_step, note
from coprod_content.cli.errors import Stop, Usage
from coprod_content.cli.options import clear, repeatable
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.starting.new_root import PROOF, UnusableChoice
from coprod_content.starting.new_root import new_root as new_content_root

_Name = Annotated[str, typer.Option("--name", help="The name of your organisation, for covers and footers.")]
_Colour = Annotated[str, typer.Option("--colour", help='Your main colour, such as "#005EB8".')]
_Logo = Annotated[Path | None, typer.Option("--logo", help="Your logo, as PNG, JPEG or SVG.")]
_Template = Annotated[
    list[Path] | None,
    repeatable("FILE", "Your PowerPoint or Word template. To use one of each, give the option twice.", "--template"),
]
_BrandYml = Annotated[Path | None, typer.Option("--brand", help="A _brand.yml file to take the brand from.")]


def new_root(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    name: _Name = "",
    colour: _Colour = "",
    logo: _Logo = None,
    template: _Template = None,
    brand: _BrandYml = None,
) -> None:
    """Make a content root to start from.

    It contains a tool, a postcard, a workshop and a brand. With a colour or a `_brand.yml` file, the brand has a
    palette of readable, distinct colours, and a picture in the folder shows them.
    """
    clear(folder)
    try:
        made = new_content_root(
            folder, name=name, colour=colour, logo=logo, templates=tuple(template or ()), brand_yml=brand
        )
    except UnusableChoice as error:
        raise Usage(str(error)) from error
    except OutputError as error:
        raise Stop(str(error)) from error
    for file in made.files:
        note(file)
    for words in made.notes:
        complain(words)
    if PROOF in made.files:
        note(f"{folder / PROOF} shows the colours. Look at it before you go on.")
    note(f"{counted(len(made.files), 'file')}. {next_step('check', folder)}")


def new_pack(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Run `coprod new root`, which has replaced this command."""
    complain("`coprod new pack` is now `coprod new root`.")
    new_root(folder)


new = typer.Typer(help="Start your own content.", no_args_is_help=True, add_completion=False, rich_markup_mode=None)
new.command(name="root")(new_root)
new.command(name="pack", hidden=True)(new_pack)
