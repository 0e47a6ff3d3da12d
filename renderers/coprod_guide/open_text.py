"""Restore the alternative text that LibreOffice loses.

LibreOffice drops the alternative text of drawings when it converts a Word file.
"""

import io
import zipfile

from lxml import etree

from coprod_guide.template.package_parts import DOCUMENT
from coprod_office.reading.xml import MC, WP, Element, W, parse_xml

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CONTENT = "content.xml"


def with_alternative_text(word: bytes, text: bytes) -> bytes:
    """Return an OpenDocument text with the alternative texts of a guide's drawings.

    `word` is the guide as a Word file, and `text` is what LibreOffice made from it. Raises ValueError if `text` lacks a
    drawing that has alternative text in `word`.
    """
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        drawn = _drawings(parse_xml(archive.read(DOCUMENT), DOCUMENT))
    with zipfile.ZipFile(io.BytesIO(text)) as archive:
        entries = {entry: archive.read(entry) for entry in archive.infolist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for entry, data in entries.items():
            made.writestr(entry, _described(data, drawn) if entry.filename == _CONTENT else data)
    return out.getvalue()


def _drawings(document: Element) -> list[tuple[str, str]]:
    """Return the alternative text and the words of each drawing, in order."""
    etree.strip_elements(document, f"{MC}Fallback")
    return [
        (next((each.get("descr") or "" for each in drawing.iter(f"{WP}docPr")), ""), _words(drawing, f"{W}t"))
        for drawing in document.iter(f"{W}drawing")
    ]


def _described(content: bytes, drawn: list[tuple[str, str]]) -> bytes:
    root = parse_xml(content, _CONTENT)
    shapes = (
        each
        for each in root.iter()
        if str(each.tag).startswith(_DRAW) and not str(getattr(each.getparent(), "tag", "")).startswith(_DRAW)
    )
    found = [(each, _words(each, f"{_TEXT}p")) for each in shapes]
    for alt, words in drawn:
        if not alt:
            continue
        at = next((at for at, (_, own) in enumerate(found) if own == words), None)
        if at is None:
            raise ValueError(f"The OpenDocument file lacks the drawing described as '{alt[:60]}'.")
        shape, _ = found.pop(at)
        description = etree.Element(f"{{{_SVG}}}desc")
        description.text = alt
        shape.insert(0, description)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _words(element: Element, tag: str) -> str:
    """Return the text of all `tag` elements inside an element, without spaces."""
    return "".join("".join("".join(map(str, each.itertext())).split()) for each in element.iter(tag))
