"""Convert Word packages from the strict to the transitional form."""

from attrs import evolve

from coprod_office.reading.package import OfficePackage

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)


def in_usual_form(package: OfficePackage) -> OfficePackage:
    """Return a Word package in the transitional form of Office Open XML.

    This is the form that Office usually writes. A package that already has this form is returned unchanged.
    """
    if not any(_STRICT in data[:4000] for name, data in package.parts.items() if name.endswith(".xml")):
        return package
    parts = ((name, _usual(data) if name.endswith((".xml", ".rels")) else data) for name, data in package.parts.items())
    return evolve(package, parts=dict(parts))


def _usual(data: bytes) -> bytes:
    for strict, usual in _TRANSITIONAL:
        data = data.replace(strict, usual)
    return data
