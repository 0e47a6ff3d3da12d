"""The elements of a chapter that are read aloud, in order."""

from html.parser import HTMLParser
from itertools import accumulate

from attrs import frozen

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "summary"})
_SPOKEN = _HEADINGS | {"p", "li", "dt", "dd", "th", "td"}
_SILENT = frozenset({"head", "nav", "script", "style"})
_PICTURES = {"svg": "aria-label", "img": "alt"}
_PICTURE, _TABLE = "Picture:", "Table:"
_ID = "said-"


@frozen
class SpokenElement:
    """The id and the words of an element.

    `lead` is an English phrase that is said first, or an empty string.
    """

    id: str
    words: str
    lead: str = ""


@frozen
class SpokenPage:
    """A chapter in which each spoken element has an id."""

    text: str
    elements: tuple[SpokenElement, ...]


def spoken_page(text: str) -> SpokenPage:
    """Return a chapter, given as XHTML, with its spoken elements.

    Each cell of a table is said after the heading of its column. Contents lists, decorations and the numbers of
    citations are silent.
    """
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    for at, name in reversed(parser.unnamed):
        text = f'{text[:at]} id="{name}"{text[at:]}'
    return SpokenPage(text, tuple(each for each in parser.elements if any(map(str.isalnum, each.words))))


class _Parser(HTMLParser):
    """Collects spoken elements, and the positions at which to insert missing ids."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[SpokenElement] = []
        self.unnamed: list[tuple[int, str]] = []
        self._lines = (0, *accumulate(map(len, text.splitlines(keepends=True))))
        self._open: list[str] = []
        self._silent_from = 0
        self._spoken_from = 0
        self._words: list[str] = []
        self._current = SpokenElement("", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        given = {name: value or "" for name, value in attrs}
        if self._silent_from:
            return
        if tag in _SILENT or given.get("aria-hidden") == "true" or given.get("role") == "doc-biblioref":
            self._silent_from = len(self._open)
        elif tag in _PICTURES:
            if words := given.get(_PICTURES[tag], ""):
                self.elements.append(SpokenElement(self._id(tag, given), words, _PICTURE))
            self._silent_from = len(self._open)
        elif tag in _SPOKEN and not self._spoken_from:
            self._spoken_from, self._words = len(self._open), []
            label = given.get("data-label", "").strip()
            lead = _TABLE if tag == "caption" else ""
            self._current = SpokenElement(self._id(tag, given), f"{label}: " if label else "", lead)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the chapters are well formed
        depth = len(self._open)
        if depth == self._silent_from:
            self._silent_from = 0
        if depth == self._spoken_from:
            words = " ".join("".join(self._words).split())
            if any(map(str.isalnum, words)):
                found = self._current
                self.elements.append(SpokenElement(found.id, found.words + words, found.lead))
            self._spoken_from = 0
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._spoken_from and not self._silent_from:
            self._words.append(data)

    def _id(self, tag: str, given: dict[str, str]) -> str:
        """Return the id of the element that starts here.

        An element without an id gets one, which is added to `unnamed` with the position at which to insert it.
        """
        if "id" in given:
            return given["id"]
        line, column = self.getpos()
        name = f"{_ID}{len(self.unnamed) + 1}"
        self.unnamed.append((self._lines[line - 1] + column + 1 + len(tag), name))
        return name
