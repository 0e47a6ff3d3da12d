"""The inspector for web pages."""

import re

from lxml import etree

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.html.content import content_faults
from coprod_inspect.html.page import WebPage
from coprod_inspect.shared_checks import shortened

_HTML = re.compile(rb"<(?:!doctype|html|head|body|main|title|meta|h1|p|div)\b", re.IGNORECASE)
_MAX_TAGS = 500_000


def inspect(data: bytes) -> tuple[Fault, ...]:
    """Return the faults found in a web page."""
    if b"\0" in data[:1024] or not _HTML.search(data[:100_000]):
        what = "is empty." if not data.strip() else "is not a web page."
        return (Fault(code="not-what-it-says", what=what),)
    if data.count(b"<") > _MAX_TAGS:
        return (Fault(code="corrupt", what=f"has more than {_MAX_TAGS:,} tags."),)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding=_encoding(data), remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        return (Fault(code="corrupt", what=f"cannot be read as a web page ({shortened(str(error))})."),)
    return tuple(content_faults(WebPage(root)))


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


inspector = Inspector(media_type="text/html", inspect=inspect)
