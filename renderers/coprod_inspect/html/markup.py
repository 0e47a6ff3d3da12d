"""The marked-up text of a web page: headings, alternative text, links and tables."""

from collections.abc import Iterator, Sequence
from typing import cast

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_inspect.office import LinkWords
from coprod_office.reading.xml import Element, short

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ANY_HEADING = frozenset(_HEADINGS)
_TELLING = frozenset(("main", "style", "script", "object", "embed", "applet", "video"))


@frozen(eq=False)
class WebPage:
    """A page to be judged, with the heading that each element stands under, and what is hidden from readers.

    `telling` are the elements that have attributes, or mean something without, with the names of the attributes.
    """

    root: Element
    above: dict[Element, str] = field(init=False)
    telling: tuple[tuple[Element, Sequence[str]], ...] = field(init=False)
    hidden: frozenset[Element] = field(init=False)

    @above.default
    def _above(self) -> dict[Element, str]:
        found: dict[Element, str] = {}
        heading = ""
        for element in self.root.iter():
            if element.tag in _ANY_HEADING:
                heading = words_in(element)
            found[element] = heading
        return found

    @telling.default
    def _telling(self) -> tuple[tuple[Element, Sequence[str]], ...]:
        named = [
            (element, cast(Sequence[str], element.keys())) for element in self.above if isinstance(element.tag, str)
        ]
        return tuple([both for both in named if both[1] or both[0].tag in _TELLING])

    @hidden.default
    def _hidden(self) -> frozenset[Element]:
        tops = (e for e, n in self.telling if "hidden" in n or ("aria-hidden" in n and e.get("aria-hidden") == "true"))
        return frozenset(element for top in tops for element in top.iter())

    def fault(self, code: str, what: str, element: Element, words: str = "") -> Fault:
        """A fault at an element."""
        heading = self.above.get(element, "")
        spot = f"under '{short(heading)}'" if heading else str(element.tag)
        line = element.sourceline
        at = line if isinstance(line, int) else 0
        return Fault(code=code, spot=spot, line=at, what=what, words=words, heading=heading)


def words_in(element: Element) -> str:
    """What is heard of an element: its words and the alternative text of its pictures, or its label."""
    label = (element.get("aria-label") or "").strip()
    if label:
        return label
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.get("aria-hidden") != "true" and child.tag not in ("script", "style"):
            pieces.append(child.get("alt") or "" if child.tag == "img" else words_in(child))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())


def headings_title(page: WebPage) -> str:
    """The title of the page; a title inside a drawing is not that."""
    title = page.root.find("head/title")
    return "" if title is None else " ".join((title.text or "").split())


def headings(page: WebPage) -> Iterator[Fault]:
    """One heading of level 1, no level skipped, none empty."""
    found = list(page.root.iter(*_HEADINGS))
    firsts = [element for element in found if element.tag == "h1"]
    if len(firsts) != 1:
        yield Fault(code="html-h1", spot="body", what=f"the page has {len(firsts) or 'no'} headings of level 1.")
    before = 0
    for element in found:
        level, words = int(str(element.tag)[1]), words_in(element)
        if not words:
            yield page.fault("heading-empty", f"a heading of level {level} has no words.", element)
        if level > before + 1 and (before or firsts):
            after = f"follows one of level {before}" if before else "is the first"
            yield page.fault("heading-jump", f"'{short(words)}' is of level {level} and {after}.", element, words)
        before = level


def alternatives(page: WebPage) -> Iterator[Fault]:
    """Alternative text of pictures and drawings. An empty one marks decoration."""
    for picture in page.root.iter("img", "area", "svg"):
        if picture in page.hidden:
            continue
        name = (picture.get("aria-label") or picture.get("aria-labelledby") or "").strip()
        if picture.tag == "svg":
            titled = picture.find("title") is not None or picture.find("{http://www.w3.org/2000/svg}title") is not None
            if not name and not titled:
                yield page.fault("alt-missing", "a drawing has none.", picture)
            alt = picture.get("aria-label") or ""
        else:
            alt = picture.get("alt") or ""
            if picture.get("alt") is None and not name and picture.get("role") != "presentation":
                yield page.fault("alt-missing", f"the picture '{short(picture.get('src') or '')}' has none.", picture)
        code = alt_text_fault(alt, page.above.get(picture, ""))
        if code:
            yield page.fault(code, f"the picture has '{short(alt)}'.", picture, alt)


def hyperlinks(page: WebPage) -> Iterator[Fault]:
    """The words of links. Jumps inside the page are only asked for words."""
    seen = LinkWords()
    for link in page.root.iter("a"):
        target = (link.get("href") or "").strip()
        if not target or link in page.hidden:
            continue
        words, heading = words_in(link), page.above.get(link, "")
        inside = target.startswith("#")
        for fault in seen.faults(words, "#" if inside else target, "", heading):
            if not (inside and fault.code == "link-same-words"):
                yield page.fault(fault.code, fault.what, link, fault.words)


def tables(page: WebPage) -> Iterator[Fault]:
    """Headers and captions of tables, and tables in tables. A table for layout alone is left out."""
    for table in page.root.iter("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        cells = list(table.iter("th"))
        first = next((words_in(cell) for cell in table.iter("th", "td")), "")
        called = f"the table that starts '{short(first)}'"
        if not cells:
            yield page.fault("table-no-header", f"{called} has no header cells.", table, first)
        elif not all(words_in(cell) for cell in cells):
            yield page.fault("table-header-empty", f"{called} has an empty header cell.", table, first)
        caption = table.find("caption")
        if (
            (caption is None or not words_in(caption))
            and not table.get("aria-label")
            and not table.get("aria-labelledby")
        ):
            yield page.fault("table-no-name", f"{called} has no caption.", table, first)
        if next(table.iterancestors("table"), None) is not None:
            yield page.fault("table-nested", f"{called} stands in another table.", table, first)
