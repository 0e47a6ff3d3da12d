"""Types for the fields of content items.

A marker on a type defines what the loader accepts, what the JSON Schema states and which cross-checks run, so each rule
is written once. The types are `Annotated`, so users of the package see plain `str`, `int` and `float`.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Literal

from attrs import frozen

from coprod_content.text.language_tags import TAG, suggested_tag


@frozen
class WholeNumber:
    """A whole number from `least` to `most`, including both.

    For any other value, a message gives this range, followed by `unit`, such as `minutes`. It also suggests `example`.
    """

    least: int
    most: int
    unit: str = ""
    example: int = 45


@frozen
class DecimalNumber:
    """A decimal number from `least` to `most`, including both."""

    least: float
    most: float


@frozen
class InlineText:
    """A non-empty paragraph of at most `most` characters.

    If `markup` is true, `**strong**`, `*emphasis*`, `[links](https://…)`, `[links](kind:id)` to other items and
    `[@citations]` are allowed. If `question` is true, the text is a question, and the checks expect a question mark.
    """

    most: int
    markup: bool
    question: bool = False


@frozen
class TextPattern:
    """Text in a fixed form, such as a date.

    All of the text must match the regular expression `regex`. Text in `reserved` is refused even if it matches. For
    text that does not match, a message describes the form with the words in `expected`. As an example, the message
    gives the result of calling `suggested` with the text or, if there is no result, `example`.
    """

    regex: str
    expected: str
    example: str
    suggested: Callable[[str], str] | None = None
    reserved: frozenset[str] = frozenset()


@frozen
class HexColour:
    """A colour, written as `#` and three or six hexadecimal digits."""


@frozen
class LinkAddress:
    """A link whose scheme is http, https, mailto or tel.

    If `secure` is true, only https is allowed.
    """

    secure: bool = False


@frozen
class CalendarDate:
    """A real date, written as year-month-day."""


@frozen
class IdOf:
    """The id of another content item, whose kind is `kind`."""

    kind: str


@frozen
class EmbeddedPhoto:
    """A photo in base64: a PNG or JPEG file, converted to JPEG."""


@frozen
class KeyedById:
    """A mapping from ids to entries, which is read as a tuple.

    The id of each entry becomes its field `id`.
    """


_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset({"con", "prn", "aux", "nul", *_PORTS, "index"})
"""Names that Windows reserves for devices, and `index`, the file name of web pages that list items."""


def suggested_id(words: str) -> str:
    """Suggest an id made from a name or title.

    Returns an empty string if `words` has no letters or digits that an id can contain.
    """
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    id_ = _NOT_IN_AN_ID.sub("-", plain).strip("-")[:64].strip("-")
    return f"our-{id_}" if id_ in _RESERVED else id_


Prose = Annotated[str, InlineText(most=4000, markup=True)]
Line = Annotated[str, InlineText(most=300, markup=False)]
Note = Annotated[str, InlineText(most=4000, markup=False)]
Question = Annotated[str, InlineText(most=300, markup=False, question=True)]
Url = Annotated[str, LinkAddress()]
SecureUrl = Annotated[str, LinkAddress(secure=True)]
Slug = Annotated[
    str,
    TextPattern(
        r"[a-z0-9][a-z0-9_-]{0,63}",
        "an id of lower-case letters, digits, hyphens and underscores",
        "power-sharing",
        suggested_id,
        _RESERVED,
    ),
]
Clock = Annotated[str, TextPattern(r"([01]\d|2[0-3]):[0-5]\d", "a time of day from 00:00 to 23:59", '"10:00"')]
TimeZone = Annotated[
    str, TextPattern(r"[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+){1,2}", "a time zone as continent and city", "Europe/London")
]
Language = Annotated[str, TextPattern(TAG, "a language tag", "en-GB", suggested_tag)]
Day = Annotated[str, CalendarDate()]
Period = Annotated[
    str,
    TextPattern(
        r"(1 (day|week|month|year)|([2-9]|[1-9]\d{1,2}) (day|week|month|year)s)", "a period of time", "6 months"
    ),
]
WrittenWords = Annotated[str, TextPattern(r"\S(.{0,58}\S)?", "a word or a phrase of at most 60 characters", "PDSA")]
SpokenWords = Annotated[
    str,
    TextPattern(
        r"(?=.{1,120}$)[A-Za-zÀ-ÖØ-öø-ɏ]+([ '’-][A-Za-zÀ-ÖØ-öø-ɏ]+)*",
        "a spelling that shows the sound, in at most 120 Latin letters, spaces, hyphens and apostrophes",
        "pea dee ess ay",
    ),
]
PhotoName = Annotated[
    str,
    TextPattern(
        r"[^/\\:*?<>|\x00-\x1f]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG])",
        "the name of a PNG or JPEG file in the same folder",
        "around-the-table.jpg",
    ),
]
PhotoData = Annotated[str, EmbeddedPhoto()]
VideoName = Annotated[
    str,
    TextPattern(
        r"[^/\\:*?<>|\x00-\x1f]+\.([mM][pP]4|[wW][eE][bB][mM])",
        "the name of an MP4 or WebM file in the same folder",
        "starting-small-signed.mp4",
    ),
]
_POINT = r"-?\d{1,3}(\.\d{1,2})?,-?\d{1,3}(\.\d{1,2})?"
Points = Annotated[
    str,
    TextPattern(f"{_POINT}( {_POINT}){{2,}}", "three or more points as x,y, separated by spaces", '"0,10 10,10 5,0"'),
]
PathCommands = Annotated[
    str,
    TextPattern(
        f"M {_POINT}( M {_POINT}| L {_POINT}| C {_POINT} {_POINT} {_POINT}| Z)+",
        "M and a point, then L and a point, C and three points, or Z, all separated by spaces",
        '"M 0,10 L 10,10 C 15,10 15,0 10,0 Z"',
    ),
]
Role = Literal[
    "ink",
    "paper",
    "tint",
    "line",
    "muted",
    "brand",
    "dark",
    "sun",
    "theme_1",
    "theme_2",
    "theme_3",
    "theme_4",
    "theme_5",
    "theme_6",
    "skin_1",
    "skin_2",
    "skin_3",
    "skin_4",
    "skin_5",
]
SKIN_ROLES = ("skin_1", "skin_2", "skin_3", "skin_4", "skin_5")
"""The roles of skin colours, from light to dark."""

Minutes = Annotated[int, WholeNumber(1, 480, "minutes")]
Seconds = Annotated[int, WholeNumber(1, 600, "seconds")]
People = Annotated[int, WholeNumber(1, 2000, "people", 12)]
Year = Annotated[int, WholeNumber(1800, 2100, "", 2016)]
Lines = Annotated[int, WholeNumber(1, 25, "lines", 4)]
Weeks = Annotated[int, WholeNumber(1, 156, "weeks", 12)]
SituationNumber = Annotated[int, WholeNumber(1, 60, "", 4)]
Percent = Annotated[int, WholeNumber(0, 100, "per cent", 60)]
PlaceInSeries = Annotated[int, WholeNumber(1, 99, "", 3)]
ThemeNumber = Annotated[int, WholeNumber(1, 99, "", 4)]
Units = Annotated[float, DecimalNumber(-1000, 1000)]
Extent = Annotated[float, DecimalNumber(0.1, 1000)]
Corner = Annotated[float, DecimalNumber(0, 1000)]

ThemeId = Annotated[str, IdOf("theme")]
ToolId = Annotated[str, IdOf("tool")]
PostcardId = Annotated[str, IdOf("postcard")]
ResourceId = Annotated[str, IdOf("resource")]
FilmId = Annotated[str, IdOf("film")]
FormId = Annotated[str, IdOf("form")]
DiagramId = Annotated[str, IdOf("diagram")]
CanvasId = Annotated[str, IdOf("canvas")]
TermId = Annotated[str, IdOf("term")]
ReferenceId = Annotated[str, IdOf("reference")]
PictureId = Annotated[str, IdOf("picture")]
PersonId = Annotated[str, IdOf("person")]
SceneId = Annotated[str, IdOf("scene")]
PurposeId = Annotated[str, IdOf("purpose")]
SeriesId = Annotated[str, IdOf("series")]
WorkshopId = Annotated[str, IdOf("workshop")]

Setting = Literal["in-person", "online", "either"]
Audience = Literal["people who use services", "carers", "staff", "leaders", "anyone together"]
Moment = Literal["opening", "deepening", "deciding", "closing"]
FieldKind = Literal["text", "lines", "choice", "choices", "scale", "date", "number", "signature", "table"]
Mode = Literal["alone", "pairs", "threes", "small groups", "everyone", "listen", "write", "move", "online room"]
