"""Parts: what the package of a deck is made of, and those that are the same in every deck."""

from attrs import frozen

from coprod_office import attribute
from coprod_slides.drawingml import DRAWING, HEAD, NAMESPACES, emu, relationships
from coprod_slides.theme_colours import INK, LINE, PAPER, TINT

TABLE_STYLE = "{6B1C2B3E-2C0B-5C55-9C53-0D7B0A6F51E4}"
_ML = "application/vnd.openxmlformats-officedocument.presentationml"
TYPES = {
    "presentation": f"{_ML}.presentation.main+xml",
    "slide": f"{_ML}.slide+xml",
    "layout": f"{_ML}.slideLayout+xml",
    "master": f"{_ML}.slideMaster+xml",
    "notes": f"{_ML}.notesSlide+xml",
    "notes-master": f"{_ML}.notesMaster+xml",
    "presentation-properties": f"{_ML}.presProps+xml",
    "view": f"{_ML}.viewProps+xml",
    "table-styles": f"{_ML}.tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
}
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@frozen
class PackagePart:
    """A part by its name, without a leading slash; parts of relationships have no type of their own."""

    name: str
    content_type: str
    data: bytes


def rels(source: str, targets: tuple[tuple[str, str, str], ...]) -> PackagePart:
    """The relationships of a part, as a part."""
    folder, _, name = source.rpartition("/")
    return PackagePart(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", "", relationships(targets))


def content_types(parts: tuple[PackagePart, ...]) -> PackagePart:
    """The part that lists the types of all others."""
    overrides = "".join(
        f'<Override PartName={attribute("/" + part.name)} ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    address = "http://schemas.openxmlformats.org/package/2006/content-types"
    written = (
        f'{HEAD}<Types xmlns="{address}"><Default Extension="rels" ContentType="{TYPES["rels"]}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return PackagePart("[Content_Types].xml", "", written.encode())


def fixed_parts(core: bytes, slides: int) -> tuple[PackagePart, ...]:
    """The parts that hold no slides: properties, how PowerPoint opens the deck, table styles."""
    root = (
        ("rId1", "officeDocument", "ppt/presentation.xml"),
        ("rId2", _CORE, "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    return (
        rels("", root),
        PackagePart("docProps/core.xml", TYPES["core"], core),
        PackagePart("docProps/app.xml", TYPES["app"], _app(slides)),
        PackagePart("ppt/presProps.xml", TYPES["presentation-properties"], _element("presentationPr", "")),
        PackagePart("ppt/viewProps.xml", TYPES["view"], _element("viewPr", "")),
        PackagePart("ppt/tableStyles.xml", TYPES["table-styles"], _table_styles()),
    )


def _element(name: str, content: str) -> bytes:
    return f"{HEAD}<p:{name} {NAMESPACES}>{content}</p:{name}>".encode()


def _app(slides: int) -> bytes:
    address = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{HEAD}<Properties xmlns="{address}"><Application>coprod_content</Application>'
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides></Properties>"
    ).encode()


def _table_styles() -> bytes:
    """One table style: rules between rows, every other row tinted, a header in ink."""
    rule = f'<a:ln w="{emu(0.25)}">{LINE.fill}</a:ln>'
    borders = f"<a:tcBdr><a:bottom>{rule}</a:bottom><a:insideH>{rule}</a:insideH></a:tcBdr>"
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{DRAWING}" def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" '
        f'styleName="Rules"><a:wholeTbl>{_text(INK.xml)}<a:tcStyle>{borders}<a:fill>{PAPER.fill}</a:fill></a:tcStyle>'
        f"</a:wholeTbl><a:band2H><a:tcStyle><a:tcBdr/><a:fill>{TINT.fill}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstRow>{_text(PAPER.xml, ' b=' + chr(34) + 'on' + chr(34))}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{INK.fill}</a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def _text(colour: str, more: str = "") -> str:
    return f'<a:tcTxStyle{more}><a:fontRef idx="minor"/>{colour}</a:tcTxStyle>'
