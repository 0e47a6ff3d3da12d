"""Check the structure tree (tags) of a PDF file."""

from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_inspect.shared_checks import Spot, heading_jump, quoted
from coprod_office.reading.errors import FileRefused

_MAX_ELEMENTS, _MAX_DEPTH, _MAX_ROLE_STEPS = 200_000, 200, 5
_ALLOWED_IN_LISTS = {"L": ("LI", "Caption", "L"), "LI": ("Lbl", "LBody", "L")}
_MANY_PAGES = 4


@frozen(eq=False)
class StructureElement:
    """An element of the structure tree.

    `tag` is the element's standard type, after applying the role map. `attributes` is the element's dictionary in the
    PDF file. `page` is the number of the element's page, counted from 1, or 0 if unknown.
    """

    tag: str
    attributes: Object
    page: int
    children: tuple["StructureElement", ...]

    def walk(self) -> Iterator["StructureElement"]:
        """Yield this element and all its descendants in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def spot(self) -> Spot:
        """The element's location, for use in messages."""
        return Spot(f"page {self.page}" if self.page else "document")


@frozen(eq=False)
class _TreeReader:
    pages: dict[tuple[int, int], int]
    roles: dict[str, str]
    seen: set[tuple[int, int]] = field(factory=set, init=False)

    def elements(self, parent: Object, page: int, depth: int) -> tuple[StructureElement, ...]:
        """Return the child elements of an object in the structure tree.

        An element that was read before is left out, because a damaged tree can contain it twice. `page` is the page
        number for elements that do not state a page, and `depth` is how deeply the children are nested.
        """
        kids = parent.get(Name.K)
        listed = kids if isinstance(kids, Array) else () if kids is None else (kids,)
        return tuple(found for kid in listed if (found := self._element(kid, page, depth)))

    def _element(self, element: Object, page: int, depth: int) -> StructureElement | None:
        if not isinstance(element, Dictionary) or Name.S not in element:
            return None
        if element.objgen in self.seen and element.objgen != (0, 0):
            return None
        self.seen.add(element.objgen)
        if len(self.seen) > _MAX_ELEMENTS or depth > _MAX_DEPTH:
            raise FileRefused("corrupt", "has too many tags, or tags that are nested too deeply.")
        own_page = element.get(Name.Pg)
        page = self.pages.get(own_page.objgen, page) if own_page is not None else page
        children = self.elements(element, page, depth + 1)
        if not own_page and children:
            page = children[0].page
        tag = str(element.S).lstrip("/")
        for _ in range(_MAX_ROLE_STEPS):
            tag = self.roles.get(tag, tag)
        return StructureElement(tag, element, page, children)


def structure_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield the faults in a PDF file's structure tree, if any."""
    root = pdf.Root.get(Name.StructTreeRoot)
    if not isinstance(root, Dictionary):
        return
    roles = {str(name).lstrip("/"): str(tag).lstrip("/") for name, tag in root.get(Name.RoleMap, {}).items()}
    reader = _TreeReader({page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}, roles)
    elements = [element for top in reader.elements(root, 0, 0) for element in top.walk()]
    yield from _heading_faults(elements, len(pdf.pages))
    for element in elements:
        match element.tag:
            case "Figure" | "Formula":
                yield from _figure_faults(element)
            case "Table":
                yield from _table_faults(element)
            case "L" | "LI":
                yield from _list_faults(element)
    tagged_links = Counter(element.tag for element in elements)["Link"]
    annotations = (annotation for page in pdf.pages for annotation in page.obj.get(Name.Annots, ()))
    if not tagged_links and any(annotation.get(Name.Subtype) == Name.Link for annotation in annotations):
        yield Fault(code="link-untagged", what="the links in the file are not tagged.")


def _heading_faults(elements: list[StructureElement], pages: int) -> Iterator[Fault]:
    before = 0
    headings = [each for each in elements if len(each.tag) == 2 and each.tag[0] == "H" and each.tag[1].isdigit()]
    for heading in headings:
        level, words = int(heading.tag[1]), str(heading.attributes.get(Name.T, ""))
        jump = heading_jump(level, before, words)
        if jump:
            yield heading.spot.fault("heading-jump", jump, words)
        before = level
    if not headings and pages > _MANY_PAGES and not any(element.tag == "H" for element in elements):
        yield Fault(code="no-headings", what=f"the file has {pages} pages but no headings.")


def _figure_faults(figure: StructureElement) -> Iterator[Fault]:
    alt = str(figure.attributes.get(Name.Alt, "")).strip()
    if not alt and Name.ActualText not in figure.attributes:
        yield figure.spot.fault("alt-missing", "a figure has no alternative text.")
    code = alt_text_fault(alt)
    if code:
        yield figure.spot.fault(code, f"the alternative text of a figure is {quoted(alt)}.", alt)


def _table_faults(table: StructureElement) -> Iterator[Fault]:
    headers = [cell for cell in table.walk() if cell.tag == "TH"]
    if not headers:
        yield table.spot.fault("table-no-header", "a table has no header cells.")
    elif not all(_has_scope(cell) for cell in headers):
        yield table.spot.fault("table-no-scope", "a header cell in a table has no scope (row or column).")


def _has_scope(cell: StructureElement) -> bool:
    attributes = cell.attributes.get(Name.A)
    listed = attributes if isinstance(attributes, Array) else (attributes,)
    return Name.ID in cell.attributes or any(isinstance(a, Dictionary) and Name.Scope in a for a in listed)


def _list_faults(element: StructureElement) -> Iterator[Fault]:
    wrong = next((child.tag for child in element.children if child.tag not in _ALLOWED_IN_LISTS[element.tag]), None)
    if wrong is not None or (element.tag == "L" and not element.children):
        kind = "list item" if element.tag == "LI" else "list"
        what = f"a {kind} contains the tag {wrong}, which is not allowed there." if wrong else f"a {kind} has no items."
        yield element.spot.fault("pdf-list", what)
