"""Ids that paragraphs keep when people edit and save a document.

Each paragraph is in a bookmark whose name is the id. The name begins with an underscore, so that Word does not list the
bookmark. Word and LibreOffice keep bookmarks when text is reworded or moved. Content controls are not used, because
LibreOffice does not keep those around paragraphs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from zlib import crc32

from lxml import etree

from coprod_guide.word_writer import WordWriter
from coprod_office.reading.xml import MC, Element, W

_PREFIX = "_cp"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LENGTH = 5
_ID, _NAME = f"{W}id", f"{W}name"
_START, _END, _PARAGRAPH, _PROPERTIES = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}p", f"{W}pPr"
_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{MC}Fallback", f"{W}sectPr"}
"""Elements whose text is not part of the paragraphs."""


def add_ids(elements: Iterable[Element], writer: WordWriter) -> None:
    """Wrap a bookmark around each paragraph that has text.

    The name of the bookmark depends on the text as coprod writes it, and on how many earlier paragraphs have the same
    text. Paragraphs in the contents list are skipped.
    """
    seen = Counter[str]()
    for paragraph in (each for element in elements if element.tag != f"{W}sdt" for each in _paragraphs(element)):
        words = etree.tostring(paragraph, encoding="unicode", method="text", with_tail=False)
        if not words.strip():
            continue
        name = _PREFIX + _short_hash(words)
        seen[name] += 1
        name += f"_{seen[name]}" if seen[name] > 1 else ""
        id_ = str(writer.next_id())
        # an element created without its parent would need an XML document for itself, which is slow
        start = etree.SubElement(paragraph, _START, {_ID: id_, _NAME: name})
        paragraph.insert(1 if paragraph[0].tag == _PROPERTIES else 0, start)
        etree.SubElement(paragraph, _END, {_ID: id_})


def _short_hash(words: str) -> str:
    number, written = crc32(words.encode()), ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_DIGITS))
        written += _DIGITS[digit]
    return written


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield the outermost paragraphs in an element."""
    if element.tag == _PARAGRAPH:
        yield element
        return
    for each in element.iter(_PARAGRAPH):
        if next(each.iterancestors(_PARAGRAPH, *_LEFT_OUT), None) is None:
            yield each


def visible(element: Element) -> Iterator[Element]:
    """Yield an element's descendants, except those in deleted text or text boxes.

    Text that was moved away, fallback content and section properties are left out too.
    """
    for child in element:
        if child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield child
            yield from visible(child)


def paragraphs_with_ids(
    element: Element, open_: dict[str, str] | None = None
) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Yield an element's paragraphs, including those in tables, with their ids.

    `open_` maps the numbers of the bookmarks that are open where `element` begins to their names.
    """
    open_ = {} if open_ is None else open_
    for child in element:
        if child.tag == _PARAGRAPH:
            yield child, tuple(_ids(child, open_))
        elif child.tag in (_START, _END):
            _follow(child, open_)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from paragraphs_with_ids(child, open_)


def _ids(paragraph: Element, open_: dict[str, str]) -> Iterator[str]:
    """Yield the ids whose bookmarks contain any of a paragraph's text."""
    found = dict.fromkeys(open_.values(), False)
    for each in visible(paragraph):
        if each.tag == f"{W}t" and each.text:
            found |= dict.fromkeys(open_.values(), True)
        elif each.tag in (_START, _END):
            _follow(each, open_)
    yield from (name for name, has_text in found.items() if has_text)


def _follow(mark: Element, open_: dict[str, str]) -> None:
    name, number = mark.get(f"{W}name") or "", mark.get(f"{W}id") or ""
    if mark.tag == _START and name.startswith(_PREFIX):
        open_[number] = name
    elif mark.tag == _END and number in open_:
        name = open_[number]  # LibreOffice starts an empty bookmark twice, and ends it once
        for other in [other for other, same in open_.items() if same == name]:
            del open_[other]
