"""The payload: all that the template needs to know of a file, as JSON."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from attrs import AttrsInstance, evolve, fields, frozen

from coprod_cards.layout.card_frames import CardFrame, frames_of
from coprod_cards.layout.card_geometry import CardGeometry, card_geometry
from coprod_cards.layout.card_sides import cards_of
from coprod_cards.layout.imprint import imprint_parts, imprint_runs, with_imprint
from coprod_cards.layout.side_design import SideData, SideSetter
from coprod_cards.layout.text_runs import TextSetter
from coprod_cards.pdf.fonts import drawable, families
from coprod_cards.sheets.crop_marks import CutMark, cut_marks, note_top, outlines
from coprod_cards.sheets.imposition import CardPosition, Imposition
from coprod_content.brand.brand import Brand, Palette
from coprod_content.document.document import Document
from coprod_content.layout.font_metrics import TextStyle

_EDGE = 1.2
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")


@frozen(kw_only=True)
class PdfProperties:
    """What a file says of itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    date: tuple[int, int, int]
    language: str
    region: str


@frozen(kw_only=True)
class PageData:
    """A page: what lies where, a note for whoever prints it, and where to cut: marks, and corners of outlines."""

    note: str
    marks: tuple[CutMark, ...]
    outlines: tuple[tuple[float, float], ...]
    cells: tuple[tuple[CardPosition, SideData], ...]


@frozen(kw_only=True)
class CardsPayload:
    """All of a file. The note of a page begins at a distance from its left and its upper edge. Panels have an `edge` of
    so many points, or none; other fine lines are as heavy.
    """

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    sheet: Imposition
    overhang: float
    note_at: tuple[float, float]
    blank: CardGeometry
    frame: CardFrame
    imprint: TextStyle
    edge: float
    pages: tuple[PageData, ...]


def payload(document: Document, brand: Brand, sheet: Imposition) -> str:
    """The payload of a document on sheets, as JSON."""
    names, blank, type_ = families(brand), card_geometry(sheet.stock, brand.cards), TextStyle(brand.cards.imprint)
    frames = frames_of(brand, blank)
    frame = frames.plain
    words = TextSetter(frame.metrics, names)
    parts = imprint_parts(document.imprint, frame, blank, type_)
    designer = SideSetter(brand, blank, words, imprint_runs(parts, words, frame.width, type_))
    cards = cards_of(with_imprint(document, parts), frames)
    made = CardsPayload(
        properties=properties_of(document, names),
        fonts=names,
        palette=brand.palette,
        sheet=sheet,
        overhang=sheet.overhang,
        note_at=(sheet.stock.x0 + blank.margin, note_top(sheet.stock, type_.line_mm) or 0.0),
        blank=blank,
        frame=frame,
        imprint=type_,
        edge=edge_of(brand),
        pages=_pages(designer.settings(cards), sheet, with_note=note_top(sheet.stock, type_.line_mm) is not None),
    )
    return as_json(made)


def _pages(
    settings: tuple[tuple[SideData, SideData | None], ...], sheet: Imposition, *, with_note: bool
) -> tuple[PageData, ...]:
    """The pages of a file. The sides of a page are in the order of their cards, wherever they lie."""
    cards = len(settings)
    pages = sheet.pages(cards)
    cells: list[list[tuple[CardPosition, SideData]]] = [[] for _ in range(pages)]
    for at, (front, back) in enumerate(settings):
        for place, setting in ((sheet.front(at, cards), front), (sheet.back(at, cards), back)):
            if setting:
                cells[place.page].append((place, setting))
    return tuple(
        PageData(
            note=sheet.note(at, pages) if with_note else "",
            marks=cut_marks(sheet, back=bool(at % 2)),
            outlines=outlines(sheet, back=bool(at % 2)),
            cells=on,
        )
        for at, on in enumerate(_levelled(cells))
    )


def _levelled(pages: list[list[tuple[CardPosition, SideData]]]) -> Iterator[tuple[tuple[CardPosition, SideData], ...]]:
    """Pages on which no heading is more than a level below the one before, which on a sheet may be another card's."""
    level = 0
    for cells in pages:
        on = []
        for place, setting in cells:
            level = min(setting.level, level + 1)
            on.append((place, setting if setting.level == level else evolve(setting, level=level)))
        yield tuple(on)


def edge_of(brand: Brand) -> float:
    """The outline of panels in points, 0 for none."""
    return _EDGE if brand.contrast == "high" else 0.0


def properties_of(document: Document, names: tuple[str, ...]) -> PdfProperties:
    """What a file says of itself, of a document. Raises ValueError where its date is none."""
    day = date.fromisoformat(document.date)
    tag = _LANGUAGE.fullmatch(document.language)
    language, region = tag.groups() if tag else ("und", None)
    return PdfProperties(
        title=drawable(document.title, names),
        subject=drawable(document.subtitle, names),
        author=drawable(document.author, names),
        keywords=tuple(drawable(word, names) for word in document.keywords),
        date=(day.year, day.month, day.day),
        language=language,
        region=region or "",
    )


def as_json(made: AttrsInstance) -> str:
    """A value with its members, and theirs, by name."""
    return json.dumps(made, default=_members, separators=(",", ":"))


def _members(value: object) -> dict[str, object]:
    """The members of a value by name."""
    return {name: getattr(value, name) for name in _names(type(value))}  # type: ignore[arg-type]  # a class is hashable


@lru_cache(maxsize=64)
def _names(kind: type[AttrsInstance]) -> tuple[str, ...]:
    return tuple(member.name for member in fields(kind))
