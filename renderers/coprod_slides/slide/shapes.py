"""Shapes of PresentationML: placeholders, text, panels, pictures and what only decorates."""

from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import DECORATIVE, emu, geometry, transform
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.deck_template import TemplatePlaceholder
from coprod_slides.template.placeholder_types import NAMES, NUMBER_FIELD, placeholder
from coprod_slides.theme_colours import TINT, ThemeColour

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_EDGE = 0.5


def placed(
    key: str,
    place: TemplatePlaceholder,
    paragraphs: str,
    context: PartContext,
    *,
    box: SlideBox | None = None,
    anchor: str = "",
) -> str:
    """A placeholder of the layout, with text; `box` and `anchor` where they are not those of the layout."""
    id_ = context.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{NAMES[key]} {id_}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(key)}</p:nvPr></p:nvSpPr><p:spPr>{transform(box or place.box)}</p:spPr>"
        f"<p:txBody>{_frame(anchor or place.anchor)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def slide_number(place: TemplatePlaceholder, number: int, context: PartContext) -> str:
    """The placeholder of the slide number."""
    field = (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang={context.language}/><a:t>{number}</a:t></a:fld>'
        f"<a:endParaRPr lang={context.language}/></a:p>"
    )
    return placed("number", place, field, context)


def text_box(  # noqa: PLR0913  # one argument for each thing that a text box has of its own
    name: str,
    box: SlideBox,
    paragraphs: str,
    context: PartContext,
    *,
    fill: ThemeColour | None = None,
    inset: tuple[float, float] = (0, 0),
    alt: str = "",
    anchor: str = "t",
) -> str:
    """Text outside placeholders. `inset` is the space within its edges, across and down, in millimetres."""
    id_ = context.fresh()
    ground = fill.fill if fill else "<a:noFill/>"
    described = f" descr={attribute(alt)}" if alt else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} {id_}"{described}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}{ground}{_edge(context, fill == TINT)}</p:spPr>"
        f"<p:txBody>{_frame(anchor, inset)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def decoration(shape: str, box: SlideBox, colour: ThemeColour, context: PartContext, *, edged: bool = False) -> str:
    """A shape that only decorates; an `edged` one has the edge that the context gives."""
    id_ = context.fresh()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Decoration {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry(shape)}{colour.fill}{_edge(context, edged)}"
        "</p:spPr></p:sp>"
    )


def rule(box: SlideBox, colour: ThemeColour, context: PartContext, weight: float = 0.35) -> str:
    """A level line along the upper edge of a box, that only decorates."""
    id_ = context.fresh()
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="Line {id_}" descr="">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(box.rows(box.y, 0))}{geometry('line')}"
        f'<a:ln w="{emu(weight)}">{colour.fill}</a:ln></p:spPr></p:cxnSp>'
    )


def picture(box: SlideBox, alt: str, relation: str, context: PartContext) -> str:
    """A picture in the placeholder of the logo."""
    id_ = context.fresh()
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="Logo {id_}" descr={attribute(alt)}/><p:cNvPicPr>'
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder("logo")}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(box)}{geometry('rect')}</p:spPr></p:pic>"
    )


def _edge(context: PartContext, edged: bool) -> str:
    """The line round a shape: that of high contrast, else none."""
    return f'<a:ln w="{emu(_EDGE)}">{context.edge.fill}</a:ln>' if edged and context.edge else _NO_LINE


def _frame(anchor: str, inset: tuple[float, float] = (0, 0)) -> str:
    across, down = emu(inset[0]), emu(inset[1])
    return (
        f'<a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" bIns="{down}" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )
