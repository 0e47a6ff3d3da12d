"""Drawing: the slides of a deck as shapes and lines of text, on a page of as many points as the slide has."""

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from coprod_builder.preview.slides.deck_file import DeckFile, P
from coprod_builder.preview.slides.fills import fill_of, says_fill
from coprod_builder.preview.slides.office_file import EMU_PER_PT, A, Element, R
from coprod_builder.preview.slides.shapes import DrawnShape, box_of, formed, line_of, painted, picture_of
from coprod_builder.preview.slides.tables import table
from coprod_builder.preview.slides.text_layout import TextBox, rows_of
from coprod_builder.preview.slides.text_lines import TextLine


@frozen(kw_only=True)
class DrawnSlide:
    """A slide as it looks, with its title and what its notes say, a paragraph each."""

    number: int
    title: str
    width: float
    height: float
    ground: str
    things: tuple[DrawnShape | TextLine, ...]
    notes: tuple[str, ...] = ()


def drawn_slides(data: bytes) -> tuple[DrawnSlide, ...]:
    """The slides in the bytes of a deck that was made here."""
    deck = DeckFile.of(data)
    size = deck.xml("ppt/presentation.xml").find(f"{P}sldSz")
    assert size is not None
    width, height = (int(size.get(side, "0")) / EMU_PER_PT for side in ("cx", "cy"))
    return tuple(_slide(name, at, width, height, deck) for at, name in enumerate(deck.slides, start=1))


def _slide(name: str, number: int, width: float, height: float, deck: DeckFile) -> DrawnSlide:
    layout = deck.one(name, "slideLayout")
    master = deck.one(layout, "slideMaster")
    sheet = _Sheet(deck=deck, name=name, layout=deck.xml(layout), master=deck.xml(master))
    return DrawnSlide(
        number=number,
        title=sheet.title,
        width=width,
        height=height,
        ground=sheet.ground,
        things=(*sheet.decorations(), *sheet.things()),
        notes=tuple(_notes(deck.one(name, "notesSlide"), deck)),
    )


def _notes(name: str, deck: DeckFile) -> Iterator[str]:
    if not name:
        return
    for shape in deck.xml(name).iter(f"{P}sp"):
        if _place(shape) and _place(shape)[0] == "body":
            for paragraph in shape.iter(f"{A}p"):
                yield _said(paragraph)


def _said(paragraph: Element) -> str:
    return "".join(run.text or "" for run in paragraph.iter(f"{A}t"))


def _place(shape: Element) -> tuple[str, str]:
    """The kind and the number of the placeholder that a shape fills; empty where it fills none."""
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return (found.get("type", "body"), found.get("idx", "0")) if found is not None else ("", "")


@frozen(kw_only=True)
class _Sheet:
    """A slide being drawn, with what it inherits from."""

    deck: DeckFile
    name: str
    layout: Element
    master: Element

    @property
    def title(self) -> str:
        shapes = self.deck.xml(self.name).iter(f"{P}sp")
        found = next((shape for shape in shapes if _place(shape)[0] in ("title", "ctrTitle")), None)
        return "" if found is None else " ".join(_said(p) for p in found.iter(f"{A}p"))

    @property
    def ground(self) -> str:
        for root in (self.deck.xml(self.name), self.layout, self.master):
            paint = fill_of(root.find(f"{P}cSld/{P}bg/{P}bgPr"), self.deck)
            if paint:
                return paint.colour
        return "#ffffff"

    def decorations(self) -> Iterator[DrawnShape | TextLine]:
        """What the layout draws on all of its slides."""
        for shape in self._tree(self.layout):
            if not _place(shape)[0]:
                yield from self._drawn(shape)

    def things(self) -> Iterator[DrawnShape | TextLine]:
        """What is on the slide, in the order in which it is drawn."""
        for shape in self._tree(self.deck.xml(self.name)):
            yield from self._drawn(shape)

    def _tree(self, root: Element) -> Iterator[Element]:
        tree = root.find(f"{P}cSld/{P}spTree")
        assert tree is not None
        yield from tree

    def _drawn(self, shape: Element) -> Iterator[DrawnShape | TextLine]:
        match etree.QName(shape).localname:
            case "sp":
                yield from self._shape(shape)
            case "grpSp":  # the groups of our figures are as large outside as inside
                for inner in shape:
                    yield from self._drawn(inner)
            case "cxnSp":
                yield from self._line(shape)
            case "pic":
                yield from self._picture(shape)
            case "graphicFrame":
                yield from table(shape, self._levels(None), self.deck)

    def _shape(self, shape: Element) -> Iterator[DrawnShape | TextLine]:
        own, below = shape.find(f"{P}spPr"), self._below(shape)
        assert own is not None
        inherited = below.find(f"{P}spPr") if below is not None else None
        box = box_of(own, inherited)
        if box is None:
            return
        filled = own if says_fill(own) else inherited
        geometry = own if own.find(f"{A}prstGeom") is not None or own.find(f"{A}custGeom") is not None else inherited
        seen = painted(box, filled, own.find(f"{A}ln"), self.deck)
        if seen.fill or seen.stroke:
            yield formed(seen, geometry)
        body = shape.find(f"{P}txBody")
        if body is not None:
            yield from rows_of(body, self._levels(body, below), _room(box, body), self.deck)

    def _below(self, shape: Element) -> Element | None:
        """The placeholder of the layout that a shape fills."""
        kind, number = _place(shape)
        if not kind:
            return None
        titles = ("title", "ctrTitle")
        for each in self.layout.iter(f"{P}sp"):
            other, its = _place(each)
            if (kind in titles and other in titles) or (other == kind and its == number):
                return each
        return None

    def _levels(self, body: Element | None, below: Element | None = None) -> tuple[Element, ...]:
        """The styles of levels, what counts least first; those of text in no placeholder where there is no body."""
        kind = _place(below)[0] if below is not None else ""
        style = "titleStyle" if kind in ("title", "ctrTitle") else "bodyStyle" if kind == "body" else "otherStyle"
        found = (
            self.deck.xml("ppt/presentation.xml").find(f"{P}defaultTextStyle"),
            self.master.find(f"{P}txStyles/{P}{style}") if kind else None,
            below.find(f"{P}txBody/{A}lstStyle") if below is not None else None,
            body.find(f"{A}lstStyle") if body is not None else None,
        )
        return tuple(each for each in found if each is not None)

    def _line(self, shape: Element) -> Iterator[DrawnShape]:
        own = shape.find(f"{P}spPr")
        line = line_of(own, self.deck) if own is not None else None
        if line:
            yield line

    def _picture(self, shape: Element) -> Iterator[DrawnShape]:
        own, blip = shape.find(f"{P}spPr"), shape.find(f".//{A}blip")
        box = box_of(own, None) if own is not None else None
        if box is None or blip is None:
            return
        _, part = self.deck.related(self.name)[blip.get(f"{R}embed", "")]
        yield picture_of(box, self.deck.data(part))


def _room(box: DrawnShape, body: Element) -> TextBox:
    found = body.find(f"{A}bodyPr")
    inset = [
        int(found.get(side, "0")) / EMU_PER_PT if found is not None else 0.0
        for side in ("lIns", "tIns", "rIns", "bIns")
    ]
    return TextBox(
        x=box.x + inset[0],
        y=box.y + inset[1],
        width=box.width - inset[0] - inset[2],
        height=box.height - inset[1] - inset[3],
        anchor=found.get("anchor", "t") if found is not None else "t",
    )
