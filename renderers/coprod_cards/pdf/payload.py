"""The JSON data from which the Typst template makes cards."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from attrs import AttrsInstance, asdict, evolve, frozen

from coprod_cards.fonts import drawable, families
from coprod_cards.layout.card_division import cards_of
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import CardGeometry, card_geometry
from coprod_cards.layout.logo_data import logo_beside
from coprod_cards.layout.side_layout import SideData, SideDesigner
from coprod_cards.layout.text_runs import TextSetter
from coprod_cards.sheets.crop_marks import CropMark, crop_marks, note_top, outlines
from coprod_cards.sheets.imposition import CardPosition, Imposition
from coprod_content.brand.brand import Brand, Palette
from coprod_content.document.document import Document
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.languages import phrases_in, runs_from_right
from coprod_content.text.spans import verbatim

PHRASES = frozenset(phrases_in("Page 1 of 2"))
"""The English phrases that the templates add."""
_PANEL_EDGE = 1.2  # points, with high contrast
_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")


@frozen(kw_only=True)
class PdfProperties:
    """The properties of a PDF, such as its title and language.

    `from_right` is true if the language is written from right to left.
    """

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    date: tuple[int, int, int]
    language: str
    region: str
    from_right: bool


@frozen(kw_only=True)
class PageData:
    """A page, with its card sides, printing note and crop marks.

    `note` is empty if there is no printing note. `outlines` contains the top left corner of each outline to cut along.
    `cells` contains each card side with its position.
    """

    note: str
    marks: tuple[CropMark, ...]
    outlines: tuple[tuple[float, float], ...]
    cells: tuple[tuple[CardPosition, SideData], ...]


@frozen(kw_only=True)
class CardsPayload:
    """All the data for a file of cards.

    `note_at` is the position of the printing note and `sign` is the size of the picture on faces, both in millimetres.
    `edge` is the weight in points of the outlines around panels, or 0 for no outlines. Lines in tables and lines to
    write on are at least as heavy as these outlines.
    """

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    imposition: Imposition
    overhang: float
    note_at: tuple[float, float]
    geometry: CardGeometry
    sign: float
    imprint: TextStyle
    edge: float
    pages: tuple[PageData, ...]


def cards_payload(document: Document, brand: Brand, imposition: Imposition) -> str:
    """Return the JSON data for a PDF of cards.

    The document must already have been fitted to the cards.
    """
    names, stock = families(brand), imposition.stock
    frames = frames_of(brand, card_geometry(stock, brand.cards)).for_document(document)
    frame, geometry, imprint = frames.plain, frames.geometry, frames.imprint
    text = TextSetter(frame.metrics, names, document.language, document.fixed_phrases | PHRASES)
    logo = logo_beside(document.imprint, brand, frames)
    width = frame.width - (logo.width + logo.clear if logo else 0.0)
    parts = frames.imprint_parts(document.imprint, width)
    imprint_runs = tuple(text.runs(verbatim(part), width, imprint) for part in parts)
    sides = SideDesigner(brand, frames, text, imprint_runs, logo).sides(cards_of(document, frames))
    note_y = note_top(stock, imprint.line_mm)
    payload = CardsPayload(
        properties=pdf_properties(document, names),
        fonts=names,
        palette=brand.palette,
        imposition=imposition,
        overhang=imposition.overhang,
        note_at=(stock.x0 + geometry.margin, note_y or 0.0),
        geometry=geometry,
        sign=geometry.sign,
        imprint=imprint,
        edge=panel_edge(brand),
        pages=_pages(sides, imposition, with_note=note_y is not None),
    )
    return as_json(payload)


def _pages(
    cards: tuple[tuple[SideData, SideData | None], ...], imposition: Imposition, *, with_note: bool
) -> tuple[PageData, ...]:
    count = imposition.pages(len(cards))
    pages: list[list[tuple[CardPosition, SideData]]] = [[] for _ in range(count)]
    for at, (front, back) in enumerate(cards):
        for position, side in ((imposition.front(at, len(cards)), front), (imposition.back(at, len(cards)), back)):
            if side:
                pages[position.page].append((position, side))
    return tuple(
        PageData(
            note=imposition.note(at, count) if with_note else "",
            marks=crop_marks(imposition, back=bool(at % 2)),
            outlines=outlines(imposition, back=bool(at % 2)),
            cells=cells,
        )
        for at, cells in enumerate(_without_skipped_levels(pages))
    )


def _without_skipped_levels(
    pages: list[list[tuple[CardPosition, SideData]]],
) -> Iterator[tuple[tuple[CardPosition, SideData], ...]]:
    """Yield each page's sides, promoting headings that would skip a level."""
    level = 0
    for cells in pages:
        levelled = []
        for position, side in cells:
            level = min(side.level, level + 1)
            levelled.append((position, side if side.level == level else evolve(side, level=level)))
        yield tuple(levelled)


def panel_edge(brand: Brand) -> float:
    """Return the weight of panel outlines, in points, or 0 for none."""
    return _PANEL_EDGE if brand.contrast == "high" else 0.0


def pdf_properties(document: Document, font_names: tuple[str, ...]) -> PdfProperties:
    """Return the PDF properties for a document.

    Characters that the fonts in `font_names` cannot draw are replaced. Raises ValueError if the document's date is
    invalid.
    """
    day = date.fromisoformat(document.date)
    tag = _LANGUAGE_TAG.fullmatch(document.language)
    language, region = tag.groups() if tag else ("und", None)
    return PdfProperties(
        title=drawable(document.title, font_names),
        subject=drawable(document.subtitle, font_names),
        author=drawable(document.author, font_names),
        keywords=tuple(drawable(word, font_names) for word in document.keywords),
        date=(day.year, day.month, day.day),
        language=language,
        region=region or "",
        from_right=runs_from_right(document.language),
    )


def as_json(payload: AttrsInstance) -> str:
    """Serialise an attrs instance, including nested instances, as JSON."""
    return json.dumps(payload, default=partial(asdict, recurse=False), separators=(",", ":"))
