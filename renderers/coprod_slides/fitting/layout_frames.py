"""The frames of slides: the room that the layouts of a reference deck have, in the brand's type sizes."""

from functools import lru_cache

from attrs import evolve, field, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Block, Bullets, Figure, Illustrated, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.frames import Frames
from coprod_slides.fitting.outline import outlined
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.fitting.type_sizes import TypeScale, natural_line, scales, title_sizes
from coprod_slides.template.deck_template import TemplateLayout
from coprod_slides.template.layout_model import INDENT
from coprod_slides.template.list_styles import BODY_AFTER, TIGHT
from coprod_slides.template.reader import template_of
from coprod_slides.template.role_layouts import BARE, LAYOUT_DESIGNS, PLAIN, ROLE_LAYOUTS, WIDE, LayoutDesign

_FILLED, _AIRY, _MANY_COLUMNS = 0.8, 0.75, 4
_PICTURE = 36.0


@frozen
class SlideFrames(Frames):
    """The frames of slides, one for each layout. Where a role's own layout does not suit the blocks of a section, it
    takes a plain one.
    """

    layouts: tuple[SlideFrame, ...] = ()
    _named: dict[str, SlideFrame] = field(init=False, eq=False, repr=False)

    @_named.default
    def _by_name(self) -> dict[str, SlideFrame]:
        return {frame.layout: frame for frame in self.layouts}

    def of(self, section: Section) -> SlideFrame:
        """The frame that a section has to fit."""
        frame = self._named[ROLE_LAYOUTS.get(section.role, PLAIN)]
        if frame.only_text and not _suits(frame, section.blocks):
            frame = self._named[PLAIN]
        if frame.layout == PLAIN and not section.blocks:
            frame = self._named[BARE]
        if frame.layout == PLAIN and any(_is_wide(block) for block in section.blocks):
            frame = self._named[WIDE]
        room = frame.height * frame.share
        return next((larger for larger in frame.larger if larger.filled(section.blocks) <= room), frame)

    def arranged(self, document: Document) -> Document:
        """A document as slides: flat, each with its label and with a title of its own."""
        return outlined(document, self)


def _suits(frame: SlideFrame, blocks: tuple[Block, ...]) -> bool:
    return all(isinstance(block, Paragraph | Bullets) for block in blocks) and frame.filled(blocks) <= frame.height


def _is_wide(block: Block) -> bool:
    return isinstance(block, Figure | Illustrated) or (isinstance(block, Table) and len(block.header) >= _MANY_COLUMNS)


@lru_cache(maxsize=8)
def slide_frames(brand: Brand) -> SlideFrames:
    """The frames of a brand's slides, from the boxes of its reference deck or of ours.

    Raises ValueError where the brand's reference deck cannot be used.
    """
    made = {stage.name: _frame(brand, stage, LAYOUT_DESIGNS[stage.name]) for stage in template_of(brand).stages}
    by_role = tuple((role, made[layout]) for role, layout in ROLE_LAYOUTS.items())
    return SlideFrames(made[PLAIN], by_role, layouts=tuple(made.values()))


def _frame(brand: Brand, stage: TemplateLayout, look: LayoutDesign) -> SlideFrame:
    sizes, body, title = brand.slides, stage["body"].box, stage["title"].box
    natural = natural_line(brand.fonts.office)
    loose, tight = natural * sizes.line / 100, natural * TIGHT / 100
    label = stage["label"].box.width
    *larger, smallest = scales(brand, look)

    def text(size: int) -> TextStyle:
        return TextStyle(size, line=loose, after=BODY_AFTER)

    frame = SlideFrame(
        layout=stage.name,
        natural=natural,
        font=brand.fonts.office,
        width=body.width,
        height=body.height,
        title_width=label if look.label_lines == 1 else label * look.label_lines * _FILLED,
        title_room=title.width,
        title_height=title.height,
        title=tuple(TextStyle(size, line=tight, strong=True) for size in title_sizes(brand, look)),
        label=TextStyle(sizes.small, line=loose, strong=True),
        body=text(smallest.body),
        lead=text(smallest.lead),
        say=text(smallest.say),
        small=TextStyle(sizes.small, line=loose, after=BODY_AFTER / 2),
        table=TextStyle(smallest.table, line=loose),
        pad=2.5,
        picture=_PICTURE,
        idea=TextStyle(max(sizes.body, sizes.lead), line=loose),
        caption=text(sizes.body),
        indent=INDENT,
        columns=look.columns,
        only_text=look.only_text,
        share=_AIRY if look.varied in ("say", "text") and not look.small else 1.0,
    )
    return evolve(frame, larger=tuple(_in_scale(frame, scale) for scale in larger))


def _in_scale(frame: SlideFrame, scale: TypeScale) -> SlideFrame:
    return evolve(
        frame,
        lead=evolve(frame.lead, size=scale.lead),
        say=evolve(frame.say, size=scale.say),
        body=evolve(frame.body, size=scale.body),
        table=evolve(frame.table, size=scale.table),
    )
