"""Mark the language and direction of text in PowerPoint, and mirror slides."""

import re
from collections.abc import Container, Iterable
from copy import deepcopy
from itertools import groupby

from attrs import evolve
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.text.languages import (
    LanguageRun,
    is_english,
    is_from_right,
    language_runs,
    phrases_in,
    runs_from_right,
)
from coprod_content.text.scripts import has_foreign_letters, not_ascii
from coprod_office import PackagePart
from coprod_office.parts import THEME_TYPE
from coprod_office.reading.xml import A, Element, P, first_child, is_on
from coprod_office.theme import with_complex_font
from coprod_slides.slide_words import STEP
from coprod_slides.template.placeholder_types import NAMES

_PHRASES = frozenset(
    phrases_in(": ".join((f"{STEP} 1", "1 minute", "2 minutes", "minute", "minutes", *NAMES.values())))
)
_LEVEL = re.compile(rf"{re.escape(A)}(lvl\dpPr|defPPr)")
_MIRRORED = ("slide+xml", "slideLayout+xml", "slideMaster+xml")
_MARKED = (*_MIRRORED, "notesSlide+xml", "notesMaster+xml", "presentation.main+xml")
_SHOWN = ("slide+xml", "notesSlide+xml")
_POSITIONS = (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm")
_SIDES = {"l": "r", "r": "l"}
_FULL_TURN = 360 * 60_000
_RUN, _FIELD = f"{A}r", f"{A}fld"
_RUNS = (_RUN, _FIELD)


def with_languages(
    parts: tuple[PackagePart, ...], document: Document, brand: Brand, width: int
) -> tuple[PackagePart, ...]:
    """Mark the language and direction of text in a deck's parts.

    In a right-to-left language, the theme also gets a font for scripts such as Arabic. Slides are mirrored too, unless
    the brand has a reference deck. A part that needs no changes is returned unchanged. `width` is the width of a slide
    in English Metric Units.
    """
    fixed = document.fixed_phrases | _PHRASES
    return tuple(
        evolve(part, data=with_complex_font(part.data, brand))
        if part.content_type == THEME_TYPE and runs_from_right(document.language)
        else _marked(part, document.language, fixed, width if brand.reference.slides is None else 0)
        if part.content_type.endswith(_MARKED) and _needs_marks(part, document.language)
        else part
        for part in parts
    )


def _needs_marks(part: PackagePart, language: str) -> bool:
    if not is_english(language):
        return True
    return part.content_type.endswith(_SHOWN) and has_foreign_letters(not_ascii(part.data), language)


def _marked(part: PackagePart, language: str, fixed: Container[str], width: int) -> PackagePart:
    root = etree.fromstring(part.data)
    if runs_from_right(language):
        for element in root.iter():
            if _LEVEL.fullmatch(str(element.tag)):
                _turn(element)
        if width and part.content_type.endswith(_MIRRORED):
            _mirror(root, width)
        for table in root.iter(f"{A}tblPr"):
            table.set("rtl", "1")
    for paragraph in list(root.iter(f"{A}p")):
        _mark(paragraph, language, fixed)
    return evolve(part, data=etree.tostring(root, encoding="UTF-8", standalone=True))


def _turn(level: Element) -> None:
    """Make a level of a list style run from right to left.

    Left and right alignment are swapped. A level that already runs from right to left is unchanged.
    """
    if not is_on(level.get("rtl", "0")):
        side = level.get("algn", "l")
        level.set("algn", _SIDES.get(side, side))
        level.set("rtl", "1")


def _mirror(root: Element, width: int) -> None:
    """Move each shape to the opposite side of its slide.

    A figure is moved as a whole. A rotated shape is rotated the opposite way.
    """
    for shape in root.iterfind(f"{P}cSld/{P}spTree/*"):
        found = (shape.find(path) for path in _POSITIONS)
        position = next((each for each in found if each is not None), None)
        offset, extent = (None, None) if position is None else (position.find(f"{A}off"), position.find(f"{A}ext"))
        if position is None or offset is None or extent is None:
            continue
        offset.set("x", str(width - int(offset.get("x", "0")) - int(extent.get("cx", "0"))))
        if turn := int(position.get("rot", "0")):
            position.set("rot", str(_FULL_TURN - turn))


def _mark(paragraph: Element, language: str, fixed: Container[str]) -> None:
    runs = [run for run in paragraph if run.tag in _RUNS and first_child(run, f"{A}t") is not None]
    words = "".join(run.findtext(f"{A}t") or "" for run in runs)
    from_right = is_from_right(words, language)
    if from_right:
        _set_direction(paragraph, language)
    pieces = iter(language_runs(words, language, fixed))
    marks = [(piece, at) for piece in pieces for at in range(len(piece.text))]
    end = 0
    for run in runs:
        start, end = end, end + len(run.findtext(f"{A}t") or "")
        if run.tag == _FIELD:
            continue
        for part_language, group in groupby(marks[start:end], key=lambda mark: mark[0].language):
            run.addprevious(_run(run, _words(group, embedded=from_right), part_language))
        if start < end:
            paragraph.remove(run)


def _words(marks: Iterable[tuple[LanguageRun, int]], *, embedded: bool) -> str:
    """Return, as text, the characters that `marks` refers to.

    Each mark is a language run and the index of a character in it. If `embedded` is true, the text includes the
    invisible marks that `LanguageRun.embedded` adds.
    """
    words = ""
    for piece, group in groupby(marks, key=lambda mark: mark[0]):
        places = [at for _, at in group]
        part = evolve(piece, text=piece.text[places[0] : places[-1] + 1])
        words += part.embedded if embedded else part.text
    return words


def _set_direction(paragraph: Element, language: str) -> None:
    """Make a paragraph run from right to left, aligned to the right.

    A paragraph that sets its own alignment keeps it. A label in a figure stays aligned to the left.
    """
    properties = first_child(paragraph, f"{A}pPr")
    if properties is None:
        properties = etree.Element(f"{A}pPr")
        paragraph.insert(0, properties)
    properties.set("rtl", "1")
    in_figure = next(paragraph.iterancestors(f"{P}grpSp"), None) is not None
    if properties.get("algn") is None and (in_figure or not runs_from_right(language)):
        properties.set("algn", "l" if in_figure else "r")


def _run(run: Element, words: str, language: str) -> Element:
    made = deepcopy(run)
    for text in made.iterchildren(f"{A}t"):
        text.text = words
    for properties in made.iterchildren(f"{A}rPr"):
        if language:
            properties.set("lang", language)
    return made
