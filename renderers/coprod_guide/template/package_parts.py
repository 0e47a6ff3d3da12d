"""Names, content types and fixed parts of a guide's Word package."""

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_guide.template.font_table import font_table
from coprod_guide.wordprocessingml import NAMESPACES, W_NAMESPACE
from coprod_office import (
    HEAD,
    PackagePart,
    application_properties,
    content_types,
    core_properties,
    custom_properties,
    package_relationships,
    relationships_part,
)
from coprod_office.embedded_fonts import embeddable_faces
from coprod_office.parts import APPLICATION_TYPE, CORE_TYPE, CUSTOM, THEME_TYPE

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
SETTINGS, FONT_TABLE, THEME = "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"
HEADER, FOOTER, FIRST_FOOTER = "word/running-header.xml", "word/running-footer.xml", "word/first-footer.xml"
CORE, APPLICATION = "docProps/core.xml", "docProps/app.xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    DOCUMENT: f"{WORD_TYPE}.document.main+xml",
    STYLES: f"{WORD_TYPE}.styles+xml",
    NUMBERING: f"{WORD_TYPE}.numbering+xml",
    SETTINGS: f"{WORD_TYPE}.settings+xml",
    FONT_TABLE: f"{WORD_TYPE}.fontTable+xml",
    THEME: THEME_TYPE,
    HEADER: f"{WORD_TYPE}.header+xml",
    FOOTER: f"{WORD_TYPE}.footer+xml",
    FIRST_FOOTER: f"{WORD_TYPE}.footer+xml",
    CORE: CORE_TYPE,
    APPLICATION: APPLICATION_TYPE,
}
RELATED = {STYLES: "styles", NUMBERING: "numbering", SETTINGS: "settings", FONT_TABLE: "fontTable", THEME: "theme"}
_BLANK = Document(title="Reference document", language="en-GB")


def package_part(name: str, data: bytes) -> PackagePart:
    """Return a part with the content type registered for its name."""
    return PackagePart(name, _TYPES[name], data)


def document_part(body: str, section: str) -> PackagePart:
    """Build the main document part from its body and `w:sectPr`."""
    xml = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    return package_part(DOCUMENT, xml.encode())


def properties_parts(document: Document) -> tuple[PackagePart, ...]:
    """Return the parts with document properties and the application's name."""
    return (
        package_part(CORE, core_properties(document)),
        package_part(APPLICATION, application_properties(document)),
        *custom_properties(document),
    )


def running_part(name: str, paragraphs: str = "<w:p/>") -> PackagePart:
    """Return a header or footer part with the given name and paragraphs."""
    root = "hdr" if name == HEADER else "ftr"
    return package_part(name, f"{HEAD}<w:{root} {NAMESPACES}>{paragraphs}</w:{root}>".encode())


def with_relationships(
    parts: tuple[PackagePart, ...], document_relationships: tuple[tuple[str, str, str], ...]
) -> tuple[PackagePart, ...]:
    """Return all parts of a package, including content types and relationships.

    `parts` contains the other parts. `document_relationships` contains (id, kind, target) tuples for the main document.
    """
    return (
        content_types(parts),
        package_relationships(DOCUMENT, custom=any(part.name == CUSTOM for part in parts)),
        relationships_part(DOCUMENT, document_relationships),
        *parts,
    )


def own_parts(brand: Brand, styles: bytes, numbering: bytes) -> tuple[PackagePart, ...]:
    """Return the parts for properties, styles, numbering, settings and fonts.

    Every reference document has these parts, even an organisation's own.
    """
    fonts = package_part(FONT_TABLE, font_table(brand.fonts.office, ()))
    own = package_part(STYLES, styles), package_part(NUMBERING, numbering), settings_part(), fonts
    return (*properties_parts(_BLANK), *own)


def embedded_font_parts(brand: Brand) -> tuple[PackagePart, ...]:
    """Return the brand's font files, and the parts that refer to them.

    Returns an empty tuple if a Word file cannot contain the font.
    """
    family, faces = brand.fonts.office, embeddable_faces(brand.fonts.office)
    files = tuple(PackagePart(f"word/fonts/font{at}.odttf", "", face.obfuscated) for at, face in enumerate(faces, 1))
    targets = tuple((f"rId{at}", "font", f"fonts/font{at}.odttf") for at in range(1, len(files) + 1))
    table = package_part(FONT_TABLE, font_table(family, faces))
    return (settings_part(embedded=True), table, relationships_part(FONT_TABLE, targets), *files) if faces else ()


def settings_part(*, embedded: bool = False) -> PackagePart:
    """Return document settings for current versions of Word.

    If `embedded` is true, Word keeps the fonts that the document contains.
    """
    same = (*(f"accent{at}" for at in range(1, 7)), "hyperlink", "followedHyperlink")
    slots = (("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"), *zip(same, same, strict=True))
    mapping = "".join(f' w:{slot}="{name}"' for slot, name in slots)
    xml = (
        f'{HEAD}<w:settings {W_NAMESPACE}><w:zoom w:percent="100"/>'
        f"{'<w:embedTrueTypeFonts/>' if embedded else ''}"
        '<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping{mapping}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
    return package_part(SETTINGS, xml.encode())
