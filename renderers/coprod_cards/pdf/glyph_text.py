"""Correct the text that programs read from the glyphs in a PDF.

Typst draws some letters with several glyphs, such as a letter and its accent, and gives each glyph the text of the
whole letter. Without a correction, screen readers and searches would find the letter once for each glyph.
"""

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import define, frozen
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from coprod_content.text.languages import has_letters_from_right

_MAPPING = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_BEGIN, _END, _SHOW, _SHOW_SPACED, _FONT = b"BDC", b"EMC", b"Tj", b"TJ", b"Tf"
_BEGINS = (_BEGIN, b"BMC")
_INLINE_IMAGE = b"INLINE IMAGE"
_SPAN, _TEXT = NameObject("/Span"), NameObject("/ActualText")


@frozen
class _Instruction:
    """An operator in a page's content, with its operands."""

    operands: tuple[PdfObject, ...]
    operator: bytes


@frozen
class _Font:
    """The text of each glyph in a font, keyed by glyph code.

    `marks` contains the codes of zero-width glyphs, such as accents.
    """

    texts: dict[bytes, str]
    marks: frozenset[bytes]

    @property
    def shares_letters(self) -> bool:
        """Whether the font may draw one letter with several glyphs."""
        return bool(self.marks) or len(set(self.texts.values())) < len(self.texts)


@define(eq=False)
class _Glyph:
    """A glyph, or a span of glyphs that share one text.

    `at` is the index of the instruction that draws the glyph or begins the span. `piece` is the glyph's index in the
    array that is the operand of that instruction, or None for a span. `corrected` is the corrected text, or None if
    `text` is correct.
    """

    text: str
    at: int
    piece: int | None
    code: bytes = b""
    is_mark: bool = True
    corrected: str | None = None


def corrected_contents(reader: PdfReader) -> Iterator[tuple[PageObject, bytes]]:
    """Yield each page whose text needs correction, and its new content.

    With the new content, programs find each letter once. A letter that is drawn with several glyphs would otherwise be
    found once for each glyph.
    """
    fonts: dict[str, _Font] = {}
    for page in reader.pages:
        by_name = {
            name: fonts[key] if (key := str(font)) in fonts else fonts.setdefault(key, _font(font.get_object()))
            for name, font in _fonts(page)
        }
        if any(font.shares_letters for font in by_name.values()):
            instructions = _instructions(page, reader)
            glyphs = list(_glyphs(instructions, by_name))
            for text, group in groupby(glyphs, key=lambda glyph: glyph.text):
                for letter in _letters(text, list(group)):
                    _share(text, letter)
            if any(glyph.corrected is not None for glyph in glyphs):
                yield page, _written(_rewritten(instructions, glyphs))


def text_of_page(page: PageObject, reader: PdfReader) -> str:
    """Return the text of a page's glyphs, in drawing order."""
    fonts = {name: _font(font.get_object()) for name, font in _fonts(page)}
    return "".join(glyph.text for glyph in _glyphs(_instructions(page, reader), fonts))


def _fonts(page: PageObject) -> list[tuple[str, PdfObject]]:
    """Return the name of each font of a page, and the font or a reference to it."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    found = resources.get("/Font", DictionaryObject()).get_object()
    return [(name, found.raw_get(name)) for name in found]


def _instructions(page: PageObject, reader: PdfReader) -> list[_Instruction]:
    """Return a page's drawing instructions, with each glyph as a separate string."""
    found = ContentStream(page.get("/Contents"), reader).operations
    return [_with_pieces(_Instruction(tuple(operands), name)) for operands, name in found if name != _INLINE_IMAGE]


def _written(instructions: Sequence[_Instruction]) -> bytes:
    out = io.BytesIO()
    for each in instructions:
        for operand in each.operands:
            operand.write_to_stream(out)
            out.write(b" ")
        out.write(each.operator + b"\n")
    return out.getvalue()


def _font(font: DictionaryObject) -> _Font:
    mapped = _MAPPING.findall(font["/ToUnicode"].get_data()) if "/ToUnicode" in font else []
    texts = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in mapped}
    widths: dict[bytes, float] = {}
    descendant = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else DictionaryObject()
    usual, items = float(descendant.get("/DW", 1000)), list(descendant.get("/W", ArrayObject()))
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        found = list(second) if isinstance(second, ArrayObject) else [items.pop(0)] * (int(second) - first + 1)
        widths |= {(first + at).to_bytes(2, "big"): float(width) for at, width in enumerate(found)}
    return _Font(texts, frozenset(code for code in texts if widths.get(code, usual) == 0))


def _with_pieces(instruction: _Instruction) -> _Instruction:
    """Return an instruction that shows text, with glyphs as separate strings.

    Other instructions are returned unchanged.
    """
    if instruction.operator not in (_SHOW, _SHOW_SPACED):
        return instruction
    shown = instruction.operands[0]
    pieces: list[PdfObject] = []
    for item in [shown] if instruction.operator == _SHOW else list(shown):
        if isinstance(item, TextStringObject | ByteStringObject):
            codes = item.original_bytes
            pieces += [ByteStringObject(codes[at : at + 2]) for at in range(0, len(codes), 2)]
        else:
            pieces.append(item)
    return _Instruction((ArrayObject(pieces),), _SHOW_SPACED)


def _glyphs(instructions: Sequence[_Instruction], fonts: dict[str, _Font]) -> Iterator[_Glyph]:
    font, spans = _Font({}, frozenset()), list[_Glyph | None]()
    for at, instruction in enumerate(instructions):
        if instruction.operator == _FONT:
            font = fonts[str(instruction.operands[0])]
        elif instruction.operator in _BEGINS:
            text = _actual_text(instruction)
            spans.append(None if text is None else _Glyph(text, at, None))
        elif instruction.operator == _END:
            if (span := spans.pop()) is not None:
                yield span
        elif instruction.operator == _SHOW_SPACED:
            outer = next(filter(None, reversed(spans)), None)
            for piece, item in enumerate(instruction.operands[0]):
                code = bytes(item) if isinstance(item, ByteStringObject) else b""
                if code and outer:
                    outer.code += code
                    outer.is_mark = outer.is_mark and code in font.marks
                elif code:
                    yield _Glyph(font.texts.get(code, ""), at, piece, code, code in font.marks)


def _actual_text(instruction: _Instruction) -> str | None:
    properties = instruction.operands[-1]
    return str(properties[_TEXT]) if isinstance(properties, DictionaryObject) and _TEXT in properties else None


def _letters(text: str, glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """Divide consecutive glyphs that have the same text into letters.

    `text` is the text that all the glyphs have. If it contains several letters or a vowel sign, the glyphs are divided
    where a sequence of glyphs repeats. If there is no repetition, they are one letter. In any other text, each glyph
    that is not a mark begins a letter. The marks of a letter follow it or, in a right-to-left script, precede it.
    """
    if sum(not _is_mark(character) for character in text) > 1 or any(unicodedata.category(c) == "Mc" for c in text):
        codes = [glyph.code for glyph in glyphs]
        sizes = (size for size in range(1, len(codes) + 1) if codes == codes[:size] * (len(codes) // size))
        size = next(sizes)
        yield from (glyphs[at : at + size] for at in range(0, len(glyphs), size))
        return
    from_right = has_letters_from_right(text)
    letter: list[_Glyph] = []
    for glyph in reversed(glyphs) if from_right else glyphs:
        if letter and not glyph.is_mark:
            yield letter
            letter = []
        letter.append(glyph)
    yield letter


def _share(text: str, letter: list[_Glyph]) -> None:
    """Assign the text of a letter to one of its glyphs.

    The other glyphs of the letter get an empty text. In a right-to-left script, the accents are assigned to a second
    glyph, because programs read the glyphs in the opposite order.
    """
    if len(letter) == 1:
        return
    marks = [glyph for glyph in letter if glyph.is_mark]
    if has_letters_from_right(text) and 0 < len(marks) < len(letter):
        first, accents = next(glyph for glyph in letter if not glyph.is_mark), marks[0]
        shared = {first: "".join(c for c in text if not _is_mark(c)), accents: "".join(filter(_is_mark, text))}
    else:
        shared = {letter[0]: text}
    for glyph in letter:
        words = shared.get(glyph, "")
        glyph.corrected = words if words != glyph.text else None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _rewritten(instructions: Sequence[_Instruction], glyphs: list[_Glyph]) -> list[_Instruction]:
    """Return the instructions, changed so that glyphs have their corrected text."""
    corrected = {(glyph.at, glyph.piece): glyph.corrected for glyph in glyphs if glyph.corrected is not None}
    written: list[_Instruction] = []
    for at, instruction in enumerate(instructions):
        if instruction.operator == _BEGIN and (at, None) in corrected:
            written.append(_begun(corrected[at, None]))
        elif instruction.operator == _SHOW_SPACED:
            pieces = list(instruction.operands[0])
            for text, group in groupby(enumerate(pieces), key=lambda pair: corrected.get((at, pair[0]))):
                shown = _Instruction((ArrayObject([item for _, item in group]),), _SHOW_SPACED)
                written += [shown] if text is None else [_begun(text), shown, _Instruction((), _END)]
        else:
            written.append(instruction)
    return written


def _begun(text: str) -> _Instruction:
    return _Instruction((_SPAN, DictionaryObject({_TEXT: TextStringObject(text)})), _BEGIN)
