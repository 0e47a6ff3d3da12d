"""Package parts for writing, with their relationships and content types."""

from attrs import frozen

from coprod_office.xml_text import HEAD, attribute

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
CORE_TYPE = f"{_TYPE}package.core-properties+xml"
APPLICATION_TYPE = f"{_TYPE}officedocument.extended-properties+xml"
THEME_TYPE = f"{_TYPE}officedocument.theme+xml"


@frozen
class PackagePart:
    """A package part. `content_type` is empty if no override is needed."""

    name: str
    content_type: str
    data: bytes


def _relationship_type(kind: str) -> str:
    """Return the full relationship type that ends in `kind`."""
    return f"{_PACKAGE}/relationships/metadata/{kind}" if kind == "core-properties" else f"{RELATIONSHIPS}/{kind}"


def relationships_part(source: str, targets: tuple[tuple[str, str, str], ...]) -> PackagePart:
    """Return the relationships part for `source` from (id, kind, target) tuples."""
    folder, slash, name = source.rpartition("/")
    written = "".join(_relationship(*target) for target in targets)
    xml = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'
    return PackagePart(f"{folder}{slash}_rels/{name}.rels", "", xml.encode())


def _relationship(id_: str, kind: str, target: str) -> str:
    external = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{id_}" Type="{_relationship_type(kind)}" Target={attribute(target)}{external}/>'


def content_types(parts: tuple[PackagePart, ...]) -> PackagePart:
    """Return the part that lists the content types of the given parts."""
    overrides = "".join(
        f'<Override PartName={attribute("/" + part.name)} ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    written = (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return PackagePart("[Content_Types].xml", "", written.encode())
