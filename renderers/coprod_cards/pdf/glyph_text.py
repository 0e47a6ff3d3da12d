"""Correct the text that programs read from the glyphs in a PDF.

Typst draws some letters with several glyphs, such as a letter and its accent, and gives each glyph the text of the
whole letter. Without a correction, screen readers and searches would find the letter once for each glyph.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import define
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from coprod_cards.pdf.page_contents import (
    SHOW_SPACED,
    GlyphFont,
    Instruction,
    fonts_of,
    glyph_font,
    instructions_of,
    written,
)
from coprod_content.text.languages import has_letters_from_right

_BEGIN, _END, _FONT = b"BDC", b"EMC", b"Tf"
_BEGINS = (_BEGIN, b"BMC")
_SPAN, _TEXT = NameObject("/Span"), NameObject("/ActualText")


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
    fonts: dict[str, GlyphFont] = {}
    for page in reader.pages:
        by_name = {
            name: fonts[key] if (key := str(font)) in fonts else fonts.setdefault(key, glyph_font(font))
            for name, font in fonts_of(page)
        }
        if any(font.shares_letters for font in by_name.values()):
            instructions = instructions_of(page, reader)
            glyphs = list(_glyphs(instructions, by_name))
            for text, group in groupby(glyphs, key=lambda glyph: glyph.text):
                for letter in _letters(text, list(group)):
                    _share(text, letter)
            if any(glyph.corrected is not None for glyph in glyphs):
                yield page, written(_rewritten(instructions, glyphs))


def text_of_page(page: PageObject, reader: PdfReader) -> str:
    """Return the text of a page's glyphs, in drawing order."""
    fonts = {name: glyph_font(font) for name, font in fonts_of(page)}
    return "".join(glyph.text for glyph in _glyphs(instructions_of(page, reader), fonts))


def _glyphs(instructions: Sequence[Instruction], fonts: dict[str, GlyphFont]) -> Iterator[_Glyph]:
    font, spans = GlyphFont({}, frozenset()), list[_Glyph | None]()
    for at, instruction in enumerate(instructions):
        if instruction.operator == _FONT:
            font = fonts[str(instruction.operands[0])]
        elif instruction.operator in _BEGINS:
            text = _actual_text(instruction)
            spans.append(None if text is None else _Glyph(text, at, None))
        elif instruction.operator == _END:
            if (span := spans.pop()) is not None:
                yield span
        elif instruction.operator == SHOW_SPACED:
            outer = next(filter(None, reversed(spans)), None)
            for piece, item in enumerate(instruction.pieces):
                code = bytes(item) if isinstance(item, ByteStringObject) else b""
                if code and outer:
                    outer.code += code
                    outer.is_mark = outer.is_mark and code in font.marks
                elif code:
                    yield _Glyph(font.texts.get(code, ""), at, piece, code, code in font.marks)


def _actual_text(instruction: Instruction) -> str | None:
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


def _rewritten(instructions: Sequence[Instruction], glyphs: list[_Glyph]) -> list[Instruction]:
    """Return the instructions, changed so that glyphs have their corrected text."""
    corrected = {(glyph.at, glyph.piece): glyph.corrected for glyph in glyphs if glyph.corrected is not None}
    written: list[Instruction] = []
    for at, instruction in enumerate(instructions):
        if instruction.operator == _BEGIN and (at, None) in corrected:
            written.append(_begun(corrected[at, None]))
        elif instruction.operator == SHOW_SPACED:
            pieces = list(instruction.pieces)
            for text, group in groupby(enumerate(pieces), key=lambda pair: corrected.get((at, pair[0]))):
                shown = Instruction((ArrayObject([item for _, item in group]),), SHOW_SPACED)
                written += [shown] if text is None else [_begun(text), shown, Instruction((), _END)]
        else:
            written.append(instruction)
    return written


def _begun(text: str) -> Instruction:
    return Instruction((_SPAN, DictionaryObject({_TEXT: TextStringObject(text)})), _BEGIN)
