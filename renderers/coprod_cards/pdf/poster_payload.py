"""The JSON data for posters and whiteboard pictures."""

from attrs import evolve, frozen

from coprod_cards.fonts import families
from coprod_cards.layout.arranged_sections import arranged_sections
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.logo_data import LogoData, logo_data
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_cards.pdf.payload import PHRASES, PdfProperties, as_json, panel_edge, pdf_properties
from coprod_cards.pdf.section_data import SectionData, section_data
from coprod_content.brand.brand import Brand, Palette
from coprod_content.document.blocks import Figure
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

SCREEN = (338.67, 190.5)
"""The width and height of a slide, in millimetres."""
_A3_SHORT_SIDE, _MARGIN, _FOOT, _BELOW_FOOT = 297.0, 14.0, 16.0, 7.0
_TITLE, _BODY, _IMPRINT = 34, 20, 9  # points on A3


@frozen(kw_only=True)
class PosterData:
    """A poster, which fills several pages if its text needs them."""

    geometry: CardGeometry
    frame: CardFrame
    imprint_size: float
    logo: LogoData | None
    sections: tuple[SectionData, ...]


@frozen(kw_only=True)
class PosterPayload:
    """All the data for a file of posters."""

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    edge: float
    imprint: Runs
    imprint_type: TextStyle
    posters: tuple[PosterData, ...]


def poster_payload(document: Document, brand: Brand, page: tuple[float, float] | None = None) -> str:
    """Return the JSON data for posters, one for each section.

    If `page` is given, it is the width and height of each page in millimetres. Otherwise, pages have the size that the
    brand sets for posters. They are in portrait if the section has a drawing that is taller than it is wide, and
    otherwise in landscape.
    """
    names = families(brand)
    sections = arranged_sections(document) or (Section(title=document.title),)
    posters = tuple(_poster(section, document, brand, names, page) for section in sections)
    width, style = posters[0].frame.width, TextStyle(_IMPRINT)
    text = TextSetter(frames_of(brand, _geometry(SCREEN)).plain.metrics, names, document.language, PHRASES)
    payload = PosterPayload(
        properties=pdf_properties(document, names),
        fonts=names,
        palette=brand.palette,
        edge=panel_edge(brand),
        imprint=text.runs(verbatim(document.imprint), width, style) if document.imprint.strip() else (),
        imprint_type=style,
        posters=posters,
    )
    return as_json(payload)


def _poster(
    section: Section, document: Document, brand: Brand, names: tuple[str, ...], page: tuple[float, float] | None
) -> PosterData:
    short, long = brand.poster_page
    size = page or ((long, short) if _is_wide(section) else (short, long))
    geometry, share = _geometry(size), min(size) / _A3_SHORT_SIDE
    body = max(12, round(_BODY * share))
    frame = evolve(frames_of(evolve(brand, cards=evolve(brand.cards, body=body)), geometry).plain, code=0.0)
    text = TextSetter(frame.metrics, names, document.language, document.fixed_phrases | PHRASES)
    title = TextStyle(_TITLE * share, line=1.15, strong=True)
    parts = tuple(section_data(part, depth, brand, frame, text, title) for depth, part in section.walk())
    logo = logo_data(brand, "poster", frame.width / 4, (_FOOT - _BELOW_FOOT) * share)
    return PosterData(
        geometry=geometry, frame=frame, imprint_size=max(6.0, _IMPRINT * share), logo=logo, sections=parts
    )


def _is_wide(section: Section) -> bool:
    return all(block.drawing.width >= block.drawing.height for block in section.blocks if isinstance(block, Figure))


def _geometry(size: tuple[float, float]) -> CardGeometry:
    width, height = size
    share = min(size) / _A3_SHORT_SIDE
    bottom = height - _FOOT * share
    return CardGeometry(
        width=width, height=height, margin=_MARGIN * share, top=_MARGIN * share, bottom=bottom, foot=bottom
    )
