"""Frames for slide layouts, and the choice of frame for each section."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Block, Bullets, Figure, Illustrated, Paragraph, Photograph, Table
from coprod_content.document.document import Document, Section, map_blocks, publisher_of
from coprod_content.layout.block_cuts import smallest_beginning
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import verbatim
from coprod_slides.fitting.figure_labels import labels_fit, with_legend
from coprod_slides.fitting.layout_frame import frame_of_layout
from coprod_slides.fitting.outline import outlined
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.template.layouts import (
    ACTIVITY_CHOICES,
    BARE,
    LIST,
    PLAIN,
    ROLE_LAYOUTS,
    SCENES,
    VARIETY,
    WIDE,
    is_scene,
)
from coprod_slides.template.template_reader import template_of
from coprod_slides.template.templated_brand import templated

_MANY_COLUMNS, _TIGHT_PAD = 4, 1.2
_COVER = ROLE_LAYOUTS["cover"]
MOST_ALIKE = 3
"""How many timed slides in a row can have the same layout."""


@frozen
class SlideFrames(Frames):
    """Frames for slides, one for each layout.

    A section whose blocks do not suit the layout for its role uses a general layout instead.
    """

    layouts: tuple[SlideFrame, ...] = ()

    @cached_property
    def _named(self) -> dict[str, SlideFrame]:
        """The frames by the names of their layouts."""
        return {frame.layout: frame for frame in self.layouts}

    def _activity(self, section: Section) -> SlideFrame | None:
        """Return the frame that suits an activity's mode, blocks and parts.

        Returns None if no frame suits it. A frame with a figure beside the text, or with parts, is used only if
        everything fits.
        """
        suits = (
            each.layout
            for each in ACTIVITY_CHOICES
            if each.variety != "only" and not each.scene and each.suits(section)
        )
        frames = (self._named.get(name) for name in suits)
        fitting = (each for each in frames if each and each.title_type(section))
        return next((each for each in fitting if _holds(each, section.blocks)), None)

    def of(self, section: Section) -> SlideFrame:
        """Return the frame for a section, with the largest type that fits."""
        frame = self._activity(section) or self._named[ROLE_LAYOUTS.get(section.role, PLAIN)]
        if frame.only_text and not (_suits(frame, section.blocks) or _is_split_on(frame, section)):
            frame = self._named[PLAIN]
        if frame.layout == PLAIN and not section.blocks:
            frame = self._named[BARE]
        if frame.layout in (PLAIN, ROLE_LAYOUTS["activity"]) and any(_is_wide(block) for block in section.blocks):
            frame = self._named[WIDE]
        if frame.layout == PLAIN and all(_is_list(block) for block in section.blocks):
            frame = self._named.get(LIST, frame)
        if frame.stacked_height(section.blocks) <= frame.height:
            return _in_largest_type(frame, section.blocks)
        if tight := next((each for each in _tight(frame, section.blocks)), None):
            return tight
        if len(section.blocks) > 1 or smallest_beginning(section.blocks[0])[1]:
            return frame  # the section will be split
        return next((each for each in frame.smaller if each.stacked_height(section.blocks) <= each.height), frame)

    def of_each(self, sections: tuple[Section, ...]) -> tuple[SlideFrame, ...]:
        """Return a frame for each section of a fitted document.

        If a timed section would have the same layout as the three before it, it gets a different layout that can hold
        it, if there is one. Several layouts take turns for the scenes of a film.
        """
        frames: list[SlideFrame] = []
        for section in sections:
            frame = self.of(section)
            if frame.layout == WIDE and is_scene(section.blocks):
                frames.append(self._for_scene(section, frame, tuple(each.layout for each in frames)))
                continue
            alike = [each.layout for each in frames[-MOST_ALIKE:]] == [frame.layout] * MOST_ALIKE
            again = alike and section.minutes is not None
            frames.append(self._another(section, frame) if again else frame)
        return tuple(frames)

    def _for_scene(self, section: Section, usual: SlideFrame, before: tuple[str, ...]) -> SlideFrame:
        """Return the frame for a scene.

        The layouts for scenes take turns. `before` contains the layouts of the slides before this one. If no other
        layout holds the scene, `usual` is returned.
        """
        order = (WIDE, *SCENES)
        start = order.index(before[-1]) + 1 if before and before[-1] in order else 0
        blocks = beside_words(section.blocks)
        for name in (*order[start:], *order[:start]):
            frame = usual if name == WIDE else self._named.get(name)
            if frame is usual or (frame and frame.title_type(section) and _suits(frame, blocks)):
                return frame if frame is usual else _in_largest_type(frame, blocks)
        return usual

    def _another(self, section: Section, usual: SlideFrame) -> SlideFrame:
        """Return a frame with a different layout for a section.

        If no other layout holds the section, `usual` is returned.
        """
        activity = evolve(section, role="activity")
        names = (*(each.layout for each in VARIETY if each.suits(activity)), ROLE_LAYOUTS["activity"], LIST)
        others = (self._named[name] for name in names if name in self._named and name != usual.layout)
        holding = (frame for frame in others if frame.title_type(section) and _suits(frame, section.blocks))
        return next((_in_largest_type(frame, section.blocks) for frame in holding), usual)

    def arranged(self, document: Document) -> Document:
        """Return a document arranged as slides with unique titles and legible figures.

        If the imprint is too long for a cover, it is shortened to the publisher's name. If there is no name, or it is
        also too long, the cover has no imprint, and the full imprint is added to the end of the credits. If the
        document does not end with credits, they are added.
        """
        document = map_blocks(document, self._legible)
        cover = self._named.get(_COVER)
        for words in (document.imprint, publisher_of(document)):
            if words == document.imprint == "" or (
                words and (cover is None or cover.needed_imprint_height(words) <= cover.imprint_height)
            ):
                return outlined(evolve(document, imprint=words), self.of)
        *others, last = document.sections
        imprint = Paragraph(verbatim(document.imprint))
        if last.role == "credits":
            last = evolve(last, blocks=(*last.blocks, imprint))
        else:
            others, last = [*others, last], Section(title=document.title, role="credits", blocks=(imprint,))
        return outlined(evolve(document, imprint="", sections=(*others, last)), self.of)

    def _legible(self, block: Block, section: Section) -> Iterator[Block]:
        """Yield a block, with numbers for figure labels that do not fit.

        If an organisation's slides are too short for a figure with its caption, the caption and a list of the replaced
        labels follow the figure as separate blocks.
        """
        frame = self.of(section) if isinstance(block, Figure) else None
        if frame is None or not isinstance(block, Figure) or frame.figure:
            yield block
            return
        figure, legend = with_legend(block, frame)
        if self.templated and figure.caption and frame.height_of(figure) > frame.height:
            yield evolve(figure, caption=())
            if block.caption:
                yield Paragraph(block.caption)
            if legend:
                yield Bullets(tuple(verbatim(label) for label in legend), style="number")
        else:
            yield figure


def beside_words(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a scene's figure and, as a separate paragraph, its caption."""
    (scene,) = blocks
    assert isinstance(scene, Figure)  # `is_scene` requires this
    return evolve(scene, caption=()), Paragraph(scene.caption)


def _in_largest_type(frame: SlideFrame, blocks: tuple[Block, ...]) -> SlideFrame:
    room = frame.height * frame.share
    return next((each for each in frame.larger if each.stacked_height(blocks) <= room), frame)


def _tight(frame: SlideFrame, blocks: tuple[Block, ...]) -> Iterator[SlideFrame]:
    """Yield variants of a frame whose smaller tables let the blocks fit.

    If no block is a table, none are yielded.
    """
    if any(isinstance(block, Table) for block in blocks):
        for size in (frame.table.size, frame.label.size):
            tight = evolve(frame, pad=_TIGHT_PAD, table=evolve(frame.table, size=size))
            if tight.stacked_height(blocks) <= tight.height:
                yield tight


def _holds(frame: SlideFrame, blocks: tuple[Block, ...]) -> bool:
    if frame.parts:
        return frame.holds_parts(blocks) and frame.stacked_height(blocks) <= frame.height
    return not frame.figure or _suits(frame, blocks)


def _suits(frame: SlideFrame, blocks: tuple[Block, ...]) -> bool:
    text = Paragraph | Bullets | Figure | Photograph if frame.figure else Paragraph | Bullets
    is_text = all(isinstance(block, text) for block in blocks)
    figures = [block for block in blocks if frame.figure and isinstance(block, Figure)]
    return (
        is_text
        and frame.stacked_height(blocks) <= frame.height
        and all(labels_fit(each, frame.figure.width, frame.figure.height, frame) for each in figures if frame.figure)
    )


def _is_split_on(frame: SlideFrame, section: Section) -> bool:
    """Return whether a section stays on an organisation's own closing layout.

    Its text is then split if it does not fit.
    """
    return (
        frame.own
        and section.role == "closing"
        and all(isinstance(each, Paragraph | Bullets) for each in section.blocks)
    )


def _is_list(block: Block) -> bool:
    return isinstance(block, Bullets) and block.style == "bullet"


def _is_wide(block: Block) -> bool:
    return isinstance(block, Figure | Illustrated | Photograph) or (
        isinstance(block, Table) and len(block.header) >= _MANY_COLUMNS
    )


@lru_cache(maxsize=16)
def slide_frames(brand: Brand) -> SlideFrames:
    """Return frames for the layouts in a brand's reference deck.

    Raises ValueError if the brand's reference deck cannot be used, and ContentError if its template map is not valid.
    """
    brand = templated(brand)
    template = template_of(brand)
    frames = {layout.name: frame_of_layout(brand, layout, template) for layout in template.layouts}
    by_role = tuple((role, frames[layout]) for role, layout in ROLE_LAYOUTS.items())
    return SlideFrames(frames[PLAIN], by_role, layouts=tuple(frames.values()), templated=not template.ours)
