"""What a run asks of the printing of cards."""

from collections.abc import Callable

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import Printing, PrintRun, UnknownStock
from coprod_content.cli.console import Usage


@frozen(kw_only=True)
class PrintWish:
    """The stocks asked for, by id, whether there shall be marks, and the order; what is not asked is the brand's."""

    stocks: tuple[str, ...] = ()
    marks: bool | None = None
    cut_and_stack: bool = False


def for_pack(brand: Brand, wish: PrintWish) -> Brand:
    """The brand as a pack is printed: a stock with bleed is for the print shop, one without for the sheets at home."""
    printing = brand.printing
    for id_ in wish.stocks:
        kind = "printer" if _stock_has_bleed(brand, id_) else "home"
        printing = evolve(printing, **{kind: evolve(getattr(printing, kind), stock=id_)})
    return _each(brand, printing, lambda run: _wished(run, wish))


def for_file(brand: Brand, wish: PrintWish) -> Brand:
    """The brand as one file is printed: on the stock asked for, whoever prints it."""
    for id_ in wish.stocks:
        _stock_has_bleed(brand, id_)
    return _each(brand, brand.printing, lambda run: _wished(_moved(run, wish), wish))


def _each(brand: Brand, printing: Printing, changed: Callable[[PrintRun], PrintRun]) -> Brand:
    return evolve(brand, printing=Printing(home=changed(printing.home), printer=changed(printing.printer)))


def _moved(run: PrintRun, wish: PrintWish) -> PrintRun:
    return evolve(run, stock=wish.stocks[-1]) if wish.stocks else run


def _wished(run: PrintRun, wish: PrintWish) -> PrintRun:
    marks = run.marks if wish.marks is None else wish.marks
    return evolve(run, marks=marks, order="cut-and-stack" if wish.cut_and_stack else run.order)


def _stock_has_bleed(brand: Brand, id_: str) -> bool:
    try:
        return brand.stock(id_).bleed > 0
    except UnknownStock as error:
        raise Usage(f"{error} `coprod stocks` lists them.") from error


def stock_lines(brand: Brand) -> tuple[str, ...]:
    """A line for each stock of a brand: its id and what it is."""
    width = max(len(stock.id) for stock in brand.stocks)
    return tuple(f"{stock.id:<{width}}  {stock.about}" for stock in brand.stocks)
