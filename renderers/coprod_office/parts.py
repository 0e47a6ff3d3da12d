"""Write the parts of Office packages: relationships, content types and properties."""

from attrs import frozen

from coprod_content.document.document import Document
from coprod_office.xml_text import HEAD, attribute, escaped

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
CORE_TYPE = f"{_TYPE}package.core-properties+xml"
APPLICATION_TYPE = f"{_TYPE}officedocument.extended-properties+xml"
THEME_TYPE = f"{_TYPE}officedocument.theme+xml"
_BY_SUFFIX = (
    ("rels", f"{_TYPE}package.relationships+xml"),
    ("xml", "application/xml"),
    ("fntdata", "application/x-fontdata"),
    ("odttf", f"{_TYPE}officedocument.obfuscatedFont"),
)
SVG_TYPE, JPEG_TYPE, MP4_TYPE, VTT_TYPE = "image/svg+xml", "image/jpeg", "video/mp4", "text/vtt"
_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
CUSTOM, MADE_FROM = "docProps/custom.xml", "coprod"
"""The part with custom properties, and the property that records what a document was made from."""


@frozen
class PackagePart:
    """A part of an Office package.

    `content_type` is empty if the part has the default content type for its file extension.
    """

    name: str
    content_type: str
    data: bytes


def relationships_part(source: str, targets: tuple[tuple[str, str, str], ...]) -> PackagePart:
    """Return the part that contains the relationships of another part.

    `source` is the name of the other part, or empty for the package itself. `targets` are (id, kind, target) tuples. A
    `kind` is the address that identifies a relationship type or, for Office's own types, only the last segment of that
    address.
    """
    folder, slash, name = source.rpartition("/")
    written = "".join(_relationship(*target) for target in targets)
    xml = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'
    return PackagePart(f"{folder}{slash}_rels/{name}.rels", "", xml.encode())


def package_relationships(main: str, *, custom: bool) -> PackagePart:
    """Return the relationships of a package to its main part and properties.

    `main` is the name of the main part. `custom` is true if the package has custom properties.
    """
    targets = (
        ("rId1", "officeDocument", main),
        ("rId2", "core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    return relationships_part("", (*targets, *((("rId4", "custom-properties", CUSTOM),) if custom else ())))


def _relationship(id_: str, kind: str, target: str) -> str:
    type_ = f"{_PACKAGE}/relationships/metadata/{kind}" if kind == "core-properties" else f"{RELATIONSHIPS}/{kind}"
    type_ = kind if "://" in kind else type_
    external = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{id_}" Type="{type_}" Target={attribute(target)}{external}/>'


def content_types(parts: tuple[PackagePart, ...]) -> PackagePart:
    """Return the part that lists the content types of the given parts."""
    overrides = "".join(
        f'<Override PartName={attribute("/" + part.name)} ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    suffixes = {"rels", "xml", *(part.name.rpartition(".")[2] for part in parts if not part.content_type)}
    defaults = "".join(
        f'<Default Extension="{suffix}" ContentType="{type_}"/>' for suffix, type_ in _BY_SUFFIX if suffix in suffixes
    )
    written = f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    return PackagePart("[Content_Types].xml", "", written.encode())


def core_properties(document: Document) -> bytes:
    """Return `docProps/core.xml` for a document, dated with the document's date."""
    when = f"{document.date}T00:00:00Z"
    author = escaped(document.author)
    return (
        f"{HEAD}<cp:coreProperties {_CORE_NAMESPACES}>"
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords>{escaped(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    ).encode()


def application_properties(document: Document, more: str = "") -> bytes:
    """Return `docProps/app.xml`, with the publisher, if any, as the company.

    `more` is XML for further properties.
    """
    company = f"<Company>{escaped(document.publisher)}</Company>" if document.publisher else ""
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>coprod_content</Application>{more}{company}</Properties>"
    ).encode()


def custom_properties(document: Document) -> tuple[PackagePart, ...]:
    """Return the part with a document's custom properties.

    These are its licence and the record of what it was made from. Office keeps them when people edit the file. Returns
    an empty tuple if the document has neither.
    """
    values = {MADE_FROM: document.made_from, "Licence": document.licence}
    properties = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(((name, value) for name, value in values.items() if value), 2)
    )
    if not properties:
        return ()
    xml = (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{properties}</Properties>"
    )
    return (PackagePart(CUSTOM, f"{_TYPE}officedocument.custom-properties+xml", xml.encode()),)
