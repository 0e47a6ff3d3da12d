"""Write placeholders, text boxes, logos, panels and lines."""

from coprod_content.brand.logo import LogoPicture
from coprod_office import attribute, blip
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import (
    LOGO,
    LOGO_DRAWING,
    NO_LINE,
    decorative_line,
    decorative_shape,
    emu,
    geometry,
    placeholder_shape,
    transform,
)
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.deck_template import TemplatePlaceholder
from coprod_slides.template.placeholder_types import NAMES, number_field, placeholder
from coprod_slides.theme_colours import TINT, ThemeColour

_EDGE, _RULE = 0.5, 0.35


def filled_placeholder(
    key: str,
    place: TemplatePlaceholder,
    paragraphs: str,
    context: PartContext,
    *,
    box: SlideBox | None = None,
    anchor: str = "",
) -> str:
    """Return a placeholder with text. `box` and `anchor` override the layout's."""
    id_ = context.new_id()
    text = f"{_body_properties(anchor or place.anchor)}<a:lstStyle/>{paragraphs}"
    return placeholder_shape(id_, f"{NAMES[key]} {id_}", placeholder(key), transform(box or place.box), text)


def slide_number(place: TemplatePlaceholder, number: int, context: PartContext) -> str:
    """Return the placeholder for the slide number, filled with `number`."""
    return filled_placeholder("number", place, number_field(str(number), context.language), context)


def text_box(  # noqa: PLR0913  # one argument for each property of a text box
    name: str,
    box: SlideBox,
    paragraphs: str,
    context: PartContext,
    *,
    fill: ThemeColour | None = None,
    inset: float = 0,
    alt: str = "",
    anchor: str = "t",
) -> str:
    """Return a text box with `inset` millimetres of space inside each edge."""
    id_ = context.new_id()
    painted = fill.fill if fill else "<a:noFill/>"
    described = f" descr={attribute(alt)}" if alt else ""
    edge = _edge(context, fill == TINT)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} {id_}"{described}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}{painted}{edge}</p:spPr>"
        f"<p:txBody>{_body_properties(anchor, inset)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def decoration(shape: str, box: SlideBox, colour: ThemeColour, context: PartContext, *, edged: bool = False) -> str:
    """Return a decorative shape. In high contrast, `edged` adds an outline."""
    id_ = context.new_id()
    properties = f"{transform(box)}{geometry(shape)}{colour.fill}{_edge(context, edged)}"
    return decorative_shape(id_, f"Decoration {id_}", properties)


def rule(box: SlideBox, colour: ThemeColour, context: PartContext) -> str:
    """Return a decorative horizontal line as wide as `box`."""
    line = f'<a:ln w="{emu(_RULE)}">{colour.fill}</a:ln>'
    return decorative_line(context.new_id(), f"{transform(box)}{geometry('line')}{line}")


def logo_picture(box: SlideBox, logo: LogoPicture, context: PartContext) -> str:
    """Return the logo as a picture in the logo placeholder."""
    id_ = context.new_id()
    picture = blip(LOGO, LOGO_DRAWING if logo.office_svg else "")
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="Logo {id_}" descr={attribute(logo.alt)}/><p:cNvPicPr>'
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{placeholder("logo")}</p:nvPr></p:nvPicPr>'
        f"<p:blipFill>{picture}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{transform(box)}{geometry('rect')}</p:spPr></p:pic>"
    )


def _edge(context: PartContext, edged: bool) -> str:
    return f'<a:ln w="{emu(_EDGE)}">{context.edge.fill}</a:ln>' if edged and context.edge else NO_LINE


def _body_properties(anchor: str, inset: float = 0) -> str:
    inside = emu(inset)
    return (
        f'<a:bodyPr wrap="square" lIns="{inside}" tIns="{inside}" rIns="{inside}" bIns="{inside}" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )
