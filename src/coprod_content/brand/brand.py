"""The Brand: palette, fonts, type sizes, logo and reference files. How things look, never what they say."""

from typing import Annotated, Literal

from attrs import field, frozen

from coprod_content.brand.stock import Printing, Stock, stock_of
from coprod_content.content.field_types import KeyedById, Line, TextPattern, WholeNumber

Colour = Annotated[
    str, TextPattern(r"#[0-9a-f]{6}", "a colour as # and six hexadecimal digits in small letters", '"#163a4f"')
]
SlideSize = Annotated[int, WholeNumber(18, 96, "points", 24)]
TextSize = Annotated[int, WholeNumber(12, 72, "points", 12)]
ImprintSize = Annotated[int, WholeNumber(9, 24, "points", 9)]
Spacing = Annotated[int, WholeNumber(100, 200, "per cent", 125)]


@frozen(kw_only=True)
class Palette:
    """Colours by role. Text stands in `ink` and `muted` on `paper` and `tint`, and in `paper` on the others."""

    ink: Colour
    paper: Colour
    tint: Colour
    line: Colour
    muted: Colour
    brand: Colour
    dark: Colour
    sun: Colour
    theme_1: Colour
    theme_2: Colour
    theme_3: Colour
    theme_4: Colour
    theme_5: Colour
    theme_6: Colour


@frozen(kw_only=True)
class Fonts:
    """Font families by name: `office` in Word and PowerPoint, `print` in PDF."""

    office: Line = "Arial"
    print: Line = "Atkinson Hyperlegible"


@frozen(kw_only=True)
class SlideSizes:
    """Type sizes on slides in points, none under 18. Of several, the largest that fits is used.

    `line` is the height of lines in per cent of single spacing. `notes` are read on paper or on the presenter's screen.
    """

    cover: tuple[SlideSize, ...]
    title: tuple[SlideSize, ...]
    question: tuple[SlideSize, ...]
    statement: tuple[SlideSize, ...]
    lead: SlideSize
    body: SlideSize
    small: SlideSize
    notes: TextSize = 12
    line: Spacing = 100


@frozen(kw_only=True)
class GuideSizes:
    """Type sizes in guides and handouts in points, none under 12; `line` in per cent of single spacing."""

    cover: TextSize
    heading_1: TextSize
    heading_2: TextSize
    heading_3: TextSize
    lead: TextSize
    body: TextSize
    small: TextSize
    line: Spacing = 115


@frozen(kw_only=True)
class CardSizes:
    """Type sizes on cards in points, none under 12 but the imprint. Of several, the largest that fits is used.

    `line` is the height of lines in per cent of the type size.
    """

    question: tuple[TextSize, ...]
    title: tuple[TextSize, ...]
    body: TextSize
    imprint: ImprintSize
    line: Spacing = 125


@frozen(kw_only=True)
class Logo:
    """A picture file beside brand.yaml, and the text that stands for it."""

    file: Line
    alt: Line


@frozen(kw_only=True)
class ReferenceFiles:
    """Files beside brand.yaml whose layouts and styles take the place of the library's own."""

    slides: Line | None = None
    guide: Line | None = None


@frozen(kw_only=True)
class Brand:
    """How things look. Colours are asked for by role; `files` holds the bytes of the files that the brand names.

    With high `contrast` nothing is tinted or see-through: panels have outlines, decoration is drawn in lines.
    """

    name: Line
    palette: Palette
    fonts: Fonts
    slides: SlideSizes
    guide: GuideSizes
    cards: CardSizes
    stocks: Annotated[tuple[Stock, ...], KeyedById()]
    printing: Printing
    paper: Line = "A4"
    contrast: Literal["usual", "high"] = "usual"
    logo: Logo | None = None
    reference: ReferenceFiles = ReferenceFiles()
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)

    def colour(self, role: str) -> str:
        """The colour of a role as `#rrggbb`; the brand colour for a role that the palette does not have."""
        return str(getattr(self.palette, role, self.palette.brand))

    def stock(self, id_: str) -> Stock:
        """The stock of an id. Raises LookupError with the nearest match."""
        return stock_of(self.stocks, id_)

    def file(self, name: str | None) -> bytes | None:
        """The bytes of a file that the brand names, nothing where it names none."""
        return dict(self.files).get(name) if name else None
