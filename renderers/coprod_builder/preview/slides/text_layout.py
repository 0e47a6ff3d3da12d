"""Lettering: the text of a shape as lines, broken where they were counted when the slide was fitted."""

import re
from collections.abc import Iterator
from functools import reduce

from attrs import evolve, frozen
from lxml import etree

from coprod_builder.preview.slides.deck_file import DeckFile
from coprod_builder.preview.slides.fills import fill_of
from coprod_builder.preview.slides.office_file import EMU_PER_PT, A, Element
from coprod_builder.preview.slides.text_lines import TextLine, TextRun, joined
from coprod_builder.preview.slides.text_lines import width as width_of
from coprod_content.layout.font_metrics import FontMetrics, font_metrics

_PIECE = re.compile("[ \t\n]+|[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*|[\u2010\u2013\u2014-]+")
_ROUNDING = 0.01


@frozen(kw_only=True)
class SlideTextStyle:
    """How a paragraph and its runs are set; sizes and lengths in points, `line` as a part of single spacing."""

    size: float = 18.0
    strong: bool = False
    colour: str = "#000000"
    line: float = 1.0
    before: float = 0.0
    after: float = 0.0
    margin: float = 0.0
    indent: float = 0.0
    align: str = "l"
    bullet: str = ""
    bullet_colour: str = ""


@frozen(kw_only=True)
class TextBox:
    """The inside of a box in points, and whether its text is at the top, in the middle or at the bottom."""

    x: float
    y: float
    width: float
    height: float
    anchor: str = "t"


_ANCHORS = {"l": "start", "ctr": "middle", "r": "end"}
_DOWN = {"t": 0.0, "ctr": 0.5, "b": 1.0}


def rows_of(body: Element, levels: tuple[Element, ...], room: TextBox, deck: DeckFile) -> tuple[TextLine, ...]:
    """The lines of a text body. `levels` are lists of styles by level, what counts least first."""
    letters = font_metrics(deck.font)
    found: list[TextLine] = []
    y, number = 0.0, 0
    for paragraph in body.findall(f"{A}p"):
        style = _style(paragraph, levels, deck)
        number = number + 1 if style.bullet == "#" else 0
        y += style.before
        height = letters.natural * style.size * style.line
        inner = evolve(room, x=room.x + style.margin, width=room.width - style.margin)
        lines = _broken(_runs(paragraph, style, deck), inner.width + _ROUNDING, letters)
        for at, runs in enumerate(lines):
            y += height
            base = y - letters.descent * style.size
            if at == 0 and style.bullet:
                mark = f"{number}." if style.bullet == "#" else style.bullet
                run = TextRun(mark, style.size, style.bullet == "#", style.bullet_colour or style.colour)
                found.append(TextLine(x=inner.x + style.indent, y=base, anchor="start", runs=(run,)))
            found.append(
                TextLine(x=_across(inner, style), y=base, anchor=_ANCHORS.get(style.align, "start"), runs=runs)
            )
        y += style.after
        last = style.after
    down = room.y + (room.height - (y - last if found else 0.0)) * _DOWN.get(room.anchor, 0.0)
    return tuple(evolve(row, x=round(row.x, 2), y=round(row.y + down, 2)) for row in found)


def _across(room: TextBox, style: SlideTextStyle) -> float:
    return room.x + room.width * {"ctr": 0.5, "r": 1.0}.get(style.align, 0.0)


def _style(paragraph: Element, levels: tuple[Element, ...], deck: DeckFile) -> SlideTextStyle:
    own = paragraph.find(f"{A}pPr")
    level = int(own.get("lvl", "0")) if own is not None else 0
    named = (holder.find(f"{A}lvl{level + 1}pPr") for holder in levels)
    given = (*(each for each in named if each is not None), *((own,) if own is not None else ()))
    style = reduce(lambda style, properties: _with_properties(style, properties, deck), given, SlideTextStyle())
    end = paragraph.find(f"{A}r/{A}rPr")
    return style if end is None else evolve(style, size=_size(end, style.size))


def _with_properties(style: SlideTextStyle, found: Element, deck: DeckFile) -> SlideTextStyle:
    """A style with what the properties of a paragraph say."""
    letters = found.find(f"{A}defRPr")
    paint, mark = fill_of(letters, deck), found.find(f"{A}buClr")
    style = evolve(
        style,
        margin=_points(found.get("marL"), style.margin),
        indent=_points(found.get("indent"), style.indent),
        align=found.get("algn", style.align),
        line=_share(found.find(f"{A}lnSpc/{A}spcPct"), style.line),
        before=_hundredths(found.find(f"{A}spcBef/{A}spcPts"), style.before),
        after=_hundredths(found.find(f"{A}spcAft/{A}spcPts"), style.after),
        bullet=_bullet(found, style.bullet),
        bullet_colour=deck.colours.get(mark[0].get("val", ""), "") if mark is not None else style.bullet_colour,
    )
    if letters is None:
        return style
    strong = letters.get("b")
    return evolve(
        style,
        size=_size(letters, style.size),
        strong=style.strong if strong is None else strong == "1",
        colour=paint.colour if paint else style.colour,
    )


def _bullet(found: Element, before: str) -> str:
    if found.find(f"{A}buNone") is not None:
        return ""
    if found.find(f"{A}buAutoNum") is not None:
        return "#"
    mark = found.find(f"{A}buChar")
    return before if mark is None else mark.get("char", "")


def _runs(paragraph: Element, style: SlideTextStyle, deck: DeckFile) -> Iterator[TextRun]:
    for run in paragraph:
        if etree.QName(run).localname not in ("r", "fld"):
            continue
        properties = run.find(f"{A}rPr")
        paint = fill_of(properties, deck)
        strong = properties.get("b") if properties is not None else None
        yield TextRun(
            run.findtext(f"{A}t") or "",
            style.size if properties is None else _size(properties, style.size),
            style.strong if strong is None else strong == "1",
            paint.colour if paint else style.colour,
        )


def _broken(runs: Iterator[TextRun], width: float, letters: FontMetrics) -> list[tuple[TextRun, ...]]:
    """Runs in lines no wider than a width, but for a word that is."""
    lines: list[list[TextRun]] = [[]]
    used, gap = 0.0, ""
    gap_run: TextRun | None = None
    for run in runs:
        for piece in _PIECE.findall(run.words):
            if piece.isspace():
                gap, gap_run = " ", run
                continue
            space = width_of(evolve(run, words=gap), letters) if gap and used else 0.0
            length = width_of(evolve(run, words=piece), letters)
            if used and used + space + length > width:
                lines.append([])
                used, space, gap = 0.0, 0.0, ""
            if gap and used:
                lines[-1].append(evolve(gap_run or run, words=" "))
            lines[-1].append(evolve(run, words=piece))
            used, gap = used + space + length, ""
    return [tuple(joined(line)) for line in lines]


def _points(emu: str | None, before: float) -> float:
    return before if emu is None else int(emu) / EMU_PER_PT


def _share(found: Element | None, before: float) -> float:
    return before if found is None else int(found.get("val", "100000")) / 100_000


def _hundredths(found: Element | None, before: float) -> float:
    return before if found is None else int(found.get("val", "0")) / 100


def _size(properties: Element, before: float) -> float:
    size = properties.get("sz")
    return before if size is None else int(size) / 100
