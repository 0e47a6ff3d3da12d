"""Mark the language and direction of text in Word files."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby

from attrs import evolve
from lxml import etree

from coprod_content.document.document import Document
from coprod_content.text.languages import (
    LEFT_TO_RIGHT_MARK,
    LanguageRun,
    is_east_asian,
    is_english,
    is_from_right,
    language_runs,
    runs_from_right,
)
from coprod_content.text.scripts import has_foreign_letters, not_ascii
from coprod_guide.fixed_text import PHRASES
from coprod_office import PackagePart
from coprod_office.reading.xml import WP, Element, W, first_child

_PARAGRAPH, _RUN, _TEXT, _FIELD, _TEXT_BOX = (f"{W}{name}" for name in ("p", "r", "t", "fldSimple", "txbxContent"))
_ANCHOR = f"{WP}anchor"
_AFTER_DIRECTION = {
    f"{W}{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
        *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
        *("sectPr", "pPrChange"),
    )
}
_WIDEST_NUMBER = 0.7  # of the indent of a list
_SIDES = {f"{W}left": f"{W}right", f"{W}right": f"{W}left"}
_BORDERS = tuple(f"{W}{side}" for side in ("top", "left", "bottom", "right", "between", "bar"))
_Mark = tuple[str, bool]
"""A run's language, or "" for the document's, and whether it runs from right to left."""


def needs_marks(words: str, language: str) -> bool:
    """Return whether the language or direction of text must be marked.

    `language` is the language of the document.
    """
    return not is_english(language) or has_foreign_letters(words, language)


def with_languages(part: PackagePart, document: Document) -> PackagePart:
    """Return a part with the language and direction of its text marked.

    A part that needs no marks is returned unchanged.
    """
    if not needs_marks(not_ascii(part.data), document.language):
        return part
    root = etree.fromstring(part.data)
    fixed = document.fixed_phrases | PHRASES
    for paragraph in list(root.iter(_PARAGRAPH)):
        runs = [run for run in paragraph.iter(_RUN) if next(run.iterancestors(_PARAGRAPH), None) is paragraph]
        texts = [text for run in runs if (text := first_child(run, _TEXT)) is not None]
        words = "".join(text.text or "" for text in texts)
        from_right = is_from_right(words, document.language)
        if from_right and not words and next(paragraph.iter(_TEXT_BOX, _ANCHOR), None) is not None:
            add_direction(
                _properties(paragraph), on=False
            )  # otherwise, LibreOffice misplaces labels and floating drawings
            if next(paragraph.iter(_ANCHOR), None) is not None:
                etree.SubElement(_properties(paragraph), f"{W}jc").set(f"{W}val", "right")
        elif from_right:
            _set_direction(paragraph)
        pieces = language_runs(words, document.language, fixed)
        _mark_runs(texts, [mark for piece in pieces for mark in _characters(piece, embedded=from_right)])
    if runs_from_right(document.language):
        mirror_borders(root)
        for properties in root.iter(f"{W}tblPr"):
            properties.insert(1, etree.Element(f"{W}bidiVisual"))  # after the style
    return evolve(part, data=etree.tostring(root, encoding="UTF-8", standalone=True))


def mirror_borders(root: Element) -> None:
    """Swap the left and right borders of all paragraphs or paragraph styles.

    In a right-to-left paragraph, Word swaps the indents itself, but not the borders.
    """
    for borders in root.iter(f"{W}pBdr"):
        for side in borders:
            side.tag = _SIDES.get(str(side.tag), side.tag)
        borders[:] = sorted(borders, key=lambda side: _BORDERS.index(str(side.tag)))


def indent_lists(root: Element) -> None:
    """Increase the indents of lists in right-to-left styles or numbering.

    Word draws a number inwards from where the line starts. LibreOffice draws it outwards, so without the extra indent
    the number would be in the page's margin.
    """
    for properties in root.iter(f"{W}pPr"):
        indents = first_child(properties, f"{W}ind")
        is_list = first_child(properties, f"{W}numPr") is not None or properties.getparent().tag == f"{W}lvl"  # type: ignore[union-attr]
        if is_list and indents is not None:
            left, hanging = (int(indents.get(f"{W}{name}", "0")) for name in ("left", "hanging"))
            indents.set(f"{W}left", str(left + round(hanging * _WIDEST_NUMBER)))


def with_indented_lists(numbering: bytes) -> bytes:
    """Return a right-to-left document's numbering part, with its lists indented further."""
    root = etree.fromstring(numbering)
    indent_lists(root)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _set_direction(paragraph: Element) -> None:
    """Make a paragraph run from right to left.

    Its text stays aligned to the same side of the page, if the paragraph sets an alignment.
    """
    properties = _properties(paragraph)
    add_direction(properties)
    etree.SubElement(etree.SubElement(properties, f"{W}rPr"), f"{W}rtl")
    aligned = first_child(properties, f"{W}jc")
    if aligned is not None:  # in such a paragraph, `left` means where lines start, which is the right
        side = f"{W}{aligned.get(f'{W}val')}"
        aligned.set(f"{W}val", _SIDES.get(side, side).removeprefix(W))


def _properties(paragraph: Element) -> Element:
    """Return the `w:pPr` element of a paragraph, adding it if missing."""
    properties = first_child(paragraph, f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def add_direction(properties: Element, *, on: bool = True) -> None:
    """Add `w:bidi` to a `w:pPr` element, in schema order.

    If `on` is false, the paragraph runs from left to right.
    """
    later = (at for at, child in enumerate(properties) if child.tag in _AFTER_DIRECTION)
    properties.insert(next(later, len(properties)), etree.Element(f"{W}bidi", {} if on else {f"{W}val": "0"}))


def remove_direction(styles: Element) -> None:
    """Remove the right-to-left direction from a template's styles."""
    for tag in ("bidi", "rtl"):
        for element in list(styles.iter(f"{W}{tag}")):
            element.getparent().remove(element)  # type: ignore[union-attr]  # the properties that it is in


def _characters(piece: LanguageRun, *, embedded: bool) -> Iterator[tuple[str, _Mark]]:
    """Yield each character of a piece, with its language and direction.

    If `embedded` is true, the first and last characters include any invisible marks that `LanguageRun.embedded` adds.
    """
    words = piece.embedded if embedded else piece.text
    start = words.index(piece.text)
    for at, character in enumerate(piece.text):
        before = words[:start] if at == 0 else ""
        after = words[start + len(piece.text) :] if at == len(piece.text) - 1 else ""
        yield before + character + after, (piece.language, piece.from_right)


def _mark_runs(texts: list[Element], characters: list[tuple[str, _Mark]]) -> None:
    """Divide a paragraph's runs where the language or direction changes.

    `texts` contains the `w:t` elements of the runs, and `characters` all their characters, as `_characters` yields
    them.
    """
    end = 0
    for text in texts:
        run, start, end = text.getparent(), end, end + len(text.text or "")
        assert run is not None  # each text is in a run
        for mark, group in groupby(characters[start:end], key=lambda pair: pair[1]):
            words = "".join(character for character, _ in group)
            piece = _marked(run, words, mark)
            run.addprevious(piece)
            field = run.getparent()
            if field is not None and field.tag == _FIELD and words != words.strip(LEFT_TO_RIGHT_MARK):
                field.addnext(_marked(run, LEFT_TO_RIGHT_MARK, mark))  # Word would lose a mark inside the field
        if start < end:
            run.getparent().remove(run)  # type: ignore[union-attr]  # a run is in a paragraph


def _marked(run: Element, words: str, mark: _Mark) -> Element:
    """Return a copy of a run with new words, language and direction."""
    language, from_right = mark
    made = deepcopy(run)
    made.tail = None
    made.find(_TEXT).text = words  # type: ignore[union-attr]  # the run has text
    properties = first_child(made, f"{W}rPr")
    if (language or from_right) and properties is None:
        properties = etree.Element(f"{W}rPr")
        made.insert(0, properties)
    if properties is not None and from_right:
        etree.SubElement(properties, f"{W}rtl")
    if properties is not None and language:
        kind = "bidi" if from_right else "eastAsia" if is_east_asian(language) else "val"
        etree.SubElement(properties, f"{W}lang").set(f"{W}{kind}", language)
    return made
