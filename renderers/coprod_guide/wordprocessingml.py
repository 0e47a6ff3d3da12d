"""WordprocessingML namespaces and runs."""

import re
from collections.abc import Iterable

from lxml import etree

from coprod_office import escaped
from coprod_office.reading.xml import Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010"

W_NAMESPACE = f'xmlns:w="{_MAIN}"'
NAMESPACES = (
    f'{W_NAMESPACE} xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:pic="{_DRAWING}/picture" xmlns:wpg="{_WORD_2010}/wordprocessingGroup" '
    f'xmlns:wps="{_WORD_2010}/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TAB = "<w:r><w:tab/></w:r>"
_DECLARATION = re.compile(r' xmlns:(?:w|r|a|wp|pic|wpg|wps|mc)="[^"]*"')
_SPACE = re.compile(r"[\t\n\r]")


def as_xml(element: Element) -> str:
    """Return an element's XML without the document's namespace declarations."""
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode"))


def xml_of_all(elements: Iterable[Element]) -> str:
    """Return the XML of a body's elements without namespace declarations.

    If each element were written separately, each would declare all the namespaces. The elements are moved to a new XML
    document.
    """
    body = etree.fromstring(f"<w:body {NAMESPACES}/>")
    body.extend(elements)
    whole = as_xml(body)
    return whole[len("<w:body>") : -len("</w:body>")]


def field_run(instruction: str, value: str) -> str:
    """Return a field's runs. The field shows `value` until Word updates it."""
    kinds = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = kinds
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return begin + code + separate + run(value) + end


def run(words: str, properties: str = "") -> str:
    """Return a run of text. Tabs and line breaks become spaces."""
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatted}<w:t xml:space="preserve">{escaped(_SPACE.sub(" ", words))}</w:t></w:r>'
