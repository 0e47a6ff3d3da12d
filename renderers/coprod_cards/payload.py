"""The payload: all that the template needs to know of a file, as JSON."""

import json
import re
from datetime import date
from functools import lru_cache

from attrs import fields, frozen

from coprod_cards.frames import CardFrame, frames_of
from coprod_cards.glyphs import drawable, families
from coprod_cards.settings import Designer, Setting
from coprod_cards.sheet import Place, Sheet
from coprod_cards.sides import cards_of
from coprod_cards.stock import Stock
from coprod_cards.words import Words
from coprod_content.brand import Brand, Palette
from coprod_content.document import Document
from coprod_content.measure import Type

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")


@frozen(kw_only=True)
class Properties:
    """What a file says of itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    date: tuple[int, int, int]
    language: str
    region: str


@frozen(kw_only=True)
class Page:
    """A page: what lies where, and a note for whoever prints it."""

    note: str
    cells: tuple[tuple[Place, Setting], ...]


@frozen(kw_only=True)
class Payload:
    """All of a file."""

    properties: Properties
    fonts: tuple[str, ...]
    palette: Palette
    sheet: Sheet
    frame: CardFrame
    imprint: Type
    pages: tuple[Page, ...]


def payload(document: Document, brand: Brand, sheet: Sheet) -> str:
    """The payload of a document on sheets, as JSON."""
    names = families(brand)
    frames = frames_of(brand, sheet.stock)
    frame = frames.cards
    designer = Designer(brand, sheet.stock, Words(frame.face, names), document.imprint)
    made = Payload(
        properties=_properties(document, names),
        fonts=names,
        palette=brand.palette,
        sheet=sheet,
        frame=frame,
        imprint=Type(brand.cards.imprint),
        pages=_pages(designer.settings(cards_of(document, frames)), sheet),
    )
    return json.dumps(made, default=_members, separators=(",", ":"))
