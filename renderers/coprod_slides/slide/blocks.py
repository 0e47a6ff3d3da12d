"""Blocks one below the other in the body of a slide, each as high as its frame says."""

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.text.spans import Span, verbatim
from coprod_slides.box import SlideBox
from coprod_slides.fitting.slide_frame import SlideFrame, value_of
from coprod_slides.slide.figures import figure
from coprod_slides.slide.paragraphs import ParagraphFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.shapes import decoration, placed, rule, text_box
from coprod_slides.slide.tables import table
from coprod_slides.template.deck_template import TemplateLayout, TemplatePlaceholder
from coprod_slides.theme_colours import INK, MUTED, TINT, ThemeColour

_EDGE, _MOST_AIR = 2.2, 5.0
_LEVELS = {"bullet": 1, "number": 1, "check": 2}


@frozen(kw_only=True)
class SlideBody:
    """The body of a slide: its layout, how text is set in it, and the colour behind text boxes, if they need one."""

    stage: TemplateLayout
    frame: SlideFrame
    ground: ThemeColour | None = None

    def shapes(self, blocks: tuple[Block, ...], context: PartContext) -> Iterator[str]:
        """The shapes of blocks in reading order. The first text goes into the placeholder of the layout."""
        place = self.stage["body"]
        slack = max(0.0, place.box.height - self.frame.filled(blocks))
        drop = _drop(place, self.stage["title"], slack)
        runs = tuple(_runs(blocks))
        if len(runs) == 1 and _is_text(runs[0][0]):
            yield self._alone(runs[0], drop, slack - drop, context)
            return
        first = next((run for run in runs if _is_text(run[0])), None)
        y = place.box.y + drop
        for run in runs:
            box = place.box.rows(y, self.frame.filled(run))
            y = box.bottom + self.frame.gap
            if run is first:
                yield placed("body", place, self._text(run, place, 0, context), context, box=box, anchor="t")
            elif _is_text(run[0]):
                yield text_box("Text", box, self._text(run, None, 0, context), context, fill=self.ground)
            else:
                yield from self._drawn(run[0], box, context)

    def _alone(self, run: tuple[Block, ...], drop: float, slack: float, context: PartContext) -> str:
        """Text that has the body to itself: all of its box, and air between paragraphs where they hang from the top."""
        place = self.stage["body"]
        if place.anchor != "t":
            return placed("body", place, self._text(run, place, 0, context), context)
        count = sum(len(block.items) if isinstance(block, Bullets) else 1 for block in run)
        air = min(_MOST_AIR, slack / max(1, count))
        box = place.box.rows(place.box.y + drop, place.box.height - drop)
        return placed("body", place, self._text(run, place, air, context), context, box=box)

    def _text(self, run: tuple[Block, ...], place: TemplatePlaceholder | None, air: float, context: PartContext) -> str:
        """Paragraphs and lists that follow each other, as the paragraphs of one text."""
        sizes = place.sizes if place else ()
        written = []
        for at, block in enumerate(run):
            before = self.frame.gap if at else 0.0
            if isinstance(block, Paragraph):
                type_ = self.frame.type_of(block)
                line = ParagraphFormat(type=type_, known=_size(sizes, 0), before=before, extra=air)
                written.append(paragraph(block.text, line, context))
            elif isinstance(block, Bullets):
                written.append(self._list(block, sizes, before, air, context))
        return "".join(written)

    def _list(
        self, block: Bullets, sizes: tuple[float | None, ...], before: float, air: float, context: PartContext
    ) -> str:
        level = _LEVELS[block.style]
        first, *others = (
            ParagraphFormat(
                type=self.frame.body,
                known=_size(sizes, level),
                level=level,
                before=space,
                extra=air,
                indent=self.frame.indent_of(block),
                number=block.start if block.style == "number" else None,
            )
            for space in (before, *([0.0] if len(block.items) > 1 else []))
        )
        rest = others[0] if others else first
        return "".join(paragraph(item, first if at == 0 else rest, context) for at, item in enumerate(block.items))

    def _drawn(self, block: Block, box: SlideBox, context: PartContext) -> Iterator[str]:
        """The shapes of a block that is not plain text."""
        match block:
            case Facts():
                yield from self._tiles(block, box, context)
            case Table():
                yield table(block, box, self.frame, context)
            case Callout():
                yield from self._callout(block, box, context)
            case Figure():
                yield from self._figure(block, box, context)
            case Illustrated():
                yield from self._illustrated(block, box, context)
            case Writing():
                yield from self._writing(block, box, context)
            case Signpost():
                yield self._signpost(block, box, context)
            case Paragraph() | Bullets():
                yield text_box("Text", box, self._text((block,), None, 0, context), context, fill=self.ground)
            case _ as unreachable:
                assert_never(unreachable)

    def _tiles(self, block: Facts, box: SlideBox, context: PartContext) -> Iterator[str]:
        frame, y, alt = self.frame, box.y, block.caption
        for row, height in zip(frame.tile_rows(block), frame.facts_rows(block), strict=True):
            width = frame.tile_width(len(row))
            for at, fact in enumerate(row):
                label = paragraph(
                    verbatim(fact.label), ParagraphFormat(type=frame.label, colour=context.accent), context
                )
                value = paragraph(value_of(fact, len(row)), ParagraphFormat(type=frame.table, colour=INK), context)
                tile = SlideBox(box.x + at * (width + frame.gap), y, width, height)
                inset = (2 * frame.pad, 2 * frame.pad)
                yield text_box("Fact", tile, label + value, context, fill=TINT, inset=inset, alt=alt)
                alt = ""
            y += height + frame.gap

    def _callout(self, block: Callout, box: SlideBox, context: PartContext) -> Iterator[str]:
        title = paragraph(verbatim(block.title), ParagraphFormat(type=self.frame.label, colour=context.accent), context)
        said = (
            paragraph(text, ParagraphFormat(type=self.frame.body, colour=INK), context) for text in block.paragraphs
        )
        inset = (2 * self.frame.pad, 2 * self.frame.pad)
        yield text_box("Callout", box, "".join((title, *said)), context, fill=TINT, inset=inset)
        yield decoration("rect", SlideBox(box.x, box.y, _EDGE, box.height), context.accent, context)

    def _figure(self, block: Figure, box: SlideBox, context: PartContext) -> Iterator[str]:
        below = self.frame.text_height(block.caption, box.width, self.frame.caption) if block.caption else 0.0
        drawn = box.height - below - (self.frame.gap / 2 if block.caption else 0.0)
        yield figure(block.drawing, block.alt, box.rows(box.y, drawn), context)
        if block.caption:
            words = paragraph(block.caption, ParagraphFormat(type=self.frame.caption, colour=INK, align="ctr"), context)
            yield text_box("Caption", box.rows(box.bottom - below, below), words, context, fill=self.ground)

    def _illustrated(self, block: Illustrated, box: SlideBox, context: PartContext) -> Iterator[str]:
        frame, top = self.frame, box.y + (box.height - self.frame.picture) / 2
        yield figure(block.picture, "", SlideBox(box.x, top, frame.picture, frame.picture), context)
        words = paragraph(block.text, ParagraphFormat(type=frame.idea, colour=INK), context)
        beside = SlideBox(box.right - frame.beside_picture, box.y, frame.beside_picture, box.height)
        yield text_box("Idea", beside, words, context, fill=self.ground, anchor="ctr")

    def _writing(self, block: Writing, box: SlideBox, context: PartContext) -> Iterator[str]:
        height = box.height - block.lines * self.frame.ruled
        prompt = paragraph(block.prompt, ParagraphFormat(type=self.frame.body, colour=INK), context)
        yield text_box("Prompt", box.rows(box.y, height), prompt, context, fill=self.ground)
        for at in range(1, block.lines + 1):
            yield rule(box.rows(box.y + height + at * self.frame.ruled, 0), MUTED, context)

    def _signpost(self, block: Signpost, box: SlideBox, context: PartContext) -> str:
        label = paragraph(
            (Span(block.label, url=block.url),), ParagraphFormat(type=self.frame.body, colour=INK), context
        )
        address = paragraph(verbatim(block.url), ParagraphFormat(type=self.frame.small, colour=MUTED), context)
        return text_box("Link", box, label + address, context, fill=self.ground)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets)


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks of text that follow each other together, every other block alone.

    Two numbered lists are kept apart: in one text the second would go on counting from the first.
    """
    run: tuple[Block, ...] = ()
    for block in blocks:
        if run and not (_is_text(block) and _is_text(run[-1]) and not (_is_numbered(block) and _is_numbered(run[-1]))):
            yield run
            run = ()
        run = (*run, block)
    if run:
        yield run


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Bullets) and block.style == "number"


def _drop(body: TemplatePlaceholder, title: TemplatePlaceholder, slack: float) -> float:
    """How far below the top of the body its content begins: level with a title beside it, as far as there is room."""
    match body.anchor:
        case "ctr":
            return slack / 2
        case "b":
            return slack
        case _:
            beside = title.box.right <= body.box.x
            return min(slack, max(0.0, title.box.y - body.box.y)) if beside else 0.0


def _size(sizes: tuple[float | None, ...], level: int) -> float | None:
    return sizes[level] if level < len(sizes) else None
