"""The frames of slides: the room that the layouts of a reference deck have, in the brand's type sizes."""

import re
from functools import lru_cache
from typing import assert_never

from attrs import evolve, frozen

from coprod_content.brand import Brand
from coprod_content.document import Block, Bullets, Fact, Facts, Figure, Paragraph, Section, Signpost, Table
from coprod_content.frame import Frame, Frames
from coprod_content.measure import Type
from coprod_content.text import Text, verbatim
from coprod_slides.layouts import INDENT
from coprod_slides.levels import BODY_AFTER, LOOSE, TIGHT
from coprod_slides.looks import BARE, LOOKS, PLAIN, ROLE_LAYOUTS, WIDE, Look
from coprod_slides.stage import Stage
from coprod_slides.template import template_of

_LEAST_LINE = 1.2
_PART = re.compile("[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*")
_NUMBER_SPACE, _FILLED, _AIRY = 2.0, 0.8, 0.75
_LONG_LINK, _NARROWING_STEPS = 0.3, 6
_MANY_COLUMNS, _LARGEST_SPOKEN = 4, 40


@frozen(kw_only=True)
class SlideFrame(Frame):
    """The room on the slides of a layout.

    `natural` is the height of a line of the font at single spacing. `title_room` is the width of the title's box, while
    `title_width` bounds the label, which may take several lines. `larger` are frames of larger type,
    to be tried before, that may fill a `share` of the height.
    """

    layout: str
    natural: float
    title_room: float
    only_text: bool = False
    larger: tuple["SlideFrame", ...] = ()
    share: float = 1.0

    def title_type(self, section: Section) -> Type | None:
        """The largest type in which the title fits without a word being broken, else the largest in which it fits."""
        words = verbatim(section.title)
        fitting = [t for t in self.title if self.text_height(words, self.title_room, t) <= self.title_height]
        parts = _PART.findall(section.title)
        whole = (t for t in fitting if all(self.face.width(part, t) <= self.title_room for part in parts))
        return next(whole, fitting[0] if fitting else None)

    def text_height(self, text: Text, width: float, type_: Type) -> float:
        """The height of a paragraph, with the space after it. Programs may begin a line of its own for a long link."""
        links = sum(1 for span in text if span.url and self.face.width(span.text, type_) > width * _LONG_LINK)
        return super().text_height(text, width, type_) + links * type_.line_mm

    def height_of(self, block: Block) -> float:
        """The height of a block, without the gap before it."""
        match block:
            case Bullets(items):
                room = self.width - self.indent_of(block)
                return sum(self.text_height(item, room, self.body) for item in items)
            case Signpost(label, url):
                return self.text_height(verbatim(label), self.width, self.body) + self.address_height(url)
            case _:
                return super().height_of(block)

    def address_height(self, url: str) -> float:
        """The height of an address, which programs may also break at a slash."""
        either = (url, url.replace("/", "-"))
        return max(self.text_height(verbatim(words), self.width, self.small) for words in either)

    def indent_of(self, bullets: Bullets) -> float:
        """How far the entries of a list stand in: room for the widest of its numbers."""
        if bullets.style != "number":
            return self.indent
        widest = self.face.width(f"{bullets.start + len(bullets.items) - 1}.", self.body)
        return max(self.indent, widest + _NUMBER_SPACE)

    def column_widths(self, table: Table) -> tuple[float, ...]:
        """The widths of the columns of a table: by their shares, but none narrower than its widest word if that can be."""
        shares = super().column_widths(table)
        least = [self._widest_word(column) for column in zip(table.header, *table.rows, strict=True)]
        if sum(least) > self.width or all(wide >= word for wide, word in zip(shares, least, strict=True)):
            return shares
        spare = [max(0.0, wide - word) for wide, word in zip(shares, least, strict=True)]
        scale = (self.width - sum(least)) / sum(spare)
        return tuple(word + extra * scale for word, extra in zip(least, spare, strict=True))

    def _widest_word(self, cells: tuple[Text, ...]) -> float:
        parts = (part for cell in cells for span in cell for part in _PART.findall(span.text))
        return max((self.face.width(part, self.table, strong=True) for part in parts), default=0.0) + 2 * self.pad + 0.1

    def row_height(self, table: Table, row: tuple[Text, ...]) -> float:
        """The height of a table row; the header is strong."""
        return super().row_height(table, tuple(bold(cell) for cell in row) if row is table.header else row)

    def tile_rows(self, facts: Facts) -> tuple[tuple[Fact, ...], ...]:
        """Facts as they stand side by side: short ones together, a long one in a row of its own."""
        rows: list[tuple[Fact, ...]] = []
        for fact in facts.items:
            if rows and len(rows[-1]) < self.columns and self.is_short(fact) and self.is_short(rows[-1][-1]):
                rows[-1] = (*rows[-1], fact)
            else:
                rows.append((fact,))
        return tuple(rows)

    def tile_width(self, count: int) -> float:
        """The width of a tile of so many side by side."""
        return (self.width - (count - 1) * self.gap) / count

    def is_short(self, fact: Fact) -> bool:
        """Whether a fact takes one line where as many stand side by side as there may."""
        room = self.tile_width(self.columns) - 4 * self.pad
        return self.face.lines(bold(fact.value), room, self.table) == 1 and self._label_lines(fact, room) == 1

    def _label_lines(self, fact: Fact, room: float) -> int:
        return self.face.lines(verbatim(fact.label), room, self.label)

    def facts_rows(self, facts: Facts) -> tuple[float, ...]:
        """The heights of the rows of tiles that Facts take."""
        return tuple(
            max(self._fact_height(fact, len(row)) for fact in row) + 4 * self.pad for row in self.tile_rows(facts)
        )

    def _fact_height(self, fact: Fact, beside: int) -> float:
        room = self.tile_width(beside) - 4 * self.pad
        value = self.text_height(value_of(fact, beside), room, self.table)
        return self.text_height(verbatim(fact.label), room, self.label) + value

    def narrowed(self, title: str, type_: Type) -> float:
        """The least width in which a title takes no more lines, so that its lines are about as long as each other."""
        words = verbatim(title)
        lines = self.face.lines(words, self.title_room, type_)
        low, high = self.title_room / 2, self.title_room
        for _ in range(_NARROWING_STEPS if lines > 1 else 0):
            middle = (low + high) / 2
            low, high = (low, middle) if self.face.lines(words, middle, type_) == lines else (middle, high)
        return high

    def filled(self, blocks: tuple[Block, ...]) -> float:
        """The height of blocks one below the other."""
        return sum(self.height_of(block) for block in blocks) + max(0, len(blocks) - 1) * self.gap


@frozen
class SlideFrames(Frames):
    """The frames of slides. Where a role's own layout does not suit the blocks of a section, it takes a plain one."""

    wide: SlideFrame | None = None
    bare: SlideFrame | None = None

    def of(self, section: Section) -> SlideFrame:
        """The frame that a section has to fit."""
        frame = super().of(section)
        assert isinstance(frame, SlideFrame)
        if frame.only_text and not _suits(frame, section.blocks):
            frame = self.default
        if self.bare and frame.layout == PLAIN and not section.blocks:
            frame = self.bare
        if self.wide and frame.layout == PLAIN and any(_is_wide(block) for block in section.blocks):
            frame = self.wide
        room = frame.height * frame.share
        return next((larger for larger in frame.larger if larger.filled(section.blocks) <= room), frame)


def _suits(frame: SlideFrame, blocks: tuple[Block, ...]) -> bool:
    return all(isinstance(block, Paragraph | Bullets) for block in blocks) and frame.filled(blocks) <= frame.height


def _is_wide(block: Block) -> bool:
    return isinstance(block, Figure) or (isinstance(block, Table) and len(block.header) >= _MANY_COLUMNS)


def value_of(fact: Fact, beside: int) -> Text:
    """The value of a fact as it is set in a row of so many: strong where it does not stand alone."""
    return bold(fact.value) if beside > 1 else fact.value


def bold(text: Text) -> Text:
    """A text all of which is strong."""
    return tuple(span if span.strong else evolve(span, strong=True) for span in text)


@lru_cache(maxsize=8)
def frames(brand: Brand) -> SlideFrames:
    """The frames of a brand's slides, from the boxes of its reference deck or of ours.

    Raises ValueError where the brand's reference deck cannot be used.
    """
    template = template_of(brand)
    made = {stage.name: _frame(brand, stage, LOOKS[stage.name]) for stage in template.stages}
    by_role = tuple((role, made[layout]) for role, layout in ROLE_LAYOUTS.items())
    return SlideFrames(made[PLAIN], by_role, wide=made[WIDE], bare=made[BARE])


def _frame(brand: Brand, stage: Stage, look: Look) -> SlideFrame:
    sizes, body, title = brand.slides, stage["body"].box, stage["title"].box
    natural = natural_line(brand.fonts.office)
    loose, tight = natural * LOOSE / 100, natural * TIGHT / 100
    label = stage["label"].box.width
    text = Type(sizes.small if look.small else sizes.body, line=loose, after=BODY_AFTER)
    frame = SlideFrame(
        layout=stage.name,
        natural=natural,
        font=brand.fonts.office,
        width=body.width,
        height=body.height,
        title_width=label if look.label_lines == 1 else label * look.label_lines * _FILLED,
        title_room=title.width,
        title_height=title.height,
        title=tuple(Type(size, line=tight, strong=True) for size in _title_sizes(brand, look)),
        label=Type(sizes.small, line=loose, strong=True),
        body=text,
        lead=Type(sizes.small if look.small else sizes.lead, line=loose, after=BODY_AFTER),
        say=text,
        small=Type(sizes.small, line=loose, after=BODY_AFTER / 2),
        table=Type(min(sizes.small + 2, sizes.body) if look.large_table else sizes.small, line=loose),
        pad=2.5,
        indent=INDENT,
        columns=look.columns,
        only_text=look.only_text,
        share=_AIRY if look.sizes == "spoken" else 1.0,
    )
    return _with_varied(frame, brand, look, loose)


def _title_sizes(brand: Brand, look: Look) -> tuple[int, ...]:
    match look.title:
        case "cover":
            return brand.slides.cover
        case "question":
            return brand.slides.question
        case "title":
            return brand.slides.title
        case "heading":
            smaller = tuple(size for size in brand.slides.title if size < brand.slides.statement[-1])
            return smaller or brand.slides.title[-1:]
        case _ as unreachable:
            assert_never(unreachable)


def _with_varied(frame: SlideFrame, brand: Brand, look: Look, line: float) -> SlideFrame:
    """A frame in which one style of paragraph takes the smallest of its sizes, with frames of the larger to try before."""
    if look.varied is None:
        return frame
    types = (Type(size, line=line, after=BODY_AFTER) for size in _varied_sizes(brand, look))
    smallest, *larger = (evolve(frame, lead=t) if look.varied == "lead" else evolve(frame, say=t) for t in types)
    return evolve(smallest, larger=tuple(reversed(larger)))


def _varied_sizes(brand: Brand, look: Look) -> tuple[int, ...]:
    """The sizes of a style that varies, smallest first."""
    sizes = brand.slides
    match look.sizes:
        case "statement":
            found = {*sizes.statement}
        case "spoken":
            found = {*sizes.statement, *(size for size in sizes.question if sizes.statement[-1] < size <= _LARGEST_SPOKEN)}
        case "lead":
            found = {sizes.lead, min(sizes.lead, sizes.body)}
        case "cover":
            found = {sizes.lead, min(sizes.lead, sizes.body), sizes.small}
        case _ as unreachable:
            assert_never(unreachable)
    return tuple(sorted(found))


@lru_cache(maxsize=8)
def natural_line(family: str) -> float:
    """The height of a line at single spacing as a part of the type size.

    Programs differ: LibreOffice takes what the font says, for Arial 1.15; PowerPoint gives Arial 1.2. The larger counts,
    so that text may stand higher than it was measured, never lower.
    """
    import fontpkg
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(fontpkg.path(family, 400), lazy=True)
    except fontpkg.FontpkgError:
        return _LEAST_LINE
    lines = font["hhea"]
    return float(max(_LEAST_LINE, (lines.ascent - lines.descent + lines.lineGap) / font["head"].unitsPerEm))
