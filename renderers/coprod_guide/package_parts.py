"""The small parts of the library's own reference document, and how all of them hang together."""

from docx.oxml import parse_xml
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import section_properties
from coprod_guide.wordprocessingml import HEAD, STORY, W
from coprod_office import attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RUNNING_HEADER, RUNNING_FOOTER, FIRST_FOOTER = "running-header.xml", "running-footer.xml", "first-footer.xml"

DOCUMENT_RELATIONS = (
    ("styles", "styles.xml", f"{_WORD}.styles+xml"),
    ("numbering", "numbering.xml", f"{_WORD}.numbering+xml"),
    ("settings", "settings.xml", f"{_WORD}.settings+xml"),
    ("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml"),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("header", RUNNING_HEADER, f"{_WORD}.header+xml"),
    ("footer", RUNNING_FOOTER, f"{_WORD}.footer+xml"),
    ("footer", FIRST_FOOTER, f"{_WORD}.footer+xml"),
)
PACKAGE_RELATIONS = (
    ("officeDocument", "word/document.xml", f"{_WORD}.document.main+xml"),
    ("core-properties", "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    (
        "extended-properties",
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
)


def content_types() -> bytes:
    """`[Content_Types].xml`."""
    parts = (*PACKAGE_RELATIONS, *((kind, f"word/{name}", type_) for kind, name, type_ in DOCUMENT_RELATIONS))
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{type_}"/>' for _, name, type_ in parts)
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def package_relations() -> bytes:
    """`_rels/.rels`."""
    return _relations(tuple((kind, name) for kind, name, _ in PACKAGE_RELATIONS))


def document_relations() -> bytes:
    """`word/_rels/document.xml.rels`."""
    return _relations(tuple((kind, name) for kind, name, _ in DOCUMENT_RELATIONS))


def _relations(targets: tuple[tuple[str, str], ...]) -> bytes:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{relation_type(kind)}" Target="{name}"/>'
        for at, (kind, name) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()


def relation_type(kind: str) -> str:
    """The type of a relationship by its last word."""
    return f"{_PACKAGE}/relationships/metadata/{kind}" if kind == "core-properties" else f"{_OFFICE}/{kind}"


def empty_document() -> bytes:
    """`word/document.xml` without text: the page, its margins, its header and footer."""
    ids = {name: f"rId{at}" for at, (_, name, _) in enumerate(DOCUMENT_RELATIONS, start=1)}
    running = (
        f'<w:headerReference w:type="default" r:id="{ids[RUNNING_HEADER]}"/>'
        f'<w:footerReference w:type="default" r:id="{ids[RUNNING_FOOTER]}"/>'
        f'<w:footerReference w:type="first" r:id="{ids[FIRST_FOOTER]}"/>'
    )
    return f"{HEAD}<w:document {STORY}><w:body>{section_properties(running)}</w:body></w:document>".encode()


def own_page() -> etree._Element:
    """The properties of an A4 page without header and footer."""
    page: etree._Element = parse_xml(section_properties())
    return page


def settings() -> bytes:
    """`word/settings.xml`: the mode of current Word, and nothing that asks, tracks, links or updates."""
    same = (*(f"accent{at}" for at in range(1, 7)), "hyperlink", "followedHyperlink")
    slots = (("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"), *zip(same, same, strict=True))
    mapping = "".join(f' w:{slot}="{name}"' for slot, name in slots)
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping{mapping}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def font_table(brand: Brand) -> bytes:
    """`word/fontTable.xml`: the font of the brand, and the one that has the box to tick, each with its stand-in."""
    return (
        f"{HEAD}<w:fonts {W}><w:font w:name={attribute(brand.fonts.office)}>"
        '<w:altName w:val="Liberation Sans"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        '<w:font w:name="Segoe UI Symbol"><w:altName w:val="Apple Symbols"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def application() -> bytes:
    """`docProps/app.xml`."""
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>coprod_content</Application></Properties>"
    ).encode()


def running_part(kind: str, paragraphs: str = "<w:p/>") -> bytes:
    """A header (`hdr`) or footer (`ftr`) part."""
    return f"{HEAD}<w:{kind} {STORY}>{paragraphs}</w:{kind}>".encode()
