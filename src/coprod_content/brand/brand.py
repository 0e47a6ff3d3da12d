"""The brand: palette, fonts, type sizes, logo and reference files."""

from typing import Annotated, Literal

from attrs import Factory, evolve, field, frozen

from coprod_content.brand.organisation import Logo, LogoPlaces, Organisation
from coprod_content.brand.paper_sizes import PAPERS, POSTERS, PaperSize, PosterSize
from coprod_content.brand.stock import Printing, Stock
from coprod_content.brand.type_sizes import CardSizes, GuideSizes, SlideSizes
from coprod_content.content.field_types import HexColour, KeyedById, Line
from coprod_content.content.lookup_errors import UnknownName

THEME_ROLES = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")
Colour = Annotated[str, HexColour()]


@frozen(kw_only=True)
class Palette:
    """Colours by role.

    Text is `ink` or `muted` on backgrounds of `paper` and `tint`, and `paper` on the other colours.
    """

    ink: Colour
    """The colour of text."""
    paper: Colour
    """The background of pages, and the colour of text on dark backgrounds."""
    tint: Colour
    """A pale background for panels."""
    line: Colour
    """The colour of thin lines."""
    muted: Colour
    """The colour of less important text."""
    brand: Colour
    """The main colour of the brand."""
    dark: Colour
    """A darker shade of the main colour."""
    sun: Colour
    """A bright colour for emphasis."""
    theme_1: Colour
    """The colour of theme 1."""
    theme_2: Colour
    """The colour of theme 2."""
    theme_3: Colour
    """The colour of theme 3."""
    theme_4: Colour
    """The colour of theme 4."""
    theme_5: Colour
    """The colour of theme 5."""
    theme_6: Colour
    """The colour of theme 6."""
    skin_1: Colour = "#ffdbb4"
    """The lightest skin colour of people in pictures."""
    skin_2: Colour = "#edb98a"
    """The second-lightest skin colour."""
    skin_3: Colour = "#d08b5b"
    """The middle skin colour."""
    skin_4: Colour = "#ae5d29"
    """The second-darkest skin colour."""
    skin_5: Colour = "#694d3d"
    """The darkest skin colour."""


@frozen(kw_only=True)
class Fonts:
    """The fonts, by family name."""

    print: Line = "Atkinson Hyperlegible"
    """The font in PDF files."""
    office: Line = field(default=Factory(lambda self: self.print, takes_self=True))
    """The font in Word files, PowerPoint files and web pages. By default, the same font as in PDF files."""


@frozen(kw_only=True)
class ReferenceFiles:
    """Files beside brand.yaml whose layouts and styles replace the built-in ones."""

    slides: Line | None = None
    """A PowerPoint file beside brand.yaml that provides the layouts for slides."""
    guide: Line | None = None
    """A Word file beside brand.yaml that provides the styles for guides."""
    slides_map: Line | None = None
    """A file beside brand.yaml that names the layout in the PowerPoint template for each kind of slide. `coprod
    template` writes this file.
    """


@frozen(kw_only=True)
class Brand:
    """The look of everything that the library makes."""

    name: Line
    """The name of the brand."""
    palette: Palette
    """The colours, by role."""
    fonts: Fonts
    """The fonts to use."""
    slides: SlideSizes
    """Type sizes on slides."""
    guide: GuideSizes
    """Type sizes in guides and handouts."""
    cards: CardSizes
    """Type sizes on cards."""
    stocks: Annotated[tuple[Stock, ...], KeyedById()]
    """The sheets that cards can be printed on, each with its id."""
    printing: Printing
    """How cards are printed."""
    logo_on: LogoPlaces
    """Where the logo goes in each kind of file, and how large it can be."""
    paper: PaperSize = "A4"
    """The paper size of guides, handouts and PDF files."""
    poster: PosterSize | None = None
    """The paper size of posters. By default, A3, or Tabloid (11 by 17 inches) if the paper is Letter."""
    contrast: Literal["usual", "high"] = "usual"
    """With `usual`, panels are tinted. With `high`, panels are outlined, and decorative shapes are drawn as lines."""
    organisation: Organisation | None = None
    """The organisation that publishes the material, with its logo."""
    logo: Logo | None = None
    """The logo, if it is not given under `organisation`."""
    reference: ReferenceFiles = ReferenceFiles()
    """Files whose layouts and styles replace the built-in ones."""
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """The name and contents of each file that the brand names."""
    own_fields: tuple[str, ...] = field(default=(), repr=False)
    """The fields that the `brand.yaml` of a content root sets, such as `palette.ink`."""

    @property
    def page(self) -> tuple[float, float]:
        """The width and height of the paper, in millimetres."""
        return PAPERS[self.paper]

    @property
    def poster_page(self) -> tuple[float, float]:
        """The width and height of a poster in portrait, in millimetres."""
        return POSTERS[self.poster or ("Tabloid" if self.paper == "Letter" else "A3")]

    @property
    def shown_logo(self) -> Logo | None:
        """The logo of the organisation or else of the brand, or None.

        If the logo has no alternative text, it gets the name of the organisation or brand as its text.
        """
        logo = (self.organisation.logo if self.organisation else None) or self.logo
        name = self.organisation.name if self.organisation else self.name
        return evolve(logo, alt=logo.alt or name) if logo else None

    def colour(self, role: str) -> str:
        """Return a role's colour as `#rrggbb`. Unknown roles get the brand colour."""
        return str(getattr(self.palette, role, self.palette.brand))

    def stock(self, id_: str) -> Stock:
        """Return the stock with this id. Raises UnknownName if there is none."""
        stocks = {stock.id: stock for stock in self.stocks}
        if id_ not in stocks:
            raise UnknownName("stock", id_, stocks)
        return stocks[id_]

    def sets(self, name: str) -> bool:
        """Return whether the `brand.yaml` of any content root sets a field.

        `name` is the name of the field, such as `palette.ink`.
        """
        return name in self.own_fields

    def file(self, name: str | None) -> bytes | None:
        """Return the contents of a file, such as the logo's.

        `name` is the file's name, as given in brand.yaml. Returns None if `name` is None or the brand names no such
        file.
        """
        return dict(self.files).get(name) if name else None
