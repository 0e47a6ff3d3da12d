"""The deck: a presentation with its slides, notes and named sections, as the parts of a package."""

from itertools import count, groupby
from uuid import NAMESPACE_URL, uuid5

from attrs import frozen

from coprod_office import attribute
from coprod_slides.drawingml import HEAD, NAMESPACES, emu
from coprod_slides.package_parts import TYPES, PackagePart, content_types, fixed_parts, rels
from coprod_slides.slide.logo import LogoPicture
from coprod_slides.template.deck_template import DeckTemplate
from coprod_slides.template.slide_master import NOTES_HEIGHT, NOTES_WIDTH, text_defaults

_FIRST_SLIDE = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


@frozen(kw_only=True)
class WrittenSlide:
    """A slide as it is written: its XML, the part of its layout, the addresses that it links to, and its notes.

    Relationships are numbered: layout 1, notes 2, logo 3, links from 4; in notes their master 1, slide 2, links from 3.
    """

    xml: bytes
    layout: str
    group: str
    links: tuple[str, ...] = ()
    logo: str = ""
    notes: bytes = b""
    note_links: tuple[str, ...] = ()


def deck_parts(
    template: DeckTemplate, pages: tuple[WrittenSlide, ...], core: bytes, language: str, logo: LogoPicture | None = None
) -> tuple[PackagePart, ...]:
    """Every part of a deck."""
    fixed = fixed_parts(core, len(pages))
    main = PackagePart("ppt/presentation.xml", TYPES["presentation"], _presentation(template, pages, language))
    carried = template.in_language(language)
    written = tuple(part for at, page in enumerate(pages, start=1) for part in _slide_parts(at, page, template))
    media = (PackagePart(logo.part, logo.content_type, logo.data),) if logo else ()
    parts = (*fixed, main, _presentation_rels(template, len(pages)), *carried, *media, *written)
    return (content_types(parts), *parts)


def _slide_parts(at: int, page: WrittenSlide, template: DeckTemplate) -> tuple[PackagePart, ...]:
    name, notes = f"ppt/slides/slide{at}.xml", f"ppt/notesSlides/notesSlide{at}.xml"
    targets = (
        ("rId1", "slideLayout", f"/{page.layout}"),
        *((("rId2", "notesSlide", f"/{notes}"),) if page.notes else ()),
        *((("rId3", "image", f"/{page.logo}"),) if page.logo else ()),
        *((f"rId{n}", "hyperlink", url) for n, url in enumerate(page.links, start=4)),
    )
    slide = (PackagePart(name, TYPES["slide"], page.xml), rels(name, targets))
    if not page.notes:
        return slide
    note_targets = (
        ("rId1", "notesMaster", f"/{template.notes_master}"),
        ("rId2", "slide", f"/{name}"),
        *((f"rId{n}", "hyperlink", url) for n, url in enumerate(page.note_links, start=3)),
    )
    return (*slide, PackagePart(notes, TYPES["notes"], page.notes), rels(notes, note_targets))


def _presentation(template: DeckTemplate, pages: tuple[WrittenSlide, ...], language: str) -> bytes:
    masters = "".join(
        f'<p:sldMasterId id="{id_}" r:id="rId{at}"/>' for at, (id_, _) in enumerate(template.masters, start=1)
    )
    first = _first_slide(template)
    slides = "".join(f'<p:sldId id="{_FIRST_SLIDE + at}" r:id="rId{first + at}"/>' for at in range(len(pages)))
    return (
        f"{HEAD}<p:presentation {NAMESPACES}><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{len(template.masters) + 1}"/></p:notesMasterIdLst>'
        f"{'<p:sldIdLst>' + slides + '</p:sldIdLst>' if pages else ''}"
        f'<p:sldSz cx="{template.width}" cy="{template.height}"/>'
        f'<p:notesSz cx="{emu(NOTES_WIDTH)}" cy="{emu(NOTES_HEIGHT)}"/>'
        f"<p:defaultTextStyle>{text_defaults(language)}</p:defaultTextStyle>{_sections(pages)}</p:presentation>"
    ).encode()


def _first_slide(template: DeckTemplate) -> int:
    return len(template.masters) + 6


def _presentation_rels(template: DeckTemplate, slides: int) -> PackagePart:
    masters = tuple((f"rId{at}", "slideMaster", f"/{name}") for at, (_, name) in enumerate(template.masters, start=1))
    others = (
        ("notesMaster", template.notes_master),
        ("presProps", "ppt/presProps.xml"),
        ("viewProps", "ppt/viewProps.xml"),
        ("tableStyles", "ppt/tableStyles.xml"),
        ("theme", template.theme),
    )
    numbered = tuple((f"rId{len(masters) + at}", kind, f"/{name}") for at, (kind, name) in enumerate(others, start=1))
    first = _first_slide(template)
    shown = tuple((f"rId{first + at}", "slide", f"/ppt/slides/slide{at + 1}.xml") for at in range(slides))
    return rels("ppt/presentation.xml", (*masters, *numbered, *shown))


def _sections(pages: tuple[WrittenSlide, ...]) -> str:
    """The named sections: slides of one group that follow each other; a name that recurs is counted."""
    if not pages:
        return ""
    names: set[str] = set()
    written = []
    for group, run in groupby(enumerate(pages), key=lambda numbered: numbered[1].group):
        name = _new_name(group, names)
        slides = "".join(f'<p14:sldId id="{_FIRST_SLIDE + at}"/>' for at, _ in run)
        id_ = f"{{{str(uuid5(NAMESPACE_URL, f'coprod_content:section:{name}')).upper()}}}"
        written.append(
            f'<p14:section name={attribute(name)} id="{id_}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'
        )
    listed = f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(written)}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{_SECTIONS}">{listed}</p:ext></p:extLst>'


def _new_name(group: str, names: set[str]) -> str:
    """The name of a group, with a number after it where it was used before."""
    counted = (group if at == 1 else f"{group} ({at})" for at in count(1))
    name = next(name for name in counted if name.casefold() not in names)
    names.add(name.casefold())
    return name
