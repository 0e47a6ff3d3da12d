"""Fields in the headers and footers of a template.

Fields with page numbers, references or links are kept. Fields with the title, subject or author of the template show
the title, subtitle or author of the document instead. Dates and file names are removed, and any other field becomes the
words that it shows.
"""

from collections.abc import Iterator

from lxml import etree

from coprod_content.document.document import Document
from coprod_office import escaped
from coprod_office.reading.xml import Element, W, first_child

TITLE, SUBTITLE, AUTHOR = (f"\ue0c0{name}\ue0c1" for name in ("title", "subtitle", "author"))
"""Placeholders for a document's title, subtitle and author, each between two private-use characters."""
_KEPT_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF", "HYPERLINK", "SEQ", "REF"))
_FIELD_WORDS = {"TITLE": TITLE, "SUBJECT": SUBTITLE, "AUTHOR": AUTHOR, "LASTSAVEDBY": AUTHOR}
_STALE_FIELDS = frozenset(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME", "FILESIZE"))


def fill_fields(root: Element) -> list[str]:
    """Fill, remove or unwrap fields, and return descriptions of those removed."""
    dropped = list[str]()
    for simple in list(root.iter(f"{W}fldSimple")):
        name = _field_name(simple.get(f"{W}instr") or "")
        if name not in _KEPT_FIELDS:
            dropped += _fill(simple, name)
            unwrap(simple)
    for runs, code in list(_complex_fields(root)):
        name = _field_name(code)
        if name not in _KEPT_FIELDS:
            dropped += _fill_complex(runs, name)
    return dropped


def with_words_of(document: Document, data: bytes) -> bytes:
    """Return the content of a part with its placeholders filled in.

    They are filled with the title, subtitle and author of the document.
    """
    words = ((TITLE, document.title), (SUBTITLE, document.subtitle), (AUTHOR, document.author))
    for token, each in words:
        data = data.replace(token.encode(), escaped(each).encode())
    return data


def _fill_complex(runs: list[Element], name: str) -> list[str]:
    start = next((n for n, run in enumerate(runs) if _mark(run) == "separate"), len(runs) - 1)
    result = [run for run in runs[start + 1 : -1] if _mark(run) is None]
    dropped = list[str]()
    for number, run in enumerate(result):
        dropped += _fill(run, name, is_first=number == 0)
    if not result and name in _FIELD_WORDS:
        made = etree.Element(f"{W}r")
        etree.SubElement(made, f"{W}t").text = _FIELD_WORDS[name]
        runs[-1].addprevious(made)
    for run in runs:
        if run not in result:
            remove(run)
    return dropped


def _fill(element: Element, name: str, *, is_first: bool = True) -> list[str]:
    if name in _FIELD_WORDS:
        set_words(element, _FIELD_WORDS[name] if is_first else "")
    elif name in _STALE_FIELDS:
        set_words(element, "")
        return ["a date or file name"]
    return []


def _complex_fields(root: Element) -> Iterator[tuple[list[Element], str]]:
    """Yield each field's runs and field code, inner fields first."""
    for paragraph in root.iter(f"{W}p"):
        open_: list[tuple[list[Element], list[str]]] = []
        for run in paragraph.iter(f"{W}r"):
            for each in open_:
                each[0].append(run)
            kind = _mark(run)
            if kind == "begin":
                open_.append(([run], []))
            elif open_:
                open_[-1][1].extend(code.text or "" for code in run.iterchildren(f"{W}instrText"))
                if kind == "end":
                    runs, codes = open_.pop()
                    yield runs, "".join(codes)


def _mark(run: Element) -> str | None:
    """Return which part of a field a run is, or None.

    Returns `code` for a field code, and otherwise the type of the field character: `begin`, `separate` or `end`.
    """
    mark = first_child(run, f"{W}fldChar")
    if mark is None:
        return "code" if first_child(run, f"{W}instrText") is not None else None
    return mark.get(f"{W}fldCharType")


def _field_name(code: str) -> str:
    return code.split(maxsplit=1)[0].upper() if code.strip() else ""


def set_words(element: Element, words: str) -> None:
    """Replace all text in an element with `words`.

    An element without any `w:t` element is left unchanged.
    """
    for number, text in enumerate(list(element.iter(f"{W}t"))):
        text.text = words if number == 0 else ""
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def remove(element: Element) -> None:
    """Remove an element from its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    properties = ("smartTagPr", "customXmlPr")
    for child in list(element):
        if child.tag not in {f"{W}{name}" for name in properties}:
            element.addprevious(child)
    parent.remove(element)
