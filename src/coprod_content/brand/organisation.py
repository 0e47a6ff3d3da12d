"""The organisation whose material it is, and its logo."""

from typing import Annotated
from urllib.parse import urlsplit

from attrs import frozen

from coprod_content.content.field_types import InlineText, Line, Prose, Url, WholeNumber

BETWEEN = " · "
"""The separator between the parts of a line of small print."""
Name = Annotated[str, InlineText(most=100, markup=False)]
ShortLine = Annotated[str, InlineText(most=120, markup=False)]


LogoHeight = Annotated[int, WholeNumber(0, 60, "millimetres", 15)]
ClearSpace = Annotated[int, WholeNumber(0, 10, "millimetres", 3)]


@frozen(kw_only=True)
class LogoHeights:
    """The greatest height of the logo in each kind of file.

    Heights are in millimetres. With 0, the logo is left out. It is lower if there is less room.
    """

    slides: LogoHeight = 15
    """On the first and last slides."""
    guide: LogoHeight = 22
    """On the covers of Word files."""
    pdf: LogoHeight = 30
    """At the top of PDF files for reading on screen."""
    run_sheet: LogoHeight = 10
    """In the upper corner of run sheets in PDF."""
    poster: LogoHeight = 12
    """At the foot of posters."""
    box: LogoHeight = 14
    """On the front of tuck boxes."""


@frozen(kw_only=True)
class Logo:
    """The logo, a picture file beside brand.yaml."""

    file: Line
    """The name of a picture file beside brand.yaml."""
    alt: Line | None = None
    """The alternative text of the logo. By default, the name of the organisation or brand."""
    heights: LogoHeights = LogoHeights()
    """How tall the logo can be in each kind of file."""
    clear_space: ClearSpace = 3
    """The space to keep free around the logo, in millimetres. On dark covers, it has the colour of paper."""


@frozen(kw_only=True)
class Organisation:
    """The organisation whose material it is."""

    name: Name
    """The organisation's name, which is on covers and in footers, and is the author of files."""
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
        """The website's address as people say it, or an empty string."""
        parts = urlsplit(self.address or "")
        return (parts.netloc.removeprefix("www.") + parts.path.rstrip("/")) if parts.netloc else ""

    @property
    def imprint(self) -> str:
        """The line at the foot of each page: name and website."""
        return BETWEEN.join(filter(None, (self.name, self.site)))
