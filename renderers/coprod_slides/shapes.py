"""Shapes of PresentationML: placeholders, text, panels, pictures and what only decorates."""

from coprod_office import attribute
from coprod_slides.box import Box
from coprod_slides.colours import TINT, Colour
from coprod_slides.pen import Pen
from coprod_slides.placeholders import NAMES, NUMBER_FIELD, placeholder
from coprod_slides.stage import Place
from coprod_slides.xml import DECORATIVE, emu, geometry, transform

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_EDGE = 0.5


def placed(key: str, place: Place, paragraphs: str, pen: Pen, *, box: Box | None = None, anchor: str = "") -> str:
    """A placeholder of the layout, with text; `box` and `anchor` where they are not those of the layout."""
    id_ = pen.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{NAMES[key]} {id_}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(key)}</p:nvPr></p:nvSpPr><p:spPr>{transform(box or place.box)}</p:spPr>"
        f"<p:txBody>{_frame(anchor or place.anchor)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def slide_number(place: Place, number: int, pen: Pen) -> str:
    """The placeholder of the slide number."""
    field = (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang={pen.language}/><a:t>{number}</a:t></a:fld>'
        f"<a:endParaRPr lang={pen.language}/></a:p>"
    )
    return placed("number", place, field, pen)


def text_box(  # noqa: PLR0913  # one argument for each thing that a text box has of its own
    name: str,
    box: Box,
    paragraphs: str,
    pen: Pen,
    *,
    fill: Colour | None = None,
    inset: tuple[float, float] = (0, 0),
    alt: str = "",
    anchor: str = "t",
) -> str:
    """Text outside placeholders. `inset` is the space within its edges, across and down, in millimetres."""
    id_ = pen.fresh()
    ground = fill.fill if fill else "<a:noFill/>"
    described = f" descr={attribute(alt)}" if alt else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} {id_}"{described}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}{ground}{_edge(pen, fill == TINT)}</p:spPr>"
        f"<p:txBody>{_frame(anchor, inset)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def decoration(shape: str, box: Box, colour: Colour, pen: Pen, *, edged: bool = False) -> str:
    """A shape that only decorates; an `edged` one has the edge that the pen gives."""
    id_ = pen.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Decoration {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry(shape)}{colour.fill}{_edge(pen, edged)}</p:spPr></p:sp>"
    )


def rule(box: Box, colour: Colour, pen: Pen, weight: float = 0.35) -> str:
    """A level line along the upper edge of a box, that only decorates."""
    id_ = pen.fresh()
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="Line {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(box.rows(box.y, 0))}{geometry('line')}"
        f'<a:ln w="{emu(weight)}">{colour.fill}</a:ln></p:spPr></p:cxnSp>'
    )


def picture(box: Box, alt: str, relation: str, pen: Pen) -> str:
    """A picture in the placeholder of the logo."""
    id_ = pen.fresh()
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="Logo {id_}" descr={attribute(alt)}/><p:cNvPicPr>'
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder("logo")}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(box)}{geometry('rect')}</p:spPr></p:pic>"
    )


def _edge(pen: Pen, edged: bool) -> str:
    """The line round a shape: that of high contrast, else none."""
    return f'<a:ln w="{emu(_EDGE)}">{pen.edge.fill}</a:ln>' if edged and pen.edge else _NO_LINE


def _frame(anchor: str, inset: tuple[float, float] = (0, 0)) -> str:
    across, down = emu(inset[0]), emu(inset[1])
    return (
        f'<a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )
