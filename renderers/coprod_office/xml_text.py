"""Text on its way into XML."""

import re
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(words: str) -> str:
    """Return element text. Characters that XML forbids become U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", words))


def attribute(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks."""
    return quoteattr(_NOT_XML.sub("\ufffd", words))
