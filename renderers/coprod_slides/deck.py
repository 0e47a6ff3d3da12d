"""Assemble the parts of a PowerPoint file, including slides and notes."""

import hashlib
from collections.abc import Iterator
from itertools import count, groupby, repeat
from uuid import NAMESPACE_URL, uuid5

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import LogoPicture
from coprod_content.content.model.film import Clip
from coprod_content.document.document import Document
from coprod_office import (
    HEAD,
    PackagePart,
    application_properties,
    attribute,
    content_types,
    core_properties,
    custom_properties,
    package_relationships,
    relationships_part,
)
from coprod_office.parts import APPLICATION_TYPE, CORE_TYPE, JPEG_TYPE, SVG_TYPE
from coprod_slides.deck_fonts import KEEP_FONTS, embedded_font, font_of
from coprod_slides.drawingml import (
    DRAWING,
    JUMP,
    LOGO,
    LOGO_DRAWING,
    NAMESPACES,
    NO_LINE,
    PHOTO,
    emu,
)
from coprod_slides.slide.clips import clip_parts, clip_targets
from coprod_slides.template.deck_template import DeckTemplate
from coprod_slides.template.masters import NOTES_HEIGHT, NOTES_WIDTH, text_defaults
from coprod_slides.template.type_sizes import line_spacing
from coprod_slides.theme_colours import INK, RoleColours, role_colours, template_colours

TABLE_STYLE = "{6B1C2B3E-2C0B-5C55-9C53-0D7B0A6F51E4}"
PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"
_FINE_RULE, _TABLE_RULE = 0.25, 0.5
_FIRST_SLIDE = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_BOLD = ' b="on"'
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


@frozen(kw_only=True)
class WrittenSlide:
    """A slide's XML, with its notes, links and the parts it uses.

    `layout` is the name of a part, and `group` the name of a PowerPoint section. In a slide, relationship `rId1` is the
    layout, `rId2` the notes, `rId3` the logo, and `rId4` onwards are links. The ids of `photos` begin with PHOTO, and
    those of `clips` with CLIP, MEDIA or CAPTIONS. In a slide's notes, `rId1` is the notes master, `rId2` the slide, and
    `rId3` onwards are links.
    """

    xml: bytes
    layout: str
    group: str
    links: tuple[str, ...] = ()
    photos: tuple[bytes, ...] = ()
    clips: tuple[Clip, ...] = ()
    logo: LogoPicture | None = None
    notes: bytes = b""
    note_links: tuple[str, ...] = ()


def _logo_parts(logo: LogoPicture) -> tuple[PackagePart, ...]:
    picture = PackagePart(f"ppt/media/logo.{logo.suffix}", logo.content_type, logo.data)
    drawing = PackagePart("ppt/media/logo.svg", SVG_TYPE, logo.office_svg.encode())
    return (picture, drawing) if logo.office_svg else (picture,)


def _photo_name(jpeg: bytes) -> str:
    return f"ppt/media/photo-{hashlib.sha256(jpeg).hexdigest()[:12]}.jpg"


def deck_parts(
    template: DeckTemplate,
    slides: tuple[WrittenSlide, ...],
    document: Document,
    brand: Brand,
) -> tuple[PackagePart, ...]:
    """Return all package parts of a deck, content types first."""
    logo = next((slide.logo for slide in slides if slide.logo), None)
    fonts, listed = embedded_font(font_of(template, brand), len(template.masters) + len(slides) + 6)
    main = PackagePart(
        "ppt/presentation.xml",
        f"{PRESENTATION_ML}.presentation.main+xml",
        _presentation(template, slides, document.language, line_spacing(brand, brand.slides.line), listed),
    )
    parts = (
        *_fixed_parts(document, len(slides)),
        PackagePart("ppt/tableStyles.xml", f"{PRESENTATION_ML}.tableStyles+xml", _table_styles(template, brand)),
        main,
        _presentation_relationships(template, len(slides), fonts),
        *fonts,
        *template.parts,
        *(_logo_parts(logo) if logo else ()),
        *(
            PackagePart(_photo_name(each), JPEG_TYPE, each)
            for each in dict.fromkeys(photo for slide in slides for photo in slide.photos)
        ),
        *clip_parts(clip for slide in slides for clip in slide.clips),
        *(part for number, slide in enumerate(slides, start=1) for part in _slide_parts(number, slide, template)),
    )
    return (content_types(parts), *parts)


def _fixed_parts(document: Document, slides: int) -> tuple[PackagePart, ...]:
    custom = custom_properties(document)
    count = f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides>"
    return (
        package_relationships("ppt/presentation.xml", custom=bool(custom)),
        PackagePart("docProps/core.xml", CORE_TYPE, core_properties(document)),
        PackagePart("docProps/app.xml", APPLICATION_TYPE, application_properties(document, count)),
        *custom,
        PackagePart("ppt/presProps.xml", f"{PRESENTATION_ML}.presProps+xml", _empty("presentationPr")),
        PackagePart("ppt/viewProps.xml", f"{PRESENTATION_ML}.viewProps+xml", _empty("viewPr")),
    )


def _empty(name: str) -> bytes:
    return f"{HEAD}<p:{name} {NAMESPACES}></p:{name}>".encode()


def _table_styles(template: DeckTemplate, brand: Brand) -> bytes:
    """Return XML for a table style with banded rows and dark headers.

    All borders are specified, because some programs draw any that are not.
    """
    colours = colours_of(template, brand)
    rule, colour = (_TABLE_RULE, INK) if brand.contrast == "high" else (_FINE_RULE, colours.line)
    line = f'<a:ln w="{emu(rule)}" cap="flat" cmpd="sng">{colour.fill}<a:prstDash val="solid"/></a:ln>'
    borders = "".join(
        f"<a:{side}>{line if side in ('bottom', 'insideH') else NO_LINE}</a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
    ink, paper, main = (colours.of(role) for role in ("ink", "paper", "brand"))
    whole = f"<a:tcBdr>{borders}</a:tcBdr><a:fill>{paper.fill}</a:fill>"
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{DRAWING}" def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" '
        f'styleName="Rules"><a:wholeTbl>{_table_text(ink.xml)}<a:tcStyle>{whole}</a:tcStyle></a:wholeTbl>'
        f"<a:band2H><a:tcStyle><a:tcBdr/><a:fill>{colours.tint.fill}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstRow>{_table_text(paper.xml, _BOLD)}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{main.fill}</a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def colours_of(template: DeckTemplate, brand: Brand) -> RoleColours:
    """Return the colours of roles, in terms of a template's theme."""
    if template.adopted:
        return template_colours(brand.palette, template.adopted.slots)
    return role_colours(brand.palette, template.light_2)


def _table_text(colour: str, attributes: str = "") -> str:
    return f'<a:tcTxStyle{attributes}><a:fontRef idx="minor"/>{colour}</a:tcTxStyle>'


def _slide_parts(number: int, slide: WrittenSlide, template: DeckTemplate) -> tuple[PackagePart, ...]:
    name, notes = f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml"
    logos = (f"/{part.name}" for part in _logo_parts(slide.logo)) if slide.logo else ()
    targets = (
        ("rId1", "slideLayout", f"/{slide.layout}"),
        *((("rId2", "notesSlide", f"/{notes}"),) if slide.notes else ()),
        *(zip((LOGO, LOGO_DRAWING), repeat("image"), logos)),
        *((f"{PHOTO}{n}", "image", f"/{_photo_name(jpeg)}") for n, jpeg in enumerate(slide.photos, start=1)),
        *clip_targets(slide.clips),
        *_link_targets(slide.links, 4),
    )
    parts = (PackagePart(name, f"{PRESENTATION_ML}.slide+xml", slide.xml), relationships_part(name, targets))
    if not slide.notes:
        return parts
    note_targets = (
        ("rId1", "notesMaster", f"/{template.notes_master}"),
        ("rId2", "slide", f"/{name}"),
        *_link_targets(slide.note_links, 3),
    )
    note_part = PackagePart(notes, f"{PRESENTATION_ML}.notesSlide+xml", slide.notes)
    return (*parts, note_part, relationships_part(notes, note_targets))


def _link_targets(links: tuple[str, ...], first: int) -> Iterator[tuple[str, str, str]]:
    for number, link in enumerate(links, start=first):
        slide = f"/ppt/slides/slide{link.removeprefix(JUMP)}.xml"
        yield f"rId{number}", *(("slide", slide) if link.startswith(JUMP) else ("hyperlink", link))


def _presentation(
    template: DeckTemplate, slides: tuple[WrittenSlide, ...], language: str, line: int, fonts: str
) -> bytes:
    masters = "".join(
        f'<p:sldMasterId id="{id_}" r:id="rId{at}"/>' for at, (id_, _) in enumerate(template.masters, start=1)
    )
    first = len(template.masters) + 6
    listed = "".join(f'<p:sldId id="{_FIRST_SLIDE + at}" r:id="rId{first + at}"/>' for at in range(len(slides)))
    return (
        f"{HEAD}<p:presentation {NAMESPACES}{KEEP_FONTS if fonts else ''}>"
        f"<p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{len(template.masters) + 1}"/></p:notesMasterIdLst>'
        f"{f'<p:sldIdLst>{listed}</p:sldIdLst>' if slides else ''}"
        f'<p:sldSz cx="{template.width}" cy="{template.height}"/>'
        f'<p:notesSz cx="{emu(NOTES_WIDTH)}" cy="{emu(NOTES_HEIGHT)}"/>{fonts}'
        f"<p:defaultTextStyle>{text_defaults(language, line)}</p:defaultTextStyle>{_sections(slides)}</p:presentation>"
    ).encode()


def _presentation_relationships(template: DeckTemplate, slides: int, fonts: tuple[PackagePart, ...]) -> PackagePart:
    targets = (
        *(("slideMaster", name) for _, name in template.masters),
        ("notesMaster", template.notes_master),
        ("presProps", "ppt/presProps.xml"),
        ("viewProps", "ppt/viewProps.xml"),
        ("tableStyles", "ppt/tableStyles.xml"),
        ("theme", template.theme),
        *(("slide", f"ppt/slides/slide{number}.xml") for number in range(1, slides + 1)),
        *(("font", font.name) for font in fonts),
    )
    numbered = tuple((f"rId{at}", kind, f"/{name}") for at, (kind, name) in enumerate(targets, start=1))
    return relationships_part("ppt/presentation.xml", numbered)


def _sections(slides: tuple[WrittenSlide, ...]) -> str:
    if not slides:
        return ""
    names: set[str] = set()
    written = []
    for group, run in groupby(enumerate(slides), key=lambda numbered: numbered[1].group):
        name = _new_name(group, names)
        listed = "".join(f'<p14:sldId id="{_FIRST_SLIDE + at}"/>' for at, _ in run)
        id_ = f"{{{str(uuid5(NAMESPACE_URL, f'coprod_content:section:{name}')).upper()}}}"
        written.append(
            f'<p14:section name={attribute(name)} id="{id_}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
        )
    sections = f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(written)}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{_SECTIONS}">{sections}</p:ext></p:extLst>'


def _new_name(group: str, names: set[str]) -> str:
    """Return a unique section name, and add its casefolded form to `names`."""
    numbered = (group if number == 1 else f"{group} ({number})" for number in count(1))
    name = next(name for name in numbered if name.casefold() not in names)
    names.add(name.casefold())
    return name
