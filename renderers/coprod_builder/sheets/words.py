"""The words of a paragraph: letters as they are set, tabs and drawings, in the order of the text."""

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.setting import Letters
from coprod_builder.sheets.styles import Styles
from coprod_builder.sheets.wordfile import W

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_AROUND = {"hyperlink", "ins", "smartTag", "sdtContent"}


@frozen
class Said:
    """Some words."""

    words: str
    letters: Letters


@frozen
class Tab:
    """A tab."""


@frozen
class Turn:
    """A new line."""


@frozen(eq=False)
class Inline:
    """A drawing in the line."""

    element: Element


Piece = Said | Tab | Turn | Inline


@frozen
class Folio:
    """The number of a page, and that of all pages, where fields show them; as the file has them where it is 0."""

    page: int = 0
    of: int = 0

    def shown(self, field: str) -> str:
        """What a field shows, empty where the file says it."""
        name, *_ = (*field.split(), "")
        count = {"PAGE": self.page, "NUMPAGES": self.of}.get(name.upper(), 0)
        return str(count) if count else ""


def pieces_of(holder: Element, letters: Letters, styles: Styles, folio: Folio) -> Iterator[Piece]:
    """What is in a paragraph, or in what is around some of its runs."""
    field: list[str] | None = None
    for child in holder:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "r":
            field = _field(child, field)
            if field is None or not folio.shown("".join(field)):
                yield from _run(child, letters, styles)
            elif child.find(f"{W}fldChar[@{W}fldCharType='separate']") is not None:
                yield Said(folio.shown("".join(field)), styles.letters(letters, child.find(f"{W}rPr")))
        elif name == "fldSimple":
            shown = folio.shown(child.get(f"{W}instr", ""))
            properties = child.find(f"{W}r/{W}rPr")
            inner = pieces_of(child, letters, styles, folio)
            yield from (Said(shown, styles.letters(letters, properties)),) if shown else inner
        elif name in _AROUND:
            yield from pieces_of(child, letters, styles, folio)
        elif name == "sdt":
            yield from (piece for inner in child for piece in _inside(inner, letters, styles, folio))


def _inside(element: Element, letters: Letters, styles: Styles, folio: Folio) -> Iterator[Piece]:
    if element.tag == f"{W}sdtContent":
        yield from pieces_of(element, letters, styles, folio)


def _field(run: Element, before: list[str] | None) -> list[str] | None:
    """What a field that begins or goes on in a run asks for; nothing where none does."""
    marks = [mark.get(f"{W}fldCharType") for mark in run.iterchildren(f"{W}fldChar")]
    if "end" in marks:
        return None
    said = [each.text or "" for each in run.iterchildren(f"{W}instrText")]
    return said if "begin" in marks else before if before is None else [*before, *said]


def _run(run: Element, letters: Letters, styles: Styles) -> Iterator[Piece]:
    set_as = styles.letters(letters, run.find(f"{W}rPr"))
    for child in run:
        match etree.QName(child).localname if isinstance(child.tag, str) else "":
            case "t" if child.text:
                yield Said(child.text, set_as)
            case "tab":
                yield Tab()
            case "br" | "cr":
                yield Turn()
            case "noBreakHyphen":
                yield Said("\u2011", set_as)
            case "drawing":
                yield from (Inline(each) for each in child.iterchildren(_INLINE))
            case "AlternateContent":
                for choice in child.iterchildren(_CHOICE):
                    yield from (Inline(each) for each in choice.iter(_INLINE))
