"""Safe XML parsing, namespaces and small helpers for elements."""

from lxml import etree

from coprod_office.reading.errors import FileRefused

Element = etree._Element  # lxml has no public name for its element class

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MAX_TAGS = 1_500_000
"""Limit on the tags and attributes in one part. Each takes about a hundred bytes of memory."""
_DECLARATIONS = tuple(
    word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be") for word in ("<!DOCTYPE", "<!ENTITY")
)
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
)


def parse_xml(data: bytes, part: str) -> Element:
    """Return a part's root element, parsed without entities or network access.

    Raises FileRefused for malformed XML, a document type, entity declarations, or too many tags.
    """
    if (b"<!" in data or b"\0" in data) and any(word in data for word in _DECLARATIONS):
        raise FileRefused("xml-dtd", "declares a document type or entities.", part)
    if len(data) > _MAX_TAGS and data.count(b"<") + data.count(b"=") > _MAX_TAGS:
        raise FileRefused("zip-bomb", f"has more than {_MAX_TAGS:,} tags and attributes.", part)
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FileRefused("corrupt", f"is not valid XML at line {line}, column {column}.", part) from error
    except ValueError as error:
        reason = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
        raise FileRefused("corrupt", f"is not valid XML ({reason}).", part) from error


def first_child(element: Element, tag: str) -> Element | None:
    """Return the first child with the given tag, or None.

    This is four times as fast as `find` for elements with few children, and most elements have few.
    """
    found = element[0] if len(element) else None
    while found is not None and found.tag != tag:
        found = found.getnext()
    return found


def is_decorative(non_visual: Element) -> bool:
    """Return whether a shape's non-visual properties mark it as decorative."""
    extensions = first_child(non_visual, f"{A}extLst")
    marks = () if extensions is None else extensions.iter(_DECORATIVE)
    return any(mark.get("val") in ("1", "true") for mark in marks)


def is_on(value: str | None) -> bool:
    """Return whether the value of an on/off attribute means on.

    If the attribute is left out, its value is None, which means on.
    """
    return value not in ("0", "false", "off", "none")
