"""The tags of a PDF: headings, figures, tables, lists and links, walked once in reading order."""

from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_office.reading.xml import FileRefused, short

_MOST = 200_000
_DEEPEST = 200
_LIST = {"L": ("LI", "Caption", "L"), "LI": ("Lbl", "LBody", "L")}
_MANY_PAGES = 4


@frozen(eq=False)
class StructureElement:
    """A tag: its kind, after the role map; its attributes; the page that it is on, from one; what is below it."""

    kind: str
    element: Object
    page: int
    below: tuple["StructureElement", ...]

    def walk(self) -> Iterator["StructureElement"]:
        """This tag and all below it, in reading order."""
        yield self
        for tag in self.below:
            yield from tag.walk()

    @property
    def spot(self) -> str:
        """Where it stands, as people are told."""
        return f"page {self.page}" if self.page else "document"


@frozen(eq=False)
class _Reader:
    pages: dict[tuple[int, int], int]
    roles: dict[str, str]
    seen: set[tuple[int, int]] = field(factory=set, init=False)

    def tag(self, element: Object, page: int, depth: int) -> StructureElement | None:
        """The tag of an element, nothing for content, and for what was met before."""
        if not isinstance(element, Dictionary) or Name.S not in element:
            return None
        if element.objgen in self.seen and element.objgen != (0, 0):
            return None
        self.seen.add(element.objgen)
        if len(self.seen) > _MOST or depth > _DEEPEST:
            raise FileRefused(Fault(code="corrupt", what="has more tags, or deeper ones, than any document."))
        kind = str(element.S).lstrip("/")
        own = element.get(Name.Pg)
        page = self.pages.get(own.objgen, page) if own is not None else page
        kids = element.get(Name.K)
        listed = kids if isinstance(kids, Array) else () if kids is None else (kids,)
        below = tuple(tag for kid in listed if (tag := self.tag(kid, page, depth + 1)))
        if not own and below:
            page = below[0].page
        for _ in range(5):
            kind = self.roles.get(kind, kind)
        return StructureElement(kind, element, page, below)


def tag_faults(pdf: Pdf) -> Iterator[Fault]:
    """What is wrong with the tags."""
    root = pdf.Root.get(Name.StructTreeRoot)
    if not isinstance(root, Dictionary):
        return
    roles = {str(key).lstrip("/"): str(value).lstrip("/") for key, value in root.get(Name.RoleMap, {}).items()}
    reader = _Reader({page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}, roles)
    kids = root.get(Name.K)
    listed = kids if isinstance(kids, Array) else () if kids is None else (kids,)
    tops = [tag for kid in listed if (tag := reader.tag(kid, 0, 0))]
    tags = [tag for top in tops for tag in top.walk()]
    kinds = Counter(tag.kind for tag in tags)
    yield from _headings(tags, len(pdf.pages))
    for tag in tags:
        match tag.kind:
            case "Figure" | "Formula":
                yield from _figure(tag)
            case "Table":
                yield from _table(tag)
            case "L" | "LI":
                yield from _list(tag)
    yield from _links(pdf, kinds["Link"])


def _headings(tags: list[StructureElement], pages: int) -> Iterator[Fault]:
    before, headings = 0, [tag for tag in tags if len(tag.kind) == 2 and tag.kind[0] == "H" and tag.kind[1].isdigit()]
    for tag in headings:
        level = int(tag.kind[1])
        if level > before + 1:
            words = str(tag.element.get(Name.T, ""))
            after = f"follows one of level {before}" if before else "is the first"
            what = f"a heading of level {level} {after}{f': {short(words)}' if words else ''}."
            yield Fault(code="heading-jump", spot=tag.spot, what=what, words=words)
        before = level
    if not headings and pages > _MANY_PAGES and not any(tag.kind == "H" for tag in tags):
        yield Fault(code="no-headings", what=f"{pages} pages have no heading.")


def _figure(tag: StructureElement) -> Iterator[Fault]:
    alt = str(tag.element.get(Name.Alt, "")).strip()
    if not alt and Name.ActualText not in tag.element:
        yield Fault(code="alt-missing", spot=tag.spot, what="a figure has none.")
    code = alt_text_fault(alt)
    if code:
        yield Fault(code=code, spot=tag.spot, what=f"the figure has '{short(alt)}'.", words=alt)


def _table(tag: StructureElement) -> Iterator[Fault]:
    headers = [cell for cell in tag.walk() if cell.kind == "TH"]
    if not headers:
        yield Fault(code="table-no-header", spot=tag.spot, what="a table has no header cells.")
    elif not all(_scoped(cell) for cell in headers):
        yield Fault(code="table-no-scope", spot=tag.spot, what="a header cell of a table has no scope.")


def _scoped(cell: StructureElement) -> bool:
    attributes = cell.element.get(Name.A)
    listed = attributes if isinstance(attributes, Array) else (attributes,)
    return Name.ID in cell.element or any(isinstance(a, Dictionary) and Name.Scope in a for a in listed)


def _list(tag: StructureElement) -> Iterator[Fault]:
    wrong = next((below.kind for below in tag.below if below.kind not in _LIST[tag.kind]), None)
    if wrong is not None or (tag.kind == "L" and not tag.below):
        what = f"a list{' item' if tag.kind == 'LI' else ''} holds {wrong or 'nothing'}."
        yield Fault(code="pdf-list", spot=tag.spot, what=what)


def _links(pdf: Pdf, tagged: int) -> Iterator[Fault]:
    linked = any(a.get(Name.Subtype) == Name.Link for page in pdf.pages for a in page.obj.get(Name.Annots, ()))
    if linked and not tagged:
        yield Fault(code="link-untagged", what="its links are not tagged.")
