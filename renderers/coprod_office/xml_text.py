"""Escape text for XML."""

import re
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(words: str) -> str:
    """Return text escaped for an XML element. Forbidden characters become U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", words))


def attribute(words: str) -> str:
    """Return text as a quoted attribute value. Forbidden characters become U+FFFD."""
    return quoteattr(_NOT_XML.sub("\ufffd", words))
