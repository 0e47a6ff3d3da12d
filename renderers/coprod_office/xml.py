"""Text on its way into XML."""

import re
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(words: str) -> str:
    """Words as the text of an element; a character that XML cannot hold becomes U+FFFD and is not lost unseen."""
    return escape(_NOT_XML.sub("\ufffd", words))


def attribute(words: str) -> str:
    """Words as the value of an attribute, with its quotes."""
    return quoteattr(_NOT_XML.sub("\ufffd", words))
