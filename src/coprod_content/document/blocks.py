"""The types of block that a section can contain.

`Block` is a closed union, so a `match` on a block can end in `assert_never`. Titles, labels, alternative text and most
captions are plain strings. Most other text is of type Text. If a string is given instead, it becomes one span and is
not parsed as Markdown.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar, assert_never

from attrs import evolve, field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.document.fill_in import FillIn
from coprod_content.document.given_texts import as_rows, as_text, as_texts, filled
from coprod_content.files.pictures.jpeg import jpeg_size
from coprod_content.text.spans import Text, verbatim

if TYPE_CHECKING:  # processes of plugins start sooner without every kind of item
    from coprod_content.content.model.film import Clip

CalloutKind = Literal["say", "advice", "caution", "access", "evidence"]


@frozen
class Paragraph:
    """A paragraph in one of four styles.

    `body` is for most text, `lead` for a larger opening, `say` for words to say aloud, and `small` for fine print.
    """

    text: Text = field(converter=as_text)
    style: Literal["body", "lead", "say", "small"] = "body"


@frozen
class Bullets:
    """A bulleted list, a numbered list or a checklist.

    In a numbered list, `start` is the number of the first item.
    """

    items: tuple[Text, ...] = field(converter=as_texts)
    style: Literal["bullet", "number", "check"] = "bullet"
    start: int = 1


@frozen
class Fact:
    """A label and its value.

    `sign` is a small picture that cards show beside the fact. It is decorative, so screen readers skip it.
    """

    label: str
    value: Text = field(converter=as_text)
    sign: Drawing | None = None


@frozen
class Facts:
    """A list of labelled facts, with a caption that names their subject."""

    caption: str = field(validator=filled)
    items: tuple[Fact, ...]


@frozen
class Table:
    """A table with a caption, a header row and relative column `widths`."""

    caption: str = field(validator=filled)
    header: tuple[Text, ...] = field(converter=as_texts)
    rows: tuple[tuple[Text, ...], ...] = field(converter=as_rows)
    widths: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        if not self.header or any(len(row) != len(self.header) for row in (*self.rows, self.widths)):
            raise ValueError(
                "a table needs a header, and `widths` and each row must have the same number of entries as the header"
            )
        if min(self.widths) <= 0:
            raise ValueError("the widths of a table must be greater than zero")


@frozen
class Callout:
    """Paragraphs set apart from the main text, under a title."""

    kind: CalloutKind
    title: str = field(validator=filled)
    paragraphs: tuple[Text, ...] = field(converter=as_texts)


@frozen
class Figure:
    """A drawing, with alternative text for people who cannot see it."""

    drawing: Drawing
    alt: str = field(validator=filled)
    caption: Text = field(default=(), converter=as_text)


@frozen
class Photograph:
    """A photo, with alternative text for people who cannot see it.

    `jpeg` is the photo as a JPEG file without metadata. `credit` is printed small below it. In formats that can play
    films, viewers start the `clip`, if any, by selecting the photo.
    """

    jpeg: bytes = field(repr=False)
    alt: str = field(validator=filled)
    credit: Text = field(default=(), converter=as_text)
    clip: "Clip | None" = None

    @property
    def size(self) -> tuple[int, int]:
        """The width and height in pixels. Raises ValueError if `jpeg` is invalid."""
        return jpeg_size(self.jpeg)


@frozen
class Illustrated:
    """Text in simple words, beside a picture that illustrates it.

    The picture is decorative, so screen readers skip it.
    """

    picture: Drawing
    text: Text = field(converter=as_text)


@frozen
class Writing:
    """A question to answer in writing, followed by `lines` ruled lines."""

    prompt: Text = field(converter=as_text)
    lines: int


@frozen
class Signpost:
    """A link whose label makes sense out of context.

    Cards also show the web address as a QR code. `typed` is the part of the address that people need to type, or an
    empty string to show the whole address.
    """

    label: str = field(validator=filled)
    url: str
    typed: str = ""

    @property
    def shown(self) -> str:
        """The address as readers see it."""
        return self.typed or self.url


PaperBlock = Paragraph | Bullets | Facts | Table | Callout | Figure | Photograph | Illustrated | Writing | Signpost
Block = PaperBlock | FillIn
B = TypeVar("B", bound=Block)


def block_texts(block: Block) -> tuple[Text, ...]:
    """Return every piece of text in a block, in reading order."""
    match block:
        case Paragraph(text) | Illustrated(_, text) | Writing(text):
            return (text,)
        case Bullets(items):
            return items
        case Facts(_, items):
            return tuple(text for fact in items for text in (verbatim(fact.label), fact.value))
        case Table(caption, header, rows):
            return (verbatim(caption), *header, *(cell for row in rows for cell in row))
        case Callout(_, title, paragraphs):
            return (verbatim(title), *paragraphs)
        case Figure(_, alt, caption) | Photograph(_, alt, caption):
            return (verbatim(alt), caption) if caption else (verbatim(alt),)
        case FillIn():
            known = map(verbatim, filter(None, (*block.options, block.answer)))
            return (*filter(None, block.heading), *known)
        case Signpost(label):
            return (verbatim(label), verbatim(block.shown))


def map_texts(block: Block, text: Callable[[Text], Text]) -> Block:  # noqa: C901  # one case for each block
    """Return a block with each Text replaced by the result of `text`.

    The function is called with one Text at a time, in reading order. Plain strings, such as titles and labels, are left
    unchanged.
    """
    match block:
        case Paragraph() | Illustrated():
            return evolve(block, text=text(block.text))
        case Bullets():
            return evolve(block, items=tuple(map(text, block.items)))
        case Facts():
            return evolve(block, items=tuple(evolve(fact, value=text(fact.value)) for fact in block.items))
        case Table():
            header = tuple(map(text, block.header))
            return evolve(block, header=header, rows=tuple(tuple(map(text, row)) for row in block.rows))
        case Callout():
            return evolve(block, paragraphs=tuple(map(text, block.paragraphs)))
        case Figure():
            return evolve(block, caption=text(block.caption))
        case Photograph():
            return evolve(block, credit=text(block.credit))
        case Writing():
            return evolve(block, prompt=text(block.prompt))
        case FillIn():
            return evolve(block, help=text(block.help))
        case Signpost():
            return block
        case _ as unreachable:
            assert_never(unreachable)


def part_of(block: B, **changes: object) -> B:
    """Return a copy of a block with changed fields, skipping validation.

    Fitting a document to its pages makes thousands of copies, and validating each one would take most of the time.
    """
    part = object.__new__(type(block))
    for name in block.__match_args__:
        object.__setattr__(part, name, changes[name] if name in changes else getattr(block, name))
    return part
