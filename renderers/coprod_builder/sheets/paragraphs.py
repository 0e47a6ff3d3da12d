"""Paragraphs: what a paragraph of a document is as strips, a line each. Lengths are points."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_builder.canvas.forms import Shape
from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.breaking import Column, Drawn, Line, lines_of
from coprod_builder.sheets.faces import Faces
from coprod_builder.sheets.inlines import drawing
from coprod_builder.sheets.setting import Setting
from coprod_builder.sheets.strips import Frame, Strip, Thing, depth, drawn, framed, shifted, stacked
from coprod_builder.sheets.styles import Styles
from coprod_builder.sheets.wordfile import W, WordFile, value
from coprod_builder.sheets.words import Folio, Inline, Piece, Said, Tab, Turn, pieces_of

_EXACT = 0.8
_DOWN = {"t": 0.0, "ctr": 0.5, "b": 1.0}
_NO_PAGE = Folio()


@frozen(eq=False, kw_only=True)
class Paragraphs:
    """What sets the paragraphs of a part: the styles and the face, and the numbers of pages that fields show."""

    file: WordFile
    part: str
    styles: Styles
    faces: Faces
    folio: Folio = _NO_PAGE

    def strips(self, paragraph: Element, width: float) -> tuple[Strip, ...]:
        """A paragraph in a column of a width."""
        properties = paragraph.find(f"{W}pPr")
        setting = self.styles.paragraph(properties)
        pieces = [*self._mark(setting), *pieces_of(paragraph, setting.letters, self.styles, self.folio)]
        column = Column(
            start=setting.left + setting.first,
            left=setting.left,
            right=max(width - setting.right, setting.left + setting.letters.size),
            align=setting.align,
            stops=setting.stops,
            every=self.file.tab,
        )
        lines = lines_of([self._piece(each) for each in pieces], column, setting.letters, self.faces)
        words = "".join(each.words for each in pieces if isinstance(each, Said))
        return tuple(_strips(lines, setting, _frame(setting, width), value(properties, "pStyle"), words))

    def _mark(self, setting: Setting) -> Iterator[Piece]:
        """What stands before the words of an entry of a list."""
        mark = self.styles.lists.next(*setting.list) if setting.list[0] else None
        if mark is None:
            return
        yield Said(mark.words, self.styles.letters(setting.letters, mark.properties))
        if mark.suffix == "tab":
            yield Tab()
        elif mark.suffix == "space":
            yield Said(" ", setting.letters)

    def _piece(self, piece: Piece) -> Said | Tab | Turn | Drawn:
        if not isinstance(piece, Inline):
            return piece
        return drawing(piece.element, self.part, self.file, self._lettered)

    def _lettered(self, words: Element, room: Shape, anchor: str) -> Iterator[Thing]:
        """The words of a text box in a room."""
        placed = stacked(framed(self.strips(each, room.width) for each in words.iterchildren(f"{W}p")))
        down = (room.height - depth(placed)) * _DOWN.get(anchor, 0.0)
        yield from shifted(drawn(placed), room.x, room.y + down)


def _frame(setting: Setting, width: float) -> Frame | None:
    edges = setting.edges
    if not (setting.fill or edges.top or edges.left or edges.bottom or edges.right):
        return None
    return Frame(edges, setting.fill, setting.left + min(0.0, setting.first), width - setting.right)


def _strips(lines: list[Line], setting: Setting, frame: Frame | None, style: str, words: str) -> Iterator[Strip]:
    last = len(lines) - 1
    for at, line in enumerate(lines):
        height, base = _height(line, setting)
        alone = setting.widows and at in {0, last - 1}
        strip = Strip(
            height=height,
            things=shifted(line.things, 0.0, base),
            slack=max(0.0, height - base - line.descent),
            kept=setting.keep_next or (at < last and (setting.keep_lines or alone)),
            frame=frame,
            style=style,
            close=setting.close,
        )
        if at == 0:
            strip = evolve(
                strip,
                before=setting.before,
                new_page=setting.new_page,
                words=" ".join(words.split()),
                heading=setting.outline < 9,
            )
        yield evolve(strip, after=setting.after) if at == last else strip


def _height(line: Line, setting: Setting) -> tuple[float, float]:
    """The height of a line, and how far down its letters stand: more than single spacing is below them, what makes up
    the least height above, as LibreOffice has it.
    """
    if setting.exact:
        return setting.exact, setting.exact * _EXACT
    height = line.ascent + line.descent + (setting.line - 1) * line.lettered
    if height < setting.least:
        return setting.least, line.ascent + setting.least - height
    return height, line.ascent
