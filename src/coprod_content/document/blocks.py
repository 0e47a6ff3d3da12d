"""The blocks of a section."""

from typing import Literal

from attrs import Attribute, field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.text.spans import Text, verbatim

CalloutKind = Literal["say", "advice", "caution", "access", "evidence"]


def filled(_: object, attribute: "Attribute[str]", value: str) -> None:
    if not value.strip():
        raise ValueError(f"{attribute.name} must not be empty")


@frozen
class Paragraph:
    """A paragraph. `lead` opens a section in larger type; `say` is spoken aloud; `small` is fine print."""

    text: Text
    style: Literal["body", "lead", "say", "small"] = "body"


@frozen
class Bullets:
    """A list: of points, of numbered entries that start at `start`, or of things to tick off."""

    items: tuple[Text, ...]
    style: Literal["bullet", "number", "check"] = "bullet"
    start: int = 1


@frozen
class Fact:
    """A label and its value."""

    label: str
    value: Text


@frozen
class Facts:
    """Facts at a glance, with a caption that says what they are about."""

    caption: str = field(validator=filled)
    items: tuple[Fact, ...]


@frozen
class Table:
    """A table with a caption, a header row, and rows of as many cells. `widths` are relative."""

    caption: str = field(validator=filled)
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        if not self.header or any(len(row) != len(self.header) for row in (*self.rows, self.widths)):
            raise ValueError("every row of a table, and its widths, has as many cells as its header, at least one")
        if min(self.widths) <= 0:
            raise ValueError("the widths of a table are numbers above zero")


@frozen
class Callout:
    """Paragraphs set apart, with a title that says why."""

    kind: CalloutKind
    title: str = field(validator=filled)
    paragraphs: tuple[Text, ...]


@frozen
class Figure:
    """A Drawing, with the text that stands for it when it is not seen."""

    drawing: Drawing
    alt: str = field(validator=filled)
    caption: Text = ()


@frozen
class Illustrated:
    """An idea in simple words, beside a picture that says the same and is never read out."""

    picture: Drawing
    text: Text


@frozen
class Writing:
    """Something to answer in writing, and the number of ruled lines to leave for it."""

    prompt: Text
    lines: int


@frozen
class Signpost:
    """A link to follow: words that make sense alone, and the address, which a card also shows as a QR code."""

    label: str = field(validator=filled)
    url: str


Block = Paragraph | Bullets | Facts | Table | Callout | Figure | Illustrated | Writing | Signpost


def block_texts(block: Block) -> tuple[Text, ...]:
    """Every text of a block in reading order."""
    match block:
        case Paragraph(text):
            return (text,)
        case Bullets(items):
            return items
        case Facts(_, items):
            return tuple(text for fact in items for text in (verbatim(fact.label), fact.value))
        case Table(caption, header, rows):
            return (verbatim(caption), *header, *(cell for row in rows for cell in row))
        case Callout(_, title, paragraphs):
            return (verbatim(title), *paragraphs)
        case Figure(_, alt, caption):
            return (verbatim(alt), caption) if caption else (verbatim(alt),)
        case Illustrated(_, text):
            return (text,)
        case Writing(prompt):
            return (prompt,)
        case Signpost(label, url):
            return (verbatim(label), verbatim(url))
