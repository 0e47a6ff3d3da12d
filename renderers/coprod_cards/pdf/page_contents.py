"""Read and write the instructions and fonts of a PDF page."""

import io
import re
from collections.abc import Sequence

from attrs import frozen
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_MAPPING = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_SHOW, SHOW_SPACED = b"Tj", b"TJ"
_INLINE_IMAGE = b"INLINE IMAGE"


@frozen
class Instruction:
    """An operator in a page's content, with its operands."""

    operands: tuple[PdfObject, ...]
    operator: bytes

    @property
    def pieces(self) -> ArrayObject:
        """The array that is the only operand."""
        (array,) = self.operands
        assert isinstance(array, ArrayObject), "the operator takes an array"
        return array


@frozen
class GlyphFont:
    """The text of each glyph in a font, keyed by glyph code.

    `marks` contains the codes of zero-width glyphs, such as accents.
    """

    texts: dict[bytes, str]
    marks: frozenset[bytes]

    @property
    def shares_letters(self) -> bool:
        """Whether the font might draw one letter with several glyphs."""
        return bool(self.marks) or len(set(self.texts.values())) < len(self.texts)


def fonts_of(page: PageObject) -> list[tuple[str, PdfObject]]:
    """Return a page's fonts, or references to them, with their names."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    found = resources.get("/Font", DictionaryObject()).get_object()
    return [(name, found.raw_get(name)) for name in found]


def instructions_of(page: PageObject, reader: PdfReader) -> list[Instruction]:
    """Return a page's drawing instructions, with each glyph as a separate string.

    Inline images are left out.
    """
    found = ContentStream(page.get("/Contents"), reader).operations
    return [_with_pieces(Instruction(tuple(operands), name)) for operands, name in found if name != _INLINE_IMAGE]


def written(instructions: Sequence[Instruction]) -> bytes:
    """Return instructions as the content of a page."""
    out = io.BytesIO()
    for each in instructions:
        for operand in each.operands:
            operand.write_to_stream(out)
            out.write(b" ")
        out.write(each.operator + b"\n")
    return out.getvalue()


def glyph_font(reference: PdfObject) -> GlyphFont:
    """Return the text of a font's glyphs, and which are marks."""
    font = _dictionary(reference)
    mapping = font.get("/ToUnicode", ArrayObject()).get_object()
    mapped = _MAPPING.findall(mapping.get_data()) if isinstance(mapping, StreamObject) else []
    texts = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in mapped}
    widths: dict[bytes, float] = {}
    descendants = font.get("/DescendantFonts", ArrayObject()).get_object()
    descendant = _dictionary(descendants[0]) if descendants else DictionaryObject()
    usual, items = float(descendant.get("/DW", 1000)), list(descendant.get("/W", ArrayObject()))
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        found = list(second) if isinstance(second, ArrayObject) else [items.pop(0)] * (int(second) - first + 1)
        widths |= {(first + at).to_bytes(2, "big"): float(width) for at, width in enumerate(found)}
    return GlyphFont(texts, frozenset(code for code in texts if widths.get(code, usual) == 0))


def _dictionary(reference: PdfObject) -> DictionaryObject:
    found = reference.get_object()
    assert isinstance(found, DictionaryObject), "the object is a dictionary"
    return found


def _with_pieces(instruction: Instruction) -> Instruction:
    """Return an instruction that shows text, with glyphs as separate strings.

    Other instructions are returned unchanged.
    """
    if instruction.operator not in (_SHOW, SHOW_SPACED):
        return instruction
    pieces: list[PdfObject] = []
    for item in instruction.operands if instruction.operator == _SHOW else instruction.pieces:
        if isinstance(item, TextStringObject | ByteStringObject):
            codes = item.original_bytes
            pieces += [ByteStringObject(codes[at : at + 2]) for at in range(0, len(codes), 2)]
        else:
            pieces.append(item)
    return Instruction((ArrayObject(pieces),), SHOW_SPACED)
