"""Read the text of a Word document that people may have edited."""

import re
from collections.abc import Iterator

from coprod_content.plugins.edited_file import EditedFile, EditedSection, EditedText
from coprod_guide.paragraph_ids import paragraphs_with_ids, visible
from coprod_office.made_from import made_from
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import OfficePackage, open_package
from coprod_office.reading.theme import read_theme
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W

_MAIN = "wordprocessingml.document.main+xml"
_HEADING = re.compile(r"heading \d|title$", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc|contents) (?!heading)", re.IGNORECASE)
_CONTENTS_HEADING = re.compile(r"(toc|contents) heading", re.IGNORECASE)
_LOWEST_LEVEL = 6
_NUMBERS = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|TOC|STYLEREF)\b")
_PIECES = tuple(f"{W}{tag}" for tag in ("t", "tab", "br", "cr", "noBreakHyphen", "fldChar", "instrText"))
_TRACKED = "The document has tracked changes. Inserted text is included, and deleted text is ignored."
_COMMENTS = "The document has comments, which are not compared."


def read_back(data: bytes) -> EditedFile:
    """Return the text of a Word document, divided at its headings.

    If the file cannot be read, the result has a `problem` and no text.
    """
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
    return EditedFile(record, "section", tuple(_sections(root, *_special_styles(package))), remarks)


def _sections(root: Element, headings: frozenset[str], contents: frozenset[str]) -> Iterator[EditedSection]:
    title, ids, texts, pictures = "", tuple[str, ...](), list[EditedText](), 0
    for paragraph, names in paragraphs_with_ids(root):
        style = _style(paragraph)
        if style in contents:
            continue
        words = " ".join("".join(_pieces(paragraph)).split())
        pictures += sum(each.tag == f"{W}drawing" for each in visible(paragraph))
        if words and style in headings:
            if title or texts or pictures:
                yield EditedSection(title, tuple(texts), (), pictures, ids)
            title, ids, texts, pictures = words, names, [], 0
        elif words:
            texts.append(EditedText(words, names))
    if title or texts or pictures:
        yield EditedSection(title, tuple(texts), (), pictures, ids)


def _special_styles(package: OfficePackage) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of heading styles, and of contents styles.

    The contents styles are those of the lines in a contents list. The heading of the list counts as ordinary text.
    """
    main = package.related("", "officeDocument")
    styles = WordStyles.read(package.root(package.related(main, "styles")), read_theme(None, {}))
    names = {id_: _value(style, "name") for id_, style in styles.styles.items()}
    contents = frozenset(id_ for id_, name in names.items() if _CONTENTS.match(name))
    above = frozenset(id_ for id_, name in names.items() if _CONTENTS_HEADING.match(name))
    levels = {id_: styles.style_format(id_).heading or 0 for id_ in names}
    headings = (id_ for id_, name in names.items() if _HEADING.match(name) or 0 < levels[id_] <= _LOWEST_LEVEL)
    return frozenset(headings) - contents - above, contents


def _value(element: Element, *path: str) -> str:
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val") or ""


def _style(paragraph: Element) -> str:
    return _value(paragraph, "pPr", "pStyle")


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield a paragraph's text in pieces, without page numbers.

    Text in a field for a contents list or a repeated heading is left out too.
    """
    fields: list[str] = []
    for each in (each for each in visible(paragraph) if each.tag in _PIECES):
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
