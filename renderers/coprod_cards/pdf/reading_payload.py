"""The JSON data for single-column reading copies and test sheets."""

from attrs import evolve, frozen

from coprod_cards.fonts import families
from coprod_cards.layout.arranged_sections import arranged_sections
from coprod_cards.layout.blocks import BlockSetter
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.logo_data import LogoData, logo_data
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_cards.pdf.certificate_payload import certificate_blocks
from coprod_cards.pdf.payload import PHRASES, PdfProperties, as_json, panel_edge, pdf_properties
from coprod_cards.pdf.section_data import SectionData, section_data
from coprod_cards.sheets.crop_marks import card_corners
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.document.certificate import CertificateFields
from coprod_content.document.document import FORM_ROLES, Document, Section, is_certificate, is_run_sheet
from coprod_content.document.item_links import linked_sections
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

# Millimetres at the sides, top and bottom.
_MARGINS, _RUN_SHEET_MARGINS, _CERTIFICATE_MARGINS = (30.0, 28.0, 28.0), (12.0, 10.0, 17.0), (30.0, 20.0, 20.0)
_TEST_SHEET_BODY = 14
_KEPT_WHOLE, _KEPT_WHOLE_ON_FORM = 0.8, 0.4  # of a page
_RING = 2.0


@frozen(kw_only=True)
class SectionGroup:
    """A top-level section and its subsections, kept on one page if `together`."""

    together: bool
    sections: tuple[SectionData, ...]


@frozen(kw_only=True)
class AlignmentPattern:
    """An alignment pattern: card outlines, printable area, target ring and note.

    `cards` contains the top left corner of each card, and `card` is the size of a card. `clear` is the width of the
    margin around the printable area, and `ring` is the radius of a target ring. Lengths are in millimetres.
    """

    cards: tuple[tuple[float, float], ...]
    card: tuple[float, float]
    clear: float
    ring: float
    note: Runs


@frozen(kw_only=True)
class ReadingPayload:
    """All the data for a reading copy or a test sheet.

    `heading` is empty on run sheets and certificates, which have no title above their sections, and if the first
    section has the same title as the document. `pattern` is set only for test sheets, and `compact` is true only for
    run sheets. On both of these, each top-level section starts a new page. `certificate` is true only for certificates.
    """

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    edge: float
    geometry: CardGeometry
    frame: CardFrame
    heading: Runs
    heading_type: TextStyle
    groups: tuple[SectionGroup, ...]
    imprint: Runs
    logo: LogoData | None = None
    compact: bool = False
    pattern: AlignmentPattern | None = None
    certificate: bool = False


def reading_payload(document: Document, brand: Brand, stock: Stock | None = None) -> str:
    """Return the JSON data for a PDF in one column.

    Pages are as large as the brand's paper. If `stock` is given, the PDF is a test sheet, and its pages are as large as
    a sheet of that stock.
    """
    names = families(brand)
    compact = stock is None and is_run_sheet(document)
    certificate = stock is None and is_certificate(document)
    geometry = _geometry(document, (stock.sheet_width, stock.sheet_height) if stock else brand.page, compact=compact)
    body = _TEST_SHEET_BODY if stock else max(brand.cards.body, brand.guide.body)
    frame = _frame(brand, geometry, body, compact=compact)
    sections = arranged_sections(document)
    places = linked_sections(evolve(document, sections=sections))
    text = TextSetter(frame.metrics, names, document.language, document.fixed_phrases | PHRASES, places)
    heading = TextStyle(brand.guide.heading_1, line=1.15, strong=True)
    titled = compact or certificate or _is_title(sections[0].title, document)
    top_levels = (1 if titled else 2, *(1 if compact else 2 for _ in sections[1:]))
    sizes = (brand.guide.heading_2 if compact else brand.guide.heading_1, brand.guide.heading_2, brand.guide.heading_3)
    groups = tuple(
        _group(section, brand, sizes, frame, text, level) for section, level in zip(sections, top_levels, strict=True)
    )
    payload = ReadingPayload(
        properties=pdf_properties(document, names),
        fonts=names,
        palette=brand.palette,
        edge=panel_edge(brand),
        geometry=geometry,
        frame=frame,
        heading=() if titled else text.runs(verbatim(document.title), frame.width, heading),
        heading_type=heading,
        groups=_with_entries(groups, document, BlockSetter(frame, text)) if certificate else groups,
        imprint=text.runs(verbatim(document.imprint), frame.width, frame.body) if document.imprint.strip() else (),
        logo=_logo(document, brand, frame, compact=compact) if stock is None else None,
        compact=compact,
        pattern=_pattern(stock, frame, text) if stock else None,
        certificate=certificate,
    )
    return as_json(payload)


def _is_title(title: str, document: Document) -> bool:
    """Return whether a section's title repeats the title of the document.

    Case is ignored, and so is the name of an access edition at the end of the document's title.
    """
    own, known = (words.strip().casefold() for words in (title, document.title))
    return own == known or (bool(document.access) and known.startswith(f"{own}, "))


def _logo(document: Document, brand: Brand, frame: CardFrame, *, compact: bool) -> LogoData | None:
    """Return the logo for the top of a document, or None.

    On a run sheet, the logo is beside the title of the first section. If it does not fit beside the longest title of
    any section, None is returned.
    """
    if not compact:
        return logo_data(brand, "pdf", frame.width)
    logo, style = logo_data(brand, "run_sheet"), TextStyle(brand.guide.heading_1, strong=True)
    longest = max(frame.metrics.width(section.title, style) for section in document.sections)
    return logo if logo and longest + logo.width + logo.clear <= frame.width else None


def _geometry(document: Document, page: tuple[float, float], *, compact: bool) -> CardGeometry:
    usual = _CERTIFICATE_MARGINS if is_certificate(document) else _MARGINS
    side, above, below = _RUN_SHEET_MARGINS if compact else usual
    width, height = page
    if compact and not document.upright:
        width, height = height, width
    bottom = height - below
    return CardGeometry(width=width, height=height, margin=side, top=above, bottom=bottom, foot=bottom)


def _frame(brand: Brand, geometry: CardGeometry, body: int, *, compact: bool) -> CardFrame:
    frame = frames_of(evolve(brand, cards=evolve(brand.cards, body=body)), geometry).plain
    if not compact:
        return evolve(frame, code=0.0, body=evolve(frame.body, after=body / 4))
    tight = evolve(frame.body, line=1.12, after=1.0)  # so that a session fits on one page
    table = evolve(frame.table, line=1.08)
    return evolve(frame, code=0.0, body=tight, small=tight, table=table, gap=1.2, pad=1.1)


def _group(
    section: Section, brand: Brand, sizes: tuple[int, int, int], frame: CardFrame, text: TextSetter, top_level: int
) -> SectionGroup:
    """Return a top-level section and its subsections.

    `sizes` contains the type sizes of headings of levels 1 to 3 in points, and `top_level` is the heading level of the
    section.
    """
    height = sum(
        frame.head_height(part) + sum(frame.height_of(block) + frame.gap for block in part.blocks)
        for _, part in section.walk()
    )
    return SectionGroup(
        together=height < (_KEPT_WHOLE_ON_FORM if section.role in FORM_ROLES else _KEPT_WHOLE) * frame.area,
        sections=tuple(
            section_data(part, level, brand, frame, text, TextStyle(sizes[min(level, 3) - 1], line=1.15, strong=True))
            for level, part in ((depth + top_level - 1, part) for depth, part in section.walk())
        ),
    )


def _with_entries(
    groups: tuple[SectionGroup, ...], document: Document, setter: BlockSetter
) -> tuple[SectionGroup, ...]:
    """Return the section groups of a certificate, with fields as entries.

    Only fields whose answers are typed or written on a line become entries.
    """
    fields = CertificateFields.of(document)
    return tuple(
        evolve(group, sections=(evolve(data, blocks=certificate_blocks(section.blocks, fields, setter)),))
        for section, group in zip(document.sections, groups, strict=True)
        for data in group.sections[:1]
    )


def _pattern(stock: Stock, frame: CardFrame, text: TextSetter) -> AlignmentPattern:
    note = text.runs(verbatim(f"Grey lines: {stock.about}"), frame.width, frame.body)
    size = (stock.width, stock.height)
    return AlignmentPattern(cards=card_corners(stock), card=size, clear=SHEET_CLEAR, ring=_RING, note=note)
