"""Read the text of a deck that people might have edited."""

from collections.abc import Iterator

from coprod_content.plugins.edited_file import EditedFile, EditedSection, EditedText
from coprod_office.made_from import made_from
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.slide_shapes import SlideShape, shapes_in
from coprod_office.reading.xml import A, Element, P
from coprod_slides.slide_ids import PREFIX

_AUTOMATIC = ("sldNum", "ftr", "dt", "hdr", "sldImg")
_PARAGRAPHS = f"{A}p"
_NOTES = "notesSlide"


def read_back(data: bytes) -> EditedFile:
    """Return the text of each slide in a deck, with its notes.

    If the file cannot be read, the result has a `problem` and no text.
    """
    try:
        deck = open_deck(data)
        slides = tuple(_slide(deck, part) for _, part in deck.slides())
        return EditedFile(made_from(deck.package), "slide", slides)
    except (FileRefused, KeyError) as error:
        return EditedFile(problem=str(error) if isinstance(error, FileRefused) else "is damaged.")


def _slide(deck: Deck, part: str) -> EditedSection:
    shapes = tuple(_shapes(deck, part))
    title = next((shape for shape in shapes if shape.role == "title"), None)
    words = [
        EditedText(line, box=" ".join(map(str, shape.placeholder or ())))
        for shape in shapes
        if shape is not title
        for line in _lines(shape.element)
    ]
    notes = deck.package.related(part, _NOTES)
    said = [line for shape in _shapes(deck, notes) if shape.role == "body" for line in _lines(shape.element)]
    heading = " ".join(_lines(title.element)) if title else ""
    pictures = sum(shape.kind == "pic" for shape in shapes)
    ids = (shape.name.removeprefix(PREFIX) for shape in shapes if shape.name.startswith(PREFIX))
    return EditedSection(heading, tuple(words), tuple(said), pictures, tuple(ids))


def _shapes(deck: Deck, part: str) -> Iterator[SlideShape]:
    root = deck.package.root(part) if part else None
    tree = None if root is None else root.find(f"{P}cSld/{P}spTree")
    for shape in shapes_in(tree) if tree is not None else ():
        if shape.kind != "grpSp" and not (shape.placeholder and shape.placeholder[0] in _AUTOMATIC):
            yield shape


def _lines(element: Element) -> Iterator[str]:
    """Yield the text of non-empty paragraphs in a shape or table."""
    for paragraph in element.iter(_PARAGRAPHS):
        pieces = (_piece(each) for each in paragraph.iter(f"{A}t", f"{A}br"))
        if words := " ".join("".join(pieces).split()):
            yield words


def _piece(element: Element) -> str:
    return " " if element.tag == f"{A}br" else element.text or ""
