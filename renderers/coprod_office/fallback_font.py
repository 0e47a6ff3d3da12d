"""Use Arial for words that the brand's font cannot show.

Otherwise, programs would take only the missing letters from another font, and the letters of a word would not match.
"""

import re
from copy import deepcopy
from functools import lru_cache
from itertools import groupby

from attrs import evolve
from lxml import etree

from coprod_content.layout.font_metrics import font_metrics
from coprod_content.layout.known_fonts import OFFICE_FALLBACK, UnknownFont, is_office_font
from coprod_content.text.scripts import not_ascii
from coprod_office.parts import PackagePart
from coprod_office.reading.xml import A, Element, W, first_child

_PIECE = re.compile(r"\s+|\S+")
_TYPES = tuple(f".{name}+xml" for name in ("document.main", "header", "footer", "slide", "notesSlide"))
_PRINTABLE_ASCII = frozenset(range(32, 127))
_BEFORE_LATIN = {f"{A}{name}" for name in ("ln", "solidFill", "highlight", "effectLst", "uLnTx", "uFillTx")}


def with_fallback_font(part: PackagePart, family: str) -> PackagePart:
    """Return a part with Arial for words that `family` cannot show.

    These are the words with a character that the font `family` lacks and Arial has. Only slides, notes pages and the
    main text, headers and footers of Word files are changed.
    """
    lacking = _only_in_arial(family)
    if not lacking or not part.content_type.endswith(_TYPES):
        return part
    if _PRINTABLE_ASCII.isdisjoint(lacking) and lacking.isdisjoint(map(ord, not_ascii(part.data))):
        return part
    root = etree.fromstring(part.data)
    for space in (A, W):
        for run in list(root.iter(f"{space}r")):
            _divide(run, space, lacking)
    return evolve(part, data=etree.tostring(root, encoding="UTF-8", standalone=True))


@lru_cache(maxsize=8)
def _only_in_arial(family: str) -> frozenset[int]:
    try:
        return frozenset() if not family or is_office_font(family) else _covered(OFFICE_FALLBACK) - _covered(family)
    except UnknownFont:
        return frozenset()


def _covered(family: str) -> frozenset[int]:
    return font_metrics(family).covered


def _divide(run: Element, space: str, lacking: frozenset[int]) -> None:
    """Divide a run so that words with `lacking` characters are in Arial.

    `space` is the XML namespace of the run. `lacking` contains the code points that Arial has and the brand's font
    lacks. A run that already names a font keeps that font.
    """
    texts = list(run.iterchildren(f"{space}t"))
    words = texts[0].text or "" if len(texts) == 1 else ""
    if lacking.isdisjoint(map(ord, words)):
        return
    for is_lacking, group in groupby(_PIECE.findall(words), key=lambda piece: not lacking.isdisjoint(map(ord, piece))):
        made = deepcopy(run)
        made.tail = None
        made.find(f"{space}t").text = "".join(group)  # type: ignore[union-attr]  # the run has text
        if is_lacking:
            _set_font(made, space)
        run.addprevious(made)
    run.getparent().remove(run)  # type: ignore[union-attr]  # a run is in a paragraph


def _set_font(run: Element, space: str) -> None:
    properties = first_child(run, f"{space}rPr")
    if properties is None:
        properties = etree.Element(f"{space}rPr")
        run.insert(0, properties)
    if space == W:
        if first_child(properties, f"{W}rFonts") is None:
            style = first_child(properties, f"{W}rStyle")
            fonts = etree.Element(f"{W}rFonts", {f"{W}{name}": OFFICE_FALLBACK for name in ("ascii", "hAnsi")})
            properties.insert(0 if style is None else 1, fonts)
    elif first_child(properties, f"{A}latin") is None:
        before = sum(child.tag in _BEFORE_LATIN for child in properties)
        properties.insert(before, etree.Element(f"{A}latin", typeface=OFFICE_FALLBACK))
