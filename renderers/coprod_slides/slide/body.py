"""Write the body of a slide, with its blocks stacked vertically."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.document.blocks import Block, Bullets, Figure, Paragraph
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.blocks import block_shapes
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.shapes import filled_placeholder, text_box
from coprod_slides.template.deck_template import TemplateLayout, TemplatePlaceholder
from coprod_slides.theme_colours import ThemeColour

_MAX_EXTRA_SPACE = 5.0
_LEVELS = {"bullet": 1, "number": 1, "check": 2}


@frozen(kw_only=True)
class SlideBody:
    """The body of a slide, with an optional background for text boxes."""

    layout: TemplateLayout
    frame: SlideFrame
    context: PartContext
    fill: ThemeColour | None = None

    def shapes(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Yield shapes for blocks, with the first text in the body placeholder."""
        beside = tuple(block for block in blocks if self.frame.figure and isinstance(block, Figure))
        yield from self._stacked(tuple(block for block in blocks if block not in beside))
        for block in beside:
            assert self.frame.figure
            yield from block_shapes(block, self.frame.figure, self.frame, self.context, self.fill)

    def _stacked(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        place = self.layout["body"]
        slack = max(0.0, place.box.height - self.frame.stacked_height(blocks))
        drop = _drop(place, self.layout["title"], slack)
        runs = tuple(_runs(blocks))
        if len(runs) == 1 and _is_text(runs[0][0]):
            yield self._only_text(runs[0], drop, slack - drop)
            return
        first = next((run for run in runs if _is_text(run[0])), None)
        y = place.box.y + drop
        for run in runs:
            box = place.box.rows(y, self.frame.stacked_height(run))
            y = box.bottom + self.frame.gap
            if run is first:
                yield filled_placeholder("body", place, self._text(run, place), self.context, box=box, anchor="t")
            elif _is_text(run[0]):
                yield text_box("Text", box, self._text(run, None), self.context, fill=self.fill)
            else:
                yield from block_shapes(run[0], box, self.frame, self.context, self.fill)

    def _only_text(self, run: tuple[Block, ...], drop: float, slack: float) -> str:
        """Return a text-only body, spreading paragraphs anchored at the top."""
        place = self.layout["body"]
        if place.anchor != "t":
            return filled_placeholder("body", place, self._text(run, place), self.context)
        count = sum(len(block.items) if isinstance(block, Bullets) else 1 for block in run)
        extra = min(_MAX_EXTRA_SPACE, slack / max(1, count))
        box = place.box.rows(place.box.y + drop, place.box.height - drop)
        return filled_placeholder("body", place, self._text(run, place, extra), self.context, box=box)

    def _text(self, run: tuple[Block, ...], place: TemplatePlaceholder | None, extra: float = 0.0) -> str:
        written = []
        for at, block in enumerate(run):
            before = self.frame.gap if at else 0.0
            if isinstance(block, Paragraph):
                inherited = place.size() if place else None
                style = self.frame.type_of(block)
                format_ = SlideTextFormat(style=style, inherited_size=inherited, before=before, extra=extra)
                written.append(paragraph(block.text, format_, self.context))
            elif isinstance(block, Bullets):
                written += self._list(block, place, before, extra)
        return "".join(written)

    def _list(self, block: Bullets, place: TemplatePlaceholder | None, before: float, extra: float) -> Iterator[str]:
        level = _LEVELS[block.style]
        for at, item in enumerate(block.items):
            format_ = SlideTextFormat(
                style=self.frame.body,
                inherited_size=place.size(level) if place else None,
                level=level,
                before=0.0 if at else before,
                extra=extra,
                indent=self.frame.indent_of(block),
                number=block.start if block.style == "number" else None,
            )
            yield paragraph(item, format_, self.context)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets)


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


def _drop(body: TemplatePlaceholder, title: TemplatePlaceholder, slack: float) -> float:
    """Return the distance in millimetres from the body's top to its content.

    `slack` is the height that the content leaves free. Content anchored at the top starts at the top of the body. If
    the title is beside the body and starts lower, the content is moved down to the title's level, as far as `slack`
    allows.
    """
    match body.anchor:
        case "ctr":
            return slack / 2
        case "b":
            return slack
        case _:
            beside = title.box.right <= body.box.x
            return min(slack, max(0.0, title.box.y - body.box.y)) if beside else 0.0
