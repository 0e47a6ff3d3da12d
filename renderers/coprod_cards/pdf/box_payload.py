"""The JSON data for tuck boxes."""

from attrs import evolve, frozen

from coprod_cards.fonts import families
from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.arranged_sections import arranged_sections
from coprod_cards.layout.card_frame import BELOW_TITLE, CardFrame
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.logo_data import LogoData, logo_data
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_cards.pdf.payload import PHRASES, PdfProperties, as_json, panel_edge, pdf_properties
from coprod_cards.pdf.section_data import SectionData, section_data
from coprod_cards.sheets.tuck_box import INK_BLEED, Net, TuckBox, nets_of, tuck_box
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.stock import PrintRun
from coprod_content.content.drawing import Drawing
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

_MARGIN, _FOOT, _BELOW_THUMB = 7.0, 6.0, 13.0
_PAGE_MARGINS, _LONGEST_LINE = 25.0, 170.0
_SIGN, _IMPRINT_LINES = 9.0, 4
_AROUND_SPINE = 2.0
_GLUE = "Glue"


@frozen(kw_only=True)
class PanelText:
    """The section on a box's front or back, and its text frame."""

    section: SectionData
    frame: CardFrame


@frozen(kw_only=True)
class SpineText:
    """One line of text that runs down a side of the box."""

    words: Runs
    style: TextStyle


@frozen(kw_only=True)
class NetData:
    """A net of the box, with the text to print on it.

    `front` and `back` are None if the net has no such panel, or if the text does not fit on the panel. `spines`
    contains the text for each side in the net, or None if there is no text or the text does not fit.
    """

    net: Net
    front: PanelText | None
    back: PanelText | None
    spines: tuple[SpineText | None, ...]
    note: Runs


@frozen(kw_only=True)
class BoxPayload:
    """All the data for a tuck box and the pages after it.

    `strip` is the picture across the width of the front. The band of colour below the picture is `foot` millimetres
    high. `page` is the geometry of the pages after the box, and `sections` contains the sections on these pages.
    """

    properties: PdfProperties
    fonts: tuple[str, ...]
    palette: Palette
    edge: float
    accent: Accent
    sheet: tuple[float, float]
    bleed: float = INK_BLEED
    foot: float = _FOOT
    margin: float = _MARGIN
    below_thumb: float = _BELOW_THUMB
    imprint: Runs
    imprint_type: TextStyle
    glue: Runs
    strip: Drawing | None
    logo: LogoData | None
    nets: tuple[NetData, ...]
    page: CardGeometry
    frame: CardFrame
    sections: tuple[SectionData, ...]


def box_payload(document: Document, brand: Brand, run: PrintRun) -> str:
    """Return the JSON data for the tuck box of a print run.

    The first section is on the front of the box, and its first subsection is on the back. The box, or several boxes
    together, can hold one card for each item of the first section. All other sections, and any that do not fit on the
    box, are on pages after the box.
    """
    names = families(brand)
    first, *others = arranged_sections(document) or (Section(title=document.title),)
    box = tuck_box(max(1, len(first.items)), run, brand.stock(run.stock), _papers(brand))
    page = _page(box.sheet)
    frame = evolve(frames_of(brand, page).plain, code=0.0)
    text = TextSetter(frame.metrics, names, document.language, _phrases(document, box))
    small = TextStyle(brand.cards.imprint)
    logo = logo_data(brand, "box", box.width - 2 * _MARGIN)
    front, back, left = _panels(first, brand, text, box, logo.height + 2 * logo.clear if logo else 0.0)
    if logo and front is None:
        logo, (front, back, left) = None, _panels(first, brand, text, box)
    heading = TextStyle(brand.guide.heading_2, line=1.15, strong=True)
    rest = (*left, *(part for section in others for part in section.walk()))
    payload = BoxPayload(
        properties=pdf_properties(document, names),
        fonts=names,
        palette=brand.palette,
        edge=panel_edge(brand),
        accent=accent_of(brand, "brand"),
        sheet=box.sheet,
        imprint=_small(document.imprint, box.width - 2 * _MARGIN, small, text),
        imprint_type=small,
        glue=_small(_GLUE, box.height, small, text),
        strip=first.picture,
        logo=logo,
        nets=_nets(box, front, back, _spines((document.title, document.subtitle), box, brand, text), small, text),
        page=page,
        frame=frame,
        sections=tuple(section_data(part, depth, brand, frame, text, heading) for depth, part in rest),
    )
    return as_json(payload)


def _small(words: str, width: float, style: TextStyle, text: TextSetter) -> Runs:
    return text.runs(verbatim(words), width, style) if words.strip() else ()


def _panels(
    first: Section, brand: Brand, text: TextSetter, box: TuckBox, logo: float = 0.0
) -> tuple[PanelText | None, PanelText | None, tuple[tuple[int, Section], ...]]:
    """Return the front panel, the back panel and the remaining sections.

    A panel is None if its text does not fit, or if there is no subsection to print on the back. Each remaining section
    is given with its heading level. `logo` is the height in millimetres to leave free for the logo.
    """
    strip = box.width * first.picture.height / first.picture.width if first.picture else 0.0
    front = _panel(evolve(first, sections=()), 1, brand, text, box, _FOOT + strip + logo)
    back, left = None, [] if front else [(1, evolve(first, sections=()))]
    for at, child in enumerate(first.sections):
        parts = tuple(child.walk())
        if at == 0:
            room = _FOOT + _IMPRINT_LINES * TextStyle(brand.cards.imprint).line_mm
            back = _panel(evolve(child, sections=()), 2 if front else 1, brand, text, box, room)
            parts = parts[1:] if back else parts
        left += [(depth + 1, part) for depth, part in parts]
    return front, back, tuple(left)


def _nets(
    box: TuckBox,
    front: PanelText | None,
    back: PanelText | None,
    spines: tuple[SpineText | None, ...],
    small: TextStyle,
    text: TextSetter,
) -> tuple[NetData, ...]:
    lines = iter(spines)
    return tuple(
        NetData(
            net=net,
            front=front if net.front else None,
            back=back if net.back else None,
            spines=tuple(next(lines) for _ in net.sides),
            note=_small(_note(box, at), box.width, small, text),
        )
        for at, net in enumerate(nets_of(box), 1)
    )


def _note(box: TuckBox, sheet: int) -> str:
    """Return the printing instructions that appear on a sheet.

    `sheet` is counted from 1. The second sheet has shorter instructions than the first.
    """
    several = f"Sheet {sheet} of {box.nets} · " if box.nets > 1 else ""
    copies = f"Print {box.boxes} times" if box.boxes > 1 else "Print"
    if sheet > 1:
        return f"{several}{copies} at 100%"
    cards = f", for {box.cards} cards each," if box.boxes > 1 else ""
    return f"{several}{copies}{cards} at 100% · Cut solid lines, fold dashed lines"


def _phrases(document: Document, box: TuckBox) -> frozenset[str]:
    return document.fixed_phrases | PHRASES | {_GLUE, *(_note(box, at) for at in range(1, box.nets + 1))}


def _papers(brand: Brand) -> tuple[tuple[float, float], ...]:
    return brand.page, evolve(brand, poster=None).poster_page


def _page(sheet: tuple[float, float]) -> CardGeometry:
    """Return the geometry of the pages after the box."""
    width, height = sheet
    margin, low = max(_PAGE_MARGINS, (width - _LONGEST_LINE) / 2), height - _PAGE_MARGINS
    return CardGeometry(width=width, height=height, margin=margin, top=_PAGE_MARGINS, bottom=low, foot=low)


def _panel(
    section: Section, level: int, brand: Brand, text: TextSetter, box: TuckBox, above: float
) -> PanelText | None:
    """Return a panel's text in the largest type that fits, or None.

    `level` is the heading level of the section. `above` is the height at the bottom of the panel to leave free, in
    millimetres.
    """
    bottom = box.height - above - _MARGIN / 2
    geometry = CardGeometry(
        width=box.width, height=box.height, margin=_MARGIN, top=_BELOW_THUMB, bottom=bottom, foot=bottom
    )
    for body in range(max(brand.cards.largest_body, brand.cards.body), brand.cards.body - 1, -1):
        frames = frames_of(evolve(brand, cards=evolve(brand.cards, body=body)), geometry)
        frame = frames.face if level == 1 else frames.plain
        frame = evolve(frame, picture=_SIGN, gap=2.0, idea=frame.body, code=0.0)
        style = frame.title_type(section)
        if style is None:
            continue
        title = frame.title_height_in(section, style)
        if frame.label_height(section) + title + BELOW_TITLE + frame.used_by(section) <= frame.area:
            return PanelText(section=section_data(section, level, brand, frame, text, style), frame=frame)
    return None


def _spines(words: tuple[str, ...], box: TuckBox, brand: Brand, text: TextSetter) -> tuple[SpineText | None, ...]:
    """Return the lines of text for the sides of the box.

    There is one line for each string in `words`. All lines have the same type size. A line is None if its text is empty
    or does not fit.
    """
    room = box.height - 2 * _MARGIN
    styles = [TextStyle(size, line=1.15, strong=True) for size in brand.cards.question]
    thin = [style for style in styles if style.line_mm + _AROUND_SPINE <= box.depth]
    fitting = [[style for style in thin if text.metrics.width(each, style) <= room] for each in words]
    style = min((each[0] for each in fitting if each), key=lambda style: style.size, default=None)
    return tuple(
        SpineText(words=text.runs(verbatim(each), room, style), style=style)
        if style in found and each.strip()
        else None
        for each, found in zip(words, fitting, strict=True)
    )
