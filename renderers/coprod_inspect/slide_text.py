"""The text of a slide: contrast with what it stands on, size, language, lists."""

import re
from collections.abc import Iterator

from attrs import frozen

from coprod_content.colour import LEAST_FOR_TEXT, contrast
from coprod_content.inspection import Fault
from coprod_inspect.colours import Paint
from coprod_inspect.grids import cells
from coprod_inspect.layers import Box, Layer, Shape, words_of
from coprod_inspect.lettering import Lettering
from coprod_inspect.slide import Slide
from coprod_inspect.xml import A, Element, P, short

SMALLEST = 18.0
"""Points: the usual floor for slides."""
LEAST_FOR_LARGE = 3.0
_BULLET = re.compile(r"\s*[-–—•*▪◦·‣][ \t\u00a0]")


@frozen(eq=False)
class _Text:
    """A piece of text on a slide: its body, how it is set, and the colours that it may stand on."""

    body: Element
    lettering: Lettering
    grounds: tuple[str, ...]


def text_faults(slide: Slide) -> Iterator[Fault]:
    """What is wrong with the text of a slide: the smallest and the first without a language stand for the rest."""
    small: list[tuple[float, str]] = []
    silent: list[str] = []
    for text in _bodies(slide):
        faint = False
        for run, level, words in _runs(text.body):
            size = text.lettering.size(run, level)
            if size < SMALLEST:
                small.append((size, words))
            if run is None or not run.get("lang"):
                silent.append(words)
            if not faint:
                least = LEAST_FOR_LARGE if _large(size, text.lettering, run, level) else LEAST_FOR_TEXT
                ratio = _ratio(text.lettering.paint(run, level), text.grounds)
                faint = ratio is not None and ratio < least
                if faint:
                    what = f"'{short(words)}' has a contrast of {_down(ratio or 0)}:1; it needs {least:g}:1."
                    yield slide.fault("contrast", what, words)
        yield from _body(text.body, slide)
    if small:
        size, words = min(small)
        yield slide.fault("text-too-small", f"'{short(words)}' has {size:g} pt; slides need {SMALLEST:g}.", words)
    if silent:
        yield slide.fault("no-language", f"'{short(silent[0])}' does not say its language.", silent[0])


def _down(ratio: float) -> str:
    """A ratio with two decimals, not rounded up: 4.499 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"


def _large(size: float, lettering: Lettering, run: Element | None, level: int) -> bool:
    return size >= 18 or (size >= 14 and lettering.bold(run, level))


def _ratio(paint: Paint | None, grounds: tuple[str, ...]) -> float | None:
    """The lowest contrast that text may have; nothing where a colour cannot be told."""
    return min((contrast(paint.over(ground), ground) for ground in grounds), default=None) if paint else None


def _bodies(slide: Slide) -> Iterator[_Text]:
    """Every body of text with the ground that it lies on: what was drawn under it, and its own fill."""
    layer = slide.layer
    behind = _furniture(layer)
    background = layer.background()
    for shape in layer.shapes:
        box = layer.box(shape)
        fill = layer.fill(shape) if shape.kind in ("sp", "cxnSp") else None if shape.kind == "pic" else ()
        body = shape.element.find(f"{P}txBody")
        if body is not None and shape.text.strip():
            yield _Text(body, slide.styles.of(shape, layer), _over(fill, _ground(background, behind, box)))
        table = next(shape.element.iter(f"{A}tbl"), None) if shape.kind == "graphicFrame" else None
        if table is not None:
            ground = _ground(background, behind, box)
            for cell in cells(table, slide.table_styles, layer.theme):
                inside = cell.element.find(f"{A}txBody")
                if inside is not None:
                    yield _Text(inside, slide.styles.table(layer.theme, cell.colour), _over(cell.fill, ground))
        behind.append((layer, shape))


def _furniture(layer: Layer) -> list[tuple[Layer, Shape]]:
    """The shapes of layout and master that are drawn on a slide, the lowest first. Placeholders are not."""
    drawn: list[tuple[Layer, Shape]] = []
    above, below = layer, layer.below
    while below is not None and above.root.get("showMasterSp") not in ("0", "false"):
        drawn = [*((below, shape) for shape in below.shapes if not shape.holds), *drawn]
        above, below = below, below.below
    return drawn


def _ground(background: tuple[str, ...], behind: list[tuple[Layer, Shape]], box: Box | None) -> tuple[str, ...]:
    grounds = background
    if box is None:
        return grounds
    for layer, shape in behind:
        place = layer.box(shape)
        if place is not None and place.under(box) and shape.kind != "grpSp":
            grounds = _over(None if shape.kind in ("pic", "graphicFrame") else layer.fill(shape), grounds)
    return grounds


def _over(fill: tuple[Paint, ...] | None, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """The colours that are seen where a fill lies on others; none where that cannot be told."""
    if fill is None:
        return ()
    if not fill:
        return grounds
    if all(paint.alpha >= 1 for paint in fill):
        return tuple(paint.colour for paint in fill)
    return tuple(paint.over(ground) for paint in fill for ground in grounds)


def _runs(body: Element) -> Iterator[tuple[Element | None, int, str]]:
    """The runs of a body of text: properties, level of the paragraph, words."""
    for paragraph in body.iterfind(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        said = "0" if properties is None else properties.get("lvl") or "0"
        level = int(said) if said.isdigit() else 0
        for run in paragraph:
            if run.tag in (f"{A}r", f"{A}fld"):
                words = run.findtext(f"{A}t") or ""
                if words.strip():
                    yield run.find(f"{A}rPr"), level, words


def _body(body: Element, slide: Slide) -> Iterator[Fault]:
    """What is wrong with a body of text as a whole."""
    lines = [words_of(paragraph) for paragraph in body.iterfind(f"{A}p")]
    typed = [line for line in lines if _BULLET.match(line)]
    if len(typed) > 1:
        yield slide.fault("fake-list", f"the bullet of '{short(typed[0].strip())}' is typed.", typed[0].strip())
    properties = body.find(f"{A}bodyPr")
    if properties is None:
        return
    fitted = properties.find(f"{A}normAutofit")
    if fitted is not None and fitted.get("fontScale") not in (None, "100000", "100%"):
        yield slide.fault("shrunk-text", f"'{short(lines[0])}' was shrunk to fit.", lines[0])
    bent = properties.find(f"{A}prstTxWarp")
    if bent is not None and bent.get("prst") != "textNoShape":
        yield slide.fault("word-art", f"'{short(lines[0])}' is bent into a shape.", lines[0])
