"""Options that several commands share, and settings for printing cards."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from attrs import evolve, frozen
from typer.models import OptionInfo

from coprod_content.brand.paper_sizes import PosterSize
from coprod_content.cli.console import note
from coprod_content.cli.errors import Usage

if TYPE_CHECKING:
    from coprod_content.brand.brand import Brand
    from coprod_content.brand.stock import PrintRun
    from coprod_content.packs.writing.outputs import Edited


def repeatable(metavar: str, about: str, *names: str) -> OptionInfo:
    """Return an option that can be given several times."""
    made: OptionInfo = typer.Option(*names, metavar=metavar, help=about, show_default=False)
    return made


Films = Annotated[
    Path | None,
    typer.Option("--films", help="A folder of films that `coprod film` made, to play in slides."),
]
Roots = Annotated[
    list[Path] | None,
    repeatable(
        "FOLDER",
        "A content root whose items are added to the library, or replace its own. Can be given more than once.",
        "--root",
    ),
]
Stocks = Annotated[
    list[str] | None,
    repeatable(
        "NAME", "A sheet that `coprod stocks` lists, to print cards on. Can be given more than once.", "--stock"
    ),
]
Marks = Annotated[
    bool | None,
    typer.Option(
        "--marks/--no-marks",
        help="Print crop marks around the cards, or leave them out. By default, the brand decides.",
        show_default=False,
    ),
]
Stacked = Annotated[
    bool,
    typer.Option(
        "--cut-and-stack",
        help="Arrange the cards so that the piles cut from the sheets can be stacked in reading order.",
    ),
]
PosterSizes = Annotated[
    PosterSize | None, typer.Option("--size", help="The paper size of posters. By default, the brand decides.")
]
AllowFindings = Annotated[
    bool, typer.Option("--allow-findings", help="Write files even if the inspection found errors in them.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Overwrite files even if they were edited.")]
Keep = Annotated[bool, typer.Option("--keep", help="Keep files that were edited, and write the new ones beside them.")]
Why = Annotated[bool, typer.Option("--why", help="Say which files were made again, and why.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Make everything again, without what earlier runs kept in the cache.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FindingsFormat = Annotated[
    Literal["text", "json", "github"], typer.Option("--format", help="The format to print findings in.")
]


def edited_files(*, replace: bool, keep: bool) -> "Edited":
    """Return how to treat edited files, according to --replace and --keep.

    Raises Usage if both options are given.
    """
    if replace and keep:
        raise Usage("Give --replace or --keep, not both.")
    return "replace" if replace else "keep" if keep else "refuse"


def clear(folder: Path) -> None:
    """Restore a folder if an earlier run was killed, and say so."""
    from coprod_content.packs.writing.outputs import CLEARED, clear_leftovers

    if clear_leftovers(folder):
        note(CLEARED.format("This folder" if folder == Path() else folder))


def save(folder: Path, files: Mapping[str, bytes], *, replace: bool, keep: bool) -> tuple[Path, ...]:
    """Write files to a folder, and return their paths.

    The options --replace and --keep say what to do with edited files. Raises Usage if both are given, and otherwise the
    same errors as `write_outputs`.
    """
    from coprod_content.packs.writing.outputs import write_outputs

    edited = edited_files(replace=replace, keep=keep)
    clear(folder)
    return write_outputs(folder, files, edited)


@frozen(kw_only=True)
class CardPrinting:
    """Command-line options for printing cards, which override the brand."""

    stocks: tuple[str, ...] = ()
    marks: bool | None = None
    cut_and_stack: bool = False
    poster: PosterSize | None = None

    def pack_brand(self, brand: "Brand") -> "Brand":
        """Return the brand with these options, for making a pack.

        Of the `stocks`, the last one with bleed is used for cards from a print shop, and the last one without bleed for
        cards printed at home. If there is no such stock, the stock named in the brand is used. Raises UnknownName if
        one of the names is not that of a stock in the brand.
        """
        return self._with_stocks(brand, {"printer" if brand.stock(id_).bleed else "home": id_ for id_ in self.stocks})

    def file_brand(self, brand: "Brand") -> "Brand":
        """Return the brand with these options, for making one file.

        The last of the `stocks` is used for cards, both from a print shop and printed at home. Raises UnknownName if
        one of the names is not that of a stock in the brand.
        """
        for id_ in self.stocks:
            brand.stock(id_)
        return self._with_stocks(brand, {run: id_ for id_ in self.stocks[-1:] for run in ("home", "printer")})

    def _with_stocks(self, brand: "Brand", stocks: Mapping[str, str]) -> "Brand":
        from coprod_content.brand.stock import Printing

        def changed(name: str, run: "PrintRun") -> "PrintRun":
            marks = run.marks if self.marks is None else self.marks
            order = "cut-and-stack" if self.cut_and_stack else run.order
            return evolve(run, stock=stocks.get(name, run.stock), marks=marks, order=order)

        home, printer = brand.printing.home, brand.printing.printer
        printing = Printing(home=changed("home", home), printer=changed("printer", printer))
        return evolve(brand, printing=printing, poster=self.poster or brand.poster)
