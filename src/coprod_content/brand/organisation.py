"""The organisation that publishes the material, and its logo."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from attrs import frozen

from coprod_content.content.field_types import InlineText, Line, Prose, Url, WholeNumber

BETWEEN = " · "
"""The separator between the parts of a line of small print."""
Name = Annotated[str, InlineText(most=100, markup=False)]
ShortLine = Annotated[str, InlineText(most=120, markup=False)]


LogoHeight = Annotated[int, WholeNumber(0, 60, "millimetres", 15)]
LogoWidth = Annotated[int, WholeNumber(5, 170, "millimetres", 60)]
ClearSpace = Annotated[int, WholeNumber(0, 10, "millimetres", 3)]


@frozen(kw_only=True)
class LogoPlace:
    """The position of the logo on a page, and its maximum size.

    Lengths are in millimetres. The logo keeps its proportions, and is smaller if there is less room.
    """

    place: Literal["left", "right"]
    """The side of the page or card on which the logo is."""
    height: LogoHeight
    """The maximum height of the logo. If this is 0, the logo is left out."""
    width: LogoWidth
    """The maximum width of the logo."""


@frozen(kw_only=True)
class LogoPlaces:
    """The place and size of the logo in each kind of file."""

    slides: LogoPlace
    """At the top of the first and last slides. On your own layouts, the logo is in a corner that is free."""
    guide: LogoPlace
    """At the top of the covers of Word files."""
    handouts: LogoPlace
    """At the top of each handout in Word."""
    run_sheet: LogoPlace
    """At the top of run sheets."""
    pdf: LogoPlace
    """At the top of PDF files for reading on screen."""
    cards: LogoPlace
    """At the foot of the last side of each card."""
    poster: LogoPlace
    """At the foot of posters."""
    box: LogoPlace
    """On the front of tuck boxes."""
    web: LogoPlace
    """At the top of web pages. On the pages of a website, the logo is beside the title, and no larger than this."""


@frozen(kw_only=True)
class Logo:
    """The logo, a picture file beside brand.yaml."""

    file: Line
    """The name of a picture file beside brand.yaml."""
    alt: Line | None = None
    """The alternative text of the logo. By default, the name of the organisation or brand."""
    clear_space: ClearSpace = 3
    """The space to keep free around the logo, in millimetres. On dark covers, this space is filled with the colour of
    paper.
    """


@frozen(kw_only=True)
class Organisation:
    """The organisation that publishes the material."""

    name: Name
    """The name of the organisation. It is on covers and in footers, and is given as the author of each file."""
    strapline: ShortLine | None = None
    """A few words that go with the name, shown on covers and in "About this material"."""
    address: Url | None = None
    """The address of the organisation's website, shown with the name."""
    contact: ShortLine | None = None
    """How to get in touch, such as an email address or a telephone number."""
    accessibility_statement: Url | None = None
    """The address of the organisation's accessibility statement."""
    licence: Prose | None = None
    """The terms for using what the organisation wrote. By default, readers are asked to get permission."""
    logo: Logo | None = None
    """The organisation's logo."""

    @property
    def site(self) -> str:
        """The website's address without `https://` and `www.`, or an empty string."""
        parts = urlsplit(self.address or "")
        return (parts.netloc.removeprefix("www.") + parts.path.rstrip("/")) if parts.netloc else ""

    @property
    def imprint(self) -> str:
        """The line at the foot of each page: name and website."""
        return BETWEEN.join(filter(None, (self.name, self.site)))
