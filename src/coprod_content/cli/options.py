"""Options that several commands share, and settings for printing cards."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer
from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import Printing, PrintRun

Roots = Annotated[
    list[Path] | None,
    typer.Option(
        "--root",
        metavar="FOLDER",
        help="A content root whose items are added to the library, or replace its own. Repeatable.",
        show_default=False,
    ),
]
Stocks = Annotated[
    list[str] | None,
    typer.Option(
        "--stock",
        metavar="NAME",
        help="The sheet to print cards on: `coprod stocks` lists them. Repeatable.",
        show_default=False,
    ),
]
Marks = Annotated[
    bool | None,
    typer.Option("--marks/--no-marks", help="Print marks to cut the cards by, or leave them out.", show_default=False),
]
Stacked = Annotated[
    bool,
    typer.Option("--cut-and-stack", help="Order the cards so that they stay in order when sheets are cut and stacked."),
]
AllowFindings = Annotated[
    bool, typer.Option("--allow-findings", help="Write files even if the inspection found errors in them.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FindingsFormat = Annotated[
    Literal["text", "json", "github"], typer.Option("--format", help="The format to print findings in.")
]


@frozen(kw_only=True)
class CardPrinting:
    """The card printing options of a run. The brand sets the rest."""

    stocks: tuple[str, ...] = ()
    marks: bool | None = None
    cut_and_stack: bool = False

    def pack_brand(self, brand: Brand) -> Brand:
        """Return the brand to make a pack with.

        Stocks with bleed are used at the print shop, and others at home. Raises UnknownName.
        """
        printing = brand.printing
        for id_ in self.stocks:
            run = "printer" if brand.stock(id_).bleed > 0 else "home"
            printing = evolve(printing, **{run: evolve(getattr(printing, run), stock=id_)})
        return _with_runs(brand, printing, self._changed)

    def file_brand(self, brand: Brand) -> Brand:
        """Return the brand to make one file with.

        The last stock given is used both at home and at the print shop. Raises UnknownName.
        """
        for id_ in self.stocks:
            brand.stock(id_)
        return _with_runs(
            brand,
            brand.printing,
            lambda run: self._changed(evolve(run, stock=self.stocks[-1]) if self.stocks else run),
        )

    def _changed(self, run: PrintRun) -> PrintRun:
        marks = run.marks if self.marks is None else self.marks
        return evolve(run, marks=marks, order="cut-and-stack" if self.cut_and_stack else run.order)


def _with_runs(brand: Brand, printing: Printing, changed: Callable[[PrintRun], PrintRun]) -> Brand:
    return evolve(brand, printing=Printing(home=changed(printing.home), printer=changed(printing.printer)))
