"""Properties, views and table styles that every deck contains."""

from coprod_office import HEAD, PackagePart, relationships_part
from coprod_office.parts import APPLICATION_TYPE, CORE_TYPE
from coprod_slides.drawingml import DRAWING, NAMESPACES, emu
from coprod_slides.theme_colours import INK, LINE, PAPER, TINT

TABLE_STYLE = "{6B1C2B3E-2C0B-5C55-9C53-0D7B0A6F51E4}"
PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"
_BOLD = ' b="on"'


def fixed_parts(core_properties: bytes, slides: int) -> tuple[PackagePart, ...]:
    """Return a deck's properties, views, table styles and package relationships."""
    package_relationships = (
        ("rId1", "officeDocument", "ppt/presentation.xml"),
        ("rId2", "core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    return (
        relationships_part("", package_relationships),
        PackagePart("docProps/core.xml", CORE_TYPE, core_properties),
        PackagePart("docProps/app.xml", APPLICATION_TYPE, _application(slides)),
        PackagePart("ppt/presProps.xml", f"{PRESENTATION_ML}.presProps+xml", _empty("presentationPr")),
        PackagePart("ppt/viewProps.xml", f"{PRESENTATION_ML}.viewProps+xml", _empty("viewPr")),
        PackagePart("ppt/tableStyles.xml", f"{PRESENTATION_ML}.tableStyles+xml", _table_styles()),
    )


def _empty(name: str) -> bytes:
    return f"{HEAD}<p:{name} {NAMESPACES}></p:{name}>".encode()


def _application(slides: int) -> bytes:
    address = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{HEAD}<Properties xmlns="{address}"><Application>coprod_content</Application>'
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides></Properties>"
    ).encode()


def _table_styles() -> bytes:
    """Return a table style with rules, banded rows and a dark header."""
    rule = f'<a:ln w="{emu(0.25)}">{LINE.fill}</a:ln>'
    borders = f"<a:tcBdr><a:bottom>{rule}</a:bottom><a:insideH>{rule}</a:insideH></a:tcBdr>"
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{DRAWING}" def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" '
        f'styleName="Rules"><a:wholeTbl>{_text(INK.xml)}<a:tcStyle>{borders}<a:fill>{PAPER.fill}</a:fill></a:tcStyle>'
        f"</a:wholeTbl><a:band2H><a:tcStyle><a:tcBdr/><a:fill>{TINT.fill}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstRow>{_text(PAPER.xml, _BOLD)}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{INK.fill}</a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def _text(colour: str, attributes: str = "") -> str:
    return f'<a:tcTxStyle{attributes}><a:fontRef idx="minor"/>{colour}</a:tcTxStyle>'
