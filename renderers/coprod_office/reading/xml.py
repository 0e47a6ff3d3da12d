"""XML of a file that nobody vouches for: names, and reading it without entities, networks or endless memory."""

from functools import cache

from lxml import etree

from coprod_content.findings.fault import Fault

Element = etree._Element  # lxml gives its element no public name

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MOST_PIECES = 1_500_000
"""Tags and attributes of one part: each takes some hundred bytes of memory."""
_DECLARED = tuple(
    word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be") for word in ("<!DOCTYPE", "<!ENTITY")
)


class FileRefused(Exception):
    """A file that is not looked into any further, for one fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.what)


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True
    )


def parsed(data: bytes, part: str) -> Element:
    """The root of a part. Raises FileRefused for what is not XML, declares entities, or would fill the memory."""
    if (b"<!" in data or b"\0" in data) and any(word in data for word in _DECLARED):
        raise FileRefused(Fault(code="xml-dtd", spot=part, what="declares a document type or entities."))
    if len(data) > _MOST_PIECES and data.count(b"<") + data.count(b"=") > _MOST_PIECES:
        raise FileRefused(
            Fault(code="zip-bomb", spot=part, what=f"has more than {_MOST_PIECES:,} tags and attributes.")
        )
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileRefused(Fault(code="corrupt", spot=part, what=f"is not XML ({_short(error)}).")) from error
    return root


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:80] if str(error) else type(error).__name__


def child(element: Element, tag: str) -> Element | None:
    """The first child of a tag: with the few children of most elements four times as fast as `find`."""
    found = element[0] if len(element) else None
    while found is not None and found.tag != tag:
        found = found.getnext()
    return found


def decorative(properties: Element) -> bool:
    """Whether the non-visual properties of a shape mark it as decoration."""
    extensions = child(properties, f"{A}extLst")
    marks = () if extensions is None else extensions.iter(_DECORATIVE)
    return any(mark.get("val") in ("1", "true") for mark in marks)


def on(value: str | None) -> bool:
    """Whether a flag that is written without a value, or with one, is set."""
    return value not in ("0", "false", "off", "none")


def short(words: str) -> str:
    """Words as a message quotes them."""
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
