"""A deck's slides reduced to shapes and lines of text."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_builder.preview.slides.shapes import (
    EMU_PER_PT,
    DrawnShape,
    connector,
    has_geometry,
    image,
    rectangle,
    rounded,
    with_geometry,
    with_outline,
)
from coprod_builder.preview.slides.text_lines import TextLine, text_box, text_lines
from coprod_office.reading.colours import ResolvedColour
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.package import part_name
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.slide_tables import SlideTableCell, table_cells
from coprod_office.reading.xml import A, Element, R, first_child

_RULE = 0.7
_MARGINS = ("marL", "marT", "marR", "marB")
_DEFAULT_MARGIN = "91440"


@frozen(kw_only=True)
class DrawnSlide:
    """A slide to draw, with its title and notes.

    Lengths are in points. `things` contains shapes and lines of text in drawing order, from back to front.
    """

    number: int
    title: str
    width: float
    height: float
    background: str
    things: tuple[DrawnShape | TextLine, ...]
    notes: tuple[str, ...] = ()


def drawn_slides(data: bytes) -> tuple[DrawnSlide, ...]:
    """Return drawings of the slides in a deck that coprod made."""
    deck = open_deck(data, binary=True)
    table_styles = deck.table_styles()
    slides = (
        _SlideDrawing(deck=deck, part=part, slide=deck.slide(part), table_styles=table_styles)
        for _, part in deck.slides()
    )
    return tuple(slide.drawn(number) for number, slide in enumerate(slides, start=1))


@frozen(kw_only=True)
class _SlideDrawing:
    deck: Deck
    part: str
    slide: SlideLayer
    table_styles: dict[str, Element]

    def drawn(self, number: int) -> DrawnSlide:
        width, height = (length / EMU_PER_PT for length in self.deck.slide_size)
        return DrawnSlide(
            number=number,
            title=next((" ".join(shape.lines) for shape in self.slide.shapes if shape.role == "title"), ""),
            width=width,
            height=height,
            background=next(iter(self.slide.background), "#ffffff"),
            things=tuple(self._things()),
            notes=tuple(self._notes()),
        )

    def _notes(self) -> Iterator[str]:
        root = self.deck.package.root(self.deck.package.related(self.part, "notesSlide"))
        for shape in () if root is None else SlideLayer(root, self.slide.theme).shapes:
            if shape.role == "body":
                yield from shape.lines

    def _things(self) -> Iterator[DrawnShape | TextLine]:
        for _, layer, shape in self.slide.behind:
            for each in (shape, *shape.inner_shapes):
                yield from self._drawn(each, layer)
        for shape in self.slide.all_shapes():
            yield from self._drawn(shape, self.slide)

    def _drawn(self, shape: SlideShape, layer: SlideLayer) -> Iterator[DrawnShape | TextLine]:
        box = layer.box(shape)
        if box is None or (shape.properties is None and shape.kind != "graphicFrame"):
            return
        rect = rectangle(box, shape.properties)
        match shape.kind:
            case "sp":
                yield from self._shape(shape, layer, rect)
            case "cxnSp" if shape.properties is not None:
                line = connector(rect, shape.properties, layer.theme)
                yield from (line,) if line else ()
            case "pic":
                yield from self._picture(shape, layer, rect)
            case "graphicFrame":
                yield from self._table(shape, layer)

    def _shape(self, shape: SlideShape, layer: SlideLayer, rect: DrawnShape) -> Iterator[DrawnShape | TextLine]:
        inherited = (each.properties for each in layer.ancestors(shape))
        geometry = next(filter(has_geometry, (shape.properties, *inherited)), None)
        drawn = with_outline(with_geometry(rect, geometry), shape.properties, layer.theme)
        drawn = evolve(drawn, fill=next(iter(layer.fill(shape) or ()), None))
        if drawn.fill or drawn.stroke:
            yield drawn
        if shape.body is not None:
            styles = self.deck.text_styles(layer).of_shape(shape, layer)
            yield from text_lines(shape.body, styles, text_box(rect, _body_properties(shape, layer)))

    def _picture(self, shape: SlideShape, layer: SlideLayer, rect: DrawnShape) -> Iterator[DrawnShape]:
        blip = next(shape.element.iter(f"{A}blip"), None)
        part = self._part(layer)
        targets = {each.id: each.target for each in self.deck.package.relationships(part)}
        target = targets.get(blip.get(f"{R}embed", "")) if blip is not None else None
        if target is not None:
            yield image(rect, self.deck.package.parts[part_name(part, target)])

    def _part(self, layer: SlideLayer) -> str:
        """Return the part name of `layer`: slide, layout or master."""
        if layer is self.slide:
            return self.part
        layout = self.deck.package.related(self.part, "slideLayout")
        return layout if layer is self.slide.below else self.deck.package.related(layout, "slideMaster")

    def _table(self, frame: SlideShape, layer: SlideLayer) -> Iterator[DrawnShape | TextLine]:
        table = next(frame.element.iter(f"{A}tbl"), None)
        if table is None or frame.box is None:
            return
        left, y = frame.box.x / EMU_PER_PT, frame.box.y / EMU_PER_PT
        widths = [int(each.get("w", "0")) / EMU_PER_PT for each in table.iter(f"{A}gridCol")]
        cells = table_cells(table, self.table_styles, layer.theme)
        for row in table.iterfind(f"{A}tr"):
            x, height = left, int(row.get("h", "0")) / EMU_PER_PT
            for width in widths:
                box = DrawnShape(kind="rect", x=rounded(x), y=rounded(y), width=rounded(width), height=rounded(height))
                yield from self._cell(next(cells), box, layer)
                x += width
            y += height

    def _cell(self, cell: SlideTableCell, box: DrawnShape, layer: SlideLayer) -> Iterator[DrawnShape | TextLine]:
        yield evolve(box, fill=cell.fill[0] if cell.fill else None)
        bottom = rounded(box.y + box.height)
        ends = ((box.x, bottom), (rounded(box.x + box.width), bottom))
        rule = ResolvedColour(layer.theme.colour("bg2") or "#cccccc")
        yield evolve(box, kind="line", points=ends, stroke=rule, weight=_RULE)
        properties, body = first_child(cell.element, f"{A}tcPr"), first_child(cell.element, f"{A}txBody")
        if body is not None and properties is not None:
            styles = self.deck.text_styles(layer).of_table(layer.theme, cell.colour)
            yield from text_lines(body, styles, text_box(box, _attributes(properties), _MARGINS, _DEFAULT_MARGIN))


def _body_properties(shape: SlideShape, layer: SlideLayer) -> dict[str, str]:
    """Return a shape's text body attributes, including inherited ones."""
    found: dict[str, str] = {}
    for each in (shape, *layer.ancestors(shape)):
        properties = None if each.body is None else first_child(each.body, f"{A}bodyPr")
        found = {**({} if properties is None else _attributes(properties)), **found}
    return found


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}
