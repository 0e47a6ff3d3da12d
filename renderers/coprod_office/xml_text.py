"""Escape text for XML, and refer to pictures."""

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The standard library's functions for escaping also import its modules for opening web pages, which takes a while.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_ESCAPE = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Matches a character that is not written as it is. Most texts have none."""


def escaped(words: str) -> str:
    """Return text escaped for an XML element. Forbidden characters become U+FFFD."""
    if not _TO_ESCAPE.search(words):
        return words
    # Replacing one character after another is many times faster than `str.translate`.
    return _NOT_XML.sub("\ufffd", words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(words: str) -> str:
    """Return text as a quoted attribute value. Forbidden characters become U+FFFD."""
    value = escaped(words).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"' + value.replace('"', "&quot;") + '"'


def blip(picture: str, drawing: str = "") -> str:
    """Return the `a:blip` element for a picture and any SVG version.

    Both arguments are relationship ids. `drawing` is empty if there is no SVG version. Programs that cannot show SVG
    show the picture.
    """
    if not drawing:
        return f'<a:blip r:embed="{picture}"/>'
    return (
        f'<a:blip r:embed="{picture}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
        f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{drawing}"/></a:ext>'
        "</a:extLst></a:blip>"
    )
