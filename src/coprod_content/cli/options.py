"""Options that several commands have, and what holds for a whole run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Roots = Annotated[
    list[Path] | None,
    typer.Option("--root", help="A content root to lay over the canonical content. Repeatable.", show_default=False),
]
Access = Annotated[
    str, typer.Option(help="For whom: standard, large-print, high-contrast, plain, … `coprod access` lists them.")
]
Stocks = Annotated[
    list[str] | None,
    typer.Option("--stock", help="The sheet to print cards on: `coprod stocks` lists them.", show_default=False),
]
Marks = Annotated[
    bool | None, typer.Option("--marks/--no-marks", help="Marks to cut cards by, or none.", show_default=False)
]
Stacked = Annotated[
    bool, typer.Option("--cut-and-stack", help="Cards in order when piles are cut and laid one on the other.")
]
Theme = Annotated[str | None, typer.Option(help="The id or the number of a theme.")]
Allow = Annotated[bool, typer.Option("--allow-findings", help="Write it although an inspection found errors.")]
Format = Literal["text", "json", "github"]
Export = Literal["json", "csl-json", "bibtex"]


class Run:
    """What holds for the whole run."""

    debug = False
