"""Reading the text of a Word document that people may have edited."""

import re
from collections.abc import Iterator

from coprod_content.plugins.edited_file import EditedFile, EditedSection
from coprod_office.made_from import made_from
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import open_package
from coprod_office.reading.xml import MC, Element, W

_MAIN = "wordprocessingml.document.main+xml"
_HEADING = re.compile(r"(Heading|Überschrift|heading)\s*\d|Title", re.IGNORECASE)
_CONTENTS = re.compile(r"TOC|Contents", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|TOC|STYLEREF)\b")
_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{MC}Fallback", f"{W}sectPr"}
_PIECES = tuple(f"{W}{tag}" for tag in ("t", "tab", "br", "cr", "noBreakHyphen", "fldChar", "instrText"))
_TRACKED = "The document has tracked changes. Inserted text counts as text, and deleted text is ignored."
_COMMENTS = "The document has comments, which are not compared."


def read_back(data: bytes) -> EditedFile:
    """Return the text below each heading."""
    try:
        package = open_package(data, _MAIN)
        root = package.root(package.related("", "officeDocument"))
        record = made_from(package)
    except FileRefused as error:
        return EditedFile(problem=str(error))
    if root is None:
        return EditedFile(problem="has no text.")
    tracked = next(root.iter(f"{W}ins", f"{W}del", f"{W}moveTo"), None) is not None
    comments = next(root.iter(f"{W}commentReference"), None) is not None
    remarks = (*((_TRACKED,) if tracked else ()), *((_COMMENTS,) if comments else ()))
    return EditedFile(record, "section", tuple(_sections(root)), remarks)


def _sections(root: Element) -> Iterator[EditedSection]:
    title, texts, pictures = "", list[str](), 0
    for paragraph in _paragraphs(root):
        style = _style(paragraph)
        if _CONTENTS.match(style):
            continue
        words = " ".join("".join(_pieces(paragraph)).split())
        pictures += sum(1 for _ in _visible(paragraph, f"{W}drawing"))
        if words and _HEADING.match(style):
            if title or texts:
                yield EditedSection(title, tuple(texts), (), pictures)
            title, texts, pictures = words, [], 0
        elif words:
            texts.append(words)
    if title or texts:
        yield EditedSection(title, tuple(texts), (), pictures)


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val") or ""


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield the paragraphs of a body, in tables and content controls too."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _paragraphs(child)


def _visible(element: Element, *tags: str) -> Iterator[Element]:
    """Yield descendants with certain tags, but not in deleted text."""
    for child in element:
        if child.tag in tags:
            yield child
        if child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _visible(child, *tags)


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield a paragraph's text, without page numbers."""
    fields: list[str] = []
    for each in _visible(paragraph, *_PIECES):
        match each.tag.removeprefix(W), each.get(f"{W}fldCharType"):
            case "fldChar", "begin":
                fields.append("")
            case "fldChar", "end":
                fields = fields[:-1]
            case "instrText", _:
                fields = [*fields[:-1], "".join((*fields[-1:], each.text or ""))]
            case "t", _ if not any(map(_NUMBERS.match, fields)):
                yield each.text or ""
            case "noBreakHyphen", _:
                yield "-"
            case (("tab" | "br" | "cr"), _):
                yield " "
