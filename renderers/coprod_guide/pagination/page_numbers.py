"""Page numbers of sections, and page breaks that make them certain.

Every height is an estimate, so a body is paginated with two sets of heights at the same time: one a little too low, the
other a little too high. They allow for each font in which a computer may show the text. If something fits with one set
but not with the other, a page break is inserted before it. A page number is certain if both sets give the same number.
"""

from collections.abc import Iterator
from copy import deepcopy

from attrs import define, evolve, field, frozen
from lxml import etree

from coprod_guide.pagination.body_heights import BodyHeights, elements_of
from coprod_guide.pagination.paragraph_changes import break_before, keep_lines
from coprod_office.reading.xml import Element, W

_LOW, _LOWER, _HIGH = 0.92, 0.82, 1.01  # of the estimated heights; the lower one is for fonts with estimated widths
_LITTLE = 0.4  # of a page; if no more than this is used, an item can start here even if it does not fit
_MUCH = 0.55  # of a page; the same for an item that is longer than a page
_SEPARATOR = (
    '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


@frozen
class _Part:
    """A paragraph or a row of a table, and its height.

    A part has a height in each font that a computer may use: `height` is the greatest, and `least` the smallest. If the
    part begins an agenda item, `item` is the height of the item, and `start` is the height down to the end of its first
    step. Otherwise, both are 0. `header` is the height of the header row that is repeated above this part if it starts
    a new page, or 0.
    """

    element: Element
    height: float
    least: float
    keeps_next: bool
    bookmarks: tuple[str, ...]
    item: float = 0.0
    start: float = 0.0
    header: float = 0.0


@define
class _Cursor:
    """The current page, and how much of its height is used.

    The heights of parts are multiplied by `scale`, so that they are all a little too low or all a little too high.
    """

    scale: float
    page_height: float
    page: int = 1
    used: float = 0.0

    def fits(self, height: float) -> bool:
        return not self.used or self.used + height * self.scale <= self.page_height

    def place(self, height: float, *, header: float, breaks: bool) -> None:
        """Add content to the page, and to further pages if necessary.

        If `breaks` is true, the content starts a new page. `header` is the height of the header row that is repeated
        above the content on a new page.
        """
        if self.used and (breaks or not self.fits(height)):
            self.page, self.used = self.page + 1, header * self.scale
        self.used += height * self.scale
        while self.used > self.page_height * _HIGH:
            self.page, self.used = self.page + 1, self.used - self.page_height


@define
class PageNumbers:
    """The first page of each bookmarked section, if it is certain.

    `heights` contains height estimates for each font in which computers may show the text. `is_exact` is false if the
    widths of the font's letters are estimated. `known` maps the names of bookmarks to page numbers. `page_height` and
    `text_width` are in millimetres.
    """

    heights: tuple[BodyHeights, ...]
    page_height: float
    text_width: float
    is_exact: bool = True
    known: dict[str, int] = field(factory=dict)

    def paginated(self, body: list[Element], items: tuple[tuple[int, int], ...]) -> list[Element]:
        """Return a body with page breaks, and record its bookmarks' pages.

        `items` contains, for each agenda item, the index of its first element and the index after its last. An item
        starts on a new page unless all of it fits on the current page, or on this page and the one opposite, or little
        of the current page is used. An item longer than a page can start lower on the page.
        """
        for paragraph in (each for element in body if element.tag != f"{W}tbl" for each in element.iter(f"{W}p")):
            keep_lines(paragraph)
        cursors = low, high = (
            _Cursor(_LOW if self.is_exact else _LOWER, self.page_height),
            _Cursor(_HIGH, self.page_height),
        )
        rows = list[Element]()
        for parts in self._kept_together(body, dict(items)):
            first, height, least = parts[0], sum(part.height for part in parts), sum(part.least for part in parts)
            item = first.start if self._can_start_low(first.item, low, high) else first.item
            needed = max(height, min(item, self.page_height / _HIGH))
            is_row = first.element.tag == f"{W}tr"
            breaks = not is_row and self.heights[0].starts_page(first.element)
            is_chain = len(parts) > 1  # LibreOffice sometimes leaves a heading behind
            if not high.fits(needed) and (is_chain or low.page != high.page or low.fits(least) or item):
                breaks = True
                if is_row:
                    rows.append(first.element)
                else:
                    break_before(first.element)
            for cursor, taken in zip(cursors, (least, height), strict=True):
                cursor.place(taken, header=first.header, breaks=breaks)
            if low.page == high.page:
                self.known |= {name: low.page for part in parts for name in part.bookmarks}
        return _split(body, rows)

    def _can_start_low(self, item: float, low: _Cursor, high: _Cursor) -> bool:
        """Return whether an item of this height may continue on another page.

        It may if little of the current page is used, or if this is a left-hand page and the item ends on the page
        opposite.
        """
        most = _MUCH if item * _HIGH > self.page_height else _LITTLE
        is_on_left = low.page == high.page and high.page % 2 == 0
        ends_opposite = high.used + item * _HIGH <= 2 * self.page_height
        return high.used <= most * self.page_height or (is_on_left and ends_opposite)

    def _kept_together(self, body: list[Element], items: dict[int, int]) -> Iterator[list[_Part]]:
        """Yield groups of parts that are kept on one page."""
        waiting = list[_Part]()
        for at in range(len(body)):
            if at in items and waiting:
                yield waiting
                waiting = []
            for part in self._parts(body, at):
                whole = sum(self._height(body, each)[0] for each in range(at, items.get(at, at)))
                start = self._start(body[at : items.get(at, at)])
                waiting.append(part if waiting else evolve(part, item=whole, start=start))
                if not part.keeps_next:
                    yield waiting
                    waiting = []
        if waiting:
            yield waiting

    def _start(self, item: list[Element]) -> float:
        """Return an item's height down to the end of its first step.

        Returns 0 for an agenda item without a table.
        """
        height = 0.0
        for at, element in enumerate(item):
            if element.tag == f"{W}tbl":
                return height + max(sum(each.of_rows(element)[:2]) for each in self.heights)
            height += self._height(item, at)[0]
        return 0.0

    def _parts(self, body: list[Element], at: int) -> Iterator[_Part]:
        """Yield an element's parts: a paragraph, table rows or contents lines."""
        element = body[at]
        if element.tag == f"{W}sdt":
            inside = list(element.iter(f"{W}p"))
            yield from (_Part(first, *self._height(inside, n), False, ()) for n, first in enumerate(inside))
        elif element.tag == f"{W}tbl":
            rows = list(element.iterchildren(f"{W}tr"))
            heights = list(zip(*(each.of_rows(element) for each in self.heights), strict=True))
            header = max(heights[0]) if rows[0].find(f"{W}trPr/{W}tblHeader") is not None else 0.0
            for row, height in zip(rows, heights, strict=True):
                kept = row is not rows[-1] and all(map(self._keeps_next, row.iter(f"{W}p")))
                above = 0.0 if row is rows[0] else header
                yield _Part(row, max(height), min(height), kept, _bookmarks(row), header=above)
        else:
            yield _Part(element, *self._height(body, at), self._keeps_next(element), _bookmarks(element))

    def _keeps_next(self, paragraph: Element) -> bool:
        return self.heights[0].keeps_next(paragraph)

    def _height(self, body: list[Element], at: int) -> tuple[float, float]:
        """Return an element's greatest and smallest heights in any of the fonts."""
        element = body[at]
        if element.tag == f"{W}tbl":
            heights = [sum(each.of_rows(element)) for each in self.heights]
        else:
            before, after = (body[at + step] if 0 <= at + step < len(body) else None for step in (-1, 1))
            heights = [each.of_paragraph(element, self.text_width, before, after) for each in self.heights]
        return max(heights), min(heights)


def _split(body: list[Element], rows: list[Element]) -> list[Element]:
    """Return a body with tables split before the given rows.

    Each new table starts on a new page and repeats any header row. Page breaks inside rows cannot be used, because
    LibreOffice ignores them.
    """
    made = list(body)
    for row in rows:
        table = row.getparent()
        assert table is not None  # a row is in a table
        at = next(n for n, element in enumerate(made) if element is table)
        (separator,) = elements_of(_SEPARATOR)
        above = list(row.itersiblings(f"{W}tr", preceding=True))
        if not above:
            made.insert(at, separator)
            continue
        rest = [row, *row.itersiblings(f"{W}tr")]
        header = [each for each in above[-1:] if each.find(f"{W}trPr/{W}tblHeader") is not None]
        new = etree.Element(table.tag, nsmap={"w": W[1:-1]})  # ONLYOFFICE needs the usual prefix
        kept = [each for each in table if each.tag != f"{W}tr"]
        new.extend([*map(deepcopy, (*kept, *header)), *rest])
        made[at + 1 : at + 1] = [separator, new]
    return made


def _bookmarks(element: Element) -> tuple[str, ...]:
    return tuple(mark.get(f"{W}name", "") for mark in element.iter(f"{W}bookmarkStart"))
