"""Write the body of a slide, with its text in placeholders."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Photograph,
    Signpost,
    Writing,
)
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span, Text, verbatim
from coprod_slides.box import SlideBox
from coprod_slides.fitting.block_texts import labelled, part_texts
from coprod_slides.fitting.frame_choice import beside_words
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.blocks import drawn_shapes
from coprod_slides.slide.figures import figure
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.shapes import filled_placeholder, photograph
from coprod_slides.template.deck_template import TemplateLayout, TemplateLevel, TemplatePlaceholder
from coprod_slides.template.layout_model import Bullet
from coprod_slides.template.layouts import is_scene

_BULLETS: dict[str, tuple[Bullet, str]] = {
    "bullet": ("dot", "•"),
    "number": ("number", "number"),
    "check": ("box", "□"),
}


@frozen(kw_only=True)
class SlideBody:
    """Writes the shapes of a slide's body, in the space of `frame`."""

    layout: TemplateLayout
    frame: SlideFrame
    context: PartContext

    def shapes(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield shapes for blocks, with parts and any figure last.

        Parts are facts, or words beside pictures, that have their own placeholders in the layout. The words of a scene
        follow its picture.
        """
        if self.frame.figure and is_scene(blocks):
            scene, words = beside_words(blocks)
            yield from self._drawn(scene, self.frame.figure, self.layout["body"])
            yield from self._stacked((words,))
            return
        beside = tuple(block for block in blocks if self.frame.figure and isinstance(block, Figure | Photograph))
        parts = tuple(block for block in blocks if self.frame.parts and isinstance(block, Facts | Illustrated))
        stacked = tuple(block for block in blocks if block not in (*beside, *parts))
        yield from self._stacked(stacked) if stacked else ()
        yield from self._parts(parts)
        for block in beside:
            assert self.frame.figure
            picture = self.layout.placeholder("picture")
            if picture and isinstance(block, Photograph):
                yield photograph(block, picture.box, self.context, at=picture)
                if block.credit:
                    yield self._caption(block.credit, self.frame.small, None)
            else:
                yield from self._drawn(block, self.frame.figure, self.layout["body"])

    def _parts(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield each part in its placeholder, after its picture, if any."""
        pictures = [block.picture for block in blocks if isinstance(block, Illustrated)]
        left = self.layout["title"].box.x
        for at, texts in enumerate(part_texts(blocks)):
            place = self.frame.parts[at]
            if pictures:
                width = place.box.x - left - 2 * self.frame.gap
                yield figure(pictures[at], "", evolve(place.box, x=left, width=width), self.context)
            words = "".join(self._part(text, place.level(level), level) for level, text in texts)
            yield filled_placeholder(f"part_{at + 1}", words, place, self.context)

    def _part(self, text: Text, level: TemplateLevel, at: int) -> str:
        style = evolve(self.frame.part_style(level), strong=False)
        return paragraph(text, SlideTextFormat(style=style, inherited=level, level=at), self.context)

    def _stacked(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield shapes for blocks in reading order, with all text in placeholders.

        The first text fills the placeholder for the body. A caption fills the layout's placeholder for captions if it
        fits. Any other text is in a placeholder with a separate position.
        """
        place = self.layout["body"]
        runs, anchor, y = tuple(_runs(blocks)), "" if place.anchor == "t" else "t", place.box.y
        if len(runs) == 1 and _is_text(blocks[0]):
            yield filled_placeholder("body", self._text(blocks, place), place, self.context)
            return
        for at, run in enumerate(runs):
            last = at == len(runs) - 1 and isinstance(run[0], Figure | Photograph)
            height = place.box.bottom - y if last else self.frame.stacked_height(run)
            box = place.box.rows(y, height)
            y = box.bottom + self.frame.gap
            if _is_text(run[0]):
                covered = self.context.panel and len(runs) > 1  # a panel must not cover text
                inherits = at == 0 and not anchor and not covered
                words = self._text(run, place)
                yield filled_placeholder(
                    "body", words, place, self.context, box=None if inherits else box, anchor=anchor
                )
            else:
                yield from self._drawn(run[0], box, place)

    def _drawn(self, block: Block, box: SlideBox, place: TemplatePlaceholder) -> Iterator[str]:
        """Yield the shapes and words of a block such as a table."""
        frame = self.frame
        anchor = "" if place.anchor == "t" else "t"
        match block:
            case Writing(prompt, lines):
                height = lines * frame.ruled
                words = self._paragraph(prompt, frame.body, place)
                yield filled_placeholder(
                    "body", words, place, self.context, box=box.rows(box.y, box.height - height), anchor=anchor
                )
                yield from drawn_shapes(block, box.rows(box.bottom - height, height), frame, self.context)
            case Illustrated(_, text):
                yield from drawn_shapes(block, box, frame, self.context)
                beside = SlideBox(box.right - frame.beside_picture, box.y, frame.beside_picture, box.height)
                words = self._paragraph(text, frame.idea, place)
                yield filled_placeholder("body", words, place, self.context, box=beside, anchor="ctr")
            case Figure(_, _, caption) | Photograph(_, _, caption) if caption:
                style = frame.caption if isinstance(block, Figure) else frame.small
                below = frame.text_height(caption, box.width, style)
                height = box.height - below - frame.gap / 2
                yield from drawn_shapes(block, box.rows(box.y, height), frame, self.context)
                yield self._caption(caption, style, box.rows(box.bottom - below, below))
            case _:
                yield from drawn_shapes(block, box, frame, self.context)

    def _caption(self, caption: Text, style: TextStyle, box: SlideBox | None) -> str:
        """Return a caption, if possible in the layout's placeholder for captions.

        The layout also gives the caption's position if `box` is None, or if `box` ends at the bottom of that
        placeholder and is not taller. Otherwise, the caption is in `box`.
        """
        place = self.layout.placeholder("caption")
        inherits = place and (not box or (box.height <= place.box.height and abs(box.bottom - place.box.bottom) < 1))
        key, here = ("caption", place) if place else ("body", self.layout["body"])
        format_ = SlideTextFormat(style=style, inherited=here.level(), align="" if place else "ctr")
        words = paragraph(caption, format_, self.context)
        return filled_placeholder(key, words, here, self.context, box=None if inherits else box)

    def _text(self, run: tuple[Block, ...], place: TemplatePlaceholder) -> str:
        return "".join(piece for block in run for piece in self._paragraphs(block, place))

    def _paragraphs(self, block: Block, place: TemplatePlaceholder) -> Iterator[str]:
        frame = self.frame
        match block:
            case Paragraph(text):
                yield self._paragraph(text, frame.type_of(block), place)
            case Bullets():
                yield from self._list(block, place)
            case Facts(_, items):
                yield from (self._paragraph(labelled(fact), frame.body, place) for fact in items)
            case Callout(_, title, paragraphs):
                yield self._paragraph(verbatim(title), frame.label, place)
                yield from (self._paragraph(text, frame.body, place) for text in paragraphs)
            case Signpost(label, url):
                yield self._paragraph((Span(label, url=url),), frame.body, place)
                yield self._paragraph(verbatim(url), frame.small, place)
            case _:
                return

    def _paragraph(self, text: Text, style: TextStyle, place: TemplatePlaceholder) -> str:
        """Return a paragraph at the best list level without a bullet.

        Levels with the same weight of type as `style` are preferred. Of these, the first with the same size and space
        after paragraphs is used or, if there is none, the one with the largest type.
        """
        levels = [(at, level) for at, level in enumerate(place.levels) if not level.bullet]
        like = [(at, level) for at, level in levels if level.strong == style.strong] or levels or [(0, place.level())]
        same = (both for both in like if (both[1].size, both[1].after) == (style.size, style.after))
        at, level = next(same, max(like, key=lambda both: (both[1].size or 0, -both[0])))
        format_ = SlideTextFormat(
            style=evolve(style, strong=style.strong and not level.strong), inherited=level, level=at
        )
        return paragraph(text, format_, self.context)

    def _list(self, block: Bullets, place: TemplatePlaceholder) -> Iterator[str]:
        bullet, mark = _BULLETS[block.style]
        alike = (at for at, level in enumerate(place.levels) if level.bullet == mark)
        at = next(alike, min(1, len(place.levels) - 1))
        for item in block.items:
            format_ = SlideTextFormat(
                style=self.frame.body,
                inherited=place.level(at),
                level=at,
                bullet=bullet,
                indent=self.frame.indent_of(block),
                number=block.start if block.style == "number" else None,
            )
            yield paragraph(item, format_, self.context)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets | Facts | Callout | Signpost)


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield adjacent text blocks together, and every other block alone.

    Adjacent numbered lists are kept apart, because in one text box the second would continue the first's numbering.
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
