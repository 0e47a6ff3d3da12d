"""Convert the blocks of a document to data for the Typst template."""

from typing import assert_never

from attrs import evolve, frozen

from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.qr_code import qr_code
from coprod_cards.layout.text_runs import Runs, TextRun, TextSetter
from coprod_content.content.drawing import Drawing, Label, Shape
from coprod_content.document.blocks import (
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    PaperBlock,
    Paragraph,
    Photograph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.text.spans import Span, Text, verbatim
from coprod_content.text.urls import url_fault


@frozen(kw_only=True)
class BlockData:
    """A block in the form that the Typst template reads.

    Lengths are in millimetres. Fields that a kind of block does not use keep their defaults. `texts` contains
    paragraphs, list entries, the values of facts, or table cells row by row. `heads` contains the number before each
    entry of a numbered list, or the label before each fact. `signs` contains the small picture above each fact, or None
    for a fact without one. `size` is the width and height of a photograph, or of a drawing in its own units, and
    `scale` is the number of millimetres per unit of the drawing. If `turned` is true, the drawing is rotated. `code`
    contains the rows of a QR code, and `photo` contains the bytes of a JPEG file.
    """

    kind: str
    style: str = ""
    title: Runs = ()
    texts: tuple[Runs, ...] = ()
    heads: tuple[Runs, ...] = ()
    widths: tuple[float, ...] = ()
    lines: int = 0
    scale: float = 1.0
    turned: bool = False
    size: tuple[float, float] = (0.0, 0.0)
    signs: tuple[Drawing | None, ...] = ()
    alt: str = ""
    code: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ()
    photo: tuple[int, ...] = ()


@frozen
class BlockSetter:
    """Converts blocks to data for the Typst template.

    `frame` is the text frame that determines the widths and text styles of the blocks. `text` converts their text to
    runs.
    """

    frame: CardFrame
    text: TextSetter

    def block_data(self, block: PaperBlock) -> BlockData:
        """Return a block as data for the Typst template."""
        frame = self.frame
        match block:
            case Paragraph(text, style):
                return BlockData(kind="paragraph", style=style, texts=(self._body(text, frame.width),))
            case Bullets(items, style):
                texts = tuple(self._body(item, frame.width - frame.indent) for item in items)
                return BlockData(kind="list", style=style, texts=texts, heads=self._numbers(block))
            case Facts():
                return self._band_facts(block) if frame.band_width else self._facts(block)
            case Table():
                return self._table(block)
            case Callout(kind, title, paragraphs):
                inner = frame.width - 4 * frame.pad
                texts = tuple(self._body(text, inner) for text in paragraphs)
                return BlockData(kind="callout", style=kind, title=self._label(title, inner), texts=texts)
            case Figure() | Photograph():
                return self._figure(block) if isinstance(block, Figure) else self._photograph(block)
            case Illustrated():
                return self._illustrated(block)
            case Writing(prompt, lines):
                return BlockData(kind="writing", texts=(self._body(prompt, frame.width),), lines=lines)
            case Signpost():
                return self._signpost(block)
            case _ as unreachable:
                assert_never(unreachable)

    def _body(self, text: Text, width: float) -> Runs:
        return self.text.runs(text, width, self.frame.body)

    def _label(self, words: str, width: float) -> Runs:
        return self.text.runs(verbatim(words), width, self.frame.label)

    def _numbers(self, bullets: Bullets) -> tuple[Runs, ...]:
        if bullets.style != "number":
            return ()
        numbers = range(bullets.start, bullets.start + len(bullets.items))
        return tuple((TextRun((f"{number}.",)),) for number in numbers)

    def _facts(self, facts: Facts) -> BlockData:
        frame = self.frame
        inner = frame.tile_width - 2 * frame.pad
        return BlockData(
            kind="facts",
            title=self._label(facts.caption, frame.width),
            heads=tuple(self._label(fact.label, inner) for fact in facts.items),
            texts=tuple(self.text.runs(fact.value, inner, frame.table) for fact in facts.items),
            widths=(frame.tile_width,) * frame.columns,
        )

    def _band_facts(self, facts: Facts) -> BlockData:
        frame = self.frame
        return BlockData(
            kind="band",
            heads=tuple(self._label(fact.label, frame.band_width) for fact in facts.items),
            texts=tuple(self.text.runs(fact.value, frame.band_width, frame.table) for fact in facts.items),
            signs=tuple(fact.sign for fact in facts.items),
            widths=(frame.band_width,),
        )

    def _table(self, table: Table) -> BlockData:
        frame = self.frame
        widths = frame.column_widths(table)
        rows = (table.header, *table.rows)
        return BlockData(
            kind="table",
            title=self._label(table.caption, frame.width),
            texts=tuple(
                self.text.runs(cell, width - 2 * frame.pad, frame.table)
                for row in rows
                for cell, width in zip(row, widths, strict=True)
            ),
            widths=widths,
        )

    def _figure(self, figure: Figure) -> BlockData:
        frame, drawing = self.frame, figure.drawing
        turned = frame.is_turned(figure)
        across, along = (drawing.height, drawing.width) if turned else (drawing.width, drawing.height)
        return BlockData(
            kind="figure",
            texts=(self._body(figure.caption, frame.width),) if figure.caption else (),
            alt=self.text.drawable(figure.alt),
            scale=min(frame.width / across, frame.drawing_height(figure) / along),
            turned=turned,
            size=(drawing.width, drawing.height),
            shapes=self._shapes(drawing),
        )

    def _photograph(self, photo: Photograph) -> BlockData:
        frame, (width, height) = self.frame, photo.size
        below = frame.text_height(photo.credit, frame.width, frame.small) if photo.credit else 0.0
        tall = min(frame.height_of(photo) - below, frame.width * height / width)
        return BlockData(
            kind="photo",
            texts=(self._body(photo.credit, frame.width),) if photo.credit else (),
            alt=self.text.drawable(photo.alt),
            size=(tall * width / height, tall),
            photo=tuple(photo.jpeg),
        )

    def _illustrated(self, block: Illustrated) -> BlockData:
        frame, drawing = self.frame, block.picture
        return BlockData(
            kind="illustrated",
            texts=(self.text.runs(block.text, frame.beside_picture, frame.idea),),
            scale=frame.picture / max(drawing.width, drawing.height),
            size=(drawing.width, drawing.height),
            shapes=self._shapes(drawing),
        )

    def _shapes(self, drawing: Drawing) -> tuple[Shape, ...]:
        return tuple(
            evolve(shape, text=self.text.drawable(shape.text)) if isinstance(shape, Label) else shape
            for shape in drawing.shapes
        )

    def _signpost(self, signpost: Signpost) -> BlockData:
        frame = self.frame
        inner = frame.width - frame.code - frame.gap
        url = "" if url_fault(signpost.url) else signpost.url
        texts = (Span(signpost.label, url=url),), verbatim(signpost.shown)
        return BlockData(
            kind="signpost",
            texts=tuple(self.text.runs(text, inner, frame.small) for text in texts),
            alt=self.text.drawable(f"QR code for {signpost.shown}"),
            code=qr_code(signpost.url, frame.code),
        )
