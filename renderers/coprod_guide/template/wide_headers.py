"""Headers and footers for the landscape pages of portrait documents."""

import posixpath
from functools import cached_property

from attrs import evolve, field, frozen
from lxml import etree

from coprod_guide.page_setup import PageSetup
from coprod_guide.template.package_parts import DOCUMENT, STYLES
from coprod_office import PackagePart
from coprod_office.reading.xml import Element, R, W, first_child

_SHARES = {"center": 0.5, "right": 1.0, "end": 1.0}
"""The share of a page's extra width by which each kind of tab stop moves."""
_BEFORE_TABS = frozenset(
    f"{W}{name}"
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd"),
    )
)
_ONE_SECTION = 2
"""The number of `sectPr` tags in a document with one section: a start tag and an end tag."""
Related = tuple[tuple[str, str, str], ...]


def with_wide_headers(parts: dict[str, PackagePart], related: Related) -> tuple[dict[str, PackagePart], Related]:
    """Return parts and relationships, with headers and footers for wider pages.

    The tab stops in these headers and footers are moved to suit the greater width. `parts` contains the parts by name,
    and `related` the main document's relationships, as (id, kind, target) tuples.
    """
    if parts[DOCUMENT].data.count(b"sectPr") <= _ONE_SECTION:
        return parts, related
    root = etree.fromstring(parts[DOCUMENT].data)
    sections = [PageSetup(section) for section in root.iter(f"{W}sectPr")]
    widths = {page.text_width for page in sections}
    if len(widths) == 1:
        return parts, related
    made = _WideHeaders(parts, related, min(widths))
    for page in sections:
        made.refer(page)
    if not made.ids:
        return parts, related
    data = etree.tostring(root, encoding="UTF-8", standalone=True)
    return parts | made.parts | {DOCUMENT: evolve(parts[DOCUMENT], data=data)}, (*related, *made.ids.values())


@frozen(eq=False)
class _WideHeaders:
    known: dict[str, PackagePart]
    related: Related
    width: int
    parts: dict[str, PackagePart] = field(factory=dict, init=False)
    ids: dict[tuple[str, int], tuple[str, str, str]] = field(factory=dict, init=False)

    def refer(self, page: PageSetup) -> None:
        """Make a page refer to headers and footers of its width."""
        more = page.text_width - self.width
        for reference in page.section.iterchildren(f"{W}headerReference", f"{W}footerReference") if more else ():
            id_ = reference.get(f"{R}id") or ""
            if reference.get(f"{W}type") == "first":
                continue  # no landscape page is a title page
            if (id_, more) in self.ids or self._is_made(id_, more):
                reference.set(f"{R}id", self.ids[id_, more][0])

    def _is_made(self, id_: str, more: int) -> bool:
        """Copy a header or footer, with its tab stops moved.

        Returns False, without making a copy, if it has no tab stops to move. `id_` is the id of its relationship, and
        `more` the extra width in twips.
        """
        kind, target = next((kind, target) for known, kind, target in self.related if known == id_)
        part = self.known[_name(target)]
        root = etree.fromstring(part.data)
        if sum(self._is_moved(each, more) for each in root.iter(f"{W}p")) == 0:
            return False
        stem, number = target.removesuffix(".xml"), len(self.ids) + 1
        copy = f"{stem}-wide{number}.xml"
        data = etree.tostring(root, encoding="UTF-8", standalone=True)
        made = evolve(part, name=_name(copy), data=data)
        self.parts[made.name] = made
        if pictures := self.known.get(_relationships(part.name)):
            self.parts[_relationships(made.name)] = evolve(pictures, name=_relationships(made.name))
        self.ids[id_, more] = (f"rIdWide{number}", kind, copy)
        return True

    def _is_moved(self, paragraph: Element, more: int) -> bool:
        """Move a paragraph's tab stops, and return whether any were moved."""
        if next(paragraph.iterfind(f"{W}r/{W}tab"), None) is None:
            return False
        properties = first_child(paragraph, f"{W}pPr")
        style = None if properties is None else first_child(properties, f"{W}pStyle")
        inherited = self._stops_of(None if style is None else style.get(f"{W}val"))
        own = _stops(properties)
        kinds = {at: stop.get(f"{W}val") or "" for at, stop in (inherited | own).items()}
        moved = {at: round(at + more * _SHARES[kind]) for at, kind in kinds.items() if kind in _SHARES}
        if not moved:
            return False
        clear = etree.Element(f"{W}tab", {f"{W}val": "clear"})
        written: dict[int, Element] = {at: clear for at in moved if at in inherited}
        written |= {at: stop for at, stop in own.items() if at not in moved}
        written |= {to: (inherited | own)[at] for at, to in moved.items()}
        tabs = etree.Element(f"{W}tabs")
        for at, stop in sorted(written.items()):
            etree.SubElement(tabs, f"{W}tab").attrib.update({**stop.attrib, f"{W}pos": str(at)})
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        old = first_child(properties, f"{W}tabs")
        if old is not None:
            properties.remove(old)
        properties.insert(sum(child.tag in _BEFORE_TABS for child in properties), tabs)
        return True

    def _stops_of(self, style: str | None) -> dict[int, Element]:
        """Return the tab stops of a style, with those that it inherits."""
        found: dict[int, Element] = {}
        chain: list[Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            based = first_child(chain[-1], f"{W}basedOn")
            style = None if based is None else based.get(f"{W}val")
        for each in reversed(chain):
            found |= _stops(first_child(each, f"{W}pPr"))
        return found

    @cached_property
    def _styles(self) -> dict[str | None, Element]:
        root = etree.fromstring(self.known[STYLES].data)
        return {style.get(f"{W}styleId"): style for style in root.iterchildren(f"{W}style")}


def _name(target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(DOCUMENT), target))


def _relationships(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _stops(properties: Element | None) -> dict[int, Element]:
    """Return the tab stops in a paragraph's properties, by position."""
    tabs = None if properties is None else first_child(properties, f"{W}tabs")
    return {} if tabs is None else {int(float(each.get(f"{W}pos") or 0)): each for each in tabs}
