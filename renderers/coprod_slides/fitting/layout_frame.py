"""The frame of one layout, in each of its type scales."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.known_fonts import measured_font
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout
from coprod_slides.template.layout_model import INDENT, TIGHT
from coprod_slides.template.type_sizes import (
    USUAL_LINE,
    TypeScale,
    natural_line,
    smaller_scales,
    title_sizes,
    type_scales,
)

_SHARE_OF_VARIED_TEXT, _LABEL_GROWTH = 0.75, 0.6
_PICTURE, _PAD = 36.0, 2.5
_LEAST_FIGURE, _SHARE_OF_FIGURE = 60.0, 0.5
_LARGE_TITLE = 1.3


def frame_of_layout(brand: Brand, layout: TemplateLayout, template: DeckTemplate) -> SlideFrame:
    """Return the frame of a layout, with other type scales to try."""
    scales = type_scales(brand, layout.design)
    if template.adopted and layout.design.varied == "text" and not layout.design.small:
        scales = (*_own_scales(brand, layout, scales[0]), *scales)
    *larger, usual = scales
    frame = _frame_in_scale(brand, layout, template, usual)
    return evolve(frame, larger_scales=tuple(larger), smaller_scales=smaller_scales(brand))


def _own_scales(brand: Brand, layout: TemplateLayout, largest: TypeScale) -> Iterator[TypeScale]:
    """Yield type scales above `largest`, up to a template's own size."""
    own = round(layout.main.level().size or 0)
    for size in sorted({*brand.slides.statement, own}, reverse=True):
        if largest.body < size <= min(own, brand.slides.statement[0]):
            yield evolve(largest, lead=max(largest.lead, size), say=size, body=size)


def _frame_in_scale(brand: Brand, layout: TemplateLayout, template: DeckTemplate, scale: TypeScale) -> SlideFrame:
    sizes, body, title, label = brand.slides, layout.main.box, layout["title"].box, layout["label"].box
    design = layout.design
    font, title_font = (
        measured_font(each.font or template.font or brand.fonts.office) for each in (layout.main, layout["title"])
    )
    natural = max(map(natural_line, (font, title_font)))
    share = 1.0 if template.adopted else USUAL_LINE / natural
    loose, tight = (natural * int(line * share) / 100 for line in (sizes.line, TIGHT))
    grows = label.bottom <= title.y and not design.ruled
    imprint = layout.placeholder("imprint")

    def text(size: int) -> TextStyle:
        return TextStyle(size, line=loose, after=design.after)

    return SlideFrame(
        layout=layout.name,
        own=bool(layout.own),
        natural=natural,
        font=font,
        title_font=title_font,
        title_capitals=layout["title"].capitals,
        width=body.width,
        height=body.height,
        title_width=title.width,
        title_height=title.height,
        title=tuple(TextStyle(size, line=tight, strong=True) for size in _title_sizes(brand, layout, template)),
        label=TextStyle(sizes.small, line=loose, strong=True),
        label_width=label.width,
        label_height=label.height,
        label_growth=title.height * _LABEL_GROWTH if grows else 0.0,
        body=text(scale.body),
        lead=text(scale.lead),
        say=text(scale.say),
        small=TextStyle(sizes.small, line=loose, after=design.after // 2),
        table=TextStyle(scale.table, line=loose),
        pad=_PAD,
        picture=_PICTURE,
        least_figure=min(_LEAST_FIGURE, body.height * _SHARE_OF_FIGURE),
        idea=text(max(sizes.body, sizes.lead)),
        caption=text(sizes.body),
        imprint_width=imprint.box.width if imprint else 0.0,
        imprint_height=_imprint_height(layout),
        indent=INDENT,
        only_text=design.only_text,
        figure=design.figure,
        parts=layout.parts,
        share=_SHARE_OF_VARIED_TEXT if design.varied in ("say", "text") and not design.small else 1.0,
    )


def _imprint_height(layout: TemplateLayout) -> float:
    """Return the height that an imprint can take up, in millimetres."""
    imprint = layout.placeholder("imprint")
    if imprint is None:
        return 0.0
    above = max(each.box.bottom for each in (layout["title"], layout["label"], layout.main))
    return max(imprint.box.height, imprint.box.bottom - above)


def _title_sizes(brand: Brand, layout: TemplateLayout, template: DeckTemplate) -> tuple[int, ...]:
    """Return the title sizes to try, limited by a template's own size."""
    sizes = title_sizes(brand, layout.design)
    own = layout["title"].level().size
    if not template.adopted or not own:
        return sizes
    most = own * (_LARGE_TITLE if layout.design.title in ("question", "cover") and not layout.own else 1)
    fitting = tuple(size for size in sizes if size <= max(most, sizes[-1]))
    return (round(own), *fitting) if fitting[0] < own < sizes[0] and own == round(own) else fitting
