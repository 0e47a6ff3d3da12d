"""The core properties (metadata) of an Office file."""

from coprod_content.document.document import Document
from coprod_office.xml_text import HEAD, escaped

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(document: Document) -> bytes:
    """Return `docProps/core.xml` for a document, using its date for every timestamp."""
    when = f"{document.date}T00:00:00Z"
    author = escaped(document.author)
    return (
        f"{HEAD}<cp:coreProperties {_NAMESPACES}>"
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords>{escaped(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    ).encode()
