"""Write placeholders, photos, logos, lines and other decorations."""

from coprod_content.brand.logo import LogoPicture
from coprod_content.document.blocks import Photograph
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
from coprod_slides.slide.clips import ON_CLICK, film_reference
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.deck_template import TemplatePlaceholder
from coprod_slides.template.placeholder_types import NAMES, number_field, placeholder
from coprod_slides.theme_colours import ThemeColour

_RULE = 0.35
_NO_INSETS = ' lIns="0" tIns="0" rIns="0" bIns="0"'
_WHOLE, _CROPPED_ABOVE = 100_000, 1 / 3


def filled_placeholder(
    key: str,
    paragraphs: str,
    place: TemplatePlaceholder,
    context: PartContext,
    *,
    box: SlideBox | None = None,
    anchor: str = "",
) -> str:
    """Return a placeholder with text.

    `place` is the layout's placeholder. If given, `box` overrides its position, and `anchor` its vertical alignment.
    Autofit is repeated from the layout, because LibreOffice does not inherit it.
    """
    id_ = context.new_id()
    if place.moved:
        box, anchor = box or place.box, anchor or place.anchor
    attributes = _NO_INSETS if box and place.inset else ""
    attributes += f' anchor="{anchor}"' if anchor else ""
    body = f"<a:bodyPr{attributes}><a:normAutofit/></a:bodyPr>" if place.shrinks else f"<a:bodyPr{attributes}/>"
    text = f"{body}<a:lstStyle/>{paragraphs}"
    kind = place.kind or placeholder(key)
    return placeholder_shape(id_, f"{NAMES[key]} {id_}", kind, transform(box) if box else "", text)


def slide_number(number: int, place: TemplatePlaceholder, size: float, context: PartContext) -> str:
    """Return the placeholder for the slide number, filled with `number`.

    If `place` is from an organisation's template and has smaller type, the number is in `size` points.
    """
    level = place.level()
    sized = f' sz="{round(size * 100)}"' if (level.size or 0) < size and place.font else ""
    fill = level.colour.fill if level.colour else ""
    field = number_field(str(number), context.language, sized + level.mended, fill)
    return filled_placeholder("number", field, place, context)


def decoration(shape: str, box: SlideBox, colour: ThemeColour, context: PartContext) -> str:
    """Return a decorative shape without an outline."""
    id_ = context.new_id()
    return decorative_shape(id_, f"Decoration {id_}", f"{transform(box)}{geometry(shape)}{colour.fill}{NO_LINE}")


def rule(box: SlideBox, colour: ThemeColour, context: PartContext) -> str:
    """Return a decorative horizontal line as wide as `box`."""
    line = f'<a:ln w="{emu(_RULE)}">{colour.fill}</a:ln>'
    return decorative_line(context.new_id(), f"{transform(box)}{geometry('line')}{line}")


def photograph(photo: Photograph, box: SlideBox, context: PartContext, *, at: TemplatePlaceholder | None = None) -> str:
    """Return a photo, fitted in `box` or cropped to fill a placeholder.

    If `at` is None, the photo is as large as fits in `box`. Otherwise, it fills the layout's placeholder `at`, whose
    size is that of `box`. Less is cropped from the top than from the bottom, because faces are usually near the top.
    """
    id_ = context.new_id()
    width, height = photo.size
    crop, kind, lock, place = "", "", "", ""
    if at:
        shown = (box.width / box.height) / (width / height)
        across, down = max(0.0, 1 - shown), max(0.0, 1 - 1 / shown)
        left, top = (round(share * _WHOLE) for share in (across / 2, down * _CROPPED_ABOVE))
        right, bottom = round(across * _WHOLE) - left, round(down * _WHOLE) - top
        kind, lock = at.kind or placeholder("picture"), ' noGrp="1"'
        crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
    else:
        place = transform(box.fitted(width, height)) + geometry("rect") + NO_LINE
    name, click = f"Photo {id_}", ""
    if photo.clip:
        name, click, kind = f"Film {id_}", ON_CLICK, kind + film_reference(photo.clip, id_, context)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="{name}" descr={attribute(photo.alt)}>{click}</p:cNvPr>'
        f'<p:cNvPicPr><a:picLocks{lock} noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{kind}</p:nvPr></p:nvPicPr>'
        f"<p:blipFill>{blip(context.photo_id(photo.jpeg))}{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{place}</p:spPr></p:pic>"
    )


def logo_picture(box: SlideBox, logo: LogoPicture, at: TemplatePlaceholder, context: PartContext) -> str:
    """Return the logo as a picture in the logo placeholder."""
    id_ = context.new_id()
    picture = blip(LOGO, LOGO_DRAWING if logo.office_svg else "")
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="Logo {id_}" descr={attribute(logo.alt)}/><p:cNvPicPr>'
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{at.kind or placeholder("logo")}</p:nvPr>'
        "</p:nvPicPr>"
        f"<p:blipFill>{picture}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{transform(box)}{geometry('rect')}{NO_LINE}</p:spPr></p:pic>"
    )
